from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.conversation.taps import Tap
from bot.conversation.views import AskPlace, Countries, HelpersFor, Menu, Needs, Services, Traits
from bot.directory.offer import Offer
from bot.packs.assets import Packs
from bot.packs.directory_schema import Need
from bot.packs.service_schema import Service
from bot.rendering.message import Message
from bot.rendering.views import render, venue
from bot.sandbox.formatting import parse_html
from tests.builders import TODAY, a_place, a_service, service_words, some_packs
from tests.contexts import a_context, labels, ways

DOOR = {"lat": 42.05, "lon": 20.45, "precision": "street"}
SEAT = {"lat": 42.0769, "lon": 20.4219}
CALLED = {"on": date(2026, 11, 1), "how": "call", "by_role": "counsellor"}
UNCONFIRMED: dict[str, Any] = {"phones": ["116 117", "129"], "phone_status": "unconfirmed"}


def text(message: Message) -> str:
    return parse_html(message.html)[0].replace("\N{NO-BREAK SPACE}", " ")


def shown(service: Service, offer: Offer | None = None, today: date = TODAY, place: str | None = "kukes") -> str:
    view = Services(place, None, (offer or Offer(service.id),))
    return text(render(view, "en", a_context(some_packs(services=[service]), today=today)))


def several(*categories: str) -> Packs:
    return some_packs(services=[a_service(f"al_{name}", category=name, position=DOOR) for name in categories])


def test_a_service_says_what_it_does_and_how_to_reach_it() -> None:
    words = service_words("Qendra & Shpresa", serves="Gra dhe vajza", doubt="Maybe closed.")
    service = a_service(
        address="Rr. Skënderbeu 1",
        position=DOOR,
        hours="Mo-Fr 09:00-17:00",
        website="https://example.org/x?a=1&b=2",
        **UNCONFIRMED,
    )
    packs = some_packs(services={service: {"en": words}})
    message = render(Services("kukes", None, (Offer(service.id, 2.44),)), "en", a_context(packs))
    assert text(message).replace("\N{EN DASH}", "-") == (
        "📍 Near you: Kukës\nThese places and lines can help you.\n\n"
        "Qendra & Shpresa\nGra dhe vajza\n☎️ 116 117, 129\n📍 Rr. Skënderbeu 1, Kukës · 2.4 km\n"
        "Opens tomorrow at 09:00\nMaybe closed.\nNot confirmed yet: call before you go."
    )


def test_what_is_not_known_is_said() -> None:
    assert "Hours not known\nPhone not known." in shown(a_service())
    assert "Hours not known: call" in shown(a_service(**UNCONFIRMED))
    assert "Open day and night\nPhone not known." in shown(a_service(hours="24/7"))


def test_what_to_bring_stands_in_the_list() -> None:
    packs = some_packs(services={a_service(): {"en": service_words(bring="Your identity card.")}})
    message = render(Services("kukes", None, (Offer("al_zyra_kukes"),)), "en", a_context(packs))
    assert "Bring: Your identity card." in text(message)


def test_a_hidden_phone_is_never_shown() -> None:
    said = shown(a_service(phones=["069 123 4567"], phone_status="hidden"))
    assert "069" not in said
    assert "Phone not known." in said


@pytest.mark.parametrize(
    ("country", "note"),
    [("AL", "only from Albania"), ("XK", "only from Kosovo"), ("DE", "only from inside the country")],
)
def test_a_number_that_works_only_inside_the_country_says_so(country: str, note: str) -> None:
    service = a_service(country=country, phone_note="inside_country", **UNCONFIRMED)
    assert f"☎️ 116 117, 129 ({note})" in shown(service)


def test_only_the_numbers_without_a_country_code_are_marked() -> None:
    phones = ["+355 4 243 1078", "0800 0606", "129"]
    service = a_service(phones=phones, phone_status="unconfirmed", phone_note="inside_country")
    assert "☎️ 0800 0606, 129 (only from Albania), +355 4 243 1078\n" in shown(service)


def test_a_hiding_place_has_no_line_about_where_it_is() -> None:
    service = a_service(confidential=True)
    message = render(Services(None, None, (Offer(service.id, 3.0),)), "en", a_context(some_packs(services=[service])))
    assert "📍" not in text(message)
    assert "Kukës" not in text(message)
    assert not [tap for tap in ways(message.rows) if tap.name == "map"]
    assert venue(service.id, "en", a_context(some_packs(services=[service]))) is None


