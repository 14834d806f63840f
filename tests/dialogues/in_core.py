"""Plays a dialogue through the core alone: a phone and a desk in memory, no waiting, no I/O."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.channels.inbound import FromClient, FromDesk, read
from bot.conversation.actions import (
    Action,
    Alert,
    AnswerReferral,
    CaseDeed,
    CopyToDesk,
    DropReminder,
    EditAtDesk,
    EndCase,
    Forget,
    OpenCase,
    Remind,
    Show,
    ShowOnMap,
    TellDesk,
    TellOutcome,
    Wipe,
)
from bot.conversation.advance import advance
from bot.conversation.events import Event, ReminderDue, TurnFailed
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.desk.actions import Announce, ChangeThread, CopyToClient, DeskAction, EditAtClient, ShowAtDesk, TakeBack
from bot.desk.advance import advance as advance_case
from bot.desk.advance import client_did
from bot.desk.alias import alias
from bot.desk.cards import THE_CARD
from bot.desk.case import DESK_LANGUAGE, Case
from bot.desk.events import DeskEvent, Pressed, TimePassed
from bot.desk.known import DeskKnown
from bot.desk.turn import CaseTurn
from bot.desk.views import Alarm, CaseCard, CaseMenu, DeskView, Sentence
from bot.desk_service import Person
from bot.language.phrases import Phrases
from bot.rendering.at_desk import at_desk, toast
from bot.rendering.message import Message
from bot.rendering.views import Context, render, venue
from bot.service import AS_THE_CLIENT_SEES_IT
from tests.both_channels import decoded
from tests.builders_telegram import DESK
from tests.dialogues.chat import Chat, placed, seen
from tests.dialogues.colleagues import Colleagues
from tests.dialogues.people import People
from tests.dialogues.player import Outcome, Shown
from tests.dialogues.story import Dialogue, Step
from tests.playing import Clock

LIBRARY = "python-telegram-bot"


@dataclass
class InCore:
    """One client, one desk.

    `appeared` is all that happened and was done, `told` what the desk was shown: a test asks for all that there is.
    """

    dialogue: Dialogue
    knowledge: Knowledge
    phrases: Phrases
    appeared: list[Event | DeskEvent | Action | DeskAction] = field(default_factory=list)
    told: list[DeskView] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._conversation: Conversation | None = None
        self._case: Case | None = None
        self._people = People(self.dialogue, self.knowledge.packs)
        self._colleagues = Colleagues(self.knowledge)
        self._sent: dict[int, int] = {}
        self._copied: dict[int, int] = {}
        self._card = 0
        self._cases, self._closed, self._later = 0, False, timedelta()
        self._reminders: dict[str, datetime] = {}
        self._outcome = Outcome()

    async def do(self, step: Step) -> Outcome:
        self._outcome = Outcome()
        if step.breaks is not None:
            self._happened(TurnFailed())
        elif step.passes is not None:
            self._passed(timedelta(**step.passes))
        else:
            self._closed = {"closes": True, "reopens": False}.get(step.counsellor_does or "", self._closed)
            self._arrived(step)
        self._outcome.closed = self._closed
        self._outcome.stands = tuple(kept.shown.text for kept in self._phone.kept.values())
        return self._outcome

    def _passed(self, time: timedelta) -> None:
        self._later += time
        self._at_desk(TimePassed(), None)
        for guide in [guide for guide, due in self._reminders.items() if due <= self._now()]:
            del self._reminders[guide]
            self._happened(ReminderDue(guide))

    def _arrived(self, step: Step) -> None:
        groups = (DESK,) if self.dialogue.story.desk else ()
        for raw in self._people.updates(step):
            spoke = read(decoded(LIBRARY, raw), groups)
            if isinstance(spoke, FromDesk):
                self._at_desk(spoke.event, spoke.by)
            elif isinstance(spoke, FromClient):
                self._happened(spoke.event)

    @property
    def _phone(self) -> Chat:
        return self._people.phone

    @property
    def _thread(self) -> Chat:
        return self._people.thread

    # --- what the bot makes of it

    def _happened(self, event: Event) -> None:
        turn = advance(self._conversation or self._somebody_new(), event, self.knowledge, self._now())
        self._conversation = turn.conversation
        self.appeared += (event, *turn.actions)
        for action in turn.actions:
            if isinstance(action, CaseDeed):
                self._of_case(client_did(self._case, action, self._known()))
            else:
                self._act(action)

    def _at_desk(self, event: DeskEvent, by: Person | None) -> None:
        self.appeared.append(event)
        case = (self._cases, self._case) if self._case is not None else None
        answer, colleague = self._colleagues.answered(event, by, self._known(), case), self._colleagues.one(by)
        if answer is not None:
            self._act(answer)
        elif self._case is not None:
            turn = advance_case(self._case, event, colleague, self._known())
            self._of_case(turn)
            if turn.toast is not None and isinstance(event, Pressed):
                self.told.append(turn.toast)
                language = colleague.language if colleague else DESK_LANGUAGE
                self._outcome.toast = toast(turn.toast, language, self._context())

    def _of_case(self, turn: CaseTurn | None) -> None:
        """The case as it is now; the client's chat knows whether somebody has it."""
        if turn is None:
            return
        if self._case is None:
            self._cases, self._people.thread, self._closed = self._cases + 1, Chat(), False
        before, self._case = self._case, None if "erased" in turn.deeds else turn.case
        if self._conversation is not None and (before is None or before.status != turn.case.status):
            self._conversation = replace(self._conversation, case=AS_THE_CLIENT_SEES_IT[turn.case.status])
        self.appeared += turn.actions
        for action in turn.actions:
            self._act(action)

    def _known(self) -> DeskKnown:
        spoken = (self._conversation or self._somebody_new()).language
        return self._colleagues.knowing(int(self._now().timestamp()), spoken)

    # --- what people see

    def _act(self, action: Action | DeskAction) -> None:  # noqa: C901 -- one line a kind of action
        match action:
            case Show() | ShowOnMap() | CopyToClient() | EditAtClient():
                self._outcome.client += filter(None, (self._to_client(action),))
            case CopyToDesk() | EditAtDesk() | ShowAtDesk():
                self._outcome.desk += filter(None, (self._to_desk(action),))
            case TakeBack(message_id):
                self._taken_back(message_id)
            case Alert() | Announce():
                self._outcome.desk.append(self._in_news(action))
            case ChangeThread(what):
                self._closed = what != "reopen"
            case Wipe():
                self._phone.wipe()
            case Forget():
                self._conversation, self._reminders = None, {}
            case Remind() | DropReminder():
                self._remind(action)
            case OpenCase() | EndCase() | TellDesk() | AnswerReferral() | TellOutcome():
                raise AssertionError("a deed is done by the rules of the desk")
            case _:
                assert_never(action)

    def _remind(self, wish: Remind | DropReminder) -> None:
        self._reminders.pop(wish.guide, None)
        if isinstance(wish, Remind):
            self._reminders[wish.guide] = self._now() + timedelta(days=wish.days)

    def _to_client(self, action: Show | ShowOnMap | CopyToClient | EditAtClient) -> Shown | None:
        match action:
            case Show(view, language, replaces):
                message = render(view, language, self._context())
                return self._phone.change(replaces, message) if replaces else self._phone.show(message)
            case ShowOnMap(service, language):
                place = venue(service, language, self._context())
                assert place is not None, "The core put a service on the map that has no place."
                return self._phone.copy(placed(place))
            case CopyToClient(message_ids):
                shown = self._phone.copy(self._thread.kept[message_ids[0]].shown)
                self._sent[message_ids[0]] = self._phone.newest
                return shown
            case EditAtClient(message_id, html):
                return self._phone.change(self._sent[message_id], Message(html)) if message_id in self._sent else None

    def _taken_back(self, message_id: int | None) -> None:
        """Delivery tells the counsellor what came of it."""
        which = message_id or max(self._sent, default=None)
        if which is not None:
            self._phone.remove(self._sent.pop(which))
        said = Sentence("nothing_to_take_back" if which is None else "taken_back")
        self._act(ShowAtDesk(said, self._case.desk_language if self._case else DESK_LANGUAGE))

    def _to_desk(self, action: CopyToDesk | EditAtDesk | ShowAtDesk) -> Shown | None:
        match action:
            case ShowAtDesk():
                return self._shown_at_desk(action)
            case CopyToDesk(message_ids):
                shown = self._thread.copy(self._phone.kept[message_ids[0]].shown)
                self._copied[message_ids[0]] = self._thread.newest
                return shown
            case EditAtDesk(message_id, html):
                return self._thread.change(self._copied[message_id], Message(html))

    def _shown_at_desk(self, action: ShowAtDesk) -> Shown | None:
        """The card is changed in place when the state of the case changes; nobody need promise that."""
        view = action.view
        self.told.append(view)
        if isinstance(view, CaseCard | CaseMenu) and self._case is not None:
            view = replace(view, case=self._case)
        message = at_desk(view, action.language, self._context(), alias(self._cases))
        if isinstance(view, CaseCard) and action.replaces is not None:
            self._thread.change(self._card if action.replaces == THE_CARD else action.replaces, message)
            return None
        if action.replaces is not None:
            return self._thread.change(action.replaces, message)
        shown = self._thread.show(message, thread=not self._thread.kept)
        if isinstance(view, CaseCard):
            self._card = self._thread.newest
        return shown

    def _in_news(self, action: Alert | Announce) -> Shown:
        view = Alarm(action.signal, action.language, action.place) if isinstance(action, Alert) else action.view
        self.told.append(view)
        named = alias(self._cases) if self._cases else ""
        return replace(seen(at_desk(view, DESK_LANGUAGE, self._context(), named)), news=True)

    def _context(self) -> Context:
        return Context(self.knowledge.packs, self.phrases, self._now(), desk=self.dialogue.story.desk)

    def _now(self) -> datetime:
        return Clock(self.dialogue.story.today, self._later)()

    def _somebody_new(self) -> Conversation:
        known = self.dialogue.phone in self.knowledge.packs.languages
        return Conversation(self.dialogue.phone if known else "sq")
