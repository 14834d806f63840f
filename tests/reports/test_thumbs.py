"""What is told of how people rated an answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reports.suppression import LEAST, Passed
from bot.reports.table import ALL, SUPPRESSED, Cut, Key
from bot.reports.thumbs import GIVEN, NO, NONE_GIVEN, OTHERS, YES, helpful_passed, reasons_passed
from tests.builders import a_topic, some_packs
from tests.reports.attack import Reader
from tests.reports.happening import QUARTER, happened
from tests.reports.putting_together import is_safe, reads

PACKS = some_packs(topics=[a_topic("asylum"), a_topic("work"), a_topic("school")])
SAID = (YES, "hard", "wrong", NONE_GIVEN)
TEXTS = ("asylum@a", "work@a", "work@b")
Counts = dict[tuple[str, str], int]


def published(counted: Counts) -> tuple[Passed, Passed]:
    up = happened("helpful", {f"{text}:yes": n for (text, said), n in counted.items() if said == YES})
    downs = {text: sum(n for (each, said), n in counted.items() if each == text and said != YES) for text, _ in counted}
    down = happened("unhelpful", {f"{text}:-": n for text, n in downs.items()})
    why = happened("unhelpful_why", {f"{text}:{said}": n for (text, said), n in counted.items() if said in GIVEN})
    helpful = helpful_passed([*up, *down, *why], PACKS, QUARTER)
    return helpful, reasons_passed([*up, *down, *why], QUARTER, helpful.numbers)


def test_a_topic_has_its_thumbs_and_each_version_of_its_text_has_its_own() -> None:
    helpful, _ = published({("work@a", YES): 30, ("work@a", "hard"): 9, ("work@b", YES): 11, ("asylum@a", YES): 20})
    numbers = helpful.numbers
    assert (numbers["work", YES], numbers["work@a", YES], numbers["work@b", YES]) == (41, 30, 11)
    assert (numbers["work@a", NO], numbers["asylum", YES], numbers["asylum@a", YES]) == (9, 20, 20)


def test_a_topic_that_few_people_rated_is_not_named() -> None:
    helpful, _ = published({("work@a", YES): 30, ("asylum@a", YES): 7})
    assert ("asylum", YES) not in helpful.numbers
    assert helpful.numbers[ALL, YES] == 37


def test_reasons_are_told_of_all_topics_together_and_of_those_with_many_thumbs_down() -> None:
    many = {("work@a", "hard"): 90, ("work@a", "wrong"): 30, ("work@a", NONE_GIVEN): 12, ("asylum@a", "hard"): 9}
    _, reasons = published({**many, ("asylum@a", YES): 20})
    assert (reasons.numbers[ALL, "hard"], reasons.numbers["work", "hard"], reasons.numbers["work", "wrong"]) == (
        99,
        90,
        30,
    )
    assert ("asylum", "hard") not in reasons.numbers


def test_who_gave_no_reason_is_the_rest_of_the_thumbs_down() -> None:
    _, reasons = published({("work@a", "hard"): 30, ("work@a", NONE_GIVEN): 12})
    assert reasons.numbers[ALL, NONE_GIVEN] == 12


def test_more_reasons_than_thumbs_are_no_fault_at_the_turn_of_a_quarter() -> None:
    rows = [*happened("helpful", {"work@a:yes": 30}), *happened("unhelpful_why", {"work@a:hard": 8})]
    helpful = helpful_passed(rows, PACKS, QUARTER)
    assert reasons_passed(rows, QUARTER, helpful.numbers).numbers[ALL, NONE_GIVEN] == 0


def test_where_hardly_any_thumb_is_down_no_reason_is_told() -> None:
    _, reasons = published({("work@a", YES): 30, ("work@a", "hard"): 3})
    assert set(reasons.numbers.values()) == {SUPPRESSED}


@settings(max_examples=20, deadline=None)
@given(st.fixed_dictionaries({(text, said): st.sampled_from([0, 1, 3, 6, 40]) for text in TEXTS for said in SAID}))
def test_nothing_small_can_be_worked_out_of_thumbs_and_reasons_together(counted: Counts) -> None:
    helpful, reasons = published(counted)
    reader = Reader((TEXTS, SAID))
    for release in helpful.published.releases:
        shown = dict(release.shown)
        thumbs = {name: SAID[1:] if group == (NO,) else group for name, group in release.cut.groups[1].items()}
        cut = Cut(
            (
                release.cut.groups[0],
                {name: (YES, *SAID[1:]) if name == "(all)" else group for name, group in thumbs.items()},
            )
        )
        reader.reads(cut, {key: shown.get(key, SUPPRESSED) for key, _ in cut.boxes()})
    _reads_reasons(reader, reasons)
    sums = [*([cell] for cell in counted), *([(text, said) for said in SAID[1:]] for text in TEXTS)]
    is_safe(reader, {frozenset[Key](each) for each in sums if 0 < sum(counted[cell] for cell in each) < LEAST})


def _reads_reasons(reader: Reader, reasons: Passed) -> None:
    for release in reasons.published.releases:
        named = {topic for topic in release.cut.groups[0]["(all)"] if topic != OTHERS}
        texts = {topic: tuple(text for text in TEXTS if text.startswith(topic)) for topic in named}
        texts[OTHERS] = tuple(text for text in TEXTS if text.partition("@")[0] not in named)
        along = {
            name: tuple(t for topic in group for t in texts[topic]) or ("no",)
            for name, group in release.cut.groups[0].items()
        }
        shown = dict(release.shown)
        cut = Cut((along, release.cut.groups[1]))
        reader.reads(cut, {key: shown.get(key, SUPPRESSED) for key, _ in cut.boxes()})


def test_the_reader_reads_what_went_out() -> None:
    """Who reads nothing finds nothing."""
    helpful, _ = published({("work@a", YES): 30, ("work@a", "hard"): 9})
    reader = Reader((TEXTS, (YES, NO)))
    reads(reader, helpful.published)
    assert reader.interval(frozenset({("work@a", NO)})) == (9, 9)
