"""Plays a dialogue through the core alone: a phone and a desk in memory, no waiting, no I/O."""

from dataclasses import dataclass, field
from typing import Any, assert_never

from bot.channels.inbound import read
from bot.conversation.actions import (
    Action,
    CloseCase,
    CopyToClient,
    CopyToDesk,
    Forget,
    OpenCase,
    Show,
    ShowOnMap,
    TellDesk,
)
from bot.conversation.advance import advance
from bot.conversation.events import Event, TurnFailed
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.desk.alias import alias
from bot.language.phrases import Phrases
from bot.rendering.desk import case_card, told
from bot.rendering.views import Context, render, venue
from tests.both_channels import decoded
from tests.builders_telegram import (
    BOT,
    COUNSELLOR,
    DESK,
    Raw,
    a_desk_letter,
    a_letter,
    a_membership,
    a_tap,
    a_user,
    an_update,
)
from tests.dialogues.chat import Chat, placed
from tests.dialogues.player import Outcome, Shown
from tests.dialogues.story import Dialogue, Shared, Step
from tests.dialogues.things import THINGS, content_of
from tests.playing import Clock

LIBRARY = "python-telegram-bot"


@dataclass
class InCore:
    """One client, one desk. `appeared` collects every event and action, for the test that asks for all of them."""

    dialogue: Dialogue
    knowledge: Knowledge
    phrases: Phrases
    appeared: list[Event | Action] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._conversation: Conversation | None = None
        self._phone, self._thread = Chat(), Chat()
        self._cases, self._closed = 0, False
        self._outcome = Outcome()

    async def do(self, step: Step) -> Outcome:
        self._outcome = Outcome()
        if step.breaks is not None:
            self._happened(TurnFailed())
        for raw in self._updates(step):
            spoke = read(decoded(LIBRARY, raw), DESK if self.dialogue.story.desk else None)
            if spoke is not None:
                self._happened(spoke.event)
        self._outcome.closed = self._closed
        return self._outcome

    # --- what people do, as Telegram would tell it

    def _updates(self, step: Step) -> list[Raw]:
        if step.kind.startswith("counsellor"):
            return [self._counsellor(step)]
        if step.kind in {"press", "old_button"}:
            return [self._tap(step)]
        if step.client_does is not None:
            return [a_membership("kicked" if step.client_does == "blocks" else "member")]
        if step.edits is not None:
            return [self._edited(step.edits)]
        return [self._letter(content) for content in self._contents(step)]

    def _contents(self, step: Step) -> list[Raw]:
        if step.shares is not None:
            return [{"location": self._point(step.shares)}]
        if step.sends is not None:
            return [THINGS[step.sends]]
        return [{"text": text} for text in step.texts]

    def _letter(self, content: Raw) -> Raw:
        number = self._phone.add(content_of(content))
        return an_update("message", a_letter(**self._client(message_id=number) | content))

    def _edited(self, text: str) -> Raw:
        number = self._phone.rewrite(text)
        return an_update(
            "edited_message", a_letter(**self._client(message_id=number, text=text, edit_date=1_790_000_009))
        )

    def _client(self, **fields: Any) -> Raw:
        return {"from": a_user(language_code=self.dialogue.phone)} | fields

    def _tap(self, step: Step) -> Raw:
        if step.old_button is not None:
            return a_tap(self._from_bot(self._phone.newest_with_buttons()), data=step.old_button)
        number, data = self._phone.button(step.button)
        return a_tap(self._from_bot(number), data=data)

    def _from_bot(self, number: int) -> Raw:
        return a_letter(**{"message_id": number, "from": a_user(BOT)})

    def _counsellor(self, step: Step) -> Raw:
        by = {"from": a_user(COUNSELLOR)}
        if step.counsellor_presses is not None:
            number, data = self._thread.button(step.counsellor_presses)
            return a_tap(a_desk_letter(**{"message_id": number, "from": a_user(BOT)}), data=data, **by)
        content = THINGS[step.counsellor_sends] if step.counsellor_sends else {"text": step.texts[0]}
        number = self._thread.add(content_of(content))
        return an_update("message", a_desk_letter(**by | {"message_id": number} | content))

    def _point(self, shared: Shared) -> Raw:
        place = self.knowledge.packs.places[shared.place] if shared.place else None
        lat, lon = (place.lat, place.lon) if place else shared.point or (0.0, 0.0)
        return {"latitude": lat, "longitude": lon}

    # --- what the bot does

    def _happened(self, event: Event) -> None:
        turn = advance(self._conversation or self._somebody_new(), event, self.knowledge, self._now())
        self._conversation = turn.conversation
        self.appeared += (event, *turn.actions)
        for action in turn.actions:
            self._act(action)

    def _act(self, action: Action) -> None:
        match action:
            case Show() | ShowOnMap() | CopyToClient():
                self._outcome.client += filter(None, (self._to_client(action),))
            case OpenCase() | CopyToDesk() | TellDesk():
                self._outcome.desk.append(self._to_desk(action))
            case CloseCase():
                self._closed = True
            case Forget():
                self._conversation = None
            case _:
                assert_never(action)

    def _to_client(self, action: Show | ShowOnMap | CopyToClient) -> Shown | None:
        match action:
            case Show(view, language, replaces):
                message = render(view, language, self._context())
                return self._phone.change(replaces, message) if replaces else self._phone.show(message)
            case ShowOnMap(service, language):
                place = venue(service, language, self._context())
                assert place is not None, "The core put a service on the map that has no place."
                return self._phone.copy(placed(place))
            case CopyToClient(message_id):
                return self._phone.copy(self._thread.kept[message_id].shown)

    def _to_desk(self, action: OpenCase | CopyToDesk | TellDesk) -> Shown:
        match action:
            case OpenCase():
                self._cases, self._closed, self._thread = self._cases + 1, False, Chat()
                return self._thread.show(case_card(alias(self._cases), action, self._context()), thread=True)
            case CopyToDesk(message_id):
                return self._thread.copy(self._phone.kept[message_id].shown)
            case TellDesk():
                return self._thread.show(told(action, self._context()))

    def _context(self) -> Context:
        return Context(self.knowledge.packs, self.phrases, self._now(), desk=self.dialogue.story.desk)

    def _now(self) -> Any:
        return Clock(self.dialogue.story.today)()

    def _somebody_new(self) -> Conversation:
        known = self.dialogue.phone in self.knowledge.packs.languages
        return Conversation(self.dialogue.phone if known else "sq")
