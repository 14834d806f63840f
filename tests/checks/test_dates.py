"""Rules for dates, each broken once."""

import pytest

from tests.checks.tiny_pack import TinyPack

TOPIC = "topics/help/police.yaml"


def test_a_topic_past_its_review_is_found(pack: TinyPack) -> None:
    line = pack.change(TOPIC, "review_by: 2027-11-01", "review_by: 2026-11-21")
    assert pack.faults() == [(TOPIC, line, "The review was due on 2026-11-21.")]


def test_the_day_of_the_review_itself_is_in_time(pack: TinyPack) -> None:
    pack.change(TOPIC, "review_by: 2027-11-01", "review_by: 2026-11-22")
    assert pack.faults() == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("reviewed: 2026-11-01", "reviewed: 2026-11-23", "The date of the review is in the future."),
        ("    checked: 2026-11-01", "    checked: 2026-11-23", "The source was checked in the future."),
    ],
)
def test_nothing_was_read_in_the_future(pack: TinyPack, old: str, new: str, sentence: str) -> None:
    line = pack.change(TOPIC, old, new)
    assert pack.faults() == [(TOPIC, line, sentence)]


def test_a_service_past_its_next_check_is_found(pack: TinyPack) -> None:
    file = "services/kukes.yaml"
    line = pack.change(
        file, "    recheck_by: 2027-05-01\n  - id: al_line", "    recheck_by: 2026-11-21\n  - id: al_line"
    )
    assert pack.faults() == [(file, line, "'al_office' was to be checked again by 2026-11-21.")]


def test_dates_that_do_not_follow_each_other_are_found(pack: TinyPack) -> None:
    pack.change(TOPIC, "withhold_after: 2028-05-01", "withhold_after: 2027-05-01")
    ((file, line, sentence),) = [fault for fault in pack.faults() if fault[0] == TOPIC]
    assert (file, line) == (TOPIC, 1)
    assert sentence == "the file: the dates must follow each other: reviewed, review_by, withhold_after."
