"""A fault, said so that an editor can mend it."""

from pathlib import Path

from bot.packs.problem import Problem


def test_a_fault_is_one_line_with_file_line_sentence_and_what_to_do(tmp_path: Path) -> None:
    problem = Problem(tmp_path / "core" / "pack.yaml", 3, "The key 'a' is unknown.", "Remove it.")
    assert str(problem.within(tmp_path)) == "core/pack.yaml:3: The key 'a' is unknown. Remove it."


def test_a_fault_elsewhere_keeps_its_whole_path(tmp_path: Path) -> None:
    problem = Problem(tmp_path / "pack.yaml", 3, "Wrong.", "Mend it.")
    assert problem.within(tmp_path / "elsewhere") == problem


def test_advice_is_told_from_a_fault(tmp_path: Path) -> None:
    advice = Problem(tmp_path / "pack.yaml", 3, "Long.", "Shorten it.", "advice")
    assert str(advice.within(tmp_path)) == "pack.yaml:3: advice: Long. Shorten it."
