"""A country's version of a topic: it holds only what differs, and is shown whole."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.packs.assets import Topic
from bot.packs.loader import load, read
from bot.packs.topic_schema import TopicVersion
from tests.builders import TODAY
from tests.checks.tiny_pack import TinyPack

HELPS = "services: [helpline]\n"
OTHERWISE = "summary: In Kosovo it is otherwise.\n"


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def kosovo(pack: TinyPack, files: dict[str, str], name: str = "kosovo") -> None:
    pack.add(
        f"../{name}/pack.yaml",
        f"{{name: {name}, title: Kosovo, languages: [sq, en], countries: [XK], owner: editors}}\n",
    )
    for file, text in files.items():
        pack.add(f"../{name}/{file}", text)


def police(pack: TinyPack, country: str | None) -> Topic:
    return load(pack.root).topics["police"].for_country(country)


def test_what_a_version_says_stands_in_the_place_of_what_is_common(pack: TinyPack) -> None:
    kosovo(pack, {"topics/help/police.yaml": HELPS, "en/help/police.yaml": OTHERWISE, "sq/help/police.yaml": OTHERWISE})
    common, there = police(pack, None), police(pack, "XK")
    assert there.facts.services == ("helpline",) != common.facts.services
    assert there.facts.sources == common.facts.sources
    assert there.said("en").words.summary == "In Kosovo it is otherwise."
    assert there.said("en").words.title == common.said("en").words.title
    assert police(pack, "AL") == common


def test_a_version_may_differ_in_its_words_or_in_its_facts_only(pack: TinyPack) -> None:
    kosovo(pack, {"topics/help/helplines.yaml": HELPS, "en/help/police.yaml": OTHERWISE})
    topics = load(pack.root).topics
    assert topics["helplines"].for_country("XK").words == topics["helplines"].words
    assert topics["police"].for_country("XK").facts == topics["police"].facts


def test_a_language_without_the_version_hears_it_in_another_one(pack: TinyPack) -> None:
    """Its common words would stand beside sources that do not say so."""
    kosovo(pack, {"en/help/police.yaml": OTHERWISE})
    said = police(pack, "XK").said("sq")
    assert (said.language, said.words.summary) == ("en", "In Kosovo it is otherwise.")


def test_a_topic_that_only_one_country_has_stands_whole_in_its_pack(pack: TinyPack) -> None:
    whole = pack.path("topics/help/police.yaml").read_text("utf-8")
    words = pack.path("en/help/police.yaml").read_text("utf-8")
    kosovo(pack, {"topics/help/kosovo-police.yaml": whole, "en/help/kosovo-police.yaml": words})
    topic = load(pack.root).topics["kosovo-police"]
    assert topic.versions == {}
    assert topic.for_country("XK") is topic


def test_the_countries_that_have_rules_of_their_own_are_known(pack: TinyPack) -> None:
    assert load(pack.root).homes == ()
    kosovo(pack, {"en/help/police.yaml": OTHERWISE})
    assert load(pack.root).homes == ("XK",)


@pytest.mark.parametrize("file", ["topics/help/police.yaml", "en/help/police.yaml"])
def test_a_version_that_cannot_be_read_is_told_and_the_common_topic_stays(pack: TinyPack, file: str) -> None:
    kosovo(pack, {file: "title: Not for a version\n"})
    reading = read(pack.root)
    assert [(problem.sentence, problem.line) for problem in reading.problems] == [("The key 'title' is unknown.", 1)]
    assert reading.topics.keys() == {"helplines", "police"}


def test_two_versions_for_one_country_are_a_fault(pack: TinyPack) -> None:
    kosovo(pack, {"topics/help/police.yaml": HELPS})
    kosovo(pack, {"topics/help/police.yaml": HELPS}, "kosovo-again")
    assert [problem.sentence for problem in read(pack.root).problems] == [
        "The version of 'police' for 'XK' stands in another file too."
    ]


def test_the_dates_of_a_version_come_together_and_in_order() -> None:
    days = {"reviewed": TODAY, "review_by": date(2027, 1, 10), "withhold_after": date(2027, 6, 30)}
    assert TopicVersion(**days).review_by == date(2027, 1, 10)
    with pytest.raises(ValidationError, match="give all or none"):
        TopicVersion(reviewed=TODAY)
    with pytest.raises(ValidationError, match="must follow each other"):
        TopicVersion(**days | {"review_by": date(2028, 1, 10)})
