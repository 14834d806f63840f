"""What there is to translate."""

from pathlib import Path

from bot.packs.loader import read
from bot.translation.entries import Domain, entries, must_be_whole
from tests.checks.tiny_guides import give_it
from tests.checks.tiny_pack import TinyPack

HELP = Domain("core", "help")


def test_an_entry_has_a_key_a_file_and_a_line(pack: TinyPack) -> None:
    entry = entries(read(pack.root), "en")[HELP, "topics/police/steps/0"]
    assert (entry.text, entry.file) == ("Call 129.", "core/en/help/police.yaml")
    assert entry.line == pack.line("en/help/police.yaml", "Call 129.")


def test_limits_are_those_of_the_schema(pack: TinyPack) -> None:
    pack.add("en/help/police.yaml", "warning: Be calm.\n")
    pack.add("en/services/kukes.yaml", "  does: It listens.\n  bring: Nothing.\n")
    found = entries(read(pack.root), "en")
    limits = {key: entry.limit for (_, key), entry in found.items()}
    assert {
        part: limits[f"topics/police/{part}"] for part in ("label", "title", "steps/0", "warning", "questions")
    } == {
        "label": 24,
        "title": 48,
        "steps/0": 200,
        "warning": 250,
        "questions": None,
    }
    assert limits["signals/held/say"] == 200
    assert limits["services/al_line/does"] == limits["services/al_line/bring"] == 200
    assert limits["menu/sections/help/title"] == 24


def test_limits_of_a_guide_hold_at_every_depth(pack: TinyPack) -> None:
    give_it(pack, "offer")
    give_it(pack, "list")
    limits = {key: entry.limit for (_, key), entry in entries(read(pack.root), "en").items()}
    assert limits["guides/offer/steps/kind/ask"] == 400
    assert limits["guides/offer/steps/kind/answers/job/label"] == 24
    assert limits["guides/offer/results/high/parts/more/text"] == 900
    assert limits["guides/offer/results/high/share"] == 500
    assert limits["guides/list/items/card/text"] == 160
    assert limits["guides/list/groups/help/title"] == 18


def test_a_text_of_a_guide_has_its_line(pack: TinyPack) -> None:
    give_it(pack, "offer")
    entry = entries(read(pack.root), "en")[Domain("core", "guides"), "guides/offer/steps/paper/answers/no/reason"]
    assert entry.line == pack.line("en/guides/offer.yaml", "reason: Nobody")


def test_what_english_says_must_be_said_and_how_people_ask_may_differ(pack: TinyPack) -> None:
    pack.add("en/help/police.yaml", "warning: Be calm.\nnear_misses: [{question: a lawyer, topic: helplines}]\n")
    found = entries(read(pack.root), "en")
    needed = {key: entry.required for (domain, key), entry in found.items() if domain != Domain("core", "menu")}
    assert needed["topics/police/warning"]
    assert needed["topics/police/questions"]
    assert not needed["topics/police/near_misses/helplines"]
    assert not needed["signals/held/negatives"]


def test_originals_and_english_must_be_whole(pack: TinyPack) -> None:
    assert must_be_whole(read(pack.root)) == {"sq", "en"}


def test_the_real_packs_have_no_key_twice_and_none_that_a_folder_could_not_be_named_for() -> None:
    reading = read(Path(__file__).parents[2] / "content")
    found = entries(reading, "en")
    assert len(found) > 500
    assert all(domain.section.replace("-", "").isalnum() for domain, _ in found)
