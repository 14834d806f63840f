"""Two thumbs below an answer: they cost no row and no button, and nothing moves under the finger."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any, get_args

import pytest

from bot.conversation.taps import Tap, unpacked
from bot.conversation.thumbs import LETTERS, LONGEST, Thumb
from bot.conversation.views import Part, Reason, Thumbs, TopicShown
from bot.packs.topic_version import version_of
from bot.rendering.buttons import ROWS
from bot.rendering.message import Message
from bot.rendering.reasons import reason_titles
from bot.rendering.views import render
from tests.builders import a_topic, some_packs, the_real_packs, with_versions
from tests.contexts import a_context, a_reader, labels, taps

SLUG = "asylum-facts"
HELPLINES = a_topic("helplines", "help")
TOPIC = a_topic(related=["one", "two"])
PACKS = some_packs([TOPIC, a_topic("one"), a_topic("two"), HELPLINES])
THUMB = Thumb(SLUG, version_of(TOPIC, "en"), "summary")


def shown(thumbs: Thumbs = "asked", part: Part = "summary", *, desk: bool = True, **view: Any) -> Message:
    return render(TopicShown(SLUG, part, thumbs=thumbs, **view), "en", a_context(PACKS, desk=desk))


def rows(message: Message) -> list[list[Tap]]:
    return [taps((row,)) for row in message.rows]


def test_the_thumbs_stand_beside_the_menu_and_cost_no_row() -> None:
    message, without = shown(), shown("none")
    assert rows(message)[-2] == [THUMB.tap("helpful"), THUMB.tap("unhelpful"), Tap("menu")]
    assert rows(message)[-1] == [Tap("section", "leaving"), Tap("exit")]
    assert len(message.rows) == len(without.rows)
    assert message.html == without.html
    assert labels(message)[-5:] == ["👍 Helpful", "👎 No", "Menu", "⬅ Leaving (en)", "✕ Exit"]


@pytest.mark.parametrize("part", get_args(Part))
def test_they_stand_under_every_answer_and_not_under_its_sources(part: Part) -> None:
    names = {tap.name for tap in taps(shown(part=part).rows)}
    assert ({"helpful", "unhelpful"} <= names) == (part in LETTERS)


@pytest.mark.parametrize("view", [{"thumbs": "none"}, {"thumbs": "rated"}, {"sent": True}])
def test_where_nobody_is_asked_there_are_none(view: Any) -> None:
    assert not {"helpful", "unhelpful", "because"} & {tap.name for tap in taps(shown(**view).rows)}


def test_a_thumb_up_gives_thanks_in_its_own_place_and_nothing_else_moves() -> None:
    before, message = shown(), shown("thanked")
    assert message.html == before.html
    assert rows(message)[-2] == [THUMB.tap("helpful", "again"), Tap("menu")]
    assert rows(message)[-1] == rows(before)[-1]
    assert "✓ Thank you" in labels(message)


def test_a_thumb_down_keeps_the_answer_and_asks_why() -> None:
    message = shown("why")
    assert message.html.startswith(shown().html)
    assert message.html.endswith("\n\nThank you for saying so. Why did it not help? One tap is enough.")
    assert rows(message) == [
        [THUMB.tap("because", "not_asked"), THUMB.tap("because", "hard")],
        [THUMB.tap("because", "missing"), THUMB.tap("because", "wrong")],
        [THUMB.tap("because", "-")],
        [Tap("menu"), Tap("exit")],
    ]


def test_after_the_reason_the_answer_is_there_with_a_person_in_the_place_of_the_thumbs() -> None:
    message = shown("sorry")
    assert message.html.startswith(shown().html)
    assert message.html.endswith(
        "Thank you. Only your answer was counted, not whose it is. A counsellor may understand you better than I do. "
        "You can also write your question in other words."
    )
    assert rows(message)[-2:] == [[Tap("talk"), Tap("menu")], [Tap("section", "leaving"), Tap("exit")]]


def test_where_there_is_no_desk_the_helplines_stand_in_and_no_counsellor_is_promised() -> None:
    message = shown("sorry", desk=False)
    assert rows(message)[-2] == [Tap("topic", "helplines"), Tap("menu")]
    assert "counsellor" not in message.html


def test_a_person_stands_once_below_an_answer_that_is_due_for_a_review_too() -> None:
    due = a_context(PACKS, today=date(2027, 12, 1))
    for view in (TopicShown(SLUG), TopicShown(SLUG, thumbs="sorry")):
        assert taps(render(view, "en", due).rows).count(Tap("talk")) == 1


@pytest.mark.parametrize("thumbs", ["thanked", "sorry", "rated"])
def test_what_is_opened_from_a_rated_answer_knows_that_it_was(thumbs: Thumbs) -> None:
    ways = [
        tap for tap in taps(shown(thumbs).rows) if tap.argument == SLUG and tap.name in {"more", "steps", "sources"}
    ]
    assert [tap.detail for tap in ways] == ["rated"] * 3


def test_a_full_screen_puts_the_section_beside_a_button_that_stood_alone() -> None:
    full = replace(PACKS, topics={**PACKS.topics, SLUG: with_versions(TOPIC, AL="In Albania.")})
    message, without = (
        render(TopicShown(SLUG, switched_from="sq", thumbs=each), "en", a_context(full)) for each in ("asked", "none")
    )
    assert [row[-1].name for row in rows(message)[-2:]] == ["menu", "section"]
    assert len(message.rows) <= ROWS
    assert {tap for tap in taps(without.rows) if tap.name != "exit"} <= set(taps(message.rows))


def test_where_the_thumbs_would_cost_a_button_nobody_is_asked() -> None:
    full = replace(PACKS, topics={**PACKS.topics, SLUG: with_versions(TOPIC, AL="In Albania.", XK="In Kosovo.")})
    crowded = TopicShown(SLUG, switched_from="sq")
    due = a_context(full, today=TOPIC.facts.review_by.replace(month=12))
    message = render(crowded, "en", due)
    assert len(message.rows) == ROWS
    assert message == render(replace(crowded, thumbs="none"), "en", due)


def test_a_slug_that_has_no_room_in_a_button_is_shown_without_thumbs() -> None:
    slug = "x" * (LONGEST + 1)
    message = render(TopicShown(slug), "en", a_context(some_packs([a_topic(slug)])))
    assert "helpful" not in {tap.name for tap in taps(message.rows)}


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_real_answer_keeps_all_its_buttons_and_six_rows(language: str) -> None:
    packs = the_real_packs()
    context = a_context(packs)
    for slug, home, part in product(packs.topics, (None, "AL", "XK"), LETTERS):
        view = TopicShown(slug, part, home=home)
        asked, without = (render(replace(view, thumbs=each), language, context) for each in ("asked", "none"))
        assert set(taps(without.rows)) <= set(taps(asked.rows)), view
        assert {"helpful", "unhelpful"} <= {tap.name for tap in taps(asked.rows)}, view
        assert len(asked.rows) <= ROWS, view


@pytest.mark.parametrize("thumbs", get_args(Thumbs))
def test_no_second_tap_on_the_same_row_finds_the_quick_exit(thumbs: Thumbs) -> None:
    """Counted from the end of the message, where the finger is."""
    assert Tap("exit") not in rows(shown(thumbs))[-2]


def test_every_reason_has_its_words() -> None:
    assert set(reason_titles(a_reader().say)) == set(get_args(Reason))
    assert all(unpacked(THUMB.tap("because", reason).packed()) for reason in get_args(Reason))
