"""One word per concept."""

import pytest

from tests.checks.tiny_pack import TinyPack

ALBANIAN = "sq/help/police.yaml"


def details(pack: TinyPack, albanian: str, english: str, topic: str = "police") -> int:
    about = "All about the police." if topic == "police" else "All about lines."
    pack.change(f"en/help/{topic}.yaml", about, english)
    return pack.change(f"sq/help/{topic}.yaml", about, albanian)


def test_a_word_to_avoid_is_found_with_the_right_one(pack: TinyPack) -> None:
    line = details(pack, "Leje, licencën  pune.", "A permit.")
    (problem,) = [problem for problem in pack.problems() if "not our word" in problem.sentence]
    assert (pack.named(problem), problem.line) == (ALBANIAN, line)
    assert problem.sentence == "'licencën  pune' is not our word for this."
    assert problem.remedy == "Write 'leje'."


@pytest.mark.parametrize("text", ["the Licenca Pune", "the Patenta", "leje"])
def test_what_an_institution_calls_itself_with_capitals_may_stand(pack: TinyPack, text: str) -> None:
    details(pack, text, "permit")
    assert not any("not our word" in sentence for _, _, sentence in pack.faults())


@pytest.mark.parametrize("words", ["Licenca pune", "Patenta", "patentat"])
def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name(pack: TinyPack, words: str) -> None:
    line = details(pack, f"{words}.", "A permit.")
    assert (ALBANIAN, line, f"'{words}' is not our word for this.") in pack.faults()


def test_a_topic_that_the_glossary_names_may_use_the_word(pack: TinyPack) -> None:
    details(pack, "licenca pune", "permit", "helplines")
    assert not any("not our word" in sentence for _, _, sentence in pack.faults())


def test_a_term_that_one_language_lacks_is_found(pack: TinyPack) -> None:
    details(pack, "lejet", "offices")
    assert ("en/help/police.yaml", 1, "'sq' says 'lejet' in 'police', 'en' nowhere says 'permit'.") in pack.faults()


def test_a_term_may_stand_in_another_part_of_the_other_language(pack: TinyPack) -> None:
    details(pack, "lejet", "offices")
    pack.change("en/help/police.yaml", "The police helps.", "The police helps with permits.")
    assert not any("nowhere says" in sentence for _, _, sentence in pack.faults())


def test_a_word_to_avoid_is_not_told_as_missing_too(pack: TinyPack) -> None:
    details(pack, "licenca pune", "permit")
    assert not any("nowhere says" in sentence for _, _, sentence in pack.faults())


def test_a_term_with_several_words_in_the_other_language_is_not_compared(pack: TinyPack) -> None:
    details(pack, "këshilltari", "office")
    assert pack.faults() == []


def test_a_glossary_that_makes_no_sense_is_refused_with_its_line(pack: TinyPack) -> None:
    line = pack.change("glossary.yaml", "  - say: {en: [adviser], sq: [këshilltar*]}\n", "  - say: {en: [adviser]}\n")
    (fault,) = pack.faults()[:1]
    assert fault[:2] == ("glossary.yaml", line)
