"""Rules for words, each broken once."""

from tests.checks.tiny_pack import TinyPack


def test_a_topic_must_have_words_in_every_language(pack: TinyPack) -> None:
    pack.remove("en/help/police.yaml")
    (problem,) = pack.problems()
    assert problem.sentence == "The topic 'police' has no words in 'en'."
    assert problem.remedy == "Add en/help/police.yaml."
    assert (problem.path, problem.line) == (pack.path("topics/help/police.yaml"), 1)


def test_a_signal_must_have_words_in_every_language(pack: TinyPack) -> None:
    pack.remove("sq/signals/held.yaml")
    (problem,) = pack.problems()
    assert problem.sentence == "The signal 'held' has no words in 'sq'."
    assert problem.remedy == "Add sq/signals/held.yaml."


def test_a_service_must_have_words_in_every_language(pack: TinyPack) -> None:
    pack.change("en/services/kukes.yaml", "al_line:\n  name: The line (en)\n  serves: Everybody\n", "")
    (problem,) = pack.problems()
    assert problem.sentence == "The service 'al_line' has no words in 'en'."
    assert problem.remedy == "Add it to en/services/kukes.yaml."
    assert (problem.path, problem.line) == (pack.path("services/kukes.yaml"), 15)


def test_words_that_cannot_be_read_are_told_once_and_not_as_missing_too(pack: TinyPack) -> None:
    line = pack.change("en/help/police.yaml", "summary: The police helps.", "sumary: The police helps.")
    assert pack.faults() == [
        ("en/help/police.yaml", 1, "The key 'summary' is missing."),
        ("en/help/police.yaml", line, "The key 'sumary' is unknown."),
    ]


def test_words_of_nothing_are_found(pack: TinyPack) -> None:
    for noun, folder in (("topic", "help"), ("signal", "signals")):
        name = "police" if noun == "topic" else "held"
        pack.path(f"en/{folder}/{name}.yaml").rename(pack.path(f"en/{folder}/{name}s.yaml"))
        assert (f"en/{folder}/{name}s.yaml", 1, f"There is no {noun} '{name}s'.") in pack.faults()


def test_words_of_a_service_that_is_gone_are_found(pack: TinyPack) -> None:
    pack.add("sq/services/kukes.yaml", "al_gone:\n  name: Gone\n  serves: Nobody\n")
    assert pack.faults() == [("sq/services/kukes.yaml", 7, "There is no service 'al_gone'.")]


def test_words_are_not_called_lost_when_the_file_that_they_belong_to_cannot_be_read(pack: TinyPack) -> None:
    line = pack.change("topics/help/police.yaml", "audience: [everyone]", "audience: [nobody]")
    told = pack.faults()
    assert any(fault[:2] == ("topics/help/police.yaml", line) for fault in told)
    assert not any(file.startswith(("sq/", "en/")) for file, _, _ in told)


def test_a_section_must_have_words_in_every_language(pack: TinyPack) -> None:
    pack.change("pack.yaml", "sections: [help]", "sections: [help, rights]")
    assert pack.faults() == [
        ("en/menu.yaml", 1, "The section 'rights' has no words in 'en'."),
        ("sq/menu.yaml", 1, "The section 'rights' has no words in 'sq'."),
    ]


def test_a_category_must_have_words_in_every_language(pack: TinyPack) -> None:
    pack.change("en/menu.yaml", "  helpline: {title: Lines (en)}\n", "")
    assert pack.faults() == [("en/menu.yaml", 1, "The category 'helpline' has no words in 'en'.")]


def test_a_menu_that_is_missing_altogether_is_told_with_the_name_it_should_have(pack: TinyPack) -> None:
    pack.remove("en/menu.yaml")
    assert {fault[0] for fault in pack.faults()} == {"en/menu.yaml"}
    assert len(pack.faults()) == 3


def test_a_menu_that_cannot_be_read_is_told_once(pack: TinyPack) -> None:
    line = pack.change("en/menu.yaml", "  help: {title: Help (en)", "  help: {titel: Help (en)")
    assert pack.faults() == [
        ("en/menu.yaml", line, "The key 'sections.help.titel' is unknown."),
        ("en/menu.yaml", line, "The key 'sections.help.title' is missing."),
    ]


def test_a_version_must_have_words_in_every_language(pack: TinyPack) -> None:
    pack.give_albania_its_own(sq="summary: Call 129.\n")
    (problem,) = pack.problems()
    assert problem.sentence == "The version of 'police' for AL has no words in 'en'."
    assert problem.remedy == "Add en/help/police.yaml."
    assert (pack.named(problem), problem.line) == ("albania/sq/help/police.yaml", 1)
