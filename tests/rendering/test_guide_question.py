"""One question of a guide: what can be tapped, what has to be written, and what is told after a quiz question."""

from dataclasses import replace
from typing import get_args

import pytest

from bot.conversation.guide_views import GuideExplained, GuideQuestion, Missed
from bot.conversation.taps import Tap
from bot.conversation.views import Menu
from bot.rendering.message import Message
from tests.builders import with_guides
from tests.contexts import labels, taps
from tests.rendering.some_guides import ASKS, PACKS, SIGNS, shown, text

WAYS = [Tap("play", "asks", "back"), Tap("play", "asks", "again"), Tap("play", "asks", "leave"), Tap("exit")]


def asked(step: str, language: str = "en", **how: object) -> Message:
    return shown(replace(GuideQuestion("asks", step, 3, 9), **how), language=language)  # type: ignore[arg-type]  # a test


def answers(message: Message) -> list[Tap]:
    return [tap for tap in taps(message.rows) if tap not in WAYS]


def test_a_question_says_where_one_is() -> None:
    assert text(asked("contract")) == "Questions (en) · 3/9\n\nDo you have a contract?"


def test_every_question_has_the_ways_back_and_out() -> None:
    for step in ASKS.facts.steps:
        assert not set(WAYS[:3]) - set(taps(asked(step.id).rows)), step.id


def test_information_is_only_read_on_and_has_its_source() -> None:
    message = asked("told")
    assert answers(message) == [Tap("done", "asks", "told")]
    assert text(message).endswith("Source: The first · checked on 22/11/2026")


def test_yes_and_no_need_no_words_in_the_packs() -> None:
    message = asked("contract")
    assert answers(message) == [
        Tap("answer", "asks", "contract.yes"),
        Tap("answer", "asks", "contract.no"),
        Tap("answer", "asks", "contract.unsaid"),
    ]
    assert labels(message)[:3] == ["Yes", "No", "Don't know / rather not"]


def test_a_choice_has_its_labels_and_says_why_on_demand() -> None:
    message = asked("kind")
    assert labels(message)[:5] == ["A job", "An agency", "A visa", "Don't know / rather not", "Why do you ask?"]
    assert answers(message)[4] == Tap("why", "asks", "kind")
    assert "To ask only what matters." not in text(message)
    told = asked("kind", why=True)
    assert told.html.endswith("<i>To ask only what matters.</i>")
    assert Tap("why", "asks", "kind") not in taps(told.rows)


def test_several_are_ticked_one_by_one() -> None:
    message = asked("signs", chosen=("two",))
    assert labels(message)[:3] == ["☐ Sign one", "☑ Sign two", "☐ Sign three"]
    assert taps(message.rows)[:2] == [Tap("pick", "asks", "signs.one.on"), Tap("pick", "asks", "signs.two.off")]
    assert Tap("done", "asks", "signs") in taps(message.rows)
    assert Tap("answer", "asks", "signs.unsaid") not in taps(message.rows)
    assert Tap("answer", "asks", "signs.unsaid") in taps(asked("signs").rows)


def test_many_answers_move_the_ways_on_together() -> None:
    message = asked("signs", chosen=SIGNS)
    assert len(message.rows) == 6
    assert "Each of it is a sign." in text(message)
    assert [tap.name for tap in taps(message.rows[-2:])] == ["done", "play", "play", "play"]


def test_few_numbers_stand_on_buttons() -> None:
    message = asked("few")
    assert labels(message)[:6] == ["1", "2", "3", "4", "5", "6"]
    assert taps(message.rows)[0] == Tap("answer", "asks", "few.1")
    assert "Write a number" not in text(message)
    assert "Write a number from 1 to 6, such as 3." in text(asked("few", missed="number"))


def test_many_numbers_are_written_between_bounds() -> None:
    message = asked("many")
    assert answers(message) == [Tap("answer", "asks", "many.unsaid")]
    assert text(message).endswith("Write a number from 0 to 40, such as 20.")


def test_a_day_is_written_as_people_write_it() -> None:
    message = asked("day")
    assert answers(message)[0] == Tap("answer", "asks", "day.2026-11-22")
    assert text(message).endswith("Write the day like this: 22.11.2026")


