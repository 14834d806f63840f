"""Rules for guides, each broken once."""

import pytest

from bot.checks.guide_paths import LONGEST_PLAN
from tests.checks.tiny_guides import GUIDES, give_it
from tests.checks.tiny_pack import TinyPack

OFFER = "guides/offer.yaml"
Change = tuple[str, str]

LATER = "The step '{}' comes later, or is this one."
ADDED = "The points of this answer are added to those for right answers."
UNUSED = "No step, item or result names the source 'more'."
NEVER = "when: {kind: [held], paper: ['no']}"
RIGHT = 'right: "no"'
SOURCE = "{title: More, url: 'https://example.org', dated: '2026', checked: 2026-11-01}"


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_without_fault_has_none(pack: TinyPack, name: str) -> None:
    give_it(pack, name)
    assert pack.problems() == []


def broken(pack: TinyPack, name: str, *changes: Change) -> list[str]:
    """What is told of a guide after these changes, of the file that holds for every language."""
    give_it(pack, name)
    for old, new in changes:
        pack.change(f"guides/{name}.yaml", old, new)
    return [sentence for file, _, sentence in pack.faults() if file == f"guides/{name}.yaml"]


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("offer", "when: {kind: [job, office]}", "when: {kin: [job]}", "There is no step 'kin'."),
        ("offer", "when: {kind: [job, office]}", "when: {age: {at_least: 1}}", LATER.format("age")),
        ("offer", "when: {kind: [job, office]}", "when: {paper: ['yes']}", LATER.format("paper")),
        ("offer", "when: {kind: [job, office]}", "when: {kind: [job, shop]}", "'kind' has no answer 'shop'."),
        ("offer", "when: {kind: [job, office]}", "when: {kind: []}", "No answer to 'kind' is named."),
        ("offer", "when: {kind: [job, office]}", "when: {kind: {at_least: 1}}", "'kind' is no number."),
        ("offer", "when: {kind: [job, office]}", "when: {}", "This condition asks for nothing."),
        ("offer", "when: {kind: [job, office]}", "unless: []", "This condition asks for nothing."),
        (
            "offer",
            "when: {kind: [job, office]}",
            "when: {points: {at_least: 1}}",
            "'points' is known only when all steps are through.",
        ),
        ("offer", "age: {at_most: 17}", "age: {}", "No bounds are given for 'age'."),
        ("offer", "age: {at_most: 17}", "age: {at_least: 9, at_most: 8}", "No number is at least 9 and at most 8."),
        ("offer", "age: {at_most: 17}", "age: ['17']", "'age' is a number: give at_least or at_most instead of '17'."),
        ("offer", "age: {at_most: 17}", "points: [job]", "'points' is a number: give at_least or at_most."),
        (
            "offer",
            "age: {at_most: 17}",
            "used: {at_least: 1}",
            "'used' has to be reckoned, and the file has no 'reckon'.",
        ),
    ],
)  # fmt: skip
def test_a_condition_asks_for_what_there_is(pack: TinyPack, name: str, old: str, new: str, sentence: str) -> None:
    told = broken(pack, name, (old, new))
    assert sentence in told


def test_a_condition_is_told_on_its_line(pack: TinyPack) -> None:
    give_it(pack, "offer")
    line = pack.change(OFFER, "      age: {at_most: 17}", "      age: {at_most: 17}\n      aged: {at_most: 17}")
    assert pack.faults() == [(OFFER, line + 1, "There is no step 'aged'.")]


def test_a_condition_may_name_who_would_rather_not_say(pack: TinyPack) -> None:
    assert broken(pack, "offer", ("age: {at_most: 17}", "age: [unsaid]")) == []


def test_one_of_several_conditions_is_told_too(pack: TinyPack) -> None:
    many = "when: [{kind: [job]}, {kind: [shop]}]"
    assert broken(pack, "offer", ("when: {kind: [job, office]}", many)) == ["'kind' has no answer 'shop'."]


def test_a_path_without_a_result_is_named(pack: TinyPack) -> None:
    told = broken(pack, "list", ("lists: checklist,", "lists: checklist, when: {home: [al]},"))
    assert "There is no result for home: xk, points: 0." in told
    assert "There is no result for home: unsaid, points: 0." not in told


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("offer", "at_most: 120", f"at_most: 120\n    {NEVER}", "No path leads to the step 'age'."),
        ("offer", "at_least: 2}", "at_least: 3}", "No path leads to the result 'high'."),
        ("offer", "age: {at_most: 17}", "kind: [job, office, held, unsaid]", "No path leads to the result 'low'."),
        ("list", "when: {home: [xk]}", "when: {points: {at_least: 1}}", "No path leads to the item 'line'."),
    ],
)  # fmt: skip
def test_what_no_path_leads_to_is_found(pack: TinyPack, name: str, old: str, new: str, sentence: str) -> None:
    assert sentence in broken(pack, name, (old, new))


