"""Somebody says whether an answer helped: each thumb is counted once, by the words that were read."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from bot.conversation.actions import Show
from bot.conversation.advance import advance
from bot.conversation.events import ButtonPressed, Event, TextWritten
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation, Count
from bot.conversation.taps import Tap
from bot.conversation.thumbs import AGAIN, UNSAID, Thumb
from bot.conversation.topics import OPENS
from bot.conversation.turn import Turn
from bot.conversation.views import Menu, Part, Reason, TopicShown, TopicWithheld
from bot.packs.topic_version import version_of
from bot.search.signals import SignalFound
from tests.builders import a_conversation, a_guide, a_topic, some_packs, with_guides, with_versions
from tests.conversation.playing import MESSAGE, NOW, after, show_of, tapping, view_of
from tests.fakes import Canned

SLUG = "asylum-facts"
TOPIC = with_versions(a_topic(), AL="In Albania.")
OLD = a_topic("old-rules", reviewed=date(2020, 1, 1), review_by=date(2021, 1, 1), withhold_after=date(2022, 1, 1))
KNOWLEDGE = Canned(signals={"help": (SignalFound("held", "now"),)}).knowledge(some_packs([TOPIC, OLD]))
READ = version_of(TOPIC, "sq")
THUMB = Thumb(SLUG, READ, "details")


def pressing(tap: Tap, conversation: Conversation | None = None, knowledge: Knowledge = KNOWLEDGE) -> Turn:
    return advance(conversation or a_conversation(), ButtonPressed(tap, MESSAGE), knowledge, NOW)


def test_a_thumb_up_is_counted_and_the_answer_stays() -> None:
    before = a_conversation(unsure=1, subject=SLUG)
    turn = pressing(THUMB.tap("helpful"), before)
    assert turn.actions == (Show(TopicShown(SLUG, "details", thumbs="thanked"), "sq", MESSAGE),)
    assert turn.counts == (Count("helpful", f"{SLUG}@{READ}:yes"),)
    assert turn.conversation == before


def test_a_thumb_that_was_counted_is_not_counted_again() -> None:
    turn = pressing(THUMB.tap("helpful", AGAIN))
    assert (view_of(turn), turn.counts) == (TopicShown(SLUG, "details", thumbs="thanked"), ())


def test_a_thumb_down_is_counted_and_asks_why() -> None:
    turn = pressing(THUMB.tap("unhelpful"))
    assert turn.actions == (Show(TopicShown(SLUG, "details", thumbs="why"), "sq", MESSAGE),)
    assert turn.counts == (Count("unhelpful", f"{SLUG}@{READ}:-"),)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_a_reason_is_counted_beside_the_thumb(reason: Reason) -> None:
    turn = pressing(THUMB.tap("because", reason))
    assert view_of(turn) == TopicShown(SLUG, "details", thumbs="sorry")
    assert turn.counts == (Count("unhelpful_why", f"{SLUG}@{READ}:{reason}"),)


def test_no_reason_is_counted_as_none() -> None:
    turn = pressing(THUMB.tap("because", UNSAID))
    assert (view_of(turn), turn.counts) == (TopicShown(SLUG, "details", thumbs="sorry"), ())


def test_the_words_of_a_language_and_a_country_have_a_version_of_their_own() -> None:
    there = a_conversation("en", country="AL")
    version = version_of(TOPIC.versions["AL"], "en")
    turn = pressing(Thumb(SLUG, version, "summary").tap("helpful"), there)
    assert view_of(turn) == TopicShown(SLUG, home="AL", thumbs="thanked")
    assert turn.counts == (Count("helpful", f"{SLUG}@{version}:yes"),)
    assert len({version, READ, version_of(TOPIC, "en"), version_of(TOPIC.versions["AL"], "sq")}) == 4


def test_the_way_back_to_the_language_before_is_not_lost() -> None:
    assert view_of(pressing(replace(THUMB, before="en").tap("unhelpful"))) == TopicShown(
        SLUG, "details", "en", thumbs="why"
    )
    assert view_of(pressing(replace(THUMB, before="xx").tap("helpful"))) == TopicShown(
        SLUG, "details", thumbs="thanked"
    )


def test_the_way_back_to_a_guide_is_not_lost() -> None:
    knowledge = Canned().knowledge(with_guides(some_packs([TOPIC]), a_guide("quiz")))
    within = pressing(Tap("play", "quiz", "start"), knowledge=knowledge).conversation
    view = view_of(pressing(THUMB.tap("helpful"), within, knowledge))
    assert isinstance(view, TopicShown)
    assert view.guide == "quiz"


@pytest.mark.parametrize("part", ["summary", "details", "steps"])
def test_an_old_button_shows_the_words_of_today_and_counts_nothing(part: Part) -> None:
    for tap in (Thumb(SLUG, "0a1b2c", part).tap("helpful"), Thumb(SLUG, "0a1b2c", part).tap("because", "hard")):
        turn = pressing(tap)
        assert show_of(turn) == Show(TopicShown(SLUG, part), "sq", MESSAGE)
        assert (turn.conversation.subject, turn.counts) == (SLUG, ())


@pytest.mark.parametrize(
    "tap",
    [
        Tap("helpful", SLUG),
        Tap("helpful", SLUG, "yes"),
        Tap("helpful", SLUG, f"{READ}.x"),
        Tap("helpful", SLUG, f"{READ}.d..hard"),
        Tap("unhelpful", SLUG, f"{READ}.d..again"),
        Tap("because", SLUG, f"{READ}.d"),
        Tap("because", SLUG, f"{READ}.d..my name"),
    ],
)
def test_a_forged_thumb_leads_to_the_answer_and_counts_nothing(tap: Tap) -> None:
    turn = pressing(tap)
    view = view_of(turn)
    assert isinstance(view, TopicShown)
    assert (view.slug, view.thumbs, turn.counts) == (SLUG, "asked", ())


def test_a_topic_that_is_gone_leads_to_the_menu() -> None:
    turn = pressing(replace(THUMB, slug="gone").tap("helpful"))
    assert (view_of(turn), turn.counts) == (Menu("button"), ())


def test_a_topic_that_is_too_old_by_now_is_not_shown_again() -> None:
    turn = pressing(Thumb("old-rules", version_of(OLD, "sq"), "summary").tap("helpful"))
    assert (view_of(turn), turn.counts) == (TopicWithheld("old-rules"), ())


@pytest.mark.parametrize("tap", [THUMB.tap("helpful"), THUMB.tap("unhelpful"), THUMB.tap("because", "hard")])
def test_while_a_counsellor_has_the_case_the_answer_stays_and_nothing_is_counted(tap: Tap) -> None:
    turn = pressing(tap, a_conversation(case="held"))
    assert (view_of(turn), turn.counts) == (TopicShown(SLUG, "details", thumbs="none"), ())


def test_nobody_in_danger_is_asked_until_other_things_were_shown() -> None:
    turn = advance(a_conversation(), TextWritten("help", MESSAGE), KNOWLEDGE, NOW)
    seen = []
    for slug in (SLUG, SLUG, "old-rules", "one", "two"):
        knowledge = Canned().knowledge(some_packs([TOPIC, *map(a_topic, ("old-rules", "one", "two"))]))
        turn = pressing(Tap("topic", slug), turn.conversation, knowledge)
        view = view_of(turn)
        assert isinstance(view, TopicShown)
        seen.append(view.thumbs)
    assert seen == ["none", "none", "none", "asked", "asked"]


@pytest.mark.parametrize(("part", "name"), OPENS.items())
def test_what_is_opened_from_a_rated_answer_does_not_ask_again(part: Part, name: str) -> None:
    turn = pressing(Tap(name, SLUG, "rated"))  # type: ignore[arg-type]  # the names of buttons
    assert view_of(turn) == TopicShown(SLUG, part, thumbs="rated")


def test_another_topic_asks_again() -> None:
    event: Event = tapping("topic", SLUG)
    assert view_of(after(event)) == TopicShown(SLUG, thumbs="asked")
