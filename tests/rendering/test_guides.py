"""Where guides are offered, how one begins, and the sentences around it."""

from dataclasses import replace
from datetime import date
from typing import get_args, get_type_hints

import pytest

from bot.conversation.guide_views import GuideIntro, GuideNotice, Guides
from bot.conversation.taps import Tap
from bot.conversation.views import Choice, Menu, Section, TopicShown, Welcome
from bot.rendering.titles import title
from tests.builders import SECTIONS, a_guide, a_topic, an_activity, some_packs, with_activities, with_guides
from tests.contexts import a_reader, labels, taps, ways
from tests.rendering.some_guides import ASKS, PACKS, QUIZ, shown, text

DUE, GONE = date(2028, 1, 1), date(2029, 1, 1)
FULL = with_guides(some_packs(topics=[a_topic(f"about-{section}", section) for section in SECTIONS]), ASKS, QUIZ)
NOTICES = get_args(get_type_hints(GuideNotice)["what"])


def test_every_guide_has_a_button() -> None:
    message = shown(Guides(("asks", "quiz", "gone")))
    assert text(message).startswith("Step by step\n")
    assert ways(message.rows) == [Tap("guide", "asks"), Tap("guide", "quiz"), Tap("talk"), Tap("menu")]
    assert labels(message)[:2] == ["Questions (en)", "What is true (en)"]


def test_what_is_too_old_is_not_in_the_list() -> None:
    assert shown(Guides(("asks",)), today=GONE) == shown(Menu("button"), today=GONE)
    assert shown(Guides(())) == shown(Menu("button"))


def test_a_guide_says_what_it_is_for_how_long_it_takes_and_what_becomes_of_the_answers() -> None:
    message = shown(GuideIntro("asks"))
    assert text(message) == (
        "Questions (en)\nQuestions (en): what it is for.\n\n"
        "It takes about 3 minutes. We do not keep your answers: they are deleted as soon as you are through."
    )
    assert ways(message.rows) == [Tap("play", "asks", "start"), Tap("menu")]


def test_a_quiz_in_two_halves_says_what_is_kept_between_them() -> None:
    assert "Until the second part we keep your points" in text(shown(GuideIntro("quiz")))
    message = shown(GuideIntro("quiz", second=True))
    assert labels(message)[0] == "Start the second part"
    assert taps(message.rows)[0] == Tap("play", "quiz", "start")


def test_one_that_was_interrupted_can_be_gone_on_with() -> None:
    message = shown(GuideIntro("asks", under_way=True))
    assert ways(message.rows) == [Tap("play", "asks", "on"), Tap("play", "asks", "again"), Tap("menu")]


def test_a_kept_list_is_opened_first() -> None:
    message = shown(GuideIntro("checklist", listed=True))
    assert ways(message.rows) == [Tap("list", "checklist"), Tap("play", "checklist", "again"), Tap("menu")]
    both = shown(GuideIntro("checklist", under_way=True, listed=True))
    assert ways(both.rows)[0] == Tap("play", "checklist", "on")
    assert Tap("list", "checklist") in ways(both.rows)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_what_a_counsellor_sent_names_no_subject_on_a_locked_screen(language: str) -> None:
    """Voice rule 9."""
    said = text(shown(GuideIntro("asks", sent=True), language=language))
    assert said.index("Questions") >= 40


def test_one_that_is_due_says_so_and_one_that_is_too_old_is_not_shown() -> None:
    assert "⏳ This should have been checked by 22 November 2027." in text(shown(GuideIntro("asks"), today=DUE))
    message = shown(GuideIntro("asks"), today=GONE)
    assert "We are checking this subject again." in text(message)
    assert Tap("play", "asks", "start") not in taps(message.rows)
    assert message == shown(GuideNotice("asks", "withheld"), today=GONE)


def test_words_in_another_language_are_marked() -> None:
    english = replace(ASKS, words={"en": ASKS.words["en"]})
    said = shown(GuideIntro("asks"), with_guides(PACKS, english), "sq").html
    assert said.endswith("<i>(Ky tekst nuk është ende në gjuhën tuaj.)</i>")


@pytest.mark.parametrize("what", NOTICES)
@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_notice_has_a_way_on(what: str, language: str) -> None:
    message = shown(GuideNotice("asks", what), language=language)  # type: ignore[arg-type]  # one of its own literals
    assert len(text(message)) > 20
    assert {tap.name for tap in taps(message.rows)} & {"menu", "end", "forget"}


def test_deleting_a_list_is_asked_first() -> None:
    message = shown(GuideNotice("checklist", "ask_delete_list"))
    assert taps(message.rows) == [Tap("forget", "checklist", "yes"), Tap("list", "checklist")]


