from datetime import date, timedelta

import pytest

from bot.desk.views import Alarm
from bot.packs.deadlines import Deadline
from bot.rendering.at_desk import at_desk
from bot.rendering.desk_news import due_list, set_aside
from bot.rendering.markup import units
from bot.sandbox.formatting import parse_html
from tests.builders import TODAY, a_service, some_packs
from tests.contexts import a_context


@pytest.mark.parametrize(
    ("place", "facts"),
    [
        ("kukes", "held or exploited · Albanian · Kukës"),
        ("XK", "held or exploited · Albanian · Kosovo"),
        ("gone", "held or exploited · Albanian"),
        (None, "held or exploited · Albanian"),
    ],
)
def test_an_alarm_says_what_where_and_in_which_language(place: str | None, facts: str) -> None:
    message = at_desk(Alarm("trafficking", "sq", place), "en", a_context())
    assert message.html == f"⚠️ {facts}: the number to call was given, and a person offered."
    assert message.rows == ()


def test_an_update_set_aside_is_reported_without_a_word_of_it() -> None:
    assert parse_html(set_aside(a_context()).html)[0].startswith("⚠️ Një mesazh nuk u përpunua dot")


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
