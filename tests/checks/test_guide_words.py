"""Rules for the words of guides, each broken once."""

import pytest

from tests.checks.tiny_guides import give_it
from tests.checks.tiny_pack import TinyPack

NO_REASON = "The answer 'no' has points and no reason."
NO_POINTS = "The answer 'yes' has a reason and no points."
NO_PART = "There is no part 'less' in the guide."
NO_TEXT = "The result 'high' is to be passed on, and there is no text for it."


def told(pack: TinyPack, name: str, old: str, new: str) -> list[tuple[int, str]]:
    """Line and sentence of what is wrong in the English words after this change, beside what languages differ in."""
    give_it(pack, name)
    pack.change(f"en/guides/{name}.yaml", old, new)
    return [(line, sentence) for file, line, sentence in pack.faults() if file == f"en/guides/{name}.yaml"]


def test_a_guide_must_have_words_in_every_language(pack: TinyPack) -> None:
    give_it(pack, "offer")
    pack.remove("en/guides/offer.yaml")
    (problem,) = pack.problems()
    assert (pack.named(problem), problem.line) == ("guides/offer.yaml", 1)
    assert str(problem).endswith("The guide 'offer' has no words in 'en'. Add en/guides/offer.yaml.")


def test_words_of_no_guide_are_found(pack: TinyPack) -> None:
    give_it(pack, "offer")
    pack.remove("guides/offer.yaml")
    assert pack.faults() == [
        (f"{language}/guides/offer.yaml", 1, "There is no guide 'offer'.") for language in ("en", "sq")
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("offer", "  age:\n    ask: What may help?\n", "", "The step 'age' has no words."),
        ("offer", "  age:\n", "  aged: {ask: What?}\n  age:\n", "There is no step 'aged' in the guide."),
        ("offer", "  low:\n    title: Call\n    text: Call the office.\n", "", "The result 'low' has no words."),
        ("offer", "  low:\n", "  ok: {title: Call, text: Call.}\n  low:\n", "There is no result 'ok' in the guide."),
        ("list", "  card: {text: Take the number.}\n", "", "The item 'card' has no words."),
        ("list", "items:\n", "items:\n  food: {text: Call.}\n", "There is no item 'food' in the guide."),
        ("list", "  help: {title: Help}\n", "", "The group 'help' has no words."),
        ("list", "groups:\n", "groups:\n  food: {title: Call}\n", "There is no group 'food' in the guide."),
        ("offer", "      job: {label: Work}\n", "", "The answer 'job' has no label."),
        ("offer", "      job: {label: Work}\n", "      job: {}\n", "The answer 'job' has no label."),
        ("offer", "      job:", "      jobs: {label: Call}\n      job:", "The step 'kind' has no answer 'jobs'."),
        ("offer", '"no": {reason:', '"no": {label: Call, reason:', "Yes and no have their buttons already."),
        ("offer", '"no": {reason: Nobody may see the number.}', '"no": {}', NO_REASON),
        ("offer", '      "no":', '      "yes": {reason: Call.}\n      "no":', NO_POINTS),
        ("quiz", ", explain: Somebody helps.", "", "Nothing explains what is right in 'b1'."),
        ("offer", "    why: ", "    explain: Call.\n    why: ", "'kind' has no right answer to explain."),
        ("offer", "more: {label: Lines, text: There are lines.}", "{}", "The part 'more' has no words."),
        ("offer", "      more:", "      less: {label: Call, text: Call.}\n      more:", NO_PART),
        ("offer", "    share: The police helps.\n", "", NO_TEXT),
        ("offer", "text: Call the office.", "share: Call.\n    text: Call.", "Nobody can pass on the text of 'low'."),
        ("offer", "office: {label: The office}", "office: {label: WORK}", "'job' has the same label."),
        ("offer", "    why: Somebody may help.\n", "", "Only another language says why we ask 'kind'."),
    ],
)  # fmt: skip
def test_words_are_those_of_the_guide(pack: TinyPack, name: str, old: str, new: str, sentence: str) -> None:
    assert sentence in [said for _, said in told(pack, name, old, new)]


def test_two_parts_of_a_result_have_buttons_of_their_own(pack: TinyPack) -> None:
    give_it(pack, "offer")
    pack.change("guides/offer.yaml", "parts: [more]", "parts: [more, most]")
    for language in ("sq", "en"):
        pack.change(
            f"{language}/guides/offer.yaml", "      more:", "      most: {label: lines, text: Call.}\n      more:"
        )
    assert {sentence for _, _, sentence in pack.faults()} == {"'most' has the same label."}


def share_the_part(pack: TinyPack, results: str = "[high, young]") -> None:
    """Put the part `more` where several results can have it."""
    give_it(pack, "offer")
    if "young" in results:
        pack.change("guides/offer.yaml", "      age: {at_most: 17}\n", "      age: {at_most: 17}\n    parts: [more]\n")
    part = "      more: {label: Lines, text: There are lines.}\n"
    for language in ("sq", "en"):
        pack.change(f"{language}/guides/offer.yaml", f"    parts:\n{part}", "")
        pack.add(f"{language}/guides/offer.yaml", "parts:\n  more: {label: Lines, text: There are lines.}\n")


