"""The head of a thread: what a counsellor may know, and the buttons that fit how the case stands."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.desk.case import Case, Colleague
from bot.desk.taps import DeskTap
from bot.desk.views import CaseCard, CaseMenu
from bot.rendering.at_desk import at_desk
from bot.rendering.message import Message
from tests.builders import a_service, some_packs
from tests.contexts import a_context, desk_taps

MIRA = Colleague("ab", "Mira")
NOON = int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp())


def a_case(**changes: Any) -> Case:
    return Case("sq", NOON - 900, **changes)


def held(**changes: Any) -> Case:
    return a_case(status="held", holder=MIRA, **changes)


def closed(**changes: Any) -> Case:
    known: dict[str, Any] = {"status": "closed", "ended": "counsellor", "erase": NOON}
    return a_case(**known | changes)


def card(case: Case, language: str = "en") -> Message:
    return at_desk(CaseCard(case), language, a_context(some_packs(services=[a_service("al_line")])), "Ulliri 27")


def menu(case: Case, *, holds: bool) -> Message:
    return at_desk(CaseMenu(case, holds), "en", a_context(), "Ulliri 27")


def head(message: Message) -> str:
    return message.html.split("\n")[0]


def test_the_first_line_says_who_where_about_what_and_which_danger() -> None:
    case = a_case(place="kukes", country="AL", subject="asylum-facts", signal="trafficking")
    assert head(card(case, "sq")) == (
        "<b>Ulliri 27</b> · shqip · Kukës · Asylum facts (sq) · ⚠️ mbahet me zor ose shfrytëzohet"
    )


def test_what_is_not_known_or_has_left_the_packs_leaves_no_gap() -> None:
    assert head(card(a_case())) == "<b>Ulliri 27</b> · Albanian"
    gone = a_case(place="gone", subject="gone", signal="new-danger", shown=("gone",))
    assert head(card(gone)) == "<b>Ulliri 27</b> · Albanian · ⚠️ new danger"
    assert "Has seen" not in card(gone).html


def test_without_a_municipality_the_country_is_named() -> None:
    assert head(card(a_case(country="DE"))) == "<b>Ulliri 27</b> · Albanian · Germany"


def test_what_cannot_wait_is_marked_first() -> None:
    assert card(a_case(urgent=True)).html.startswith("❗ <b>Ulliri 27</b>")


def test_what_the_client_has_seen_need_not_be_told_again() -> None:
    seen = card(a_case(shown=("asylum-facts", "al_line", "signal:trafficking"))).html
    assert "Has seen: “Asylum facts (en)”, “Zyra e punës”, emergency numbers (held or exploited)" in seen


def test_a_minor_is_named_as_one() -> None:
    assert "under 18" in card(a_case(minor=True)).html
    assert "under 18" not in card(a_case()).html


def test_a_case_that_waits_says_how_it_is_taken() -> None:
    message = card(a_case())
    assert "Nobody has the case yet" in message.html
    assert "//" in message.html
    assert desk_taps(message.rows) == [DeskTap("claim"), DeskTap("snooze"), DeskTap("urgent", "on")]


def test_a_case_that_somebody_has_names_them_and_explains_nothing() -> None:
    message = card(held(urgent=True))
    assert message.html.endswith("👤 Mira")
    assert desk_taps(message.rows) == [DeskTap("found"), DeskTap("case"), DeskTap("close")]


def test_a_case_that_was_put_off_says_until_when_by_the_clock_of_albania() -> None:
    assert "put off until 15:00" in card(a_case(snoozed=NOON + 2 * 3600)).html


def test_what_a_counsellor_closed_says_what_came_of_it_and_can_be_opened_again() -> None:
    message = card(closed(outcome="referred", holder=MIRA))
    assert message.html.endswith("Closed · Referred · 👤 Mira")
    assert desk_taps(message.rows) == [DeskTap("reopen")]


@pytest.mark.parametrize("case", [closed(ended="client"), closed(ended="left"), closed(erase=None)])
def test_what_the_client_ended_or_leads_to_nobody_any_more_stays_closed(case: Case) -> None:
    assert card(case).rows == ()


def test_who_ended_it_is_said() -> None:
    assert "The client has ended the case." in card(closed(ended="client")).html
    assert "quick exit" in card(closed(ended="left")).html


@pytest.mark.parametrize(
    ("case", "holds", "names"),
    [
        (held(), True, ["found", "hand", "release", "urgent", "snooze", "close", "card"]),
        (held(), False, ["take", "urgent", "found", "card"]),
        (a_case(), False, ["claim", "snooze", "urgent", "found", "close", "card"]),
        (closed(), False, ["reopen", "card"]),
    ],
)
def test_the_menu_has_what_each_may_do(case: Case, names: list[str], *, holds: bool) -> None:
    assert [tap.name for tap in desk_taps(menu(case, holds=holds).rows)] == names


def test_what_is_urgent_can_be_marked_as_not() -> None:
    assert DeskTap("urgent", "off") in desk_taps(menu(held(urgent=True), holds=True).rows)


def test_a_first_name_is_never_taken_for_markup() -> None:
    assert "&lt;b&gt;" in card(a_case(status="held", holder=Colleague("ab", "<b>"))).html
