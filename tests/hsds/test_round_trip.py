"""Out as HSDS and back without loss, for every service that there is and for any that there could be."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.hsds.pack_files import Merged
from bot.hsds.package import Form
from bot.hsds.returned import Returned, returned
from bot.packs.assembling import assemble
from bot.packs.assets import Packs
from bot.packs.loader import read
from bot.packs.reading import Reading
from bot.packs.service_schema import Service, ServiceWords
from tests.builders import a_service, service_words, some_packs
from tests.hsds.things import directories, editions, sent_and_read, the_real_reading, the_real_services

FORMS: tuple[Form, ...] = ("json", "csv")
PACK = "{name: %s, title: Back, languages: [sq, en], countries: [%s], owner: editors}"


def same(back: Returned, packs: Packs) -> bool:
    return back.services == packs.services and back.words == packs.service_words


def test_no_field_of_a_service_is_forgotten() -> None:
    facts: dict[str, Any] = {
        "position": {"lat": 42.1, "lon": 20.4, "precision": "street"},
        "phones": ["+355 4 1"],
        "hours": "24/7",
    }
    facts |= {"phone_status": "hidden", "phone_note": "inside_country", "languages": ["sq"], "cost": "paid"}
    facts |= {"appointment": "needed", "women_staff": True, "groups": ["women", "disability"]}
    facts |= {"website": "https://x.example", "address": "Rruga 1", "city": "Shishtavec"}
    whole, secret = a_service(**facts), a_service("al_refuge", confidential=True)
    assert whole.model_fields_set | secret.model_fields_set == set(Service.model_fields)
    every_word = service_words(does="Counsels.", bring="Papers.", doubt="Ask first.")
    assert every_word.model_fields_set == set(ServiceWords.model_fields)
    packs = some_packs(services={whole: {"sq": every_word}, secret: {"sq": service_words()}})
    assert same(returned(sent_and_read(editions(packs, with_hidden=True), "csv"), {}), packs)


def test_the_real_services_are_all_read() -> None:
    assert [problem for problem in the_real_reading().problems if "services" in problem.path.parts] == []
    assert len(the_real_services().services) >= 198


@pytest.mark.parametrize("form", FORMS)
def test_the_real_services_come_back_as_they_are_with_what_the_packs_keep_to_themselves(form: Form) -> None:
    packs = the_real_services()
    back = returned(sent_and_read(editions(packs), form), packs.services)
    assert same(back, packs)
    assert back.left_out == {}
    assert Merged(the_real_reading(), back).files() == {}


@pytest.mark.parametrize("form", FORMS)
def test_our_own_copy_of_the_real_services_comes_back_whole_from_nothing(form: Form) -> None:
    packs = the_real_services()
    assert same(returned(sent_and_read(editions(packs, with_hidden=True), form), {}), packs)


def test_without_the_packs_only_what_was_withheld_is_missing() -> None:
    packs = the_real_services()
    back = returned(sent_and_read(editions(packs), "csv"), {})
    lost = {"phones", "phone_status", "place", "city"}
    for key, service in packs.services.items():
        missing = lost if key in back.left_out else set()
        assert back.services[key].model_dump(exclude=missing) == service.model_dump(exclude=missing)


def test_the_files_that_are_written_for_the_real_services_hold_the_same_services(tmp_path: Path) -> None:
    packs = the_real_services()
    back = returned(editions(packs, with_hidden=True), {})
    assert _read_again(Merged(Reading(tmp_path), back).files(), tmp_path) == said_by(packs)


@settings(max_examples=150)
@given(packs=directories(), form=st.sampled_from(FORMS), with_hidden=st.booleans())
def test_any_service_comes_back_as_it_went(packs: Packs, form: Form, with_hidden: bool) -> None:  # noqa: FBT001 -- hypothesis gives it by name
    known: dict[str, Service] = {} if with_hidden else dict(packs.services)
    assert same(returned(sent_and_read(editions(packs, with_hidden=with_hidden), form), known), packs)


@settings(max_examples=60)
@given(packs=directories())
def test_any_service_can_be_written_into_a_pack(tmp_path_factory: pytest.TempPathFactory, packs: Packs) -> None:
    folder = tmp_path_factory.mktemp("packs")
    back = returned(editions(packs, with_hidden=True), {})
    assert _read_again(Merged(Reading(folder), back).files(), folder) == said_by(packs)


Said = tuple[dict[str, Service], dict[str, dict[str, ServiceWords]]]


def said_by(packs: Packs) -> Said:
    return dict(packs.services), {key: dict(words) for key, words in packs.service_words.items()}


def _read_again(files: dict[str, str], folder: Path) -> Said:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        pack = path.relative_to(folder).parts[0]
        (folder / pack / "pack.yaml").write_text(PACK % (pack, pack.upper()), "utf-8")
    reading = read(folder)
    assert reading.problems == []
    return said_by(assemble(reading))
