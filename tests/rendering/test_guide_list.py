"""A list that one can tick off, and its reminder."""

import pytest

from bot.conversation.guide_views import AskReminder, Checklist, Reminder
from bot.conversation.taps import Tap
from bot.conversation.views import Menu
from tests.builders import a_guide, guide_words, with_guides
from tests.contexts import labels, taps, ways
from tests.rendering.some_guides import LINES, PACKS, shown, text

LIST = Checklist("checklist", LINES, ("passport",))


def test_a_list_says_how_far_one_is_in_each_part() -> None:
    message = shown(LIST)
    assert text(message).startswith("My checklist (en)\n1 of 4 done.\nTap a part to see it.\n\n☐ 1. See to it: loose.")
    assert labels(message)[:3] == ["☐ 1", "Papers 1/2", "People 0/1"]
    assert ways(message.rows) == [
        Tap("tick", "checklist", "loose.on"),
        Tap("list", "checklist", "papers"),
        Tap("list", "checklist", "people"),
        Tap("remind", "checklist"),
        Tap("forget", "checklist"),
        Tap("menu"),
    ]


def test_a_part_is_ticked_line_by_line() -> None:
    message = shown(Checklist("checklist", LINES, ("passport",), "papers"))
    assert text(message).startswith("Papers 1/2\n\n☑ 1. See to it: passport.\n☐ 2. See to it: diploma.")
    assert text(message).endswith("Source: Eurostat · checked on 22/11/2026")
    assert labels(message)[:2] == ["☑ 1", "☐ 2"]
    assert ways(message.rows) == [
        Tap("tick", "checklist", "passport.off"),
        Tap("tick", "checklist", "diploma.on"),
        Tap("topic", "asylum-facts"),
        Tap("need", "lawyer"),
        Tap("list", "checklist"),
        Tap("menu"),
    ]


def test_six_lines_are_two_rows_of_three() -> None:
    names = [f"item-{number}" for number in range(6)]
    words = guide_words(items={name: {"text": name} for name in names}, groups={"all": {"title": "All"}})
    items = [{"id": name, "group": "all"} for name in names]
    guide = a_guide("six", {"en": words}, items=items, results=[{"id": "low", "lists": "checklist"}])
    message = shown(Checklist("six", tuple(names), (), "all"), with_guides(PACKS, guide))
    assert [len(row) for row in message.rows] == [3, 3, 2, 1]


def test_all_of_it_done_is_said() -> None:
    assert "4 of 4 done.\nYou have done all of it." in text(shown(Checklist("checklist", LINES, LINES)))


def test_what_became_of_the_reminder_is_said() -> None:
    kept = Checklist("checklist", LINES, (), note="reminder_set", days=7)
    assert "I will write to you on 29 November 2026." in text(shown(kept))
    dropped = Checklist("checklist", LINES, (), note="reminder_dropped")
    assert "I will not write to you about it." in text(shown(dropped))


def test_what_has_left_the_packs_is_left_out() -> None:
    message = shown(Checklist("checklist", (*LINES, "gone"), ("gone",)))
    assert "0 of 4 done." in text(message)
    assert shown(Checklist("checklist", LINES, (), "gone")) == shown(Checklist("checklist", LINES, ()))
    for view in (Checklist("checklist", ("gone",), ()), Checklist("gone", LINES, ())):
        assert shown(view) == shown(Menu("button"))


def test_a_reminder_is_asked_for_with_what_it_costs() -> None:
    message = shown(AskReminder("checklist"))
    assert "sealed, where to write to you" in text(message)
    assert [tap.detail for tap in taps(message.rows) if tap.name == "remind"] == ["3", "7", "30", "0"]
    assert shown(AskReminder("gone")) == shown(Menu("button"))


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_reminder_says_nothing_of_its_subject(language: str) -> None:
    """It lies on a locked screen; voice rule 9."""
    message = shown(Reminder("checklist"), language=language)
    assert "checklist" not in text(message)
    assert len(text(message).partition("\n")[0]) >= 40
    assert ways(message.rows) == [Tap("list", "checklist"), Tap("remind", "checklist"), Tap("menu")]


def test_a_reminder_of_a_guide_that_is_gone_only_says_hello() -> None:
    assert shown(Reminder("gone")) == shown(Menu("hello"))
