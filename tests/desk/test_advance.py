"""Whatever three people, the client and time do to a case, in whatever order: what must hold holds."""

from dataclasses import dataclass, field
from typing import TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.actions import AnswerReferral, CaseDeed, EndCase, OpenCase, Show, TellDesk
from bot.conversation.case_views import CaseWaits, Notice, ReferralReached
from bot.desk.advance import advance, client_did
from bot.desk.case import Case, Colleague
from bot.desk.events import (
    Commanded,
    DeskEvent,
    Pressed,
    Rewritten,
    Said,
    ThreadClosed,
    ThreadReopened,
    TimePassed,
)
from bot.desk.known import DeskKnown, OnDuty
from bot.desk.outside import is_outside
from bot.desk.pressing import DOES
from bot.desk.taps import DeskTap
from bot.desk.turn import CaseTurn
from bot.desk.views import Sentence
from bot.desk.waiting import due
from tests.desk.playing import (
    ARTA,
    BESNIK,
    DAY,
    HOUR,
    MINUTE,
    MIRA,
    NOW,
    REPLY,
    SERVICE,
    TOPIC,
    a_case,
    after,
    closed,
    has_card_again,
    held,
    known,
    told,
    words_to_client,
)

CALLS = ("second_call", "on_duty", "on_duty", "partner")
"""The third call names those on duty once more and gives the client the lines of partners."""
OPENING = OpenCase("sq", "kukes", None, None)
ON_DUTY = (OnDuty(11, "Arta"),)

numbers = st.integers(1, 9)
words = st.sampled_from(["Mirëdita", "// for us", "  //", "069 123 4567", "t.me/x", "@besnik_al", "", "129"])
albums = st.sampled_from(["", "", "x1", "x2"])
said = st.builds(
    Said,
    st.lists(numbers, min_size=1, max_size=3, unique=True).map(tuple),
    words,
    to_colleague=st.booleans(),
    personal=st.booleans(),
    album=albums,
)
arguments = st.sampled_from(
    ["", "yes", "on", "off", "1", "24", "informed", "other", BESNIK.key, MIRA.key, REPLY, TOPIC, SERVICE]
)
kinds = st.sampled_from(["reply", "topic", "service"])
taps = st.builds(DeskTap, st.sampled_from(sorted(DOES)), arguments, st.sampled_from(["", "1.1"]))
gifts = st.builds(DeskTap, st.just("give"), kinds, st.sampled_from([REPLY, TOPIC, SERVICE, "gone"]))
said_or_done: st.SearchStrategy[DeskEvent] = st.one_of(
    said,
    said,
    st.builds(Rewritten, numbers, words, words),
    st.builds(Commanded, st.sampled_from(["find", "case", "close", "undo", "unknown"]), numbers),
)
pressed: st.SearchStrategy[DeskEvent] = st.builds(Pressed, taps | gifts, st.integers(0, 9))
OFTEN = (
    *(
        DeskTap("claim"),
        DeskTap("take", MIRA.key),
        DeskTap("take", ARTA.key),
        DeskTap("hand", BESNIK.key),
        DeskTap("release"),
        DeskTap("reopen"),
    ),
    *(DeskTap("snooze", "1"), DeskTap("urgent", "on")),
)
handled: st.SearchStrategy[DeskEvent] = st.builds(Pressed, st.sampled_from(OFTEN), numbers)
in_the_thread: st.SearchStrategy[DeskEvent] = st.sampled_from([ThreadClosed(), ThreadReopened()])
at_the_desk = said_or_done | pressed | handled | in_the_thread
deeds: st.SearchStrategy[CaseDeed] = st.one_of(
    st.just(OPENING),
    st.builds(EndCase, st.sampled_from(["client", "client", "left", "left", "deleted"])),
    st.builds(TellDesk, st.sampled_from(["danger", "back", "unreachable"]), st.just("held")),
    st.builds(AnswerReferral, st.just(SERVICE), st.booleans()),
)
Step: TypeAlias = DeskEvent | CaseDeed | int
people = st.sampled_from([MIRA, MIRA, BESNIK, BESNIK, ARTA, None])
seconds = st.sampled_from([1, MINUTE, 5 * MINUTE, HOUR, 5 * HOUR, DAY, 8 * DAY, 20 * DAY]) | st.integers(0, 40 * DAY)
anything: st.SearchStrategy[Step] = st.one_of(
    said_or_done, said_or_done, handled, pressed, in_the_thread, deeds, seconds
)
steps = st.tuples(anything, people)
begun = st.sampled_from([None, a_case(), held(), held(BESNIK), closed()])
at_length = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)


def is_part_of(some: list[str], whole: tuple[str, ...]) -> bool:
    """Whether they come in this order, some perhaps left out."""
    rest = iter(whole)
    return all(one in rest for one in some)


