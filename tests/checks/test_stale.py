"""Translations that are behind the English text, and what is missing."""

from pathlib import Path

import pytest

from bot.checks.stale import translations_are_current, translations_are_whole
from bot.packs.loader import read
from tests.checks.tiny_guides import give_it
from tests.checks.tiny_pack import TODAY, TinyPack
from tests.translation.german import by_machine, export, fill, translated
from tests.translation.test_exporting import NEW, OLD, SUMMARY


@pytest.fixture
def german(pack: TinyPack, tmp_path: Path) -> TinyPack:
    """With every word in German."""
    translated(pack.root, tmp_path / "de", by_machine)
    return pack


def stale(pack: TinyPack) -> list[tuple[str, int, str]]:
    folder = pack.root / "core"
    return [
        (problem.path.relative_to(folder).as_posix(), problem.line, problem.sentence)
        for problem in translations_are_current(read(pack.root), TODAY)
    ]


def missing(pack: TinyPack) -> list[str]:
    return [problem.sentence for problem in translations_are_whole(read(pack.root), TODAY)]


def test_a_new_translation_is_current_and_whole(german: TinyPack) -> None:
    assert stale(german) == []
    assert missing(german) == []


def test_a_changed_source_makes_its_translation_stale_and_nothing_else(german: TinyPack) -> None:
    german.change("en/help/police.yaml", OLD, NEW)
    german.change("en/help/police.yaml", "where is the police", "where are the police")
    line = german.line("de/help/police.yaml", OLD)
    assert stale(german) == [
        (
            "de/help/police.yaml",
            line,
            f"The English text of '{SUMMARY}' has changed since this was translated (core/en/help/police.yaml).",
        )
    ]
    (problem,) = translations_are_current(read(german.root), TODAY)
    assert problem.severity == "advice"
    assert "export --lang de" in problem.remedy


def test_looking_at_it_again_and_importing_it_makes_it_current(german: TinyPack, tmp_path: Path) -> None:
    german.change("en/help/police.yaml", OLD, NEW)
    translated(german.root, tmp_path / "de", by_machine)
    assert stale(german) == []


def test_exporting_alone_makes_nothing_current(german: TinyPack, tmp_path: Path) -> None:
    german.change("en/help/police.yaml", OLD, NEW)
    for path in export(german.root, tmp_path / "again"):
        fill(path, lambda _key, _text: "")
    assert len(stale(german)) == 1


def test_albanian_is_an_original_and_never_stale(german: TinyPack) -> None:
    german.path("de/translated.yaml").rename(german.path("sq/translated.yaml"))
    german.change("en/help/police.yaml", OLD, NEW)
    assert stale(german) == []


def test_a_broken_list_of_fingerprints_is_an_error(german: TinyPack) -> None:
    german.path("de/translated.yaml").write_text("fingerprints: {a: 1}\n")
    (problem,) = translations_are_current(read(german.root), TODAY)
    assert problem.severity == "error"


def test_a_missing_guide_is_counted_too(german: TinyPack) -> None:
    give_it(german, "offer")
    assert missing(german) == ["'de' has no words for 1 guides of 'core'; they are shown in English."]


def test_what_is_missing_is_counted_as_advice_and_no_fault_of_its_own(german: TinyPack) -> None:
    german.remove("de/help/police.yaml", "de/signals/held.yaml", "de/menu.yaml")
    assert missing(german) == [
        "'de' has no words for 1 topics, 1 signals, 3 parts of the menu of 'core'; they are shown in English."
    ]
    (problem,) = translations_are_whole(read(german.root), TODAY)
    assert (problem.severity, problem.line) == ("advice", german.line("pack.yaml", "languages"))
    assert [fault for fault in german.problems() if fault.severity == "error"] == []
