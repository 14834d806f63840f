"""How a guide ended, its parts, the same as words alone, and the question before a counsellor sees it."""

from dataclasses import replace

import pytest

from bot.conversation.guide_views import AskTell, GuideResult, GuideText
from bot.conversation.taps import Tap, unpacked
from bot.conversation.views import Menu
from bot.rendering.message import Message
from tests.builders import a_guide, guide_words, with_guides
from tests.contexts import labels, taps, ways
from tests.rendering.some_guides import ASKS, CHECKLIST, PACKS, PLAN, QUIZ, came_to, shown, text

HIGH = came_to(ASKS, "high", 2)
ALL = came_to(ASKS, "high", 7)


def ended(part: str = "", outcome: str = HIGH, **how: object) -> Message:
    return shown(replace(GuideResult("asks", outcome, part), **how))  # type: ignore[arg-type]  # fields of the view


def part(name: str, outcome: str = HIGH) -> Tap:
    return Tap("result", "asks", f"{outcome}.{name}")


def test_a_result_fills_the_gaps_with_days_and_dates() -> None:
    said = text(ended())
    assert "You used 40 days, 50 are left, from 1 December 2026 until 28 February 2027, {other}." in said
    assert "Ask them. 2 over." in text(ended("verify"))


def test_reasons_stand_under_the_text() -> None:
    assert "What speaks for caution:\n• They said one.\n• They said two.\n\n" in text(ended())
    assert "Sources (2) · checked on 22/11/2026" in text(ended())


def test_of_many_reasons_the_weightiest_are_shown_and_the_rest_is_one_tap_away() -> None:
    message = ended(outcome=ALL)
    assert "• They said four.\n• They said five.\n• They said six.\n• They said seven." in text(message)
    assert "• They said three." not in text(message)
    assert part("reasons", ALL) in taps(message.rows)
    assert text(ended("reasons", ALL)).count("•") == 7
    assert part("reasons") not in taps(ended().rows)


def test_what_is_reassuring_does_not_stand_among_the_warnings() -> None:
    steps = [{"id": "paid", "ask": "yes_no", "answers": [{"id": "yes", "points": -2}]}]
    guide = a_guide("calm", steps=steps, results=[{"id": "low"}])
    message = shown(GuideResult("calm", came_to(guide, "low", 1)), with_guides(PACKS, guide))
    assert "What is reassuring:\n• You have paid already." in text(message)
    assert "caution" not in text(message)


def test_a_result_leads_on_and_offers_a_person_first_where_it_says_so() -> None:
    assert ways(ended().rows) == [
        part("desk"),
        part("verify"),
        Tap("topic", "asylum-facts"),
        Tap("need", "lawyer"),
        Tap("guide", "quiz"),
        part("text"),
        part("sources"),
        Tap("play", "asks", "again"),
        Tap("menu"),
    ]
    low = shown(GuideResult("asks", came_to(ASKS, "low")))
    assert [tap.detail.rpartition(".")[2] for tap in ways(low.rows)[:-1]] == ["sources", "desk", "again"]


def test_without_a_desk_nobody_is_shown_it() -> None:
    message = shown(GuideResult("asks", HIGH), desk=False)
    assert part("desk") not in taps(message.rows)


def test_a_part_leads_back_and_to_the_others() -> None:
    message = ended("verify")
    assert text(message).startswith("Take care\n\nAsk them.")
    assert ways(message.rows) == [part("sources"), part(""), Tap("menu")]


def test_sources_are_listed_with_their_links() -> None:
    message = ended("sources")
    assert '<a href="https://example.org/first">The first</a> (2024) · checked on 22/11/2026' in message.html
    assert "The last" not in text(message)
    assert text(message).count("checked on") == 2


def test_a_part_that_is_gone_is_the_result_itself() -> None:
    assert ended("gone") == ended()


@pytest.mark.parametrize("outcome", ["", "9.high.....", "1.gone.....", "nonsense", came_to(QUIZ, "end")])
def test_an_outcome_that_is_not_ours_is_the_menu(outcome: str) -> None:
    assert ended(outcome=outcome) == shown(Menu("button"))
    assert shown(GuideText("asks", outcome, "share")) == shown(Menu("button"))
    assert shown(AskTell("asks", outcome, opens=True)) == shown(Menu("button"))


def test_a_quiz_says_how_many_were_right_and_before() -> None:
    first = shown(GuideResult("quiz", came_to(QUIZ, "end", points=1), half=True))
    assert "Well done\n1 of 2 right\n\n" in text(first)
    assert Tap("guide", "quiz") in taps(first.rows)
    second = shown(GuideResult("quiz", came_to(QUIZ, "end", points=2), before=1))
    assert "2 of 2 right · before 1, now 2" in text(second)
    assert Tap("guide", "quiz") not in taps(second.rows)
    assert " right" not in text(ended())


