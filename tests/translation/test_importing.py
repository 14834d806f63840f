"""From PO files into the packs."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.errors import ContentError
from bot.packs.loader import load, read
from bot.packs.yaml_file import read_yaml
from bot.saving import save
from bot.translation.fingerprints import fingerprint
from bot.translation.importing import Plan, plan
from tests.checks.tiny_guides import GUIDES, give_it
from tests.checks.tiny_pack import TinyPack
from tests.packs.test_versions import OTHERWISE, kosovo
from tests.translation.german import by_machine, export, fill, translated
from tests.translation.test_exporting import NEW, OLD, SUMMARY

NEAR = "near_misses: [{question: who helps me, topic: helplines}]\nwarning: Be calm.\n"


def contents(pack: TinyPack) -> dict[str, str]:
    return {path.relative_to(pack.root).as_posix(): path.read_text("utf-8") for path in pack.root.rglob("*.yaml")}


def planned(pack: TinyPack, *paths: Path, language: str = "de") -> Plan:
    return plan(read(pack.root), language, paths)


MORE = "  does: Courses and advice.\n  bring: Your identity card.\n  doubt: It may have moved.\n"
"""What words of a service may have beside those that they must have."""


def changed(po: Path, old: str, new: str, file: str = "core/help.po") -> None:
    text = (po / file).read_text("utf-8")
    assert old in text
    (po / file).write_text(text.replace(old, new), "utf-8")


def the(pack: TinyPack, file: str) -> Any:
    return read_yaml(pack.path(file))[0]


def test_everything_that_was_exported_comes_back(pack: TinyPack, po: Path) -> None:
    pack.add("en/help/police.yaml", NEAR)
    pack.change("en/services/kukes.yaml", "Whoever looks for work\n", f"Whoever looks for work\n{MORE}")
    pack.add("en/menu.yaml", "courtesies: {hello: [hello, hi]}\n")
    kosovo(pack, {"en/help/police.yaml": OTHERWISE})
    assert translated(pack.root, po, by_machine) == []
    said = {file: text for file, text in contents(pack).items() if "/de/" in file and "translated" not in file}
    assert {file.replace("/de/", "/en/") for file in said} == {file for file in contents(pack) if "/en/" in file}
    for file in said:
        path = pack.root / file
        assert read_yaml(path) == read_yaml(Path(str(path).replace("/de/", "/en/")))
    assert load(pack.root).languages == ("sq", "en", "de")


def test_a_reply_keeps_its_paragraphs_and_has_words_of_its_own_to_be_found_by(pack: TinyPack, po: Path) -> None:
    pack.give_it_a_reply(en="title: Hello\ntext: |-\n  Call the police:\n\n  • 112\nkeywords: [help, line]\n")
    assert translated(pack.root, po, by_machine) == []
    told = {"title": "Hello", "text": "Call the police:\n\n• 112", "keywords": ["help", "line"]}
    assert the(pack, "de/replies/hello.yaml") == told
    exported = (po / "core" / "replies.po").read_text("utf-8")
    assert "What a counsellor sends" in exported
    assert "At most 600 characters." in exported


def test_guides_come_back_to_the_last_word(pack: TinyPack, po: Path) -> None:
    for name in GUIDES:
        give_it(pack, name)
    pack.change("en/guides/offer.yaml", "Call the office.", '"Call:\\n\\n• the office\\n• the line"')
    pack.change("en/guides/days.yaml", "{over}", "{over}, {until}")
    assert translated(pack.root, po, by_machine) == []
    for name in GUIDES:
        assert the(pack, f"de/guides/{name}.yaml") == filled(the(pack, f"en/guides/{name}.yaml"))
    assert load(pack.root).guides["offer"].said("de").language == "de"
    exported = (po / "core" / "guides.po").read_text("utf-8")
    assert "It stands on a button. At most 24 characters." in exported
    assert "What a counsellor sends" not in exported
    assert planned(pack, po).files == {}


def filled(data: Any) -> Any:
    """Without what is empty."""
    return {key: filled(each) for key, each in data.items() if each} if isinstance(data, dict) else data


def test_a_guide_that_lacks_a_word_is_shown_in_english(pack: TinyPack, po: Path) -> None:
    give_it(pack, "offer")
    missing = "guides/offer/steps/kind/answers/job/label"
    remarks = translated(pack.root, po, lambda key, text: "" if key == missing else text)
    assert remarks == ["guides/offer: left out and shown in English, because it lacks steps/kind/answers/job/label."]
    assert load(pack.root).guides["offer"].said("de").language == "en"


def test_what_is_wrong_in_a_guide_is_told_at_its_line(pack: TinyPack, po: Path) -> None:
    give_it(pack, "days")
    said = {
        "guides/days/results/over/title": "x" * 61,
        "guides/days/results/some/text": "{links} Tage",
    }
    for path in export(pack.root, po):
        fill(path, said.get)
    lines = (po / "core" / "guides.po").read_text("utf-8").splitlines()
    told = [(lines[problem.line - 2], problem.sentence.partition(":")[2]) for problem in planned(pack, po).problems]
    assert told == [
        ('msgctxt "guides/days/results/over/title"', " it has 61 characters, and there is room for 60."),
        (
            'msgctxt "guides/days/results/some/text"',
            " the gaps that are filled in ({...}) are not those of the English text.",
        ),
    ]


def test_importing_the_same_again_changes_nothing(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    assert planned(pack, po).files == {}
    for path in export(pack.root, po):
        assert "fuzzy" not in path.read_text("utf-8")
    assert planned(pack, po).files == {}


def test_no_file_of_another_language_is_touched(pack: TinyPack, po: Path) -> None:
    before = contents(pack)
    translated(pack.root, po, by_machine)
    after = contents(pack)
    assert {file for file in before if before[file] != after[file]} == {"core/pack.yaml"}
    assert after["core/pack.yaml"] == before["core/pack.yaml"].replace("[sq, en]", "[sq, en, de]")
    assert all(file.startswith("core/de/") for file in after.keys() - before.keys())


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            '"Language: de\\n"',
            '"Language: fr\\n"',
            "The header says that this is 'fr'; 'de' is what is being imported.",
        ),
        ('"Language: de\\n"\n', "", "The header does not say Language."),
        ('"X-Udha-Pack: core\\n"\n', "", "The header does not say X-Udha-Pack."),
        ("X-Udha-Section: help", "X-Udha-Section: signals", "Two files are for 'signals' of 'core'."),
        ("X-Udha-Section: help", "X-Udha-Section: health", "The packs have no section 'health' in 'core'."),
        ("X-Udha-Pack: core", "X-Udha-Pack: greece", "The packs have no section 'help' in 'greece'."),
        ("X-Udha-Source: en", "X-Udha-Source: sq", "It was translated from 'sq'; the source here is 'en'."),
    ],
)
def test_a_header_that_lacks_something_or_says_something_else_stops_all(
    pack: TinyPack, po: Path, old: str, new: str, sentence: str
) -> None:
    for path in export(pack.root, po):
        fill(path, by_machine)
    changed(po, old, new)
    found = planned(pack, po)
    assert sentence in [problem.sentence for problem in found.problems]
    assert found.files == {}


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_po_file_is_never_imported_over_an_original(pack: TinyPack, po: Path, language: str) -> None:
    for path in export(pack.root, po):
        fill(path, by_machine)
    with pytest.raises(ContentError, match="original"):
        planned(pack, po, language=language)


def test_a_file_of_one_language_is_not_taken_for_another(pack: TinyPack, po: Path) -> None:
    for path in export(pack.root, po):
        fill(path, by_machine)
    assert len(planned(pack, po, language="it").problems) == len(list(po.rglob("*.po")))


def test_only_what_is_complete_is_written_and_it_is_said_what_is_not(pack: TinyPack, po: Path) -> None:
    remarks = translated(pack.root, po, lambda key, text: "" if key == "topics/police/steps/0" else text)
    assert remarks == ["topics/police: left out and shown in English, because it lacks steps/0."]
    assert not pack.path("de/help/police.yaml").exists()
    packs = load(pack.root)
    assert packs.topics["police"].said("de").language == "en"
    assert packs.topics["helplines"].said("de").language == "de"


def test_many_missing_parts_are_counted(pack: TinyPack, po: Path) -> None:
    remarks = translated(pack.root, po, lambda key, _: "Die Polizei" if key == "topics/police/title" else "")
    assert remarks == [
        "topics/police: left out and shown in English, because it lacks label, summary, details and 2 more."
    ]
    assert "de" not in the(pack, "pack.yaml")["languages"]


def test_an_unsure_translation_is_left_out(pack: TinyPack, po: Path) -> None:
    for path in export(pack.root, po):
        fill(path, by_machine)
    changed(po, f'msgctxt "{SUMMARY}"', f'#, fuzzy\nmsgctxt "{SUMMARY}"')
    found = planned(pack, po)
    assert found.remarks[0] == "help.po: 1 translations are marked as unsure (fuzzy); left out."
    assert pack.path("de/help/police.yaml") not in found.files


def test_an_empty_translation_takes_nothing_away(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    before = contents(pack)
    for path in export(pack.root, po):
        fill(path, lambda key, _: "Anders." if key == SUMMARY else "")
    save(planned(pack, po).files)
    after = contents(pack)
    assert {file for file in after if after[file] != before[file]} == {"core/de/help/police.yaml"}
    assert the(pack, "de/help/police.yaml") == the(pack, "en/help/police.yaml") | {"summary": "Anders."}


def test_phrasings_of_its_own_stay_when_english_has_none_like_them(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    pack.add("de/help/police.yaml", NEAR.partition("\n")[0] + "\n")
    for path in export(pack.root, po):
        fill(path, lambda key, text: "Anders." if key == SUMMARY else text)
    save(planned(pack, po).files)
    assert the(pack, "de/help/police.yaml")["near_misses"] == [{"question": "who helps me", "topic": "helplines"}]


def test_a_step_that_english_no_longer_has_is_taken_away(pack: TinyPack, po: Path) -> None:
    pack.change("en/help/police.yaml", "  - Call 129.\n", "  - Call 129.\n  - Wait.\n")
    translated(pack.root, po, by_machine)
    pack.change("en/help/police.yaml", "  - Wait.\n", "")
    for path in export(pack.root, po):
        fill(path, lambda key, text: "Anders." if key == SUMMARY else text)
    save(planned(pack, po).files)
    assert the(pack, "de/help/police.yaml")["steps"] == ["Call 129."]


def test_each_fault_is_told_once_with_its_line_and_nothing_is_planned(pack: TinyPack, po: Path) -> None:
    pack.change("en/help/police.yaml", "summary: The police helps.", 'summary: "{name} helps."')
    said = {
        "topics/police/label": "x" * 25,
        SUMMARY: "{nome} hilft.",
        "topics/police/questions": "wo ist die polizei\nwo ist die polizei\nwer kommt",
    }
    for path in export(pack.root, po):
        fill(path, said.get)
    found = planned(pack, po)
    lines = (po / "core" / "help.po").read_text("utf-8").splitlines()
    told = [(lines[problem.line - 2], problem.sentence.partition(":")[2]) for problem in found.problems]
    assert found.files == {}
    assert told == [
        ('msgctxt "topics/police/label"', " it has 25 characters, and there is room for 24."),
        (f'msgctxt "{SUMMARY}"', " the gaps that are filled in ({...}) are not those of the English text."),
        ('msgctxt "topics/police/questions"', " Tuple should have at least 5 items after validation, not 2."),
    ]


def test_spaces_and_lines_are_tidied(pack: TinyPack, po: Path) -> None:
    said = {SUMMARY: "  Die  Polizei\nhilft. ", "topics/police/details": "Eins. \n\n• zwei\n"}
    translated(pack.root, po, said.get)
    words = the(pack, "de/help/police.yaml")
    assert (words["summary"], words["details"]) == ("Die Polizei hilft.", "Eins.\n\n• zwei")


def test_a_translation_of_an_older_text_is_stale_at_once_and_that_is_said(pack: TinyPack, po: Path) -> None:
    for path in export(pack.root, po):
        fill(path, by_machine)
    pack.change("en/help/police.yaml", OLD, NEW)
    found = planned(pack, po)
    save(found.files)
    assert found.remarks == [
        f"{SUMMARY}: the English text has changed since this was exported; the translation is taken as stale."
    ]
    assert the(pack, "de/translated.yaml")["fingerprints"][SUMMARY] == fingerprint("The police helps.")


def test_an_old_file_does_not_take_a_newer_translation_back(pack: TinyPack, po: Path) -> None:
    for path in export(pack.root, po):
        fill(path, by_machine)
    old = po.with_name("old")
    shutil.copytree(po, old)
    pack.change("en/help/police.yaml", OLD, NEW)
    translated(pack.root, po.with_name("new"), by_machine)
    found = planned(pack, old)
    assert found.remarks == [f"{SUMMARY}: the pack has a newer translation; left out."]
    assert found.files == {}


def test_what_people_type_has_no_fingerprint(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    prints = the(pack, "de/translated.yaml")["fingerprints"]
    assert "topics/police/steps/0" in prints
    assert not [key for key in prints if key.endswith(("questions", "phrases", "negatives"))]


def test_a_translation_whose_source_is_gone_is_left_out(pack: TinyPack, po: Path) -> None:
    for path in export(pack.root, po):
        fill(path, by_machine)
    for file in ("topics/help/police.yaml", "en/help/police.yaml", "sq/help/police.yaml"):
        pack.remove(file)
    found = planned(pack, po)
    assert "help.po: 'topics/police/title' is no longer in the packs; left out." in found.remarks
    assert pack.path("de/help/police.yaml") not in found.files


def test_fingerprints_of_words_that_are_gone_are_forgotten(pack: TinyPack, po: Path) -> None:
    translated(pack.root, po, by_machine)
    pack.remove("de/help/police.yaml")
    for path in export(pack.root, po):
        fill(path, lambda key, text: "" if "police" in key else text + "!" if key.endswith("/serves") else text)
    save(planned(pack, po).files)
    assert not [key for key in the(pack, "de/translated.yaml")["fingerprints"] if "police" in key]


def test_without_a_file_there_is_nothing_to_import(pack: TinyPack, po: Path) -> None:
    po.mkdir(parents=True)
    with pytest.raises(ContentError, match="no PO file"):
        planned(pack, po)