def test_a_question_that_changes_nothing_is_found(pack: TinyPack) -> None:
    told = broken(pack, "list", ("when: {home: [xk]}", "topic: police"))
    assert told == ["Whatever is answered to 'home', it changes nothing."]


@pytest.mark.parametrize(
    "step",
    [
        "{id: home, ask: choice, counted: person, answers: [{id: al}, {id: xk}]}",
        "{id: home, ask: place, remembers: true}",
        "{id: home, ask: info}",
        "{id: home, ask: choice, answers: [{id: al, signal: held}, {id: xk}]}",
    ],
)
def test_a_question_that_is_counted_or_tells_of_danger_is_none_of_those(pack: TinyPack, step: str) -> None:
    told = broken(
        pack,
        "list",
        ("{id: home, ask: choice, answers: [{id: al}, {id: xk}]}", step),
        ("when: {home: [xk]}", "topic: police"),
    )
    assert told == []


def test_a_guide_that_nobody_could_look_through_is_refused(pack: TinyPack) -> None:
    answers = "[" + ", ".join(f"{{id: a{at}}}" for at in range(8)) + "]"
    steps = "".join(f"  - {{id: s{at}, ask: several, answers: {answers}}}\n" for at in range(4))
    more = "".join(f"  - {{id: i{s}-{a}, group: g{s}, when: {{s{s}: [a{a}]}}}}\n" for s in range(4) for a in range(8))
    told = broken(pack, "list", ("steps:\n", "steps:\n" + steps), ("items:\n", "items:\n" + more))
    assert told == ["The guide is too branched: nobody could look at all the ways through it."]


def test_a_group_of_a_checklist_has_at_most_six_items_at_once(pack: TinyPack) -> None:
    more = "".join(f"  - {{id: i{at}, group: help, when: {{home: [al]}}}}\n" for at in range(6))
    assert broken(pack, "list", ("items:\n", "items:\n" + more)) == []
    told = broken(pack, "quiz")
    pack.change("guides/list.yaml", "items:\n", "items:\n  - {id: i6, group: help, when: {home: [al]}}\n")
    told = [sentence for file, _, sentence in pack.faults() if file == "guides/list.yaml"]
    assert told == ["The group 'help' may have 7 items; there are buttons for 6."]


def test_a_long_plan_is_advised_against(pack: TinyPack) -> None:
    more = "".join(f"  - {{id: i{at}, when: {{home: [al]}}}}\n" for at in range(LONGEST_PLAN))
    give_it(pack, "list")
    pack.change("guides/list.yaml", "items:\n", "items:\n" + more)
    pack.change("guides/list.yaml", "lists: checklist", "lists: plan")
    found = [problem for problem in pack.problems() if pack.named(problem) == "guides/list.yaml"]
    assert [(problem.sentence, problem.severity) for problem in found] == [
        (f"The plan of 'list' may have {LONGEST_PLAN + 1} items; {LONGEST_PLAN} are enough.", "advice")
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("offer", "- id: age", "- id: paper", "The id 'paper' stands twice."),
        ("offer", "- id: low", "- id: young", "The id 'young' stands twice."),
        ("list", "- {id: line", "- {id: card", "The id 'card' stands twice."),
        ("offer", "parts: [more]", "parts: [more, more]", "The id 'more' stands twice."),
        ("offer", "parts: [more]", "parts: [sources]", "'sources' has a meaning of its own."),
        ("offer", "- id: age", "- id: points", "'points' has a meaning of its own."),
        ("days", "ask: stays", "ask: info", "To reckon 'ninety-days' takes one step with 'ask: stays', here are 0."),
        ("days", "reckon: ninety-days\n", "", "Nothing is reckoned from these stays."),
        ("quiz", RIGHT, "answers: [{id: 'no', points: 1}]", ADDED),
        ("quiz", "form: b, ", "", "Form a has 1 questions with a right answer, form b has 0."),
        ("list", ", lists: checklist", "", "No result lists these items."),
        ("offer", "    desk: true\n", "    lists: plan\n", "There are no items to list."),
        ("list", "group: papers, ", "", "The item 'card' of a checklist has no group."),
        ("offer", "section: help", "section: leaving", "There is no section 'leaving'."),
        ("offer", "countries: [AL]", "countries: [DE]", "There is no country 'DE'."),
        ("offer", "topics: [police]", "topics: [polic]", "There is no topic 'polic'."),
        ("offer", "topics: [helplines]", "topics: [lines]", "There is no topic 'lines'."),
        ("offer", "services: [helpline]", "services: [embassy]", "There is no need or kind of service 'embassy'."),
        ("offer", "services: [helpline]", "guides: [other]", "There is no guide 'other'."),
        ("offer", "services: [helpline]", "guides: [offer]", "The guide leads to itself."),
        ("offer", "signal: held", "signal: hold", "There is no signal 'hold'."),
        ("list", "topic: police}", "topic: polic}", "There is no topic 'polic'."),
        ("list", "service: helpline", "service: line", "There is no need or kind of service 'line'."),
        ("offer", "share: true\n    sources: [who]", "share: true\n    sources: [why]", "There is no source 'why'."),
        ("offer", "sources:\n  who:", f"sources:\n  more: {SOURCE}\n  who:", UNUSED),
        ("offer", "2}\n    sources: [who]", "2}", "The answers to 'paper' count, and no source says why."),
        ("quiz", f"{RIGHT}, sources: [who]", RIGHT, "The answers to 'b1' count, and no source says why."),
        ("offer", "  - id: low\n    sources: [who]", "  - id: low", "The result 'low' has no source."),
    ],
)  # fmt: skip
def test_a_guide_is_made_of_what_fits(pack: TinyPack, name: str, old: str, new: str, sentence: str) -> None:
    assert sentence in broken(pack, name, (old, new))


