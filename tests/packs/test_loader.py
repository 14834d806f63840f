"""From a folder of files to the packs of a running bot."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.packs.assembling import assemble
from bot.packs.loader import load, read
from bot.packs.search_schema import UNFITTED
from tests.builders import the_real_packs
from tests.checks.tiny_pack import TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def test_all_that_a_pack_says_is_there(pack: TinyPack) -> None:
    packs = load(pack.root)
    assert packs.languages == ("sq", "en")
    assert packs.sections == ("help",)
    assert set(packs.topics) == {"helplines", "police"}
    assert {topic.slug for topic in packs.topics_by_section["help"]} == {"helplines", "police"}
    assert packs.topics["police"].said("en").words.title == "The police (en)"
    assert list(packs.services) == ["al_office", "al_line"]
    assert packs.service("al_line", "sq").words.name == "The line (sq)"
    assert packs.places["kukes"].name == "Kukës"
    assert packs.signals["held"].said("sq").words.say == "Call the police (sq)."
    assert packs.section("help", "en").title == "Help (en)"
    assert packs.category("helpline", "sq") == "Lines (sq)"


def test_a_broken_pack_is_not_loaded_and_the_first_fault_is_told(pack: TinyPack) -> None:
    pack.change("topics/help/police.yaml", "audience: [everyone]", "audiense: [everyone]")
    with pytest.raises(ContentError, match=r"^2 faults in the packs; the first: .*Run 'udha content check'\.$"):
        load(pack.root)


def test_what_has_no_words_in_any_language_is_left_out(pack: TinyPack) -> None:
    pack.remove("en/help/police.yaml", "sq/help/police.yaml", "en/signals/held.yaml", "sq/signals/held.yaml")
    pack.remove("en/services/kukes.yaml", "sq/services/kukes.yaml")
    packs = load(pack.root)
    assert (set(packs.topics), packs.signals, packs.services) == ({"helplines"}, {}, {})


def test_a_topic_with_words_in_one_language_is_kept(pack: TinyPack) -> None:
    pack.remove("sq/help/police.yaml")
    assert load(pack.root).topics["police"].said("sq").language == "en"


def test_a_pack_may_be_as_small_as_its_own_file(pack: TinyPack) -> None:
    folder = pack.root / "more"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "{name: more, title: More, languages: [en, rom], countries: [XK], owner: editors, sections: [rights]}", "utf-8"
    )
    packs = load(pack.root)
    assert packs.languages == ("sq", "en", "rom")
    assert packs.sections == ("help", "rights")
    assert packs.topics_by_section["rights"] == ()


def test_a_pack_without_a_readable_description_is_a_fault(pack: TinyPack) -> None:
    pack.change("pack.yaml", "name: core", "nam: core")
    reading = read(pack.root)
    assert reading.packs == {}
    assert assemble(reading).topics == {}
    assert len(reading.problems) == 2


def test_words_in_a_language_that_the_pack_does_not_name_are_not_read(pack: TinyPack) -> None:
    pack.add("rom/help/police.yaml", "title: Policia\n")
    assert read(pack.root).problems == []


def test_a_file_of_service_words_that_is_no_list_of_names_says_nothing(pack: TinyPack) -> None:
    pack.path("en/services/kukes.yaml").write_text("", "utf-8")
    assert load(pack.root).service("al_line", "en").language == "sq"


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("places.yaml", "name: Kuk"),
        ("topics/help/police.yaml", "reviewed:"),
        ("signals/held.yaml", "alert_desk:"),
        ("services/kukes.yaml", "organisation: The office"),
        ("en/menu.yaml", "intro:"),
        ("en/help/police.yaml", "summary:"),
        ("en/signals/held.yaml", "say:"),
        ("en/services/kukes.yaml", "name: The office"),
    ],
)
def test_one_broken_file_keeps_no_other_from_being_read(pack: TinyPack, file: str, old: str) -> None:
    pack.change(file, old, f"un{old}")
    reading = read(pack.root)
    assert {problem.path for problem in reading.problems} == {pack.path(file)}
    assert "helplines" in reading.topics
    assert set(reading.service_words) == {"al_office", "al_line"}
    assert reading.languages() == ("sq", "en")


@pytest.mark.parametrize(
    ("folder", "noun", "name"),
    [
        ("topics/other", "topic", "police"),
        ("services", "service", "al_office"),
        ("services", "service", "al_line"),
    ],
)
def test_a_name_stands_in_one_file_only(pack: TinyPack, folder: str, noun: str, name: str) -> None:
    first = "topics/help/police.yaml" if noun == "topic" else "services/kukes.yaml"
    second = f"{folder}/police.yaml"
    pack.add(second, pack.path(first).read_text("utf-8"))
    sentence = f"The {noun} '{name}' stands in another file too."
    assert (pack.path(second), sentence) in [(each.path, each.sentence) for each in read(pack.root).problems]


def test_our_own_packs_load_in_both_languages() -> None:
    packs = the_real_packs()
    assert packs.languages == ("sq", "en")
    assert all(set(topic.words) == {"sq", "en"} for topic in packs.topics.values())
    assert {"AL", "XK"} <= {place.country for place in packs.places.values()}


def test_no_name_of_ours_is_too_long_for_its_button() -> None:
    packs = the_real_packs()
    names = [*packs.topics, *packs.services, *packs.places, *packs.category_words]
    assert max(map(len, names)) <= 50


def test_what_lies_outside_and_how_sure_to_be_are_taken_from_the_packs(pack: TinyPack) -> None:
    said = "".join(f"    - a car {number}\n" for number in ("one", "two", "three", "four", "five"))
    pack.add("en/outside.yaml", f"subjects:\n  cars:\n{said}")
    topics = "{constant: -2, cosine: 10, margin: 100, answer: 0.7, choose: 0.3}"
    danger = "{constant: -1, cosine: 5, margin: 50, leaning: 1, likely: 0.4}"
    pack.add("sureness.yaml", f"topics: {topics}\ndanger: {danger}\n")
    packs = load(pack.root)
    assert packs.outside == {"en": {"cars": ("a car one", "a car two", "a car three", "a car four", "a car five")}}
    assert (packs.sureness.topics.answer, packs.sureness.danger.likely) == (0.7, 0.4)


def test_packs_without_a_fit_go_by_the_one_of_the_program(pack: TinyPack) -> None:
    assert load(pack.root).sureness == UNFITTED


def test_offering_cannot_take_more_than_answering(pack: TinyPack) -> None:
    topics = "{constant: -2, cosine: 10, margin: 100, answer: 0.3, choose: 0.7}"
    danger = "{constant: -1, cosine: 5, margin: 50, leaning: 1, likely: 0.4}"
    pack.add("sureness.yaml", f"topics: {topics}\ndanger: {danger}\n")
    with pytest.raises(ContentError, match="choose must not be greater than answer"):
        load(pack.root)
