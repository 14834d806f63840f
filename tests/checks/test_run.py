"""All rules in one run: every fault of every pack, at once and where it stands."""

from pathlib import Path

import pytest

from bot.checks.run import RULES, check_all
from bot.errors import ContentError
from tests.builders import the_real_packs
from tests.checks.tiny_pack import DICTIONARIES, TODAY, TinyPack

CONTENT = Path(__file__).parents[2] / "content"


def test_the_tiny_pack_has_no_fault(pack: TinyPack) -> None:
    assert pack.problems() == []


def test_our_own_content_has_no_error() -> None:
    assert [str(problem) for problem in check_all(CONTENT, TODAY) if problem.severity == "error"] == []
    assert the_real_packs().topics


def test_many_faults_of_different_kinds_are_all_found_in_one_run(pack: TinyPack) -> None:
    wrong_key = pack.change("topics/help/helplines.yaml", "audience: [everyone]", "audiense: [everyone]")
    pack.remove("en/signals/held.yaml")
    dead = pack.change("topics/help/police.yaml", "services: [employment_office]", "services: [embassy]")
    due = pack.change("topics/help/police.yaml", "review_by: 2027-11-01", "review_by: 2026-11-20")
    first = pack.line("sq/help/helplines.yaml", "is it free of charge")
    twice = pack.change("sq/help/police.yaml", "may I bring somebody", "is it FREE of charge?")
    broken = pack.change("sq/menu.yaml", "  help: {title: Help (sq), intro: Who helps.}", "  help: {title: Help (sq")
    found = pack.faults()
    assert {
        ("topics/help/helplines.yaml", wrong_key, "The key 'audiense' is unknown."),
        ("topics/help/helplines.yaml", 1, "The key 'audience' is missing."),
        ("signals/held.yaml", 1, "The signal 'held' has no words in 'en'."),
        ("topics/help/police.yaml", dead, "No service has the category 'embassy'."),
        ("topics/help/police.yaml", due, "The review was due on 2026-11-20."),
        (
            "sq/help/police.yaml",
            twice,
            f"The question 'is it FREE of charge?' stands already in helplines.yaml:{first}.",
        ),
    } <= set(found)
    unparsable = [(line, sentence) for file, line, sentence in found if file == "sq/menu.yaml"]
    assert len(unparsable) == 1
    assert unparsable[0][0] in {broken, broken + 1}
    assert unparsable[0][1].startswith("The file is not valid YAML: ")


def test_faults_come_by_file_and_line_and_each_once(pack: TinyPack) -> None:
    pack.change("topics/help/helplines.yaml", "services: [helpline]", "services: [embassy, embassy]")
    pack.remove("en/help/police.yaml", "sq/help/helplines.yaml")
    problems = pack.problems()
    assert problems == sorted(set(problems))


def test_every_fault_says_what_to_do(pack: TinyPack) -> None:
    pack.remove("en/menu.yaml", "sq/help/police.yaml")
    for problem in pack.problems():
        assert problem.remedy.endswith(".")
        assert str(problem) == f"{problem.path}:{problem.line}: {problem.sentence} {problem.remedy}"


def test_without_a_day_today_counts(pack: TinyPack) -> None:
    pack.change("topics/help/police.yaml", "review_by: 2027-11-01", "review_by: 2026-11-01")
    assert len(check_all(pack.root, dictionaries=DICTIONARIES)) == 1


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="There is no pack"):
        check_all(tmp_path)


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