def test_a_full_result_has_six_rows_and_lets_the_least_needed_go() -> None:
    parts = {name: {"label": name, "text": name} for name in ("one", "two", "three", "four")}
    words = guide_words(results={"end": {"title": "End", "text": "Text.", "parts": parts, "share": "Share."}})
    full = {
        "id": "end",
        "parts": list(parts),
        "topics": ["asylum-facts", "second-topic"],
        "services": ["lawyer", "bed"],
        "guides": ["asks", "quiz"],
        "share": True,
    }
    guide = a_guide("full", {"en": words}, results=[full])
    packs = with_guides(PACKS, guide, ASKS, QUIZ)
    message = shown(GuideResult("full", came_to(guide, "end")), packs)
    assert len(message.rows) == 6
    assert [tap.argument for tap in taps(message.rows) if tap.name in {"topic", "need", "guide"}] == [
        "asylum-facts", "second-topic", "lawyer"
    ]  # fmt: skip
    assert [tap.name for tap in taps(message.rows)].count("result") == 7


def test_a_checklist_result_opens_the_list() -> None:
    message = shown(GuideResult("checklist", came_to(CHECKLIST, "list")))
    assert taps(message.rows)[0] == Tap("list", "checklist")
    assert "See to it" not in text(message)


NEAREST = (("passport", "al_office"), ("diploma", "gone"))


def test_a_plan_is_numbered_and_names_who_is_near() -> None:
    message = shown(GuideResult("plan", came_to(PLAN, "list"), "", "kukes", NEAREST))
    assert "1. See to it: passport.\n📍 May help with this: Zyra e punës\nNot confirmed yet: call" in text(message)
    assert "\n\n2. See to it: diploma.\n\n3." in text(message)
    assert Tap("topic", "second-topic") in taps(message.rows)
    assert "Keep as text" in labels(message)


def test_a_plan_to_keep_says_how_to_reach_them() -> None:
    message = shown(GuideText("plan", came_to(PLAN, "list", items=2), "plan", "kukes", NEAREST))
    assert text(message) == (
        "My next steps, written down on 22 November 2026:\n\n"
        "1. See to it: passport.\nTo read here: Asylum facts (en)\nZyra e punës\n☎️ +355 24 222 333\n📍 Kukës\n"
        "Not confirmed yet: call before you go.\n\n"
        "2. See to it: diploma.\n\nFrom: Eurostat"
    )
    assert "<" not in message.html
    assert ways(message.rows) == [Tap("menu")]


def test_a_text_to_pass_on_has_the_reasons_and_where_they_are_from() -> None:
    message = shown(GuideText("asks", ALL, "share"))
    said = text(message)
    assert "Someone got an offer that has signs of a trap.\n\nWhat speaks for caution:\n• They said one." in said
    assert said.endswith("From: The first · The second")
    assert ways(message.rows) == [Tap("menu")]


def test_of_many_sources_a_text_names_the_first() -> None:
    said = text(shown(GuideText("asks", came_to(ASKS, "low"), "share")))
    assert said.endswith("From: The first · The second · The third and 1 more")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_locked_screen_shows_nothing_of_a_text(language: str) -> None:
    """Voice rule 9: it is read on the phone of somebody else."""
    share = text(shown(GuideText("asks", HIGH, "share"), language=language))
    assert share.index("Someone got") >= 40
    plan = text(shown(GuideText("plan", came_to(PLAN, "list"), "plan"), language=language))
    assert plan.index("See to it") >= 40


def test_a_counsellor_sees_only_what_was_agreed_to() -> None:
    message = shown(AskTell("asks", HIGH, opens=False))
    assert text(message) == (
        "The counsellor will see this and no other answer:\n"
        "• “Questions (en)”\n• “Take care”\n• the days that were counted\n• 2 reasons for it\n\nShall I show it?"
    )
    assert taps(message.rows) == [part("told"), part(""), Tap("exit")]
    plan = text(shown(AskTell("plan", came_to(PLAN, "list", items=1), opens=False)))
    assert "• 1 line of your plan" in plan


def test_where_a_talk_begins_with_it_the_consent_is_asked_for_too() -> None:
    said = text(shown(AskTell("asks", HIGH, opens=True)))
    assert "If it is urgent, do not wait. Call:" in said
    assert "A counsellor of this programme will read what you send here" in said
    assert "We keep the talk until it ends and 14 days more" in said
    assert said.endswith("Shall I show it, and connect you?")


def test_a_button_of_a_result_brings_its_outcome_back() -> None:
    for row in ended(outcome=ALL).rows:
        for button in row:
            tap = unpacked(button.data or "")
            assert tap is not None
            assert tap.name != "result" or tap.detail.rpartition(".")[0] == ALL
