"""Every view of the desk, in both languages: Telegram takes it, and each button comes back as it was meant."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.case import Case, Colleague, Ended, Outcome, Status
from bot.desk.taps import LIMIT as TAP_LIMIT
from bot.desk.views import (
    Alarm,
    AskSure,
    CaseCard,
    CaseMenu,
    ChooseColleague,
    ChooseOutcome,
    ChooseSnooze,
    ConfirmTaking,
    DeskView,
    Findings,
    Help,
    Preview,
    Queue,
    QueuedCase,
    Sentence,
    Told,
)
from bot.packs.assets import Packs
from bot.rendering.at_desk import at_desk, toast
from bot.rendering.markup import LIMIT
from bot.rendering.message import Message
from bot.sandbox.formatting import parse_html
from bot.sandbox.units import units
from tests.builders import the_real_packs
from tests.contexts import a_context, desk_taps

LANGUAGES = st.sampled_from(("sq", "en", "rom"))
NAMES = st.sampled_from(("Mira", "<b>&amp;{0}\"'</i>😀", "Ë" * 64))
MOMENTS = st.none() | st.integers(0, 2**32)
PEOPLE = st.builds(Colleague, st.just("ab" * 16), NAMES)


def cases_of(packs: Packs) -> st.SearchStrategy[Case]:
    """Any case, also of what has left the packs."""
    known = (*packs.topics, *packs.services, "gone")
    seen = st.sampled_from((*known, *(f"signal:{kind}" for kind in packs.signals), "signal:new"))
    whole = st.builds(
        Case,
        st.sampled_from(("sq", "en", "xx")),
        st.just(0),
        place=st.sampled_from((None, "gone", *packs.places)),
        country=st.sampled_from((None, "AL", "DE")),
        subject=st.none() | st.sampled_from(known),
        signal=st.sampled_from((None, "new", *packs.signals)),
        minor=st.booleans(),
        shown=st.lists(seen, max_size=3, unique=True).map(tuple),
        status=st.sampled_from(get_args(Status)),
        holder=st.none() | PEOPLE,
        urgent=st.booleans(),
        snoozed=MOMENTS,
        ended=st.sampled_from(get_args(Ended)),
        outcome=st.sampled_from(("", *get_args(Outcome))),
    )
    return st.tuples(whole, MOMENTS).map(lambda both: replace(both[0], erase=both[1]))


def views_of(packs: Packs) -> st.SearchStrategy[DeskView]:
    replies, topics, services = (
        st.sampled_from((*names, "gone")) for names in (packs.replies, packs.topics, packs.services)
    )
    cases, few, ids = cases_of(packs), st.integers(0, 9999), st.integers(1, 2**31)
    about = st.one_of(replies.map("reply:{}".format), topics.map("topic:{}".format), services.map("service:{}".format))
    albums = st.tuples(ids, st.integers(1, 10)).map(lambda one: tuple(range(one[0], one[0] + one[1])))
    queued = st.lists(st.builds(QueuedCase, few.map(lambda n: n + 1), few, few, cases), max_size=30).map(tuple)
    return st.one_of(
        st.builds(Sentence, st.sampled_from(get_args(Told)), NAMES | st.just(""), about | st.just("suicide"), few),
        st.builds(Sentence, st.just("on_duty"), st.just("Mira\n<Besnik>"), mentions=st.just((1, 2))),
        st.builds(CaseCard, cases),
        st.builds(CaseMenu, cases, st.booleans()),
        st.builds(ChooseColleague, st.lists(PEOPLE, max_size=120).map(tuple)),
        st.just(ChooseOutcome()),
        st.just(ChooseSnooze()),
        st.builds(ConfirmTaking, NAMES),
        st.builds(AskSure, albums, st.sampled_from(("mention", "phone", "link", "contact"))),
        st.builds(
            Findings,
            st.lists(replies, max_size=40, unique=True).map(tuple),
            st.lists(topics, max_size=4, unique=True).map(tuple),
            st.lists(services, max_size=4, unique=True).map(tuple),
        ),
        st.builds(Preview, st.just("reply"), replies, LANGUAGES, st.booleans()),
        st.builds(Preview, st.just("topic"), topics, LANGUAGES, st.booleans()),
        st.builds(Preview, st.just("service"), services, LANGUAGES, st.booleans()),
        st.builds(Queue, queued, st.lists(NAMES, max_size=9).map(tuple), few),
        st.just(Help()),
        st.builds(Alarm, st.sampled_from(("new", *packs.signals)), LANGUAGES, st.sampled_from((None, "XK", "kukes"))),
    )


def check(message: Message) -> None:
    text, _ = parse_html(message.html)
    assert text.strip()
    assert units(text) <= LIMIT
    buttons = [button for row in message.rows for button in row]
    assert len(buttons) <= 100
    assert all(1 <= len(row) <= 2 for row in message.rows)
    assert all(0 < len(button.label) <= 24 for button in buttons)
    assert all(len((button.data or "").encode()) <= TAP_LIMIT for button in buttons)
    assert len(desk_taps(message.rows)) == len(buttons)


@given(view=views_of(the_real_packs()), language=LANGUAGES)
def test_every_view_of_the_real_content_can_be_shown_and_its_buttons_come_back(view: DeskView, language: str) -> None:
    check(at_desk(view, language, a_context(the_real_packs()), "Ulliri 27"))


@given(case=cases_of(the_real_packs()), holds=st.booleans(), language=LANGUAGES)
def test_what_stands_in_a_thread_for_long_has_six_rows_at_most(*, case: Case, holds: bool, language: str) -> None:
    for view in (CaseCard(case), CaseMenu(case, holds)):
        assert len(at_desk(view, language, a_context(the_real_packs()), "Ulliri 27").rows) <= 6


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("told", get_args(Told))
def test_every_sentence_is_there_and_no_gap_stays_open(told: Told, language: str) -> None:
    said = Sentence(told, "Mira\nBesnik", "topic:asylum-facts", 5)
    for text in (at_desk(said, language, a_context()).html, toast(said, language, a_context())):
        assert text.strip()
        assert "{" not in text


@given(view=views_of(the_real_packs()), language=LANGUAGES)
def test_a_pop_up_is_short_and_plain(view: DeskView, language: str) -> None:
    if isinstance(view, Sentence):
        said = toast(view, language, a_context(the_real_packs()))
        assert 0 < len(said) <= 200
        assert "<a " not in said