@pytest.mark.parametrize("how", ["call", "visit", "provider"])
def test_a_confirmed_service_says_since_when(how: str) -> None:
    assert shown(a_service(verified=CALLED | {"how": how})).endswith("\nConfirmed on 01/11/2026.")


def test_the_date_is_written_as_the_reader_writes_it() -> None:
    packs = some_packs(services=[a_service(verified=CALLED)])
    message = render(Services("kukes", None, (Offer("al_zyra_kukes"),)), "sq", a_context(packs))
    assert text(message).endswith("\nKonfirmuar më 1.11.2026.")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Not confirmed yet: ask before you go."),
        (UNCONFIRMED, "Not confirmed yet: call before you go."),
        (UNCONFIRMED | {"verified": CALLED}, "Not confirmed yet: call before you go."),
        (UNCONFIRMED | {"phone_status": "confirmed", "verified": CALLED}, "Confirmed on 01/11/2026."),
        ({"phones": ["129"], "phone_status": "hidden"}, "Not confirmed yet: ask before you go."),
        (UNCONFIRMED | {"category": "helpline"}, "Not confirmed yet."),
        (UNCONFIRMED | {"place": None}, "Not confirmed yet."),
        ({"confidential": True}, "Not confirmed yet."),
    ],
)
def test_every_service_says_whether_it_was_confirmed(changes: dict[str, Any], sentence: str) -> None:
    """Nobody goes to a line or to a hiding place, so there is nothing to do before going."""
    assert shown(a_service(**changes)).endswith(f"\n{sentence}")


def test_what_its_own_words_say_about_asking_is_not_said_twice() -> None:
    service = a_service()
    packs = some_packs(services={service: {"en": service_words(doubt="Ask at the town hall.")}})
    message = render(Services("kukes", None, (Offer(service.id),)), "en", a_context(packs))
    assert text(message).endswith("\nAsk at the town hall.\nNot confirmed yet.")
    assert "Hours not known" not in text(message)


def test_a_confirmation_that_is_overdue_is_none() -> None:
    assert "Confirmed on" in shown(a_service(verified=CALLED), today=date(2027, 5, 22))
    said = shown(a_service(verified=CALLED), today=date(2027, 5, 23))
    assert said.endswith("Not confirmed yet: ask before you go.")


def test_what_was_last_proven_two_years_ago_is_shown_no_more() -> None:
    service = a_service(verified=CALLED, position=DOOR)
    assert "Zyra e punës" in shown(service, today=date(2028, 11, 1))
    late = a_context(some_packs(services=[service]), today=date(2028, 11, 2))
    message = render(Services("kukes", None, (Offer(service.id),)), "en", late)
    assert "We have found no checked place or line" in text(message)
    assert venue(service.id, "en", late) is None


def test_nobody_is_made_to_doubt_an_emergency_number() -> None:
    line: dict[str, Any] = {"category": "emergency", "place": None, **UNCONFIRMED}
    assert shown(a_service(**line)).endswith("☎️ 116 117, 129")
    assert shown(a_service(**line), today=date(2036, 1, 1)).endswith("☎️ 116 117, 129")
    called = line | {"phone_status": "confirmed", "verified": CALLED}
    assert shown(a_service(**called)).endswith("Confirmed on 01/11/2026.")


def test_a_service_of_another_country_names_it() -> None:
    assert "Zyra e punës · Germany\n" in shown(a_service(country="DE", place=None, city="Berlin"))
    assert "📍 Berlin\n" in shown(a_service(country="DE", place=None, city="Berlin"))
    assert "Zyra e punës · EU\n" in shown(a_service(country="EU", place=None), place=None)
    assert "Albania" not in shown(a_service())


def test_words_in_another_language_are_marked() -> None:
    packs = some_packs(services={a_service(): {"en": service_words()}})
    message = render(Services(None, None, (Offer("al_zyra_kukes"),)), "sq", a_context(packs))
    assert message.html.endswith("<i>(Diçka këtu nuk është ende në gjuhën tuaj.)</i>")


@pytest.mark.parametrize(
    ("view", "heading"),
    [
        (Services("kukes", None, ()), "📍 Near you: Kukës"),
        (Services(None, None, ()), "For the whole country"),
        (Services("gone", None, ()), "For the whole country"),
        (Services(None, None, (), abroad=True), "Help abroad"),
    ],
)
def test_the_heading_says_where_these_services_are(view: Services, heading: str) -> None:
    assert text(render(view, "en", a_context())).startswith(f"{heading}\n")


