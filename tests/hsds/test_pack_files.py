"""What came back, as files of the packs: only what differs, and in the words of the packs' own files."""

from datetime import date
from pathlib import Path

import pytest

from bot.hsds.pack_files import Change, Merged
from bot.hsds.returned import Returned
from bot.packs.loader import read
from bot.packs.reading import Reading
from bot.packs.service_schema import Service, ServiceWords
from tests.builders import a_service, service_words
from tests.checks.tiny_pack import TinyPack

OFFICE_AS_WRITTEN = """\
  - id: al_new
    category: employment_office
    organisation: Agjencia
    country: AL
    place: kukes
    reach: local
    position: {lat: 42.07, lon: 20.42}
    phones: [+355 4 1, '129']
    phone_status: unconfirmed
    languages: [sq, en]
    sources:
      - url: https://example.org
        dated: '2019'
    confidence: medium
    verified: {on: 2026-11-22, how: source, by_role: editor}
    recheck_by: 2027-05-22
"""


@pytest.fixture
def packs(tmp_path: Path) -> Reading:
    """The office and the line of the tiny pack, in one file."""
    pack = TinyPack.copied_to(tmp_path)
    pack.change("pack.yaml", "[AL, XK]", "[AL]")
    return read(pack.root)


def back(*services: Service, **words: dict[str, ServiceWords]) -> Returned:
    return Returned({service.id: service for service in services}, words, {})


def here(packs: Reading, key: str) -> Service:
    return packs.services[key][2]


def test_nothing_that_differs_is_no_file(packs: Reading) -> None:
    merged = Merged(packs, back(here(packs, "al_office")))
    assert (list(merged.changes()), merged.files()) == ([], {})


def test_a_service_that_differs_is_written_with_its_neighbours_in_their_order(packs: Reading) -> None:
    changed = here(packs, "al_office").model_copy(update={"hours": "24/7", "recheck_by": date(2028, 1, 1)})
    merged = Merged(packs, back(changed))
    assert list(merged.changes()) == [Change("al_office", ("hours", "recheck_by"))]
    assert list(merged.files()) == ["core/services/kukes.yaml"]
    text = merged.files()["core/services/kukes.yaml"]
    assert text.index("id: al_office") < text.index("hours: 24/7") < text.index("\n\n  - id: al_line")


def test_words_that_differ_are_written_in_their_language_only(packs: Reading) -> None:
    merged = Merged(packs, back(here(packs, "al_line"), al_line={"en": service_words("Another line")}))
    assert list(merged.changes()) == [Change("al_line", ("words in en",))]
    (text,) = merged.files().values()
    assert list(merged.files()) == ["core/en/services/kukes.yaml"]
    assert "al_office:\n  name: The office (en)\n" in text
    assert "\n\nal_line:\n  name: Another line\n" in text


@pytest.mark.parametrize(
    ("changes", "home"),
    [
        ({"country": "AL"}, "core/services/kukes.yaml"),
        ({"country": "AL", "place": None}, "core/services/national.yaml"),
        ({"country": "DE", "place": None}, "de/services/national.yaml"),
    ],
)
def test_a_new_service_goes_to_its_place_in_the_pack_of_its_country(
    packs: Reading, changes: dict[str, str | None], home: str
) -> None:
    merged = Merged(packs, back(a_service("al_new", **changes), al_new={"sq": service_words()}))
    assert list(merged.changes()) == [Change("al_new", ())]
    folder, _, rest = home.partition("/")
    assert list(merged.files()) == [home, f"{folder}/sq/{rest}"]


def test_a_service_looks_as_people_write_it(tmp_path: Path) -> None:
    service = a_service(
        "al_new",
        phones=["+355 4 1", "129"],
        phone_status="unconfirmed",
        position={"lat": 42.07, "lon": 20.42},
        languages=["sq", "en"],
        sources=[{"url": "https://example.org", "dated": "2019"}],
    )
    files = Merged(Reading(tmp_path), back(service, al_new={"sq": service_words()})).files()
    assert files["al/services/kukes.yaml"] == "services:\n" + OFFICE_AS_WRITTEN
    assert (
        files["al/sq/services/kukes.yaml"]
        == "al_new:\n  name: Zyra e pun\u00ebs\n  serves: Kush k\u00ebrkon pun\u00eb\n"
    )
