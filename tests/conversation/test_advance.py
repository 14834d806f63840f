"""The whole core: every event has an answer, whatever came before it."""

from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.conversation.actions import (
    Action,
    CopyToDesk,
    EditAtDesk,
    EndCase,
    Forget,
    OpenCase,
    Show,
    ShowOnMap,
    TellDesk,
    Wipe,
)
from bot.conversation.advance import advance
from bot.conversation.case_views import CaseWaits, Notice, ReferralAsked, ReferralReached, Reply
from bot.conversation.events import (
    Answered,
    ButtonPressed,
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    Event,
    LocationShared,
    MediaSent,
    Medium,
    MessageEdited,
    ReminderDue,
    Started,
    TextWritten,
    TurnFailed,
)
from bot.conversation.knowledge import Knowledge
from bot.conversation.shown import KEPT, SIGNAL
from bot.conversation.state import Conversation, Count
from bot.conversation.taps import NAMES, Tap
from bot.conversation.turn import Turn
from bot.conversation.views import Menu, View
from bot.search.answer import Found, Match
from bot.search.signals import SignalFound
from tests.builders import (
    a_conversation,
    a_topic,
    knowledge_of,
    some_packs,
    some_town_and_its_services,
    the_real_packs,
    with_guides,
)
from tests.conversation.playing import MESSAGE, NOW, after, tapping, view_of, writing
from tests.fakes import Canned
from tests.guides.small import small_guides

SHAPE = TypeAdapter(Conversation)

WORDS = (
    "Kukës", "jam ne Tirane", "dua te kerkoj azil ne gjermani", "my boss took my passport", "I want to kill myself",
    "more te mallkuar", "??", "\U0001f642", "qui peut m'aider a trouver du travail", "numri", "help",
)  # fmt: skip


@cache
def the_knowledge(which: str, *, desk: bool) -> Knowledge:
    packs = {"real": the_real_packs(), "town": some_town_and_its_services(), "small": some_packs()}
    return knowledge_of(packs[which], desk=desk)


def known_slugs() -> list[str]:
    real, town = the_real_packs(), some_town_and_its_services()
    sets = [(packs.topics, packs.sections, packs.places, packs.languages) for packs in (real, town)]
    few = [slug for group in sets for slugs in group for slug in list(slugs)[:6]]
    return sorted({*few, *town.services, *list(real.services)[:20], *real.category_words})


slugs = st.sampled_from(known_slugs()) | st.text(max_size=12)
message_ids = st.integers(0, 2**31)
taps = st.none() | st.builds(Tap, st.sampled_from(sorted(NAMES)), slugs, st.sampled_from(["", "3", "99"]) | slugs)
texts = st.sampled_from(WORDS) | st.text(max_size=40)
albums = st.lists(message_ids, min_size=1, max_size=10, unique=True).map(tuple)
events = st.one_of(
    st.builds(Started, slugs),
    st.builds(CommandGiven),
    st.builds(TextWritten, texts, message_ids),
    st.builds(ButtonPressed, taps, message_ids),
    st.builds(LocationShared, st.floats(-90, 90), st.floats(-180, 180), message_ids),
    st.builds(LocationShared, st.floats(39.5, 43.3), st.floats(19, 22), message_ids),
    st.builds(MediaSent, st.sampled_from(get_args(Medium)), albums),
    st.builds(MessageEdited, message_ids, texts, texts, st.booleans()),
    st.just(ClientBlocked()),
    st.just(ClientReturned()),
    st.just(TurnFailed()),
    st.just(tapping("accept")),
)
plays = st.lists(events, max_size=25)
whose = st.tuples(st.sampled_from(["real", "town", "small"]), st.booleans())
anything = st.builds(
    Conversation,
    language=st.sampled_from(["sq", "en", "rom"]),
    country=st.sampled_from([None, "AL", "DE"]),
    place=st.none() | slugs,
    subject=st.none() | slugs,
    signal=st.none() | slugs,
    awaiting=st.sampled_from(["nothing", "place"]),
    unsure=st.integers(0, 5),
    case=st.sampled_from(["none", "open", "held"]),
    reachable=st.booleans(),
    minor=st.booleans(),
    shown=st.lists(slugs, max_size=KEPT).map(tuple),
)
at_length = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
"""The first text of a process loads the search; hypothesis would take that for a slow test."""


def is_answered(event: Event, before: Conversation, turn: Turn) -> bool:
    """Whoever speaks is never met with silence: we show something, or in a case a person gets to see it.

    Whoever has asked for a person is answered by the rules of the desk.
    """
    seen = any(isinstance(action, Show | ShowOnMap | OpenCase) for action in turn.actions)
    passed_on = before.in_case and any(isinstance(action, CopyToDesk | EditAtDesk) for action in turn.actions)
    return seen or passed_on or not isinstance(event, Answered)