def test_nothing_found_is_said_and_a_person_offered() -> None:
    message = render(Services("kukes", "legal_aid", ()), "en", a_context())
    assert "We have found no checked place or line for this yet." in message.html
    assert ways(message.rows) == [Tap("needs"), Tap("near", "other"), Tap("talk"), Tap("menu")]


def test_a_service_that_is_gone_is_left_out() -> None:
    message = render(Services("kukes", None, (Offer("gone"), Offer("al_zyra_kukes"))), "en", a_context())
    assert "no checked place" in message.html


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("place", ["kukes", None])
def test_a_locked_screen_shows_no_name_of_a_service(language: str, place: str | None) -> None:
    """Voice rule 9: nor the kind of service that was asked for."""
    packs = several("dv_service")
    message = render(Services(place, "dv_service", (Offer("al_dv_service"),)), language, a_context(packs))
    said = text(message)
    assert min(said.index("dv service"), said.index("Zyra e punës")) >= 40


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("missed", [True, False])
@pytest.mark.parametrize("farther", [True, False])
def test_a_locked_screen_shows_nothing_of_what_was_looked_for(language: str, *, missed: bool, farther: bool) -> None:
    packs = several("dv_service")
    offers = (Offer("al_dv_service"),)
    view = Services("kukes", "bed", offers, letters="w.en", missed=missed, farther=farther)
    said = text(render(view, language, a_context(packs)))
    assert said.index(packs.need("bed", language)) >= 40


def test_one_can_go_on_narrow_down_and_move() -> None:
    packs = several("legal_aid", "helpline", "health")
    offers = (Offer("al_legal_aid", 1.0), Offer("al_helpline", 1.0))
    view = Services("kukes", None, offers, ("legal_aid", "health", "gone"), seen=3, total=9)
    assert ways(render(view, "en", a_context(packs)).rows) == [
        Tap("service", "al_legal_aid"),
        Tap("service", "al_helpline"),
        Tap("need", "legal_aid"),
        Tap("need", "health"),
        Tap("need", "", "5"),
        Tap("near", "other"),
        Tap("menu"),
    ]


def test_a_narrowed_list_goes_on_in_its_kind_and_can_be_widened() -> None:
    packs = several("legal_aid", "helpline")
    view = Services(None, "legal_aid", (Offer("al_legal_aid"),), ("legal_aid", "helpline"), total=2)
    message = render(view, "en", a_context(packs))
    assert ways(message.rows) == [
        Tap("service", "al_legal_aid", "legal_aid"),
        Tap("need", "helpline"),
        Tap("traits", "legal_aid", "0"),
        Tap("needs"),
        Tap("need", "legal_aid", "1"),
        Tap("near"),
        Tap("menu"),
    ]
    assert "Every kind of help" in labels(message)


def test_many_kinds_of_service_still_fit_one_screen() -> None:
    kinds = ("legal_aid", "helpline", "health", "education", "embassy", "disability", "lgbti", "rights_body")
    view = Services("kukes", None, tuple(Offer(f"al_{kind}") for kind in kinds[:3]), kinds, total=9)
    message = render(view, "en", a_context(several(*kinds)))
    assert len(message.rows) == 6
    assert Tap("needs") in ways(message.rows)


def test_abroad_the_list_goes_on_in_its_country_and_can_be_narrowed_down() -> None:
    packs = several("legal_aid", "helpline")
    view = Services(None, None, (Offer("al_legal_aid"),), ("helpline",), total=2, abroad=True, country="DE")
    message = render(view, "en", a_context(packs))
    assert text(message).startswith("📍 Germany\n")
    assert ways(message.rows) == [
        Tap("service", "al_legal_aid"),
        Tap("country", "DE", "helpline/0"),
        Tap("country", "DE", "/1"),
        Tap("countries"),
        Tap("menu"),
    ]


def test_what_was_wished_for_is_said_and_that_nobody_is_known_to_be_so() -> None:
    packs = several("legal_aid")
    view = Services("kukes", "lawyer", (Offer("al_legal_aid"),), letters="fo.en", missed=True)
    said = text(render(view, "en", a_context(packs)))
    assert "Of none of these do we know for sure that it is as you wish." in said
    assert "A lawyer · free of charge, open now and speaks English:" in said


