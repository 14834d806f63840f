import shutil
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.language.phrases import Phrases
from tests.contexts import LOCALES, the_phrases

HEADER = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def a_folder(tmp_path: Path, entries: str, language: str = "sq") -> Path:
    file = tmp_path / language / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    file.write_text(HEADER + entries, encoding="utf-8")
    return tmp_path


def test_a_phrase_is_said_in_the_language_asked_for() -> None:
    assert the_phrases().speak("sq").gettext("Menu") == "Menyja"
    assert the_phrases().speak("en").gettext("Menu") == "Menu"


def test_a_missing_phrase_is_said_in_english(tmp_path: Path) -> None:
    say = Phrases.load(a_folder(tmp_path, 'msgid "Menu"\nmsgstr ""\n')).speak("sq")
    assert say.gettext("Menu") == "Menu"
    assert say.gettext("Nothing like it") == "Nothing like it"
    assert say.pgettext("signal", "suicide") == "suicide"


def test_a_fuzzy_phrase_is_not_trusted(tmp_path: Path) -> None:
    say = Phrases.load(a_folder(tmp_path, '#, fuzzy\nmsgid "Menu"\nmsgstr "Ushqime"\n')).speak("sq")
    assert say.gettext("Menu") == "Menu"


@pytest.mark.parametrize("said", ["Rufen Sie {nummern} an.", "Rufen Sie {numbers an.", "Rufen Sie an.", "{} {numbers}"])
def test_a_phrase_whose_gaps_are_not_ours_is_not_said(tmp_path: Path, said: str) -> None:
    say = Phrases.load(a_folder(tmp_path, f'msgid "Call {{numbers}}."\nmsgstr "{said}"\n', "de")).speak("de")
    assert say.gettext("Call {numbers}.").format(numbers="112") == "Call 112."


def test_one_form_of_a_plural_may_leave_the_number_out_and_none_may_add_a_gap(tmp_path: Path) -> None:
    entry = 'msgid "{n} place"\nmsgid_plural "{n} places"\nmsgstr[0] "ein Ort"\nmsgstr[1] "{n} Orte"\n'
    say = Phrases.load(a_folder(tmp_path / "good", entry, "de")).speak("de")
    assert say.ngettext("{n} place", "{n} places", 1) == "ein Ort"
    say = Phrases.load(a_folder(tmp_path / "bad", entry.replace("{n} Orte", "{m} Orte"), "de")).speak("de")
    assert say.ngettext("{n} place", "{n} places", 1) == "{n} place"


def test_a_language_without_a_file_speaks_english() -> None:
    say = the_phrases().speak("rom")
    assert say.gettext("Menu") == "Menu"
    assert say.ngettext("one", "many", 2) == "many"


def test_a_new_language_is_one_more_file(tmp_path: Path) -> None:
    shutil.copytree(LOCALES, tmp_path, dirs_exist_ok=True)
    a_folder(tmp_path, 'msgid "Menu"\nmsgstr "Menü"\n', "de")
    phrases = Phrases.load(tmp_path)
    assert phrases.speak("de").gettext("Menu") == "Menü"
    assert phrases.speak("sq").gettext("Menu") == "Menyja"


def test_plural_forms_follow_the_number() -> None:
    one, many = "Source: {title} · checked on {date}", "Sources ({number}) · checked on {date}"
    say = the_phrases().speak("sq")
    assert say.ngettext(one, many, 1).startswith("Burimi:")
    assert say.ngettext(one, many, 0).startswith("Burimet")
    assert say.ngettext(one, many, 2).startswith("Burimet")


def test_a_file_without_a_header_has_the_plurals_of_its_language(tmp_path: Path) -> None:
    file = a_folder(tmp_path, "", "sr") / "sr" / "LC_MESSAGES" / "messages.po"
    forms = "".join(f'msgstr[{n}] "{said}"\n' for n, said in enumerate(("jedan", "dva", "pet")))
    file.write_text(f'msgid "one"\nmsgid_plural "many"\n{forms}', encoding="utf-8")
    say = Phrases.load(tmp_path).speak("sr")
    assert [say.ngettext("one", "many", number) for number in (1, 2, 5, 21)] == ["jedan", "dva", "pet", "jedan"]


def test_a_folder_without_phrases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no phrases in"):
        Phrases.load(tmp_path)


def test_a_broken_file_is_refused_with_its_language(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="'sq' cannot be read"):
        Phrases.load(a_folder(tmp_path, "this is no PO file\n"))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = a_folder(tmp_path, "") / "sq" / "LC_MESSAGES" / "messages.po"
    file.write_bytes(HEADER.encode() + 'msgid "Welcome"\nmsgstr "Mirë"\n'.encode("latin-1"))
    with pytest.raises(ContentError, match="'sq' cannot be read"):
        Phrases.load(file.parents[2])