def can_be_stored(conversation: Conversation) -> bool:
    return SHAPE.validate_json(SHAPE.dump_json(conversation)) == conversation


def is_sound(conversation: Conversation, knowledge: Knowledge) -> bool:
    """Everything that it names exists."""
    packs = knowledge.packs
    return (
        can_be_stored(conversation)
        and conversation.language in packs.languages
        and (conversation.place is None or packs.places[conversation.place].country == conversation.country)
        and (conversation.subject is None or conversation.subject in {*packs.topics, *packs.services})
        and (conversation.signal is None or conversation.signal in packs.signals)
        and all(_exists(name, knowledge) for name in conversation.shown)
        and len(conversation.shown) <= KEPT
        and conversation.unsure >= 0
    )


def _exists(name: str, knowledge: Knowledge) -> bool:
    packs = knowledge.packs
    return name in {*packs.topics, *packs.services, *(SIGNAL + kind for kind in packs.signals)}


def menu_of(conversation: Conversation) -> View:
    """What /menu shows: while a counsellor has the case, that they have it."""
    return Notice("case_open") if conversation.case == "held" else Menu()


@at_length
@given(whose, plays)
def test_no_sequence_of_events_breaks_a_conversation_or_leaves_a_client_without_an_answer(
    whose: tuple[str, bool], play: list[Event]
) -> None:
    knowledge = the_knowledge(whose[0], desk=whose[1])
    conversation = a_conversation()
    for event in play:
        turn = advance(conversation, event, knowledge, NOW)
        assert is_answered(event, conversation, turn)
        assert is_sound(turn.conversation, knowledge)
        conversation = turn.conversation
    assert view_of(advance(conversation, CommandGiven("menu"), knowledge, NOW)) == Menu()


@at_length
@given(whose, anything, events)
def test_a_conversation_that_names_what_has_left_the_packs_still_gets_an_answer(
    whose: tuple[str, bool], conversation: Conversation, event: Event
) -> None:
    knowledge = the_knowledge(whose[0], desk=whose[1])
    turn = advance(conversation, event, knowledge, NOW)
    assert is_answered(event, conversation, turn)
    assert can_be_stored(turn.conversation)
    assert view_of(advance(turn.conversation, CommandGiven("menu"), knowledge, NOW)) == menu_of(turn.conversation)


@at_length
@given(anything, events)
def test_the_same_event_in_the_same_conversation_has_the_same_answer(conversation: Conversation, event: Event) -> None:
    assert after(event, conversation) == after(event, conversation)


@at_length
@given(anything, events)
def test_whoever_speaks_can_be_reached_again(conversation: Conversation, event: Event) -> None:
    turn = after(event, conversation)
    if isinstance(event, Answered):
        assert turn.conversation.reachable


@at_length
@given(anything, events)
def test_nothing_of_a_client_reaches_the_desk_without_a_case(conversation: Conversation, event: Event) -> None:
    turn = after(event, replace(conversation, case="none"))
    assert not any(isinstance(action, CopyToDesk | EditAtDesk | TellDesk) for action in turn.actions)


@at_length
@given(anything, events)
def test_a_case_begins_and_ends_only_as_the_client_wishes_and_then_the_desk_hears_of_it(
    conversation: Conversation, event: Event
) -> None:
    turn = after(event, conversation)
    opened = any(isinstance(action, OpenCase) for action in turn.actions)
    ended = any(isinstance(action, EndCase) for action in turn.actions)
    assert opened == (not conversation.in_case and turn.conversation.in_case)
    assert ended or turn.conversation.in_case >= conversation.in_case
    assert turn.conversation.case in {"none", "open", conversation.case}


@at_length
@given(anything, events)
def test_whoever_is_forgotten_is_forgotten_last_and_wiped_before_the_last_line(
    conversation: Conversation, event: Event
) -> None:
    turn = after(event, conversation)
    kinds = [type(action) for action in turn.actions]
    if Forget in kinds:
        assert kinds in ([EndCase, Show, Forget], [EndCase, Wipe, Show, Forget])
        assert turn.conversation == Conversation(conversation.language)
    assert Wipe not in kinds or Forget in kinds


@at_length
@given(anything, events, st.booleans())
def test_without_a_desk_no_case_is_opened(conversation: Conversation, event: Event, desk: bool) -> None:  # noqa: FBT001 -- drawn by hypothesis
    turn = after(event, replace(conversation, case="none"), the_knowledge("town", desk=desk))
    assert desk or turn.conversation.case == "none"