def test_a_need_of_the_directory_is_a_service_too(pack: TinyPack) -> None:
    pack.add("directory.yaml", "needs:\n  lawyer: {categories: [helpline]}\n")
    assert broken(pack, "offer", ("services: [helpline]", "services: [lawyer]")) == []


def test_a_fault_is_told_on_its_line(pack: TinyPack) -> None:
    give_it(pack, "offer")
    line = pack.change(OFFER, "signal: held", "signal: hold")
    assert pack.faults() == [(OFFER, line, "There is no signal 'hold'.")]


def test_a_name_has_to_fit_a_button(pack: TinyPack) -> None:
    give_it(pack, "offer", "g" * 16)
    assert pack.faults() == []
    give_it(pack, "list", "Good_" + "g" * 12)
    assert [sentence for _, _, sentence in pack.faults()] == [
        f"The name 'Good_{'g' * 12}' has other characters than small letters, digits and '-'.",
        f"The name 'Good_{'g' * 12}' is longer than 16 characters.",
    ]


def test_what_a_result_says_has_to_fit_its_buttons(pack: TinyPack) -> None:
    told = broken(pack, "days", ("- {id: some", "- {id: a-longer-one"))
    assert told == []
    pack.remove("guides/days.yaml", "sq/guides/days.yaml", "en/guides/days.yaml")
    give_it(pack, "days", "ninety-in-180-is")
    pack.change("guides/ninety-in-180-is.yaml", "- {id: some", "- {id: a-longer-one, parts: [still-longer]")
    (told_of,) = [sentence for file, _, sentence in pack.faults() if file.startswith("guides/")]
    assert told_of == "A button of 'a-longer-one' would hold 73 bytes; Telegram takes 64."


def test_the_longest_town_has_to_fit_a_button(pack: TinyPack) -> None:
    pack.change("places.yaml", "id: kukes", f"id: {'k' * 40}")
    pack.change("services/kukes.yaml", "place: kukes", f"place: {'k' * 40}")
    step = "{id: home, ask: place, remembers: true}"
    told = broken(pack, "quiz", ("steps:\n", f"steps:\n  - {step}\n"))
    assert told == []
    pack.change("guides/quiz.yaml", step, step.replace("home", "twelve-bytes"))
    told = [sentence for file, _, sentence in pack.faults() if file == "guides/quiz.yaml"]
    assert told == ["A button of 'twelve-bytes' would hold 65 bytes; Telegram takes 64."]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("review_by: 2027-11-01", "review_by: 2026-11-20", "The review was due on 2026-11-20."),
        ("reviewed: 2026-11-01", "reviewed: 2026-11-23", "The date of the review is in the future."),
        ("checked: 2026-11-01", "checked: 2026-11-23", "The source was checked in the future."),
        ('dated: "2026"', 'dated: "2027"', "The source was written in the future."),
    ],
)
def test_the_dates_of_a_guide_hold(pack: TinyPack, old: str, new: str, sentence: str) -> None:
    give_it(pack, "offer")
    line = pack.change(OFFER, old, new)
    assert pack.faults() == [(OFFER, line, sentence)]


def test_a_claim_in_a_guide_needs_a_source_with_a_date(pack: TinyPack) -> None:
    give_it(pack, "quiz")
    pack.change("guides/quiz.yaml", 'dated: "2026"', "dated: undated")
    assert pack.faults() == []
    pack.change("en/guides/quiz.yaml", "explain: Somebody helps.", "explain: The permit.")
    sentence = "This speaks of rights, visas, money or deadlines, and no source of it has a date."
    assert ("guides/quiz.yaml", 7, sentence) in pack.faults()
