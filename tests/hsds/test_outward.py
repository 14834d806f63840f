"""What of a service stands where in HSDS, and what is not said to anybody."""

from typing import Any

from bot.hsds.outward import Edition, services
from bot.packs.service_schema import Service
from tests.builders import a_place, a_service, service_words, some_packs
from tests.hsds.things import editions, the_real_services

POINT = {"lat": 42.07, "lon": 20.42}


def written(service: Service, language: str = "en", *, with_hidden: bool = False) -> dict[str, Any]:
    words = {tongue: service_words(f"The office ({tongue})", doubt="Ask first.") for tongue in ("sq", "en")}
    places = [a_place(), a_place("tirane", name="Tiran\u00eb", name_en="Tirana")]
    packs = some_packs(services={service: words}, places=places)
    (thing,) = services(Edition(packs, language, with_hidden))
    return thing


def location(service: Service, language: str = "en") -> dict[str, Any]:
    found: dict[str, Any] = written(service, language)["service_at_locations"][0]["location"]
    return found


def test_the_words_the_check_and_the_doubt_stand_in_fields_of_the_standard() -> None:
    thing = written(a_service(website="https://x.example"))
    assert (thing["name"], thing["eligibility_description"]) == ("The office (en)", "Kush k\u00ebrkon pun\u00eb")
    assert (thing["status"], thing["url"], thing["alert"]) == ("active", "https://x.example", "Ask first.")
    assert (thing["assured_date"], thing["metadata"][0]["updated_by"]) == ("2026-11-22", "editor")
    assert thing["organization"]["name"] == "Agjencia"


def test_the_kind_is_a_term_of_our_taxonomy_named_in_the_language() -> None:
    (attribute,) = written(a_service(category="legal_aid"), "sq")["attributes"]
    term = attribute["taxonomy_term"]
    assert (term["code"], term["name"], term["language"]) == ("legal_aid", "legal aid", "sq")
    assert term["taxonomy_detail"]["name"] == "Udha categories"


def test_a_kind_without_words_and_a_place_of_no_pack_are_named_by_their_keys() -> None:
    packs = some_packs(services=[a_service(place="elsewhere")])
    packs.category_words.clear()  # type: ignore[attr-defined]  # a dict in the builder
    (thing,) = services(Edition(packs, "sq"))
    assert thing["attributes"][0]["taxonomy_term"]["name"] == "employment_office"
    assert thing["service_areas"][0]["name"] == "elsewhere"


def test_languages_areas_and_countries_have_names_in_the_language_of_the_package() -> None:
    line = a_service(languages=["sq", "rom"], reach="national", country="XK", place=None)
    assert [each.get("name") for each in written(line, "en")["languages"]] == ["Albanian", "Romany"]
    assert [each.get("name") for each in written(line, "sq")["languages"]] == ["shqip", None]
    assert [written(line, tongue)["service_areas"][0]["name"] for tongue in ("sq", "en")] == ["Kosov\u00eb", "Kosovo"]
    assert written(a_service(place="tirane"))["service_areas"][0]["name"] == "Tirana"


def test_a_language_that_unicode_does_not_have_is_written_with_english_names() -> None:
    service = a_service(languages=["sq"])
    packs = some_packs(services={service: {"rom": service_words()}})
    assert services(Edition(packs, "rom"))[0]["languages"][0]["name"] == "Albanian"


def test_a_number_that_waits_for_a_test_call_is_in_no_package_for_others() -> None:
    hidden = a_service(phones=["116 006"], phone_status="hidden")
    assert "phones" not in written(hidden)
    assert (written(hidden)["x_phone_status"], written(hidden)["x_withheld"]) == ("hidden", ["phones"])
    assert written(hidden, with_hidden=True)["phones"][0]["number"] == "116 006"
    assert written(a_service(phones=["129"], phone_status="unconfirmed"))["phones"][0]["number"] == "129"


def test_a_hiding_place_has_no_location_and_no_town() -> None:
    refuge = a_service(confidential=True, city="Shishtavec")
    thing = written(refuge)
    assert not {"service_at_locations", "x_place", "x_city"} & thing.keys()
    assert thing["service_areas"][0]["name"] == "Albania"
    assert (thing["x_confidential"], thing["x_withheld"]) == (True, ["place", "city"])


