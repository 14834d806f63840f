"""Opening hours in a pack: what is taken, and what nobody could tell a client."""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from tests.builders import a_service


@pytest.mark.parametrize(
    "hours",
    [
        "24/7",
        "Mo-Fr 08:00-16:00",
        "Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00",
        "Mo-Th 08:00-16:30; Fr 08:00-14:00; PH off",
        "Apr-Sep Mo-Fr 07:30-15:00; Oct-Mar Mo-Fr 08:00-16:00",
        "Mo-Su 18:00-02:00",
        "Mo-Fr 08:00-16:00; PH 09:00-12:00",
    ],
)
def test_hours_that_a_clock_can_follow_stay_as_they_are(hours: str) -> None:
    assert a_service(hours=f" {hours} ").hours == hours


@pytest.mark.parametrize(
    "hours",
    [
        "Mon-Fri 8-22",
        "Mo-Fr 8-16",
        "mo-fr 08:00-16:00",
        "by appointment",
        'Mo-Fr 08:00-16:00 "by appointment"',
        "sunrise-sunset",
        "Mo-Fr 08:00-(sunset+01:00)",
        "SH off",
        "easter 10:00-12:00",
        "Mo-Fr 08:00+",
    ],
)
def test_other_hours_are_refused_and_the_form_is_told(hours: str) -> None:
    with pytest.raises(ValidationError, match=r"write hours as 'Mo-Fr 08:00-16:00', .*'24/7'"):
        a_service(hours=hours)


def test_who_reads_no_hours_does_not_load_the_library() -> None:
    said = "import sys, bot.packs.service_schema; print('opening_hours' in sys.modules)"
    program = [sys.executable, "-c", said]
    done = subprocess.run(program, capture_output=True, text=True, check=True)  # noqa: S603 -- our own words only
    assert done.stdout == "False\n"
