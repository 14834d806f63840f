"""What is on, as a person reads it: its days in their language, how to join, and nothing that is past."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.taps import Tap
from bot.conversation.views import WhatsOn
from bot.packs.activity_schema import Activity
from bot.packs.assets import Packs
from bot.rendering.message import Message
from bot.rendering.views import render
from bot.rendering.whats_on import on_button
from bot.sandbox.formatting import parse_html
from tests.builders import (
    TODAY,
    a_service,
    activity_words,
    an_activity,
    service_words,
    some_packs,
    with_activities,
)
from tests.contexts import a_context, a_reader, labels, ways
from tests.rendering.test_views import NASTY, check

CALL: dict[str, Any] = {"kind": "grant", "starts": None, "deadline": date(2027, 3, 31)}
CAMP: dict[str, Any] = {"kind": "camp", "starts": date(2027, 7, 12), "ends": date(2027, 7, 16)}
PHONES: dict[str, Any] = {"phones": ["+355 24 22 22 22"], "phone_status": "unconfirmed"}


def view_of(*activities: Activity, place: str | None = "kukes", **changes: Any) -> WhatsOn:
    ids = tuple(one.id for one in activities)
    return WhatsOn(**{"place": place, "audience": None, "activities": ids, "total": len(ids)} | changes)


def text(message: Message) -> str:
    return parse_html(message.html)[0].replace("\N{NO-BREAK SPACE}", " ").replace("\N{EN DASH}", "-")


def message_of(
    *activities: Activity, packs: Packs | None = None, language: str = "en", today: date = TODAY, **view: Any
) -> Message:
    context = a_context(with_activities(packs or some_packs(), *activities), today=today)
    return render(view_of(*activities, **view), language, context)


def shown(activity: Activity, **changes: Any) -> str:
    return text(message_of(activity, **changes))


def test_an_activity_says_all_that_one_needs_to_take_part() -> None:
    office = a_service("al_office", address="Rr. Skënderbeu 1", **PHONES)
    packs = some_packs(services={office: {"en": service_words()}})
    camp = an_activity(service="al_office", time="09:30", cost="free", website="https://example.org/a?b=1&c=2", **CAMP)
    words = {camp.id: {"en": activity_words("Kampi & ne", about="For children.", doubt="Maybe full.")}}
    context = a_context(Packs(**{**vars(packs), "activities": {camp.id: camp}, "activity_words": words}))
    assert text(render(view_of(camp), "en", context)) == (
        "📅 What is on · Kukës\nThese things have a date. Please ask before you go.\n\n"
        "Kampi & ne\n12-16 July 2027, 09:30\n📍 Rr. Skënderbeu 1, Kukës\nFor children.\nJust come.\nFree of charge.\n"
        "☎️ +355 24 22 22 22\nexample.org\nMaybe full.\nSource: example.org · checked on 22/11/2026"
    )


@pytest.mark.parametrize(
    ("changes", "english", "albanian"),
    [
        ({}, "\n3 December 2026\n", "\n3 dhjetor 2026\n"),
        (CAMP, "\n12-16 July 2027\n", "\n12-16 korrik 2027\n"),
        (CAMP | {"ends": date(2027, 8, 2)}, "\n12 July - 2 August 2027\n", "\n12 korrik - 2 gusht 2027\n"),
        (CAMP | {"ends": date(2028, 1, 2)}, "\n12 July 2027 - 2 January 2028\n", "\n12 korrik 2027 - 2 janar 2028\n"),
        (CAMP | {"hours": "Mo 17:00-19:00"}, "2027 · Mon 17:00-19:00\n", "2027 · Hën 17:00-19:00\n"),
        (CALL, "\nApply until 31 March 2027\n", "31 mars 2027\n"),
        (CAMP | {"deadline": date(2027, 5, 31)}, "2027 · Sign up until 31 May 2027\n", "31 maj 2027\n"),
    ],
)
def test_days_are_written_as_the_reader_writes_them(changes: dict[str, Any], english: str, albanian: str) -> None:
    activity = an_activity(**changes)
    assert english in shown(activity)
    assert albanian in shown(activity, language="sq").replace("hën", "Hën")


@pytest.mark.parametrize(
    ("activity", "place", "line"),
    [
        (an_activity(), "kukes", "📍 Kukës\n"),
        (an_activity(place=None), "kukes", "📍 For the whole country\n"),
        (an_activity(place=None), None, "📍 For the whole country · Albania\n"),
        (an_activity(place=None, country="XK"), None, "📍 For the whole country · Kosovo\n"),
        (an_activity(place="gone"), "kukes", "📍 Albania\n"),
    ],
)
def test_it_says_where_it_is(activity: Activity, place: str | None, line: str) -> None:
    assert line in shown(activity, place=place)


def test_the_address_of_a_service_is_that_of_the_activity_only_in_the_same_town() -> None:
    packs = some_packs(services=[a_service("al_office", address="Rruga 1", place="prizren", **PHONES)])
    said = shown(an_activity(service="al_office"), packs=packs)
    assert "Rruga 1" not in said
    assert "☎️ +355 24 22 22 22" in said


@pytest.mark.parametrize(
    "changes",
    [
        {"confidential": True, **PHONES},
        {"phones": ["+355 24 22 22 22"], "phone_status": "hidden"},
        {"verified": {"on": date(2024, 1, 1), "how": "call", "by_role": "editor"}, **PHONES},
    ],
    ids=["a hiding place", "a hidden number", "a stale entry"],
)
def test_a_number_that_may_not_be_shown_is_not_shown_here_either(changes: dict[str, Any]) -> None:
    packs = some_packs(services=[a_service("al_office", **changes)])
    assert "☎️" not in shown(an_activity(service="al_office"), packs=packs)


def test_a_service_that_is_gone_takes_nothing_else_with_it() -> None:
    assert "📍 Kukës\nAbout school." in shown(an_activity(service="gone"))


def test_what_it_costs_is_said_where_it_is_known() -> None:
    assert "It costs something. Ask how much." in shown(an_activity(cost="paid"))
    assert "cost" not in shown(an_activity())


def test_several_sources_are_counted() -> None:
    several = an_activity(sources=[{"url": "https://a.example"}, {"url": "https://b.example"}])
    assert shown(several).endswith("Sources (2) · checked on 22/11/2026")


@given(st.integers(-2, 3))
def test_what_is_over_is_left_out_even_on_a_page_that_was_made_before(days: int) -> None:
    today = date(2026, 12, 3 + days)
    said = shown(an_activity(), today=today)
    assert ("al_meeting en" in said) == (days <= 0)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_with_nothing_on_the_services_and_a_person_are_offered(language: str) -> None:
    message = message_of(an_activity(starts=date(2026, 11, 21)), language=language)
    assert ways(message.rows) == [Tap("near"), Tap("talk"), Tap("menu")]
    assert "al_meeting" not in message.html
    assert render(WhatsOn("kukes", None, ("gone",)), language, a_context()).rows == message.rows


def test_nothing_is_said_to_be_on_only_as_far_as_we_know() -> None:
    assert "We know of nothing with a date here at the moment." in text(message_of())


def test_one_can_go_on_narrow_down_and_move() -> None:
    activity = an_activity()
    view: dict[str, Any] = {"audience": "parents", "audiences": ("parents", "young", "gone"), "seen": 3, "total": 9}
    message = message_of(activity, **view)
    assert ways(message.rows) == [
        Tap("events"),
        Tap("events", "young"),
        Tap("events", "parents", "4"),
        Tap("near", "other"),
        Tap("menu"),
    ]
    assert "Parents and families:\n" in text(message)
    assert ways(message_of(activity, place=None).rows) == [Tap("near"), Tap("menu")]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_audience_has_a_button_and_all_of_it_fits_one_screen(language: str) -> None:
    everybody = ("leaving", "abroad", "returning", "parents", "young")
    message = message_of(an_activity(), language=language, audiences=everybody, total=9)
    assert len(message.rows) <= 6
    assert len(set(labels(message))) == len(labels(message)) == 9


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("place", ["kukes", None])
def test_a_locked_screen_shows_no_title(language: str, place: str | None) -> None:
    """Voice rule 9."""
    said = text(message_of(an_activity(), language=language, place=place))
    assert said.index("al_meeting") >= 40


def test_words_in_another_language_are_marked() -> None:
    packs = with_activities(some_packs(), an_activity())
    english = {"al_meeting": {"en": activity_words()}}
    context = a_context(Packs(**{**vars(packs), "activity_words": english}))
    message = render(view_of(an_activity()), "sq", context)
    assert message.html.endswith("<i>(Diçka këtu nuk është ende në gjuhën tuaj.)</i>")


def test_the_button_is_there_as_long_as_anything_is_on() -> None:
    packs = with_activities(some_packs(), an_activity(), an_activity("past", starts=date(2026, 1, 1)))
    assert [button.data for button in on_button(a_reader(packs))] == ["events"]
    assert on_button(a_reader(packs, today=date(2026, 12, 3))) != ()
    assert on_button(a_reader(packs, today=date(2026, 12, 4))) == ()
    assert on_button(a_reader()) == ()


def three_in(title: str, text: str, address: str) -> Packs:
    words = activity_words(title, about=text, join=text[:200], doubt=text[:200])
    three = [an_activity(f"a{number}", service="al_office") for number in range(3)]
    packs = with_activities(some_packs(services=[a_service("al_office", address=address)]), *three)
    return Packs(**{**vars(packs), "activity_words": {one.id: {"en": words} for one in three}})


def test_the_longest_activities_fit_a_message() -> None:
    check(
        render(WhatsOn("kukes", None, ("a0", "a1", "a2")), "en", a_context(three_in("😀" * 80, "😀" * 300, "😀" * 900)))
    )


def test_nothing_of_an_activity_is_taken_for_markup() -> None:
    said = check(render(WhatsOn("kukes", None, ("a0",)), "en", a_context(three_in(NASTY, NASTY, NASTY))))
    assert said.count(NASTY) == 5
