"""Several divisions of one table, one after the other."""

from bot.reports.steps import Steps, hidden, singly, together
from bot.reports.table import ALL, SUPPRESSED, Published, Table

NOTHING = Published()
TOPICS = ("asylum", "work", "school")


def table(**counts: int) -> Table:
    return Table("topics 2026-Q4", ("topic", "month"), {tuple(key.split("_")): n for key, n in counts.items()})


def test_what_a_wider_division_showed_a_finer_one_does_not_take_back() -> None:
    steps = Steps(table(asylum_oct=3, work_oct=2), NOTHING)
    steps.ask(together(TOPICS), singly(["oct"]))
    steps.ask(singly(TOPICS), singly(["oct"]))
    assert steps.numbers[ALL, "oct"] == 5
    assert steps.numbers["asylum", "oct"] is SUPPRESSED
    assert steps.passed.withheld


def test_what_puts_everything_together_is_kept_as_the_total_only() -> None:
    steps = Steps(table(asylum_oct=30), NOTHING)
    steps.ask(together(TOPICS), singly(["oct"]))
    assert set(steps.numbers) == {(ALL, "oct"), (ALL, ALL)}


def test_a_division_of_which_something_would_be_hidden_leaves_no_trace_if_it_was_asked_for_whole() -> None:
    steps = Steps(table(asylum_oct=3, work_oct=20, school_oct=30), NOTHING)
    steps.ask(together(TOPICS), singly(["oct"]))
    before = steps.passed
    assert not steps.ask_all(singly(TOPICS), singly(["oct"]))
    assert (steps.numbers, steps.passed.published) == (before.numbers, before.published)


def test_a_division_of_which_nothing_has_to_be_hidden_goes_out_whole() -> None:
    steps = Steps(table(asylum_oct=10, work_oct=20), NOTHING)
    assert steps.ask_all(singly(TOPICS), singly(["oct"]))
    assert steps.numbers["school", "oct"] == 0
    assert not steps.passed.withheld


def test_a_topic_that_is_new_in_november_does_not_make_another_total_of_october() -> None:
    october = Steps(table(asylum_oct=6, work_oct=4), NOTHING)
    october.ask(together(["asylum", "work"]), singly(["oct"]))
    both = Steps(table(asylum_oct=6, work_oct=4, school_nov=20), october.passed.published)
    both.ask(together(TOPICS), singly(["oct", "nov"]))
    assert (both.numbers[ALL, "oct"], both.numbers[ALL, "nov"]) == (10, 20)
    (first, _) = both.passed.published.releases
    assert set(first.cut.groups[0]["(all)"]) == set(TOPICS)


def test_a_topic_that_was_left_out_although_it_was_read_stays_left_out_of_what_went_out() -> None:
    october = Steps(table(asylum_oct=6, work_oct=4, school_oct=7), NOTHING)
    october.ask(together(["asylum", "work"]), singly(["oct"]))
    both = Steps(table(asylum_oct=6, work_oct=4, school_oct=7), october.passed.published)
    both.ask(together(TOPICS), singly(["oct"]))
    assert both.numbers[ALL, "oct"] == 17
    assert set(both.passed.published.releases[0].cut.groups[0]["(all)"]) == {"asylum", "work"}


def test_of_a_table_that_may_not_go_out_only_the_total_is_there_and_it_is_hidden() -> None:
    assert hidden("age", "gain").numbers == {(ALL, ALL): SUPPRESSED}
