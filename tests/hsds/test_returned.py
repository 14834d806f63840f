"""What comes back: standard fields count, what was withheld comes from the packs, and doubt is told."""

from copy import deepcopy
from typing import Any

import pytest

from bot.hsds.errors import ExchangeError
from bot.hsds.package import Package
from bot.hsds.returned import returned
from bot.packs.service_schema import Service
from tests.builders import a_service, some_packs
from tests.hsds.things import editions

OFFICE = a_service("al_office", phones=["+355 4 1"], phone_status="unconfirmed", address="Rruga 1")
HIDDEN = a_service("al_hidden", phones=["116 006"], phone_status="hidden")
REFUGE = a_service("al_refuge", confidential=True)


def sent(service: Service) -> dict[str, Any]:
    """In English, as it goes out."""
    return deepcopy(editions(some_packs(services=[service]))[1].services[0])


def back(*things: dict[str, Any], known: Service | None = None) -> Service:
    (service,) = returned([Package("en", things)], {known.id: known} if known else {}).services.values()
    return service


def test_what_a_partner_changes_in_the_standard_s_own_fields_is_taken() -> None:
    thing = sent(OFFICE)
    thing["phones"][0]["number"] = "+355 4 2"
    thing["assured_date"] = "2027-01-05"
    thing["x_verified_how"] = "provider"
    thing["service_at_locations"][0]["location"]["addresses"][0]["address_1"] = "Rruga 2"
    service = back(thing)
    assert (service.phones, service.address) == (("+355 4 2",), "Rruga 2")
    assert (service.verified.on.isoformat(), service.verified.how) == ("2027-01-05", "provider")


def test_what_is_of_others_in_a_package_is_passed_over() -> None:
    thing = sent(OFFICE) | {"email": "office@example.org", "x_theirs": 1}
    thing["attributes"].insert(0, {"id": "a", "taxonomy_term": {"id": "b", "name": "Food", "description": ""}})
    thing["attributes"].insert(0, {"id": "c", "value": "blue"})
    thing["metadata"].insert(0, thing["metadata"][0] | {"field_name": "name", "updated_by": "somebody"})
    assert back(thing) == OFFICE


def test_papers_that_a_partner_lists_one_by_one_become_one_sentence() -> None:
    papers = [{"id": str(at), "document": paper} for at, paper in enumerate(("Passport", "two photos"))]
    found = returned([Package("en", (sent(OFFICE) | {"required_documents": papers},))], {})
    assert found.words[OFFICE.id]["en"].bring == "Passport, two photos"


def test_a_text_about_appointments_that_is_not_ours_is_refused_by_name() -> None:
    with pytest.raises(ExchangeError, match=r"'al_office': appointment: Input should be 'none' or 'needed'"):
        back(sent(OFFICE) | {"application_process": "Call us first."})


def test_only_what_we_withhold_ourselves_is_taken_from_the_packs() -> None:
    thing = sent(OFFICE) | {"x_withheld": ["hours", "phones"]}
    assert back(thing, known=OFFICE.model_copy(update={"hours": "24/7"})) == OFFICE


@pytest.mark.parametrize("service", [HIDDEN, REFUGE], ids=lambda service: service.id)
def test_what_was_withheld_comes_from_the_packs(service: Service) -> None:
    assert back(sent(service), known=service) == service


def test_what_was_withheld_and_is_not_known_is_told() -> None:
    found = returned([Package("en", (sent(HIDDEN), sent(REFUGE)))], {})
    assert found.left_out == {"al_hidden": ("phones",), "al_refuge": ("place",)}
    assert (found.services["al_hidden"].phones, found.services["al_hidden"].phone_status) == ((), None)


def test_a_number_that_a_partner_fills_in_goes_before_the_one_of_the_packs() -> None:
    thing = sent(HIDDEN) | {"phones": [{"id": "p", "number": "129"}], "x_phone_status": "confirmed"}
    service = back(thing, known=HIDDEN)
    assert (service.phones, service.phone_status) == (("129",), "confirmed")


def test_a_hidden_number_that_the_packs_have_no_longer_leaves_no_status_behind() -> None:
    assert back(sent(HIDDEN), known=a_service("al_hidden")) == a_service("al_hidden")


def test_the_words_of_each_language_come_together() -> None:
    packs = some_packs(services=[OFFICE])
    assert returned(editions(packs), {}).words == packs.service_words


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"x_reach": "national"}, r"'al_office' stands twice and differs in reach\. Make them the same"),
        ({"name": "Another"}, "differs in the words in en"),
    ],
)
def test_two_packages_that_say_different_things_are_refused(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ExchangeError, match=sentence):
        returned([Package("en", (sent(OFFICE),)), Package("en", (sent(OFFICE) | change,))], {})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"x_language": "../sq"}, "Service 'al_office': x_language: String should match pattern"),
        ({"x_place": "../kukes"}, "Service 'al_office': place: String should match pattern"),
        ({"x_key": None}, "has no 'x_key'"),
        ({"x_reach": None}, "Service 'al_office' has no 'x_reach' where it is looked for"),
        ({"attributes": None}, "has no 'attributes'"),
        ({"attributes": []}, "has no \"attribute with a term of the taxonomy 'Udha categories'\""),
        ({"x_reach": "everywhere"}, "Service 'al_office': reach: Input should be"),
        ({"alert": "x" * 201}, "Service 'al_office': doubt: String should have at most 200"),
        ({"eligibility_description": None}, "Service 'al_office': serves: Input should be a valid string"),
        ({"metadata": []}, "verified.by_role: Input should be a valid string"),
        ({"organization": "Agjencia"}, "is not built as HSDS has it"),
        ({"phones": 1}, "is not built as HSDS has it"),
        ({"x_phone_status": None}, "the service: Value error, phones and phone_status go together"),
    ],
)
def test_a_service_that_makes_no_sense_is_named(change: dict[str, Any], sentence: str) -> None:
    thing = {name: value for name, value in (sent(OFFICE) | change).items() if value is not None}
    with pytest.raises(ExchangeError) as refused:
        back(thing)
    assert sentence in str(refused.value)
