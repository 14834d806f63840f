"""Rules for what people ask, each broken once."""

from tests.checks.tiny_pack import TinyPack


def test_the_same_question_in_two_topics_is_found_however_it_is_written(pack: TinyPack) -> None:
    line = pack.change("en/help/police.yaml", "may I bring somebody", "WHICH line, can  I call??")
    first = pack.line("en/help/helplines.yaml", "which line can I call")
    sentence = f"The question 'WHICH line, can  I call??' stands already in helplines.yaml:{first}."
    assert ("en/help/police.yaml", line, sentence) in pack.faults()


def test_the_same_question_twice_in_one_topic_is_found(pack: TinyPack) -> None:
    line = pack.change("sq/help/police.yaml", "may I bring somebody", "Where is the police?")
    first = pack.line("sq/help/police.yaml", "where is the police")
    sentence = f"The question 'Where is the police?' stands already in police.yaml:{first}."
    assert pack.faults() == [("sq/help/police.yaml", line, sentence)]


def test_the_same_question_in_two_languages_is_no_fault(pack: TinyPack) -> None:
    assert pack.faults() == []


def test_the_same_words_in_another_topic_are_pointed_out(pack: TinyPack) -> None:
    pack.change("en/help/police.yaml", "may I bring somebody", "I can call, which lines?")
    line = pack.line("en/help/police.yaml", "which lines")
    first = pack.line("en/help/helplines.yaml", "which line can I call")
    sentence = f"The question 'I can call, which lines?' has the same words as one in helplines.yaml:{first}."
    assert ("en/help/police.yaml", line, sentence) in pack.faults()
    assert all(problem.severity == "advice" for problem in pack.problems())


def test_a_question_that_leads_to_another_topic_is_pointed_out(pack: TinyPack) -> None:
    pack.change("en/help/police.yaml", "may I bring somebody", "which line")
    line = pack.line("en/help/police.yaml", "which line")
    sentence = "The question 'which line' leads to 'helplines'."
    assert pack.faults() == [("en/help/police.yaml", line, sentence)]


def test_a_topic_with_far_fewer_questions_than_the_others_is_pointed_out(pack: TinyPack) -> None:
    more = "".join(
        f"  - {word} {word}{word} line\n" for word in ("kind", "late", "free", "deaf", "night", "quick", "calm", "long")
    )
    pack.path("en/help/helplines.yaml").write_text(
        pack.path("en/help/helplines.yaml").read_text("utf-8").replace("questions:\n", f"questions:\n{more}"), "utf-8"
    )
    third = pack.path("en/help/helplines.yaml").read_text("utf-8").replace("line", "wire").replace("(en)", "(wire)")
    for folder, text in (
        ("en/help", third),
        ("sq/help", pack.path("sq/help/helplines.yaml").read_text("utf-8").replace("line", "wire")),
        ("topics/help", pack.path("topics/help/helplines.yaml").read_text("utf-8")),
    ):
        pack.add(f"{folder}/wires.yaml", text)
    found = [fault for fault in pack.faults() if "where others have" in fault[2]]
    line = pack.line("en/help/police.yaml", "where is the police")
    assert found == [("en/help/police.yaml", line, "The topic has 5 questions, where others have about 13.")]


def test_a_subject_outside_must_not_be_a_topic(pack: TinyPack) -> None:
    asked = "".join(f"    - about cars {number}\n" for number in ("one", "two", "three", "four", "five"))
    pack.add("en/outside.yaml", f"subjects:\n  cars:\n{asked}")
    assert pack.faults() == []
    pack.change("en/outside.yaml", "  cars:", "  police:")
    assert ("en/outside.yaml", 2, "There is a topic 'police'.") in pack.faults()