def test_results_may_share_a_part(pack: TinyPack) -> None:
    share_the_part(pack)
    assert pack.problems() == []


def test_a_part_that_only_one_result_has_is_not_shared(pack: TinyPack) -> None:
    share_the_part(pack, "[high]")
    assert {sentence for _, _, sentence in pack.faults()} == {"The part 'more' is shared by 1 results."}


def test_a_fault_in_words_is_told_on_its_line(pack: TinyPack) -> None:
    give_it(pack, "offer")
    line = pack.line("en/guides/offer.yaml", "      job:")
    pack.change("en/guides/offer.yaml", "      job:", "      jobs:")
    assert pack.faults() == [
        ("en/guides/offer.yaml", line - 1, "The answer 'job' has no label."),
        ("en/guides/offer.yaml", line, "The step 'kind' has no answer 'jobs'."),
    ]


def test_a_topic_and_a_guide_must_not_have_the_same_button(pack: TinyPack) -> None:
    found = told(pack, "offer", "label: Work\nintro", "label: police (en)\nintro")
    assert found == [(2, "The topic 'police' has the same label.")]


def test_answers_may_have_the_label_of_something_else(pack: TinyPack) -> None:
    assert told(pack, "offer", "{label: The office}", "{label: Police (en)}") == []


def test_a_long_sentence_of_a_guide_is_advised_against(pack: TinyPack) -> None:
    give_it(pack, "offer")
    line = pack.change("en/guides/offer.yaml", "Call the office.", "call " * 15 + "call.")
    (problem,) = pack.problems()
    assert (pack.named(problem), problem.line, problem.severity) == ("en/guides/offer.yaml", line, "advice")
    assert problem.sentence == "A sentence has 16 words, 15 are enough."


def test_a_long_question_is_advised_against(pack: TinyPack) -> None:
    give_it(pack, "offer")
    line = pack.change("en/guides/offer.yaml", "Who helps here?", "Who helps. " * 28)
    (problem,) = pack.problems()
    assert (problem.line, problem.severity) == (line, "advice")
    assert problem.sentence == "The question has 307 characters, 300 are enough."


def test_a_hard_text_is_advised_against(pack: TinyPack) -> None:
    give_it(pack, "quiz")
    pack.change(
        "en/guides/quiz.yaml", "The police helps., explain: The police helps.", "Nobody, explain: helplines somebody."
    )
    pack.change(
        "en/guides/quiz.yaml", "Nobody helps., explain: Somebody helps.", "Helplines, explain: helplines somebody."
    )
    assert [problem.sentence.partition(":")[0] for problem in pack.problems()] == ["This is hard to read"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("What may help.", "What **may** help.", "'**' is Markdown, which a client would see as it stands."),
        ("Call the office.", "Call xyzzy.", "'xyzzy' is in no dictionary."),
        ("Work}", "Xyzzy}", "'Xyzzy' is in no dictionary."),
        ("Take care", "Take care of 3", "'sq' has not."),
        ("Nobody helps}", "3 helps}", "'sq' has not."),
        ("There are lines.", "Call +355 24 99 99 99", "looks like a telephone number."),
        ("Nobody may see the number.", "Call 20 euros.", "The amount '20 euros' has no year beside it."),
    ],
)
def test_a_guide_is_plain_and_right_as_everything_else(pack: TinyPack, old: str, new: str, sentence: str) -> None:
    give_it(pack, "offer")
    pack.change("en/guides/offer.yaml", old, new)
    assert any(said.endswith(sentence) or said == sentence for _, _, said in pack.faults())


def test_only_what_is_reckoned_is_filled_in_and_only_in_a_result(pack: TinyPack) -> None:
    give_it(pack, "days")
    assert pack.faults() == []
    for language in ("sq", "en"):
        pack.change(f"{language}/guides/days.yaml", "{left}", "{rest}")
        pack.change(f"{language}/guides/days.yaml", "Write down all.", '"Write down {over}."')
    assert {sentence for _, _, sentence in pack.faults()} == {
        "'{rest}' is a placeholder, which a client would see as it stands.",
        "'{over}' is a placeholder, which a client would see as it stands.",
    }


def test_a_guide_that_reckons_nothing_fills_nothing_in(pack: TinyPack) -> None:
    give_it(pack, "offer")
    for language in ("sq", "en"):
        pack.change(f"{language}/guides/offer.yaml", "Call the office.", "Call {left}.")
    assert len(pack.faults()) == 2


def test_what_is_filled_in_is_the_same_in_every_language(pack: TinyPack) -> None:
    found = told(pack, "days", "{left}", "{over}")
    assert [sentence for _, sentence in found] == ["'sq' has {left} here, 'en' has not."]


def test_a_term_stands_in_every_language_of_a_guide(pack: TinyPack) -> None:
    pack.change("glossary.yaml", "terms:\n", "terms:\n  - say: {sq: [gone], en: [road]}\n")
    give_it(pack, "quiz")
    pack.change("sq/guides/quiz.yaml", "Nobody helps.", "Nobody helps gone.")
    assert pack.faults() == [("en/guides/quiz.yaml", 1, "'sq' says 'gone' in 'quiz', 'en' nowhere says 'road'.")]
