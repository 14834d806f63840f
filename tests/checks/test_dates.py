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


@pytest.mark.parametrize("dated", ["2026-11-23", "2026-12", "2027"])
def test_no_source_was_written_in_the_future(pack: TinyPack, dated: str) -> None:
    line = pack.change(TOPIC, 'dated: "2026"', f'dated: "{dated}"')
    assert pack.faults() == [(TOPIC, line, "The source was written in the future.")]


@pytest.mark.parametrize("dated", ['"2026-11-22"', '"2026-11"', '"2026"', "undated"])
def test_a_source_of_today_or_without_a_date_is_not_of_the_future(pack: TinyPack, dated: str) -> None:
    pack.change(TOPIC, 'dated: "2026"', f"dated: {dated}")
    assert pack.faults() == []


def test_a_version_is_reviewed_in_time_too(pack: TinyPack) -> None:
    pack.give_albania_its_own("reviewed: 2026-11-23\nreview_by: 2026-11-23\nwithhold_after: 2027-11-23\n")
    file = "albania/topics/help/police.yaml"
    assert pack.faults() == [(file, 1, "The date of the review is in the future.")]
    pack.change(
        f"../{file}", "reviewed: 2026-11-23\nreview_by: 2026-11-23", "reviewed: 2025-11-23\nreview_by: 2026-11-21"
    )
    assert pack.faults() == [(file, 2, "The review was due on 2026-11-21.")]


def test_no_service_was_checked_or_written_about_in_the_future(pack: TinyPack) -> None:
    file = "services/kukes.yaml"
    checked = "verified: {on: 2026-11-01, how: source, by_role: editor}\n    recheck_by: 2027-05-01\n  - id: al_line"
    verified = pack.change(file, checked, checked.replace("2026-11-01", "2026-11-23"))
    dated = pack.change(file, "/office\n", '/office\n        dated: "2027"\n') + 1
    assert pack.faults() == [
        (file, dated, "The source was written in the future."),
        (file, verified + 1, "'al_office' was checked in the future."),
    ]