def test_our_own_copy_of_a_hiding_place_has_its_town_but_no_location_either() -> None:
    thing = written(a_service(confidential=True, city="Shishtavec"), with_hidden=True)
    assert (thing["x_place"], thing["x_city"]) == ("kukes", "Shishtavec")
    assert not {"service_at_locations", "x_withheld"} & thing.keys()


def test_no_real_package_says_what_the_bot_keeps_to_itself() -> None:
    real = the_real_services()
    for package in editions(real):
        for thing in package.services:
            service = real.services[thing["x_key"]]
            if service.phone_status == "hidden":
                assert "phones" not in thing
            if service.confidential:
                assert not {"service_at_locations", "x_place", "x_city"} & thing.keys()
                assert thing["service_areas"][0]["name"] in {"Shqip\u00ebri", "Kosov\u00eb", "Albania", "Kosovo"}


def test_only_the_point_of_a_door_is_a_latitude_and_longitude() -> None:
    assert location(a_service(position=POINT | {"precision": "street"}))["latitude"] == 42.07
    town = location(a_service(position=POINT))
    assert (town["x_town_latitude"], town["x_town_longitude"]) == (42.07, 20.42)
    assert not {"latitude", "longitude"} & town.keys()


def test_what_is_not_known_of_an_address_is_empty() -> None:
    (address,) = location(a_service(place="tirane"))["addresses"]
    known = {name: value for name, value in address.items() if name != "id" and value}
    assert known == {"city": "Tirana", "country": "AL", "address_type": "physical"}
    assert {address[name] for name in ("address_1", "state_province", "postal_code")} == {""}


def test_a_city_inside_a_municipality_has_it_as_its_region() -> None:
    (address,) = location(a_service(city="Shishtavec"), "sq")["addresses"]
    assert (address["city"], address["region"]) == ("Shishtavec", "Kuk\u00ebs")


def test_a_service_of_which_we_know_no_place_has_no_location() -> None:
    assert "service_at_locations" not in written(a_service(place=None, reach="national"))
    assert "addresses" not in location(a_service(place=None, position=POINT))


def test_what_costs_nothing_costs_nought_and_what_we_do_not_know_is_not_said() -> None:
    assert written(a_service(cost="free"))["cost_options"][0]["amount"] == 0
    assert "amount" not in written(a_service(cost="paid"))["cost_options"][0]
    assert not {"cost_options", "schedules", "phones", "url"} & written(a_service()).keys()


def test_ids_are_the_same_in_every_language_and_on_every_day() -> None:
    service = a_service("al_line", phones=["129"], phone_status="confirmed")
    sq, en = written(service, "sq"), written(service, "en")
    assert sq["id"] == en["id"] == "4f881b4d-38da-5e68-9131-8d7e1cfdabf2"
    assert sq["phones"] == en["phones"]
    assert sq["organization"] == en["organization"]


def test_words_of_another_language_say_which() -> None:
    packs = some_packs(services={a_service(): {"sq": service_words()}})
    assert [services(Edition(packs, tongue))[0]["x_language"] for tongue in ("sq", "en")] == ["sq", "sq"]


def test_what_one_gets_and_what_to_bring_stand_in_fields_of_the_standard() -> None:
    words = service_words(does="Courses and advice.", bring="Your identity card.")
    service = a_service(appointment="needed", women_staff=True)
    (thing,) = services(Edition(some_packs(services={service: {"en": words}}), "en"))
    assert thing["description"] == "Courses and advice."
    assert [paper["document"] for paper in thing["required_documents"]] == ["Your identity card."]
    assert (thing["application_process"], thing["x_women_staff"]) == ("appointment: needed", True)
    assert not {"description", "required_documents", "application_process"} & written(a_service()).keys()


def test_the_groups_are_terms_beside_the_kind() -> None:
    kind, *groups = written(a_service(category="disability", groups=["disability", "children"]))["attributes"]
    assert kind["link_type"] == "category"
    assert [group["taxonomy_term"]["code"] for group in groups] == ["disability", "children"]
    assert {group["link_type"] for group in groups} == {"intended_audience"}
    assert {group["taxonomy_term"]["taxonomy_detail"]["name"] for group in groups} == {"Udha groups"}
    assert len({kind["taxonomy_term"]["id"], *(group["taxonomy_term"]["id"] for group in groups)}) == 3