def test_a_town_that_is_known_is_a_button() -> None:
    message = asked("town", town="kukes")
    assert answers(message)[0] == Tap("answer", "asks", "town.kukes")
    assert "Write the name of your town or village." in text(message)
    assert answers(asked("town", town="gone")) == answers(asked("town"))


def test_towns_of_one_name_are_offered() -> None:
    message = asked("town", among=("kukes", "prizren", "gone"), town="kukes")
    assert [tap.detail for tap in answers(message)[:2]] == ["town.kukes", "town.prizren"]
    assert "There is more than one place of this name." in text(message)


def test_stays_are_told_one_by_one() -> None:
    message = asked("stays")
    assert text(message).endswith("like this: 23.09.2026 \N{EN DASH} 13.10.2026")
    assert answers(message) == [Tap("answer", "asks", "stays.unsaid")]


def test_stays_so_far_stand_in_words_with_their_days() -> None:
    message = asked("stays", chosen=("2026-03-01/2026-04-20", "2026-11-01/now", "nonsense"))
    assert "1. 1 March \N{EN DASH} 20 April 2026 · 51 days\n2. since 1 November 2026, still there · 22 days" in text(
        message
    )
    assert answers(message) == [Tap("undo", "asks", "stays"), Tap("done", "asks", "stays")]


def test_after_an_entry_the_exit_is_asked_for() -> None:
    message = asked("stays", chosen=("2026-03-01/",))
    assert "1. from 1 March 2026, until when?" in text(message)
    assert "Now write the day you left" in text(message)
    assert answers(message) == [Tap("answer", "asks", "stays.now"), Tap("undo", "asks", "stays")]


@pytest.mark.parametrize("missed", [each for each in get_args(Missed) if each])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_what_is_no_answer_is_said_kindly_before_the_question(missed: str, language: str) -> None:
    head, _, rest = text(asked("stays", language, missed=missed)).partition("\n")
    assert head.endswith("3/9")
    assert len(rest.partition("\n\n")[0]) > 10
    assert "Which days?" in rest


def test_whoever_talks_with_a_counsellor_is_told_who_reads() -> None:
    assert "What you write goes to the counsellor too." in text(asked("town", overheard=True))
    assert "counsellor" not in text(asked("town"))


@pytest.mark.parametrize("view", [GuideQuestion("asks", "gone", 1, 2), GuideQuestion("gone", "kind", 1, 2)])
def test_a_question_that_is_gone_is_the_menu(view: GuideQuestion) -> None:
    assert shown(view) == shown(Menu("button"))


def test_an_answer_that_lost_its_words_is_left_out() -> None:
    words = ASKS.words["en"]
    bare = words.model_copy(update={"steps": {**words.steps, "kind": words.steps["contract"]}})
    packs = with_guides(PACKS, replace(ASKS, words={"en": bare}))
    assert taps(shown(GuideQuestion("asks", "kind", 1, 2), packs).rows)[0] == Tap("answer", "asks", "kind.unsaid")


def explained(answer: str, language: str = "en") -> Message:
    return shown(GuideExplained("quiz", "a1", answer), language=language)


def test_a_right_answer_is_said_to_be_right() -> None:
    message = explained("rumour")
    assert text(message) == (
        "That is right.\n\nIt is told so, and it is not so.\n\nSource: Eurostat · checked on 22/11/2026"
    )
    assert taps(message.rows) == [Tap("done", "quiz", "a1"), Tap("play", "quiz", "leave"), Tap("exit")]


def test_a_wrong_answer_is_put_right_and_an_honest_one_is_not_judged() -> None:
    assert text(explained("real")).startswith("Not quite.\nThe right answer: A rumour\n")
    assert text(explained("unsaid")).startswith("The right answer: A rumour\n")


def test_an_explanation_that_is_gone_is_the_menu() -> None:
    for view in (GuideExplained("quiz", "gone", "real"), GuideExplained("asks", "kind", "job")):
        assert shown(view) == shown(Menu("button"))
