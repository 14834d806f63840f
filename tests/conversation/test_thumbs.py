"""Under which answers it is asked whether they helped, and what a thumb carries there and back."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import String

from bot.conversation.shown import SIGNAL
from bot.conversation.taps import LIMIT, Tap
from bot.conversation.thumbs import AGAIN, LETTERS, LONGEST, NUMBERS, UNSAID, Thumb, asked, unpacked
from bot.conversation.views import Reason
from bot.storage.tables import COUNTS
from tests.builders import a_conversation, a_signal, a_topic, some_packs, the_real_packs
from tests.fakes import Canned

SLUG = "asylum-facts"
KNOWLEDGE = Canned().knowledge(
    some_packs([a_topic(), a_topic("trafficking")], signals=[a_signal(topics=["trafficking"])])
)
THUMBS = st.builds(
    Thumb,
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda slug: len(slug) <= LONGEST),
    st.from_regex(r"[0-9a-f]{6}", fullmatch=True),
    st.sampled_from(sorted(LETTERS)),
    st.sampled_from((None, "sq", "rom")),
)


def test_it_is_asked_of_an_answer_and_while_somebody_waits_for_a_counsellor() -> None:
    assert asked(a_conversation(), SLUG, KNOWLEDGE)
    assert asked(a_conversation(case="open"), SLUG, KNOWLEDGE)


def test_it_is_not_asked_while_a_counsellor_has_the_case() -> None:
    assert not asked(a_conversation(case="held"), SLUG, KNOWLEDGE)


@pytest.mark.parametrize("slug", ["trafficking", *NUMBERS])
def test_it_is_not_asked_of_what_tells_of_danger_or_whom_to_call(slug: str) -> None:
    assert not asked(a_conversation(), slug, KNOWLEDGE)


def test_it_is_not_asked_shortly_after_a_sign_of_danger() -> None:
    assert not asked(a_conversation(shown=(f"{SIGNAL}held", "legal-routes", SLUG)), SLUG, KNOWLEDGE)
    assert asked(a_conversation(shown=("legal-routes", SLUG)), SLUG, KNOWLEDGE)


def test_the_topics_that_tell_whom_to_call_are_there() -> None:
    assert set(the_real_packs().topics) >= NUMBERS


@given(THUMBS)
def test_a_thumb_survives_the_way_to_the_phone_and_back(thumb: Thumb) -> None:
    for said in (thumb.tap("helpful"), thumb.tap("helpful", AGAIN), thumb.tap("unhelpful")):
        assert len(said.packed().encode()) <= LIMIT
    assert unpacked(thumb.tap("helpful")) == (thumb, "")
    for reason in (*get_args(Reason), UNSAID):
        tap = thumb.tap("because", reason)
        assert len(tap.packed().encode()) <= LIMIT
        assert unpacked(tap) == (thumb, reason)


@given(st.text(max_size=40), st.text(max_size=60))
def test_what_somebody_made_up_is_a_thumb_of_no_version_that_there_is(slug: str, detail: str) -> None:
    thumb, _ = unpacked(Tap("helpful", slug, detail))
    assert thumb.slug == slug
    assert thumb.version in {"", detail.partition(".")[0]}


def test_every_real_topic_has_room_in_a_button_and_in_a_counter() -> None:
    kind = COUNTS.c.subject.type
    assert isinstance(kind, String)
    room = kind.length or 0
    for slug in the_real_packs().topics:
        thumb = Thumb(slug, "0a1b2c", "summary", "rom")
        assert len(slug) <= LONGEST
        assert all(len(thumb.of(said)) <= room for said in ("yes", UNSAID, *get_args(Reason)))
    assert len(Thumb("x" * LONGEST, "0a1b2c", "summary").of("not_asked")) <= room
