from datetime import date, timedelta
from typing import get_args, get_type_hints

import pytest

from bot.conversation.actions import OpenCase, TellDesk
from bot.conversation.taps import Tap
from bot.packs.deadlines import Deadline
from bot.rendering.desk import case_card, due_list, set_aside, signal_name, told
from bot.rendering.markup import units
from bot.sandbox.formatting import parse_html
from tests.builders import TODAY, a_service, some_packs, the_real_packs
from tests.contexts import a_context, taps, the_phrases

KINDS = get_args(get_type_hints(TellDesk)["what"])


def test_a_case_card_says_what_a_counsellor_may_know() -> None:
    card = case_card("Ulliri 27", OpenCase("sq", "kukes", "asylum-facts", "trafficking"), a_context())
    first, _, hint = card.html.partition("\n\n")
    assert first == ("<b>Ulliri 27</b> · shqip · Kukës · Asylum facts (sq) · ⚠️ mbahet me zor ose shfrytëzohet")
    assert "//" in hint
    assert taps(card.rows) == [Tap("close")]


def test_what_is_not_known_leaves_no_gap() -> None:
    card = case_card("Ulliri 27", OpenCase("en", None, None, None), a_context())
    assert card.html.startswith("<b>Ulliri 27</b> · anglisht\n\n")


def test_what_has_left_the_packs_leaves_no_gap() -> None:
    card = case_card("Ulliri 27", OpenCase("en", "gone", "gone", "new-danger"), a_context())
    assert card.html.startswith("<b>Ulliri 27</b> · anglisht · ⚠️ new danger\n\n")


@pytest.mark.parametrize("what", KINDS)
def test_the_desk_is_told_in_its_own_language(what: str) -> None:
    message = told(TellDesk(what), a_context())  # type: ignore[arg-type]  # one of the kinds
    assert any(word in message.html for word in ("lient", "Rasti", "mesazh"))


def test_a_thread_that_was_opened_again_can_be_closed_from_there() -> None:
    assert taps(told(TellDesk("reopened"), a_context()).rows) == [Tap("close")]
    assert told(TellDesk("back"), a_context()).rows == ()


def test_an_update_set_aside_is_reported_without_a_word_of_it() -> None:
    assert parse_html(set_aside(a_context()).html)[0].startswith("⚠️ Një mesazh nuk u përpunua dot")


def test_every_sign_of_danger_in_the_packs_has_a_name_for_the_desk() -> None:
    say = the_phrases().speak("sq")
    unnamed = [kind for kind in the_real_packs().signals if signal_name(kind, say) == kind.replace("-", " ")]
    assert unnamed == []


def test_the_weekly_list_names_what_is_due_until_when_and_who_answers_for_it() -> None:
    packs = some_packs(services=[a_service("al_line")])
    found = [
        Deadline(date(2026, 1, 5), "topic", "asylum-facts", "XK", "editors", date(2026, 6, 1)),
        Deadline(date(2026, 12, 1), "service", "al_line", "AL", "prishtina"),
        Deadline(date(2026, 12, 2), "topic", "gone", None, "editors", date(2027, 6, 1)),
        Deadline(date(2026, 12, 3), "activities", "albania", "AL", "editors"),
    ]
    html = due_list(found, timedelta(days=30), a_context(packs)).html
    assert html.splitlines()[0] == "<b>4 gjëra për t'u kontrolluar brenda 30 ditësh:</b>"
    assert "• 5.1.2026 · Asylum facts (sq) · Kosovë · editors (klientët nuk e shohin më)" in html
    assert "• 1.12.2026 · Zyra e punës · Shqipëri · prishtina" in html
    assert "• 2.12.2026 · gone · editors\n" in html
    assert "• 3.12.2026 · " in html
    assert " · Shqipëri · editors\n" in html


def test_a_calendar_of_holidays_that_ends_is_named_with_its_country() -> None:
    found = [Deadline(date(2028, 12, 31), "holidays", "calendar", "XK", "editors")]
    html = due_list(found, timedelta(days=30), a_context()).html
    assert "• 31.12.2028 · " in html
    assert " · Kosovë · editors\n" in html
    assert "· calendar ·" not in html


def test_a_weekly_list_without_end_still_fits_one_message() -> None:
    found = [Deadline(TODAY, "topic", "x" * 60, None, "e" * 40) for _ in range(500)]
    html = due_list(found, timedelta(days=30), a_context()).html
    assert "dhe 485 të tjera" in html
    assert units(html) < 4096