@pytest.mark.parametrize("what", sorted({*NOTICES} - {"told", "list_deleted"}))
def test_a_notice_on_a_guide_that_is_gone_is_the_menu(what: str) -> None:
    assert shown(GuideNotice("gone", what)) == shown(Menu("button"))  # type: ignore[arg-type]  # the same


def test_in_a_talk_no_button_leads_to_the_silent_menu() -> None:
    assert taps(shown(GuideNotice("asks", "told")).rows) == [Tap("end"), Tap("exit")]


def test_the_menu_leads_to_the_guides_where_there_are_any() -> None:
    assert Tap("guides") in taps(shown(Menu(), FULL).rows)
    assert Tap("guides") in taps(shown(Welcome(), FULL).rows)
    assert Tap("guides") not in taps(shown(Menu(), some_packs()).rows)
    assert Tap("guides") not in taps(shown(Menu(), FULL, today=GONE).rows)


def test_the_first_contact_has_every_section_beside_the_guides() -> None:
    message = shown(Welcome(), FULL)
    assert [len(row) for row in message.rows] == [2, 2, 2, 2, 2, 2]
    assert [tap.argument for tap in taps(message.rows) if tap.name == "section"] == list(SECTIONS)


def test_a_guide_that_was_interrupted_stands_first_in_the_menu() -> None:
    message = shown(Menu(guide="asks"), FULL)
    assert taps(message.rows)[:2] == [Tap("play", "asks", "on"), Tap("guides")]
    assert labels(message)[0] == "▶ Questions (en)"
    assert shown(Menu(guide="gone"), FULL) == shown(Menu(), FULL)


@pytest.mark.parametrize("guide", [None, "asks"])
@pytest.mark.parametrize("desk", [True, False])
def test_the_fullest_menu_has_six_rows(guide: str | None, *, desk: bool) -> None:
    packs = with_activities(FULL, an_activity())
    message = shown(Menu(guide=guide), packs, desk=desk)
    assert Tap("events") in taps(message.rows)
    assert Tap("exit") in taps(message.rows)
    assert len(message.rows) <= 6
    assert len(shown(Choice((), switched_from="sq"), packs, desk=desk).rows) <= 6


def test_a_section_has_its_guides_first() -> None:
    message = shown(Section("leaving"))
    assert [tap.name for tap in taps(message.rows)[:6]] == ["guide"] * 4 + ["topic"] * 2
    assert labels(message)[0] == "▶ Questions (en)"


def test_a_section_of_many_guides_leads_to_all_of_them() -> None:
    many = with_guides(some_packs(), *(a_guide(f"guide-{number}") for number in range(5)))
    message = shown(Section("leaving"), many)
    assert [tap.name for tap in taps(message.rows)[:4]] == ["guide", "guide", "guide", "guides"]
    assert taps(message.rows)[3] == Tap("guides", "leaving")


def test_a_topic_offers_its_guides_while_they_are_fresh() -> None:
    message = shown(TopicShown("asylum-facts"))
    assert [tap.argument for tap in taps(message.rows) if tap.name == "guide"] == ["asks", "quiz"]
    later = shown(TopicShown("asylum-facts"), today=DUE)
    assert not [tap for tap in taps(later.rows) if tap.name == "guide"]


def test_a_topic_leads_back_to_the_guide_that_was_interrupted() -> None:
    message = shown(TopicShown("asylum-facts", guide="quiz"))
    assert Tap("play", "quiz", "on") in taps(message.rows)
    assert [tap.argument for tap in taps(message.rows) if tap.name == "guide"] == ["asks"]


def test_a_full_topic_has_one_guide_in_the_place_of_a_related_subject() -> None:
    topics = [a_topic(related=["one", "two"]), a_topic("one"), a_topic("two")]
    packs = with_guides(some_packs(topics=topics), a_guide("a"), a_guide("b"))
    room = shown(TopicShown("asylum-facts"), packs)
    assert [tap.name for tap in taps(room.rows)].count("guide") == 2
    both = replace(packs.topics["asylum-facts"], versions=dict.fromkeys(("AL", "XK"), topics[0]))
    full = replace(packs, topics={**packs.topics, "asylum-facts": both})
    message = shown(TopicShown("asylum-facts", switched_from="sq"), full)
    assert len(message.rows) == 6
    beside = next(row for row in message.rows if taps((row,))[0].name == "guide")
    assert [tap.name for tap in taps((beside,))] == ["guide", "topic"]


def test_a_guide_is_named_by_its_title() -> None:
    reader = a_reader(PACKS)
    assert title("guide:asks", reader) == "Questions (en)"
    assert title("guide:gone", reader) == title("asks", reader) == ""
