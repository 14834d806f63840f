"""What stands behind a link to the bot: it leads to its subject, and lets nobody write anything into the counts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.events import Started
from bot.conversation.start_code import LIMIT, StartCode, discreet, for_poster, marked, unpacked
from bot.conversation.state import Count
from bot.conversation.views import TopicShown, Welcome
from bot.errors import StartCodeError
from tests.builders import a_conversation, a_place, a_signal, a_topic, some_packs, the_real_packs, topic_words
from tests.conversation.playing import after, view_of

TOPIC = "asylum-facts"
slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)


@given(slugs, st.none() | slugs)
def test_a_code_comes_back_as_it_was(topic: str, place: str | None) -> None:
    packs = some_packs(topics=[a_topic(topic)], places=[a_place(place or "kukes")])
    code = StartCode(topic, place)
    assert unpacked(code.packed(), packs) == code


@given(st.text(max_size=80) | st.builds("{}_{}".format, st.sampled_from([TOPIC, "gone", ""]), st.text(max_size=40)))
def test_of_what_anybody_writes_only_what_the_packs_have_is_kept(code: str) -> None:
    packs = some_packs()
    led = unpacked(code, packs)
    assert led is None or (led.topic in packs.topics and led.place in {None, *packs.places})


@pytest.mark.parametrize("code", ["", "gone", "gone_kukes", "_kukes", "kukes", "ASYLUM-FACTS"])
def test_a_code_without_a_subject_that_we_have_leads_nowhere(code: str) -> None:
    assert unpacked(code, some_packs()) is None


@pytest.mark.parametrize("rest", ["_", "_gone", "_arta-krasniqi", "_kukes_arta", "__kukes", "_kukes "])
def test_what_is_not_exactly_a_place_is_forgotten_and_the_subject_is_not(rest: str) -> None:
    assert unpacked(TOPIC + rest, some_packs()) == StartCode(TOPIC)


@pytest.mark.parametrize("part", ["", "Kukes", "kuk\u00ebs", "a_b", "-a", "a b", "a\n"])
def test_what_is_no_slug_is_refused(part: str) -> None:
    for code in (StartCode(part), StartCode("a", part)):
        with pytest.raises(StartCodeError, match=r"cannot stand in a link: only a-z, 0-9 and single hyphens"):
            code.packed()


def test_a_code_as_long_as_telegram_passes_on_is_taken_and_a_longer_one_refused() -> None:
    assert len(StartCode("a" * 58, "kukes").packed()) == LIMIT
    with pytest.raises(StartCodeError, match="has 65 characters; Telegram passes on 64"):
        StartCode("a" * 59, "kukes").packed()


def test_a_subject_is_counted_by_its_name_even_where_only_its_mark_fits_into_a_link() -> None:
    long = "a" * 60
    led = unpacked(f"{marked(long)}_kukes", some_packs(topics=[a_topic(long, words={"en": topic_words()})]))
    assert led == StartCode(long, "kukes")
    assert led.campaign == f"{long}_kuk"


def test_the_code_of_a_poster_tells_no_bystander_of_a_danger() -> None:
    topics = [a_topic("asylum-facts"), a_topic("smuggling", "risks"), a_topic("unsafe", "help")]
    packs = some_packs(topics=topics, signals=[a_signal(topics=["unsafe"])])
    assert for_poster("asylum-facts", "kukes", packs) == "asylum-facts_kukes"
    for slug in ("smuggling", "unsafe"):
        code = for_poster(slug, "kukes", packs)
        assert slug not in code
        assert unpacked(code, packs) == StartCode(slug, "kukes")


def test_every_subject_can_hang_everywhere() -> None:
    packs = the_real_packs()
    for slug in packs.topics:
        for place in packs.places:
            code = for_poster(slug, place, packs)
            assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", code)  # Bot API, deep linking
    assert len({marked(slug) for slug in packs.topics} | packs.topics.keys()) == 2 * len(packs.topics)


def test_subjects_of_danger_are_discreet_and_ordinary_ones_are_not() -> None:
    packs = the_real_packs()
    secret = {"domestic-violence", "trafficking-signs", "mental-health-crisis", "small-boats-uk", "fake-documents"}
    assert {slug for slug in packs.topics if discreet(slug, packs)} >= secret
    assert not any(discreet(slug, packs) for slug in ("first-steps", "school-return", "work-germany", "legal-aid"))


@pytest.mark.parametrize("code", [f"{TOPIC}_kukes", f"{marked(TOPIC)}_kukes"])
def test_a_poster_leads_to_its_subject_and_is_counted_with_the_place_where_it_hangs(code: str) -> None:
    turn = after(Started(code), a_conversation("en"))
    assert view_of(turn) == TopicShown(TOPIC)
    assert turn.conversation.language == "en"
    assert turn.counts == (Count("topic", TOPIC), Count("started", TOPIC))
    assert turn.campaign == f"{TOPIC}_kukes"


def test_where_a_poster_hangs_is_not_where_its_reader_is() -> None:
    assert after(Started(f"{TOPIC}_kukes")).conversation.place is None
    moved = a_conversation(place="prizren", country="XK")
    after_poster = after(Started(f"{TOPIC}_kukes"), moved).conversation
    assert (after_poster.place, after_poster.country) == ("prizren", "XK")


@pytest.mark.parametrize("code", [f"{TOPIC}_arta-krasniqi", f"{TOPIC}_kukes_arta-krasniqi"])
def test_a_stranger_cannot_write_into_the_counts(code: str) -> None:
    assert after(Started(code)).counts == (Count("topic", TOPIC), Count("started", TOPIC))


def test_a_poster_whose_subject_is_gone_leads_to_the_welcome_and_is_not_counted_as_a_poster() -> None:
    turn = after(Started("gone_kukes"))
    assert view_of(turn) == Welcome()
    assert turn.counts == (Count("started"),)
