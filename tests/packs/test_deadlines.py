"""What has to be checked again: found for topics, their versions and services, and named with its owner."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.packs.deadlines import Deadline, due
from bot.packs.loader import load
from tests.checks.tiny_guides import give_it
from tests.checks.tiny_pack import ACTIVITY, TinyPack

VERSION = "reviewed: 2026-11-01\nreview_by: 2026-12-24\nwithhold_after: 2027-06-30\n"


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def test_every_topic_and_every_service_has_a_deadline_and_an_owner(pack: TinyPack) -> None:
    listed = load(pack.root).deadlines
    assert {(one.kind, one.name) for one in listed} == {
        ("topic", "police"),
        ("topic", "helplines"),
        ("service", "al_office"),
        ("service", "al_line"),
    }
    assert {one.owner for one in listed} == {"editors"}
    assert [one.by for one in listed] == sorted(one.by for one in listed)


def test_a_version_with_dates_of_its_own_has_a_deadline_of_its_own(pack: TinyPack) -> None:
    pack.add("../kosovo/pack.yaml", "{name: kosovo, title: K, languages: [en], countries: [XK], owner: prishtina}\n")
    pack.add("../kosovo/topics/help/police.yaml", VERSION)
    pack.add("../kosovo/topics/help/helplines.yaml", "services: [helpline]\n")
    (own,) = [one for one in load(pack.root).deadlines if one.country == "XK"]
    assert own == Deadline(date(2026, 12, 24), "topic", "police", "XK", "prishtina", date(2027, 6, 30))


def test_a_guide_has_a_deadline_too(pack: TinyPack) -> None:
    give_it(pack, "offer")
    (own,) = [one for one in load(pack.root).deadlines if one.kind == "guide"]
    assert own == Deadline(date(2027, 11, 1), "guide", "offer", None, "editors", date(2028, 5, 1))


def test_a_calendar_ends_with_the_last_of_its_activities(pack: TinyPack) -> None:
    pack.give_it_a_calendar()
    pack.give_albania_its_own()
    later = ACTIVITY.replace("al_meeting", "al_camp").format(starts="2027-07-12\n    ends: 2027-07-16")
    pack.add("../albania/activities/kukes.yaml", later)
    pack.add("../albania/activities/older.yaml", ACTIVITY.replace("al_meeting", "al_older").format(starts="2026-12-01"))
    found = [one for one in load(pack.root).deadlines if one.kind == "activities"]
    assert found == [
        Deadline(date(2026, 12, 3), "activities", "core", None, "editors"),
        Deadline(date(2027, 7, 16), "activities", "albania", "AL", "editors"),
    ]


def test_due_is_what_ends_before_the_span_does() -> None:
    today = date(2026, 11, 22)
    listed = [Deadline(today + timedelta(days=days), "topic", str(days), None, "editors") for days in (-400, 0, 30, 31)]
    assert [one.name for one in due(listed, today, timedelta(days=30))] == ["-400", "0", "30"]


def test_what_is_past_its_last_day_is_withheld_and_a_service_never_is() -> None:
    topic = Deadline(date(2026, 1, 1), "topic", "police", None, "editors", date(2026, 6, 30))
    assert [topic.is_withheld(date(2026, 6, day)) for day in (29, 30)] == [False, False]
    assert topic.is_withheld(date(2026, 7, 1))
    assert not Deadline(date(2026, 1, 1), "service", "al_line", "AL", "editors").is_withheld(date(2030, 1, 1))