def test_what_to_choose_by_is_turned_on_and_off() -> None:
    packs = several("legal_aid")
    message = render(Traits("kukes", "lawyer", "f.en", ("f", "o", ".en", ".sq")), "en", a_context(packs))
    assert [label for label in labels(message) if label.startswith("✓")] == ["✓ Free of charge", "✓ Speaks English"]
    assert ways(message.rows) == [
        Tap("traits", "lawyer", "0.en"),
        Tap("traits", "lawyer", "0fo.en"),
        Tap("traits", "lawyer", "0f"),
        Tap("traits", "lawyer", "0f.sq"),
        Tap("need", "lawyer", "0f.en"),
        Tap("menu"),
    ]


def test_every_kind_of_help_can_be_chosen() -> None:
    packs = several("legal_aid", "helpline")
    message = render(Needs("kukes", ("legal_aid", "helpline", "gone")), "en", a_context(packs))
    assert text(message) == "📍 Near you: Kukës\nWhat kind of help do you need?"
    chosen = [Tap("need", "legal_aid"), Tap("need", "helpline"), Tap("near", "other"), Tap("menu")]
    assert ways(message.rows) == chosen


def test_where_there_is_no_kind_of_help_a_person_is_offered() -> None:
    message = render(Needs(None, ()), "en", a_context())
    assert text(message).startswith("For the whole country\nWe have found no checked place")
    assert ways(message.rows) == [Tap("near"), Tap("talk"), Tap("menu")]


def test_helpers_lead_back_to_their_topic() -> None:
    packs = some_packs(services=[a_service(position=DOOR)])
    message = render(HelpersFor("asylum-facts", "kukes", (Offer("al_zyra_kukes", 0.4),)), "en", a_context(packs))
    assert text(message).startswith("Who helps: Asylum facts (en)\nThese places and lines can help you.")
    assert "📍 Kukës · less than 1 km" in text(message)
    back = [Tap("service", "al_zyra_kukes"), Tap("near", "other"), Tap("topic", "asylum-facts"), Tap("menu")]
    assert ways(message.rows) == back


def test_without_helpers_a_place_and_a_person_are_offered() -> None:
    message = render(HelpersFor("asylum-facts", None, ()), "en", a_context())
    assert ways(message.rows) == [Tap("near"), Tap("talk"), Tap("topic", "asylum-facts"), Tap("menu")]


def test_helpers_for_a_topic_that_is_gone_give_the_menu() -> None:
    assert render(HelpersFor("gone", None, ()), "en", a_context()) == render(Menu("button"), "en", a_context())


def test_asking_for_a_place_offers_the_towns_with_most_services() -> None:
    places = [a_place(name, name=name.title()) for name in ("a", "b", "c", "d", "e")]
    counts = {"b": 1, "c": 3, "d": 2, "e": 1, "prizren": 1}
    services = [a_service(f"s_{name}_{n}", place=name) for name, count in counts.items() for n in range(count)]
    kosovo = [a_place("prizren", country="XK", name="Prizren"), a_place("peje", country="XK", name="Pejë")]
    message = render(AskPlace(), "en", a_context(some_packs(services=services, places=[*places, *kosovo])))
    assert [tap.argument for tap in ways(message.rows) if tap.name == "place"] == ["c", "d", "b", "prizren"]
    assert "I remember only the municipality." in message.html


def test_a_place_that_we_do_not_know_is_said_to_be_so() -> None:
    assert render(AskPlace(unknown=True), "en", a_context()).html.startswith("I do not know this place.")
    assert render(AskPlace(), "en", a_context()).html.startswith("Where are you?")


def test_of_several_places_of_a_name_one_chooses_the_municipality() -> None:
    message = render(AskPlace(among=("kukes", "prizren", "gone")), "en", a_context())
    assert ways(message.rows) == [Tap("place", "kukes"), Tap("place", "prizren"), Tap("near"), Tap("menu")]


def test_countries_stand_in_the_order_of_their_names() -> None:
    message = render(Countries(("DE", "AT")), "sq", a_context())
    assert ways(message.rows) == [Tap("country", "AT"), Tap("country", "DE"), Tap("near"), Tap("menu")]