@dataclass
class Story:
    """One client's case from its first opening on; None where nothing leads to them."""

    case: Case | None = None
    now: int = NOW
    calls: list[str] = field(default_factory=list)
    has_left: bool = False
    """Whether the client has left in a hurry and not come back."""

    def known(self) -> DeskKnown:
        return known(self.now, on_duty=ON_DUTY)

    def step(self, what: Step, by: Colleague | None) -> None:
        if isinstance(what, int):
            self._wait(what)
        elif isinstance(what, CaseDeed):
            self._client(what)
        elif self.case is not None and not is_outside(what, in_case=True):
            self._desk(what, by)

    def _desk(self, event: DeskEvent, by: Colleague | None) -> None:
        assert self.case is not None
        before, turn = self.case, advance(self.case, event, by, self.known())
        if words_to_client(turn):
            assert before.held_by(by)
            assert not (isinstance(event, Said | Rewritten) and event.words.lstrip().startswith("//"))
            assert not (isinstance(event, Said) and event.album and event.album == before.noted)
        if not before.is_open:
            is_a_wish = isinstance(event, TimePassed | ThreadReopened) or _is_reopening(event)
            assert is_a_wish or not _shown(turn)
        self._went_on(before, turn)

    def _client(self, deed: CaseDeed) -> None:
        if isinstance(deed, OpenCase | EndCase):
            self.has_left = isinstance(deed, EndCase) and (deed.why == "left" or self.has_left)
        turn = client_did(self.case, deed, self.known())
        if turn is not None:
            assert not words_to_client(turn)
            self._went_on(self.case, turn)

    def _wait(self, length: int) -> None:
        """The bot wakes up for each thing that is due; after a while it stopped for, only once."""
        until = self.now + length
        for _ in range(40):
            at = due(self.case, 5) if self.case else None
            if at is None or at > until:
                break
            self.now = max(self.now, at)
            self._desk(TimePassed(), None)
            again = due(self.case, 5) if self.case else None
            assert again is None or again > self.now
        else:
            raise AssertionError("Something is due again and again.")
        self.now = until

    def _went_on(self, before: Case | None, turn: CaseTurn) -> None:
        case = turn.case
        assert not self.has_left or not _shown(turn)
        if case.is_open:
            assert (case.status == "held") == (case.holder is not None)
        if before is None or case.called < before.called or case.begins != before.begins:
            self.calls = []
        self.calls += [one for one in told(turn) if one in CALLS]
        assert is_part_of(self.calls, CALLS)
        if "erased" in turn.deeds:
            assert due(case, 5) is None
            self.case = None
        else:
            self.case = case


def _is_reopening(event: DeskEvent) -> bool:
    return isinstance(event, Pressed) and event.tap is not None and event.tap.name == "reopen"


def _shown(turn: CaseTurn) -> list[Show]:
    return [each for each in turn.actions if isinstance(each, Show)]


@at_length
@given(begun, st.lists(steps, min_size=12, max_size=40))
def test_whatever_happens_in_whatever_order_what_must_hold_holds(
    case: Case | None, play: list[tuple[Step, Colleague | None]]
) -> None:
    story = Story(case)
    if case is None:
        story.step(OPENING, None)
    for what, by in play:
        story.step(what, by)


@at_length
@given(st.lists(steps, max_size=15), st.sampled_from([a_case(), held(), closed()]))
def test_after_a_quick_exit_nobody_writes_to_the_client_until_they_come_back(
    play: list[tuple[Step, Colleague | None]], case: Case
) -> None:
    story = Story(case)
    story.step(AnswerReferral(SERVICE, agreed=True), None)
    story.step(EndCase("left"), None)
    for what, who in play:
        if not isinstance(what, OpenCase):
            story.step(what, who)
    story.step(90 * DAY, None)
    assert story.case is None


@at_length
@given(at_the_desk, people, st.sampled_from([a_case(), held(), held(ARTA)]))
def test_the_same_event_finds_the_same_answer(event: DeskEvent, by: Colleague | None, case: Case) -> None:
    assert after(event, case, by) == after(event, case, by)


def test_danger_in_a_case_makes_it_urgent_and_is_kept_in_the_trail() -> None:
    turn = client_did(held(), TellDesk("danger", "held"), known())
    assert turn is not None
    assert told(turn) == ["danger"]
    assert (turn.case, turn.deeds) == (held(urgent=True), ("urgent",))
    assert has_card_again(turn)
    again = client_did(turn.case, TellDesk("danger", "held"), known())
    assert again == CaseTurn(turn.case).saying(Sentence("danger", about="held"))


def test_danger_waits_neither_for_the_desk_to_open_nor_as_it_was_put_off() -> None:
    for case in (a_case(begins=NOW + 15 * HOUR), a_case(snoozed=NOW + DAY), a_case(urgent=True, snoozed=NOW + DAY)):
        turn = client_did(case, TellDesk("danger", "held"), known())
        assert turn is not None
        assert due(turn.case, 5) == NOW + 2 * MINUTE


def test_that_a_client_cannot_be_reached_is_only_said() -> None:
    for what in ("unreachable", "back", "held_back"):
        turn = client_did(held(), TellDesk(what), known())  # type: ignore[arg-type]  # names of what is told
        assert turn == CaseTurn(held()).saying(Sentence(what))  # type: ignore[arg-type]  # names of sentences


def test_what_a_client_does_without_a_case_concerns_nobody() -> None:
    for deed in (EndCase("client"), EndCase("deleted"), TellDesk("back"), AnswerReferral(SERVICE, agreed=True)):
        assert client_did(None, deed, known()) is None


def test_the_client_is_shown_only_fixed_sentences_around_a_case() -> None:
    story = [
        client_did(None, OPENING, known()),
        after(Pressed(DeskTap("claim"), 1), a_case()),
        after(Pressed(DeskTap("close", "other"), 1), held()),
    ]
    shown = [type(each.view) for turn in story if turn for each in _shown(turn)]
    assert set(shown) <= {Notice, CaseWaits, ReferralReached}
