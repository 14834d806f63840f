"""The packs in one piece are the packs, but for the questions that were learnt from."""

from dataclasses import replace
from datetime import date

import pytest

from bot.packs.assets import Packs, Topic
from bot.packs.packed import ASKED, packed, unpacked
from tests.builders import an_activity, some_town_and_its_services, the_real_packs, with_activities


def without_questions(packs: Packs) -> Packs:
    """To be compared with: what a client can be shown, and what finds danger."""

    def short(topic: Topic) -> Topic:
        words = {said: one.model_copy(update={"questions": (), "near_misses": ()}) for said, one in topic.words.items()}
        return replace(topic, words=words, versions={code: short(one) for code, one in topic.versions.items()})

    topics = {slug: short(topic) for slug, topic in packs.topics.items()}
    by_section = {name: tuple(topics[one.slug] for one in those) for name, those in packs.topics_by_section.items()}
    return replace(packs, topics=topics, topics_by_section=by_section, outside={})


@pytest.mark.parametrize(
    "packs",
    [
        the_real_packs(),
        some_town_and_its_services(),
        with_activities(some_town_and_its_services(), an_activity(ends=date(2026, 12, 5), time="17:30")),
    ],
    ids=["real", "some", "with activities"],
)
def test_all_that_a_client_can_be_shown_is_there_again(packs: Packs) -> None:
    again = unpacked(packed(packs))
    assert without_questions(again) == without_questions(packs)
    assert {len(said.questions) for topic in again.topics.values() for said in topic.words.values()} == {ASKED}


@pytest.mark.parametrize("held", [b"", b"{}", b"no JSON", packed(the_real_packs())[:-9]])
def test_what_is_not_whole_is_not_taken_up(held: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- which of them is pydantic's own affair
        unpacked(held)
