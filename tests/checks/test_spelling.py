"""Words that stand in a dictionary, and where there is none."""

from pathlib import Path

import pytest

from bot.checks.dictionary import Dictionaries
from bot.checks.run import check_all
from bot.checks.spelling import words_are_known
from bot.packs.loader import read
from tests.checks.tiny_pack import DICTIONARIES, TODAY, TinyPack

WORDS = "sq/help/police.yaml"


def unknown(pack: TinyPack, text: str, part: str = "details: All about the police.") -> list[str]:
    """The words that are in no dictionary when the Albanian says this."""
    pack.change(WORDS, part, f"{part.split(':', maxsplit=1)[0]}: |-\n  {text}")
    problems = words_are_known(read(pack.root), DICTIONARIES)
    return [problem.sentence.split("'")[1] for problem in problems if "in no dictionary" in problem.sentence]


def test_a_word_that_is_in_no_dictionary_is_found_on_its_line(pack: TinyPack) -> None:
    line = pack.change(WORDS, "details: All about the police.", "details: |-\n  The police.\n  The polise helps.")
    (problem,) = pack.problems()
    assert (pack.named(problem), problem.line, problem.severity) == (WORDS, line + 2, "error")
    assert problem.sentence == "'polise' is in no dictionary."
    assert problem.remedy == "Correct it, or add it to 'words' of a glossary under 'sq'."


@pytest.mark.parametrize(
    "text",
    [
        "The police in Bajram Curri",  # a name
        "The police. Curri helps, and Curri",  # a name at the beginning of a sentence
        "The office. Kukës helps",  # a town
        "The police URA, eKosova, and see m²",  # what is no word
        "see gov.uk/visa and write /keshilltar",
        "udhën",  # the glossary
        "office-line",
        "the police (adviser, roads) “permit”",  # quoted from another language
    ],
)
def test_names_short_forms_addresses_and_what_the_glossary_knows_are_left_alone(pack: TinyPack, text: str) -> None:
    assert [word for word in unknown(pack, text) if word not in {"in", "and", "roads"}] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The police. Polise helps", "Polise"),
        ("the adviser", "adviser"),
        ("• polise", "polise"),
        ("“Polise”", "Polise"),
        ("office-polise", "office-polise"),
    ],
)
def test_slips_anywhere_are_found(pack: TinyPack, text: str, word: str) -> None:
    assert unknown(pack, text) == [word]


def test_every_text_that_clients_read_is_checked(pack: TinyPack) -> None:
    for file in ("signals/held.yaml", "services/kukes.yaml", "menu.yaml", "help/helplines.yaml"):
        old = {"services/kukes.yaml": "Everybody", "help/helplines.yaml": "Write down", "menu.yaml": "Who helps"}
        pack.change(f"sq/{file}", old.get(file, "Call the police"), "the polise")
    files = [pack.named(problem) for problem in pack.problems() if "polise" in problem.sentence]
    assert sorted(files) == ["sq/help/helplines.yaml", "sq/menu.yaml", "sq/services/kukes.yaml", "sq/signals/held.yaml"]


def test_what_people_type_is_left_alone(pack: TinyPack) -> None:
    pack.change(WORDS, "where is the police", "ku osht policia")
    assert pack.faults() == []


def test_without_a_dictionary_one_piece_of_advice_says_so_and_everything_else_is_checked(
    pack: TinyPack, tmp_path: Path
) -> None:
    pack.change(WORDS, "details: All about the police.", "details: eshte")
    problems = check_all(pack.root, TODAY, Dictionaries((tmp_path / "nothing",)))
    assert [(problem.severity, problem.sentence) for problem in problems] == [
        ("advice", "Spelling in 'en' was not checked: there is no dictionary of it."),
        ("advice", "Spelling in 'sq' was not checked: there is no dictionary of it."),
        ("error", "'eshte' stands for 'është'."),
    ]


def test_a_language_without_a_dictionary_keeps_no_other_from_being_checked(pack: TinyPack, tmp_path: Path) -> None:
    (folder,) = DICTIONARIES.folders
    for kind in ("aff", "dic"):
        (tmp_path / f"sq_AL.{kind}").write_bytes((folder / f"sq_AL.{kind}").read_bytes())
    pack.change(WORDS, "details: All about the police.", "details: polise")
    problems = words_are_known(read(pack.root), Dictionaries((tmp_path,)))
    assert sorted(problem.severity for problem in problems) == ["advice", "error"]


def test_without_the_library_one_piece_of_advice_says_so(pack: TinyPack) -> None:
    problems = words_are_known(read(pack.root), Dictionaries(DICTIONARIES.folders, "no_such_library"))
    assert {problem.sentence.split(": ")[1] for problem in problems} == {
        "the library that reads dictionaries is missing."
    }


def test_the_dictionary_for_our_region_comes_first(tmp_path: Path) -> None:
    for region, word in (("GB", "colour"), ("US", "color")):
        (tmp_path / f"en_{region}.aff").write_text("SET UTF-8\n", "utf-8")
        (tmp_path / f"en_{region}.dic").write_text(f"1\n{word}\n", "utf-8")
    knows = Dictionaries((tmp_path,)).of("en")
    assert knows is not None
    assert (knows("colour"), knows("color")) == (True, False)


def test_a_slip_is_found_with_or_without_a_capital(pack: TinyPack) -> None:
    line = pack.change(WORDS, "details: All about the police.", "details: Eshte.")
    assert (WORDS, line, "'Eshte' stands for 'është'.") in pack.faults()


@pytest.mark.parametrize(("rare", "usual", "told"), [(11, 9, True), (8, 12, False), (10, 9, False), (0, 40, False)])
def test_a_rare_word_that_is_frequent_gets_advice_where_there_are_enough_to_judge(
    pack: TinyPack, rare: int, usual: int, *, told: bool
) -> None:
    pack.change(WORDS, "details: All about the police.", f"details: {'te ' * rare}{'të ' * usual}")
    problems = pack.problems()
    assert [(pack.named(problem), problem.severity) for problem in problems] == [("sq/help", "advice")] * told
    sentence = f"'te' stands here {rare} times, 'të' {usual}."
    assert [problem.sentence for problem in problems] == [sentence] * told