@pytest.mark.parametrize(
    ("event", "reachable", "kind", "told"),
    [(ClientBlocked(), False, "blocked", "unreachable"), (ClientReturned(), True, "reachable", "back")],
)
def test_the_desk_hears_whether_a_client_with_a_case_can_be_reached(
    event: Event,
    reachable: bool,  # noqa: FBT001 -- a column of the table above
    kind: str,
    told: Any,
) -> None:
    silent = after(event, a_conversation(reachable=not reachable))
    assert silent == Turn(a_conversation(reachable=reachable), (), (Count(kind),))
    in_case = after(event, a_conversation(case="open"))
    assert in_case.actions == (TellDesk(told),)


def test_an_update_that_failed_ends_in_the_menu() -> None:
    turn = after(TurnFailed(), a_conversation(awaiting="place"))
    assert view_of(turn) == Menu("failed")
    assert turn.conversation == a_conversation()


OF_GUIDES: tuple[Event, ...] = (
    tapping("guides"),
    tapping("guide", "quiz"),
    tapping("play", "quiz", "start"),
    tapping("answer", "quiz", "gender.unsaid"),
    tapping("answer", "quiz", "place.unsaid"),
    tapping("answer", "quiz", "a1.x"),
    tapping("play", "quiz", "leave"),
    tapping("play", "list", "start"),
    tapping("answer", "list", "children.no"),
    tapping("list", "list"),
    tapping("remind", "list"),
    tapping("remind", "list", "7"),
    ReminderDue("list"),
    tapping("remind", "list", "0"),
    tapping("result", "offer", "1.middle.3.1...text"),
    tapping("result", "offer", "1.middle.3.1...desk"),
    tapping("result", "offer", "1.middle.3.1...open"),
    tapping("end"),
)
SCRIPT: tuple[Event, ...] = (
    *OF_GUIDES,
    Started(),
    CommandGiven("services"),
    LocationShared(42.0769, 20.4219, MESSAGE),
    tapping("needs"),
    tapping("traits", "lawyer"),
    tapping("service", "al_office_door"),
    tapping("map", "al_office_door"),
    tapping("wrong", "al_office_door"),
    tapping("wrong", "al_office_door", "phone"),
    tapping("countries"),
    tapping("events"),
    tapping("section", "leaving"),
    tapping("who", "asylum-facts"),
    Started("old-rules"),
    writing("azil?"),
    writing("nothing that we know"),
    writing("they hold me"),
    tapping("accept"),
    writing("thank you"),
    MediaSent("photo", (MESSAGE,)),
    tapping("share", str(MESSAGE)),
    MessageEdited(MESSAGE, "thank you all", "thank you all"),
    tapping("refer", "yes", "al_line"),
    ClientBlocked(),
    ClientReturned(),
    TurnFailed(),
    tapping("erase"),
    tapping("exit"),
)
OF_THE_DESK = {CaseWaits, Reply, ReferralAsked, ReferralReached}
"""Views that the rules of the desk show."""


def test_every_event_every_action_and_every_view_there_is_comes_up_in_one_story() -> None:
    old = a_topic("old-rules", reviewed="2020-01-01", review_by="2020-01-01", withhold_after="2020-01-01")
    town = some_town_and_its_services()
    canned = Canned(
        {"azil?": Found("answer", (Match("asylum-facts", 0.9),))},
        signals={"they hold me": (SignalFound("held", "now"),)},
    )
    packs = some_packs([a_topic(), old], list(town.services.values()), list(town.places.values()))
    turns = _played(SCRIPT, canned.knowledge(with_guides(packs, *small_guides())))
    done = [action for turn in turns for action in turn.actions]
    assert {type(event) for event in SCRIPT} == set(get_args(Event))
    assert {type(action) for action in done} == set(get_args(Action))
    assert {type(action.view) for action in done if isinstance(action, Show)} == set(get_args(View)) - OF_THE_DESK


def _played(script: tuple[Event, ...], knowledge: Knowledge) -> list[Turn]:
    turns: list[Turn] = []
    for event in script:
        before = turns[-1].conversation if turns else a_conversation()
        turns.append(advance(before, event, knowledge, NOW))
    return turns


@pytest.mark.parametrize(("name", "argument"), list(product(sorted(NAMES), ["", "gone", "asylum-facts", "kukes"])))
def test_every_button_there_ever_was_is_answered(name: Any, argument: str) -> None:
    assert after(tapping(name, argument)).actions