def test_a_service_can_be_seen_on_the_map() -> None:
    packs = some_packs(services=[a_service(position=DOOR, address="Rr. Skënderbeu 1")])
    seen = venue("al_zyra_kukes", "en", a_context(packs))
    assert seen is not None
    assert (seen.lat, seen.lon, seen.title) == (42.05, 20.45, "Zyra e punës")
    assert seen.address == "Rr. Skënderbeu 1, Kukës"
    assert ways(seen.rows) == [Tap("menu")]


def test_a_position_that_stands_for_a_town_gets_no_pin_and_no_distance_within_it() -> None:
    packs = some_packs(services=[a_service(position=SEAT)])
    message = render(Services("kukes", None, (Offer("al_zyra_kukes", 0.4),), total=1), "en", a_context(packs))
    assert venue("al_zyra_kukes", "en", a_context(packs)) is None
    assert "km" not in message.html
    assert Tap("map", "al_zyra_kukes") not in ways(message.rows)


def test_how_far_another_town_is_is_said_roughly() -> None:
    packs = some_packs(services=[a_service(position=SEAT)])
    message = render(Services("tirane", None, (Offer("al_zyra_kukes", 84.7),), total=1), "en", a_context(packs))
    assert "📍 Kukës · about 85 km" in message.html


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({"position": DOOR}, "Kukës"),
        ({"position": DOOR, "place": None, "city": "Berlin", "country": "DE"}, "Berlin"),
        ({"position": DOOR, "place": None, "country": "DE"}, "Germany"),
    ],
)
def test_a_pin_without_a_street_names_the_town_or_the_country(changes: dict[str, Any], address: str) -> None:
    seen = venue("al_zyra_kukes", "en", a_context(some_packs(services=[a_service(**changes)])))
    assert seen is not None
    assert seen.address == address


def test_what_is_nowhere_is_not_on_the_map() -> None:
    packs = some_packs(services=[a_service()])
    assert venue("al_zyra_kukes", "en", a_context(packs)) is None
    assert venue("gone", "en", a_context(packs)) is None


def test_the_countries_abroad_are_asked_for_below_what_holds_everywhere() -> None:
    packs = some_packs(services=[a_service("eu_line", category="helpline", country="EU", reach="national", place=None)])
    view = HelpersFor("asylum-facts", None, (Offer("eu_line"),), countries=("DE", "IT"))
    message = render(view, "en", a_context(packs))
    assert message.html.endswith("In which country do you need help?")
    assert [tap for tap in ways(message.rows) if tap.name == "abroad"] == [
        Tap("abroad", "DE", "asylum-facts"),
        Tap("abroad", "IT", "asylum-facts"),
    ]


def test_where_nothing_holds_everywhere_only_the_country_is_asked_for() -> None:
    message = render(HelpersFor("asylum-facts", None, (), countries=("DE",)), "en", a_context())
    assert message.html == "<b>Who helps: Asylum facts (en)</b>\n\nIn which country do you need help?"


def test_a_country_abroad_is_named_and_leads_back_to_the_others() -> None:
    packs = some_packs(services=[a_service("de_line", category="helpline", country="DE", reach="national", place=None)])
    message = render(HelpersFor("asylum-facts", None, (Offer("de_line"),), country="DE"), "en", a_context(packs))
    assert message.html.startswith("<b>Who helps: Asylum facts (en) · Germany</b>\n")
    assert Tap("who", "asylum-facts") in ways(message.rows)


def test_several_services_are_numbered_in_the_text_and_on_their_buttons() -> None:
    packs = several("legal_aid", "helpline")
    two = render(Services("kukes", None, (Offer("al_legal_aid"), Offer("al_helpline"))), "en", a_context(packs))
    assert "\n1. Zyra e punës\n" in text(two)
    assert "\n2. Zyra e punës\n" in text(two)
    assert labels(two)[:2] == ["1. Zyra e punës", "2. Zyra e punës"]
    one = render(Services("kukes", None, (Offer("al_legal_aid"),)), "en", a_context(packs))
    assert "1." not in text(one)
    assert labels(one)[0] == "🔎 Zyra e punës"


def test_what_one_can_read_about_a_need_is_one_tap_away() -> None:
    packs = replace(several("legal_aid"), needs={"lawyer": Need(categories=("legal_aid",), topic="asylum-facts")})
    message = render(Services("kukes", "lawyer", (Offer("al_legal_aid"),)), "en", a_context(packs))
    assert Tap("topic", "asylum-facts") in ways(message.rows)
