"""Guides as counsellors see them: found, looked at, and what one came to where the client wants them to see it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.guide_views import AskTell, GuideIntro
from bot.desk.taps import DeskTap
from bot.desk.views import Findings, OutcomeTold, Preview, Sentence
from bot.guides.outcome import Outcome, flagged, packed
from bot.packs.assets import Guide, Packs
from bot.rendering.at_desk import at_desk
from bot.rendering.guide_ways import REASONS
from bot.rendering.markup import LIMIT
from bot.rendering.views import render
from bot.sandbox.formatting import parse_html
from bot.sandbox.units import units
from tests.builders import a_guide, a_reply, some_packs, the_real_packs, with_guides, with_replies
from tests.contexts import a_context, desk_taps, labels
from tests.guides.small import a_guide as a_small_guide
from tests.guides.small import small_guides

SMALL = with_replies(with_guides(some_packs(), *small_guides()), a_reply("greeting"))
OURS = the_real_packs()
BOTH = pytest.mark.parametrize("language", ["sq", "en"])
SHOWN = "The client shows you what a guide came to:"
TOO_OLD = "The client showed a result that is too old to be read here."
RECKONED = (92, 0, 2, date(2027, 1, 4).toordinal(), date(2027, 4, 3).toordinal())
GAPS = """
reckon: ninety-days
steps: [{id: stays, ask: stays}]
results: [{id: over}]
"""


def came_to(packs: Packs, name: str, result: str = "", **more: Any) -> str:
    """Packed as it comes out of a button, with all reasons and all lines where nothing else is given."""
    facts = packs.guides[name].facts
    ended = Outcome(facts.version, result or facts.results[0].id, 9, flagged(facts), (), RECKONED)
    reckoned: dict[str, Any] = {} if facts.reckon else {"reckoned": ()}
    items: dict[str, Any] = {"items": tuple(item.id for item in facts.items)} if ended.facts(facts).lists else {}
    return packed(replace(ended, **(items | reckoned | more)), facts)


def told(name: str, outcome: str, language: str = "en", packs: Packs = SMALL) -> str:
    """As a counsellor reads it."""
    message = at_desk(OutcomeTold(name, outcome), language, a_context(packs))
    assert message.rows == ()
    return parse_html(message.html)[0]


def test_what_a_guide_came_to_is_said_with_its_title_and_every_reason() -> None:
    said = told("offer", came_to(SMALL, "offer", "high"))
    reasons = [f"• {name} says much" for name in ("visa", "hurry", "secret", "taken", "no")]
    assert len(reasons) > REASONS
    assert said.split("\n") == [
        SHOWN,
        "offer title (en)",
        "",
        "high result",
        "",
        "What speaks for caution:",
        *reasons,
    ]


def test_only_the_reasons_that_the_client_gave_stand_there_and_no_word_of_the_result() -> None:
    said = told("offer", came_to(SMALL, "offer", "high", reasons=("passport/taken",)))
    assert [line for line in said.split("\n") if line.startswith("•")] == ["• taken says much"]
    assert "high text" not in said


def test_without_reasons_there_is_the_result_alone() -> None:
    said = told("offer", came_to(SMALL, "offer", "low", reasons=()))
    assert said == f"{SHOWN}\noffer title (en)\n\nlow result"


def test_what_is_reassuring_does_not_stand_among_the_warnings() -> None:
    steps = [{"id": "paid", "ask": "yes_no", "answers": [{"id": "yes", "points": -2}]}]
    packs = with_guides(some_packs(), a_guide("calm", steps=steps, results=[{"id": "low"}]))
    said = told("calm", came_to(packs, "calm"), packs=packs)
    assert "What is reassuring:\n• You have paid already." in said
    assert "caution" not in said


def test_a_plan_is_told_line_by_line_and_a_result_without_one_has_no_lines() -> None:
    assert told("plan", came_to(SMALL, "plan", "plan")).endswith("plan result\n\n1. job to do\n\n2. help to do")
    assert "to do" not in told("plan", came_to(SMALL, "plan", "nothing", items=("job",)))


def test_a_list_to_tick_off_stays_with_the_client() -> None:
    assert "to do" not in told("list", came_to(SMALL, "list"))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "92 days, 2 over. Again from 4 January 2027 to 3 April 2027."),
        ("sq", "92 ditë, 2 tepër. Përsëri nga 4 janar 2027 deri 3 prill 2027."),
    ],
)
def test_days_and_dates_that_were_reckoned_stand_in_the_title_that_names_them(language: str, title: str) -> None:
    guide = a_small_guide("days", GAPS)
    gaps = {
        "en": "{used} days, {over} over. Again from {next} to {until}.",
        "sq": "{used} ditë, {over} tepër. Përsëri nga {next} deri {until}.",
    }
    titled = {
        spoken: words.model_copy(
            update={"results": {"over": words.results["over"].model_copy(update={"title": gaps[spoken]})}}
        )
        for spoken, words in guide.words.items()
    }
    packs = with_guides(some_packs(), replace(guide, words=titled))
    assert title in told("days", came_to(packs, "days", reckoned=RECKONED), language, packs).split("\n")


@BOTH
@pytest.mark.parametrize("guide", OURS.guides.values(), ids=lambda guide: guide.name)
def test_of_our_own_guides_the_most_that_one_can_come_to_is_told_whole_in_the_counsellors_language(
    guide: Guide, language: str
) -> None:
    words = guide.said(language).words
    for result in guide.facts.results:
        said = told(guide.name, came_to(OURS, guide.name, result.id), language, OURS)
        assert words.title in said
        assert "…" not in said.split("\n")
        reasons = [answer.reason for step in words.steps.values() for answer in step.answers.values() if answer.reason]
        assert [reason for reason in reasons if reason not in said] == []
        assert [item.text for item in words.items.values() if item.text not in said] == [] or result.lists != "plan"


@BOTH
def test_the_client_was_asked_about_all_that_the_counsellor_sees(language: str) -> None:
    """The question names the guide and its result, and counts the reasons and the lines."""
    for name in ("offer", "plan"):
        outcome = came_to(SMALL, name, "plan" if name == "plan" else "high")
        asked = render(AskTell(name, outcome, opens=False), language, a_context(SMALL)).html
        said = told(name, outcome, language).split("\n")
        reasons, items = ([line for line in said if line.startswith(mark)] for mark in ("•", ("1.", "2.")))
        assert f"“{name} title ({language})”" in asked
        assert all(str(len(many)) in asked for many in (reasons, items) if many)


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("gone", "1.high.8.c.."),
        ("offer", "2.high.8.c.."),
        ("offer", "1.gone.8.c.."),
        ("offer", "nonsense"),
        ("offer", ""),
        ("days", "1.over...."),
    ],
)
def test_a_result_of_another_version_or_of_a_guide_that_is_gone_is_not_guessed_at(name: str, outcome: str) -> None:
    assert told(name, outcome) == TOO_OLD


@given(
    st.sampled_from(sorted(OURS.guides)),
    st.text(max_size=40)
    | st.from_regex(r"1\.[a-z]{3,7}\.[0-9a-z]{0,3}\.[0-9a-z]{0,9}\.[0-9a-z]{0,9}\.[0-9a-z_]{0,20}"),
    st.sampled_from(["sq", "en", "rom"]),
)
def test_whatever_a_button_may_carry_something_is_said_that_telegram_takes(
    name: str, outcome: str, language: str
) -> None:
    said = told(name, outcome, language, OURS)
    assert said.strip()
    assert units(said) <= LIMIT


def test_each_guide_that_was_found_has_a_button_that_leads_to_a_look() -> None:
    message = at_desk(Findings((), (), (), ("offer", "gone", "plan")), "en", a_context(SMALL))
    assert labels(message) == ["▶ offer (en)", "▶ plan (en)", "⬅ Back"]
    assert desk_taps(message.rows) == [DeskTap("guide", "offer"), DeskTap("guide", "plan"), DeskTap("card")]


def test_beside_the_vetted_replies_one_button_leads_to_all_guides_in_a_row_of_its_own() -> None:
    message = at_desk(Findings(("greeting",), (), (), more=True), "en", a_context(SMALL))
    assert desk_taps(message.rows) == [DeskTap("found", "guides"), DeskTap("reply", "greeting"), DeskTap("card")]
    assert [len(row) for row in message.rows] == [1, 1, 1]
    without = at_desk(Findings(("greeting",), (), ()), "en", a_context(SMALL))
    assert DeskTap("found", "guides") not in desk_taps(without.rows)


def test_where_there_are_guides_and_no_vetted_reply_it_is_not_said_that_nothing_was_found() -> None:
    message = at_desk(Findings((), (), (), more=True), "en", a_context(SMALL))
    assert "Nothing found" not in message.html
    assert desk_taps(message.rows) == [DeskTap("found", "guides"), DeskTap("card")]


@BOTH
def test_a_look_at_a_guide_is_letter_for_letter_what_the_client_would_get(language: str) -> None:
    context = a_context(SMALL)
    look = at_desk(Preview("guide", "offer", language, sends=True), "en", context)
    assert look.html == render(GuideIntro("offer", sent=True), language, context).html


def test_only_a_second_tap_of_whoever_has_the_case_sends_a_guide_and_nobody_is_referred_to_one() -> None:
    again = DeskTap("found", "guides")
    for sends, taps in ((True, [DeskTap("give", "guide", "offer"), again]), (False, [again])):
        message = at_desk(Preview("guide", "offer", "sq", sends=sends), "en", a_context(SMALL))
        assert desk_taps(message.rows) == taps


@BOTH
def test_the_record_of_what_was_sent_names_the_guide_and_not_its_beginning(language: str) -> None:
    said = at_desk(Sentence("given", about="guide:offer"), language, a_context(SMALL)).html
    assert f"offer title ({language})" in said
    assert "offer intro" not in said


def test_all_guides_of_ours_have_a_button_that_can_be_told_apart_from_the_others() -> None:
    for language in ("sq", "en"):
        message = at_desk(Findings((), (), (), tuple(OURS.guides)), language, a_context(OURS))
        assert len(set(labels(message))) == len(OURS.guides) + 1
