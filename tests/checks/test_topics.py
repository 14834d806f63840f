"""Rules for topics, each broken once."""

from tests.checks.tiny_pack import TinyPack


def test_the_languages_of_a_topic_must_have_equally_many_steps(pack: TinyPack) -> None:
    line = pack.change("en/help/helplines.yaml", "  - Write down what they say.\n", "") - 2
    assert pack.faults() == [("en/help/helplines.yaml", line, "The languages do not have equally many steps.")]


def test_a_warning_stands_in_all_languages_or_in_none(pack: TinyPack) -> None:
    line = pack.change("en/help/police.yaml", "steps:", "warning: Take care.\nsteps:")
    assert pack.faults() == [("en/help/police.yaml", line, "Only one of the languages has a warning.")]


def test_a_name_must_fit_a_button(pack: TinyPack) -> None:
    name = "police-" + "x" * 34
    for folder in ("topics/help", "sq/help", "en/help"):
        pack.path(f"{folder}/police.yaml").rename(pack.path(f"{folder}/{name}.yaml"))
    pack.change("topics/help/helplines.yaml", "related: [police]", f"related: [{name}]")
    for language in ("sq", "en"):
        pack.change(f"{language}/help/helplines.yaml", "topic: police", f"topic: {name}")
    assert pack.faults() == [(f"topics/help/{name}.yaml", 1, f"The name '{name}' is longer than 40 characters.")]


def test_the_versions_for_a_country_must_agree_as_well(pack: TinyPack) -> None:
    pack.give_albania_its_own(sq="steps: [Call., Call.]\n", en="steps: [Call.]\nsummary: Call.\n")
    assert {(line, sentence) for file, line, sentence in pack.faults() if file.startswith("albania/")} == {
        (1, "The languages do not have equally many steps."),
        (2, "Only one of the languages has a summary."),
    }
