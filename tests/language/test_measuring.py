from bot.language.identify import UNTOLD, Identified, Identifier, learnt
from bot.language.measuring import WHOLE, measure, outcome_of, snippets
from bot.language.training import Sentence
from tests.builders import the_real_packs

OURS = ("sq", "en")


def test_snippets_stand_side_by_side() -> None:
    assert list(snippets("Një dy, tre katër pesë!", 2)) == ["nje dy", "tre kater"]
    assert list(snippets("Një dy!", WHOLE)) == ["Një dy!"]
    assert list(snippets("Një dy!", 3)) == []


def test_what_is_longer_than_a_message_is_not_cut_up() -> None:
    assert list(snippets("fjale " * 16, 4)) == []


def test_what_was_said_of_a_text_is_right_or_wrong() -> None:
    foreign = Identified(None, sure=False, foreign=True)
    assert outcome_of(Identified("sq", sure=True), "sq", OURS) == "right"
    assert outcome_of(Identified("sq", sure=False), "sq", OURS) == "guessed"
    assert outcome_of(Identified("en", sure=False), "sq", OURS) == "unknown"
    assert outcome_of(UNTOLD, "sq", OURS) == "unknown"
    assert outcome_of(Identified("en", sure=True), "sq", OURS) == "wrong"
    assert outcome_of(foreign, "sq", OURS) == "foreign"
    assert outcome_of(foreign, "de", OURS) == "right"
    assert outcome_of(Identified("en", sure=True), "de", OURS) == "wrong"


def test_only_what_was_held_out_is_measured() -> None:
    identifier = Identifier(the_real_packs(), learnt(the_real_packs()))
    sentences = [Sentence(f"Ku mund të marr ndihmë për {number} fëmijë?", "sq") for number in range(50)]
    tallies = measure(identifier, sentences, OURS)
    held_out = sum(sentence.held_out for sentence in sentences)
    assert tallies["sq", WHOLE].counts.total() == held_out
    assert 0 < held_out < len(sentences)
    assert tallies["sq", WHOLE].share("right") == 1
    assert tallies["sq", 4].counts.total() == held_out * 2
