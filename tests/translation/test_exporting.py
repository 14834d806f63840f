"""PO files for a translator."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.packs.loader import read as read_packs
from bot.translation.catalogs import PoFile, read
from bot.translation.exporting import exported
from tests.checks.tiny_pack import TinyPack
from tests.packs.test_versions import OTHERWISE, kosovo
from tests.translation.german import by_machine, export, fill, translated

SUMMARY = "topics/police/summary"
OLD, NEW = "summary: The police helps.", "summary: The police must help."


def po_file(path: Path) -> PoFile:
    found, problems = read(path)
    assert found, problems
    return found


def entry(path: Path, key: str) -> str:
    """An entry as it stands in the file."""
    (found,) = [block for block in path.read_text("utf-8").split("\n\n") if f'msgctxt "{key}"' in block]
    return found


def test_there_is_one_file_for_each_section_of_each_pack(pack: TinyPack, po: Path) -> None:
    kosovo(pack, {"en/help/police.yaml": OTHERWISE})
    files = {path.relative_to(po).as_posix() for path in export(pack.root, po)}
    assert files == {"core/help.po", "core/menu.po", "core/services.po", "core/signals.po", "kosovo/help.po"}
    assert list(po_file(po / "kosovo" / "help.po").messages) == [SUMMARY]


def test_an_entry_has_its_key_its_source_its_file_and_the_albanian(pack: TinyPack, po: Path) -> None:
    export(pack.root, po)
    assert entry(po / "core" / "help.po", "topics/police/label") == (
        "#. It stands on a button. At most 24 characters.\n"
        "#. Albanian: Police (sq)\n"
        "#: core/en/help/police.yaml\n"
        'msgctxt "topics/police/label"\n'
        'msgid "Police (en)"\n'
        'msgstr ""'
    )


def test_what_people_type_is_one_entry_that_says_how_it_is_meant(pack: TinyPack, po: Path) -> None:
    export(pack.root, po)
    phrases = entry(po / "core" / "help.po", "topics/police/questions")
    assert "This is no translation" in phrases
    assert "Albanian:" not in phrases
    assert '"where is the police\\n"\n' in phrases


def test_what_the_language_has_already_is_there(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    files = list(exported(read_packs(pack.root), "de", po.with_name("other")))
    assert all(file.translated == file.texts and file.stale == 0 for file in files)


def test_a_stale_translation_is_fuzzy_with_the_source_that_it_was_made_from(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    pack.change("en/help/police.yaml", OLD, NEW)
    export(pack.root, po)
    export(pack.root, po.with_name("other"))
    known, unknown = entry(po / "core" / "help.po", SUMMARY), entry(po.with_name("other") / "core" / "help.po", SUMMARY)
    assert '#, fuzzy\n#| msgid "The police helps."\n' in known
    assert "#, fuzzy\n" in unknown
    assert "#|" not in unknown
    assert 'msgid "The police must help."\nmsgstr "The police helps."' in known


def test_what_people_type_is_never_stale(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    pack.change("en/help/police.yaml", "where is the police", "where are the police")
    export(pack.root, po)
    assert not any(message.fuzzy for message in po_file(po / "core" / "help.po").messages.values())


def test_a_draft_that_was_not_imported_is_kept(pack: TinyPack, po: Path) -> None:
    export(pack.root, po)
    fill(po / "core" / "help.po", lambda key, _: "Die Polizei hilft." if key == SUMMARY else "")
    before = (po / "core" / "help.po").read_text("utf-8")
    (po / "core" / "help.po").write_text(before.replace(f'msgctxt "{SUMMARY}"', f'# Sure?\nmsgctxt "{SUMMARY}"'))
    export(pack.root, po)
    assert "# Sure?\n" in entry(po / "core" / "help.po", SUMMARY)
    pack.change("en/help/police.yaml", OLD, NEW)
    export(pack.root, po)
    draft = entry(po / "core" / "help.po", SUMMARY)
    assert 'msgstr "Die Polizei hilft."' in draft
    assert '#, fuzzy\n#| msgid "The police helps."\n' in draft


def test_a_draft_never_takes_back_what_somebody_corrected_in_the_pack(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    pack.change("de/help/police.yaml", "summary: The police helps.", "summary: Die Polizei hilft.")
    export(pack.root, po)
    draft = entry(po / "core" / "help.po", SUMMARY)
    assert "#. In the pack now: Die Polizei hilft.\n" in draft
    assert "#, fuzzy\n" in draft
    assert 'msgstr "The police helps."' in draft


def test_a_translation_that_was_confirmed_and_not_yet_imported_stays_confirmed(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    pack.change("en/help/police.yaml", OLD, NEW)
    export(pack.root, po)
    path = po / "core" / "help.po"
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")
    export(pack.root, po)
    assert not po_file(path).messages[SUMMARY].fuzzy


@pytest.mark.parametrize("language", ["sq", "en"])
def test_an_original_is_not_translated(pack: TinyPack, po: Path, language: str) -> None:
    with pytest.raises(ContentError, match="original, not a translation"):
        export(pack.root, po, language)


@pytest.mark.parametrize("language", ["../sq", "German", "d"])
def test_what_is_no_language_is_refused(pack: TinyPack, po: Path, language: str) -> None:
    with pytest.raises(ContentError, match="no language code"):
        export(pack.root, po, language)


def test_packs_with_faults_are_mended_first(pack: TinyPack, po: Path) -> None:
    pack.add("de/translated.yaml", "fingerprints: {a: b}\n")
    with pytest.raises(ContentError, match="faults"):
        export(pack.root, po)


def test_a_broken_draft_is_not_written_over(pack: TinyPack, po: Path) -> None:
    (po / "core").mkdir(parents=True)
    (po / "core" / "help.po").write_text("somebody's work")
    with pytest.raises(ContentError, match="no valid PO file"):
        export(pack.root, po)
