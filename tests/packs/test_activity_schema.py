"""What an activity may say of its days, and until when it is on."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.packs.activity_schema import ActivitiesFile
from bot.packs.yaml_file import parse
from tests.builders import TODAY, an_activity

days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
JULY: dict[str, Any] = {"starts": date(2027, 7, 12), "ends": date(2027, 7, 16)}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"starts": None}, "give at least one day: starts, or deadline for a call"),
        ({"starts": None, "deadline": TODAY, "ends": TODAY}, "ends and time need starts beside them"),
        ({"starts": None, "deadline": TODAY, "time": "17:30"}, "ends and time need starts beside them"),
        ({"ends": date(2026, 12, 2)}, "ends lies before starts"),
        (JULY | {"deadline": date(2027, 7, 17)}, "deadline lies after ends"),
        ({"time": 1050}, 'put the time into quotes: "17:30"'),
        ({"time": "24:00"}, "String should match pattern"),
        ({"hours": "on Mondays"}, "write hours as"),
        ({"audiences": []}, "at least 1 item"),
        ({"sources": []}, "at least 1 item"),
    ],
)
def test_what_makes_no_sense_is_refused_in_plain_words(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        an_activity(**changes)


@given(starts=days, long=st.integers(0, 90), today=days)
def test_it_is_on_until_the_evening_of_its_last_day_and_gone_the_day_after(
    starts: date, long: int, today: date
) -> None:
    ends = starts + timedelta(days=long)
    activity = an_activity(starts=starts, ends=ends)
    assert activity.is_on(ends)
    assert not activity.is_on(ends + timedelta(days=1))
    assert activity.is_on(today) == (today <= ends)


def test_without_an_end_the_first_day_is_the_last() -> None:
    assert an_activity(starts=TODAY).last_day == TODAY


def test_once_nobody_can_join_any_more_it_is_over() -> None:
    camp = an_activity(deadline=date(2027, 5, 31), **JULY)
    assert camp.is_on(date(2027, 5, 31))
    assert not camp.is_on(date(2027, 6, 1))


@pytest.mark.parametrize(
    ("today", "following"),
    [
        (date(2027, 5, 1), date(2027, 7, 12)),
        (date(2027, 7, 12), date(2027, 7, 12)),
        (date(2027, 7, 13), date(2027, 7, 16)),
        (date(2027, 8, 1), date(2027, 7, 16)),
    ],
)
def test_its_next_day_is_the_nearest_one_that_is_not_past(today: date, following: date) -> None:
    assert an_activity(**JULY).next_day(today) == following


def test_the_example_for_editors_is_a_whole_and_right_file(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs/editors.md").read_text("utf-8")
    found = re.search(r"```yaml\n( *activities:\n.*?)```", guide, re.DOTALL)
    assert found is not None
    path = tmp_path / "kukes.yaml"
    path.write_text(re.sub(r"^   ", "", found[1], flags=re.MULTILINE), "utf-8")
    listed, problems = parse(ActivitiesFile, path)
    assert problems == []
    assert listed is not None
    assert listed.activities[0].last_day == date(2027, 3, 5)
