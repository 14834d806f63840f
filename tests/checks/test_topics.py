"""Rules for topics, each broken once."""

from tests.checks.tiny_pack import TinyPack


def test_the_languages_of_a_topic_must_have_equally_many_steps(pack: TinyPack) -> None:
    line = pack.change("en/help/helplines.yaml", "  - Write down what they say.\n", "") - 2
    assert pack.faults() == [("en/help/helplines.yaml", line, "The languages do not have equally many steps.")]


def test_a_warning_stands_in_all_languages_or_in_none(pack: TinyPack) -> None:
    line = pack.change("en/help/police.yaml", "steps:", "warning: Take care.\nsteps:")
    assert pack.faults() == [("en/help/police.yaml", line, "Only one of the languages has a warning.")]


def test_a_related_topic_must_exist(pack: TinyPack) -> None:
    line = pack.change("topics/help/police.yaml", "related: [helplines]", "related: [helplines, gone]")
    assert pack.faults() == [("topics/help/police.yaml", line, "There is no topic 'gone'.")]


def test_a_name_must_fit_a_button(pack: TinyPack) -> None:
    name = "police-" + "x" * 34
    for folder in ("topics/help", "sq/help", "en/help"):
        pack.path(f"{folder}/police.yaml").rename(pack.path(f"{folder}/{name}.yaml"))
    pack.change("topics/help/helplines.yaml", "related: [police]", f"related: [{name}]")
    assert pack.faults() == [(f"topics/help/{name}.yaml", 1, f"The name '{name}' is longer than 40 characters.")]


def test_a_category_that_is_offered_must_have_a_service(pack: TinyPack) -> None:
    line = pack.change("topics/help/helplines.yaml", "services: [helpline]", "services: [helpline, embassy]")
    assert pack.faults() == [("topics/help/helplines.yaml", line, "No service has the category 'embassy'.")]


def test_a_topic_must_stand_in_a_section_of_the_menu(pack: TinyPack) -> None:
    for folder in ("topics", "sq", "en"):
        pack.path(f"{folder}/lost").mkdir()
        pack.path(f"{folder}/help/police.yaml").rename(pack.path(f"{folder}/lost/police.yaml"))
    assert pack.faults() == [("topics/lost/police.yaml", 1, "There is no section 'lost'.")]


def test_the_same_question_in_two_topics_is_found_however_it_is_written(pack: TinyPack) -> None:
    line = pack.change("en/help/police.yaml", "may I bring somebody", "WHICH line, can  I call??")
    first = pack.line("en/help/helplines.yaml", "which line can I call")
    sentence = f"The question 'WHICH line, can  I call??' stands already in helplines.yaml:{first}."
    assert pack.faults() == [("en/help/police.yaml", line, sentence)]


def test_the_same_question_twice_in_one_topic_is_found(pack: TinyPack) -> None:
    line = pack.change("sq/help/police.yaml", "may I bring somebody", "Where is the police?")
    first = pack.line("sq/help/police.yaml", "where is the police")
    sentence = f"The question 'Where is the police?' stands already in police.yaml:{first}."
    assert pack.faults() == [("sq/help/police.yaml", line, sentence)]


def test_the_same_question_in_two_languages_is_no_fault(pack: TinyPack) -> None:
    assert pack.faults() == []
