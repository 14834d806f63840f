"""What people do in a dialogue, as Telegram would tell the bot of it."""

from dataclasses import dataclass, field
from typing import Any

from bot.packs.assets import Packs
from tests.builders_telegram import (
    BOT,
    COLLEAGUE,
    COUNSELLOR,
    Raw,
    a_desk_letter,
    a_letter,
    a_membership,
    a_tap,
    a_user,
    an_update,
    the_desk,
)
from tests.dialogues.chat import Chat
from tests.dialogues.story import Dialogue, Shared, Step
from tests.dialogues.things import THINGS, content_of

LATER = 1_790_000_009
"""When somebody changes what they wrote."""
COUNSELLORS = {COUNSELLOR: "Mira", COLLEAGUE: "Besnik"}
"""The same two as in the sandbox."""

DONE = {"closes": "closed", "reopens": "reopened"}
NOBODY: Raw = {"from": a_user(1087968824, is_bot=True, first_name="Group"), "sender_chat": the_desk()}
"""Whoever writes as an anonymous administrator writes in the name of the group (Bot API, Message.sender_chat)."""


@dataclass
class People:
    """A client at their phone, and two counsellors in the thread of the newest case."""

    dialogue: Dialogue
    packs: Packs
    phone: Chat = field(default_factory=Chat)
    thread: Chat = field(default_factory=Chat)

    def updates(self, step: Step) -> list[Raw]:
        """Everything that Telegram tells the bot of this step."""
        if step.by_staff:
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
        number = self.phone.add(content_of(content))
        return an_update("message", a_letter(**self._client(message_id=number) | content))

    def _edited(self, text: str) -> Raw:
        number = self.phone.rewrite(text)
        return an_update("edited_message", a_letter(**self._client(message_id=number, text=text, edit_date=LATER)))

    def _client(self, **fields: Any) -> Raw:
        return {"from": a_user(language_code=self.dialogue.phone)} | fields

    def _tap(self, step: Step) -> Raw:
        if step.old_button is not None:
            return a_tap(_from_bot(self.phone.newest_with_buttons()), data=step.old_button)
        number, data = self.phone.button(step.button)
        return a_tap(_from_bot(number), data=data)

    def _counsellor(self, step: Step) -> Raw:
        who = COLLEAGUE if step.kind.startswith("colleague") else COUNSELLOR
        by: Raw = {"from": a_user(who, first_name=COUNSELLORS[who])}
        if step.counsellor_does is not None:
            return an_update("message", a_desk_letter(**by | {f"forum_topic_{DONE[step.counsellor_does]}": {}}))
        if step.anonymous is not None:
            by = NOBODY
        if step.staff_presses is not None:
            number, data = self.thread.button(step.staff_presses)
            return a_tap(a_desk_letter(**{"message_id": number, "from": a_user(BOT)}), data=data, **by)
        if step.counsellor_edits is not None:
            number = self.thread.rewrite(step.counsellor_edits)
            changed = {"message_id": number, "text": step.counsellor_edits, "edit_date": LATER}
            return an_update("edited_message", a_desk_letter(**by | changed))
        content = THINGS[step.counsellor_sends] if step.counsellor_sends else {"text": step.texts[0]}
        number = self.thread.add(content_of(content))
        return an_update("message", a_desk_letter(**by | {"message_id": number} | content))

    def _point(self, shared: Shared) -> Raw:
        place = self.packs.places[shared.place] if shared.place else None
        lat, lon = (place.lat, place.lon) if place else shared.point or (0.0, 0.0)
        return {"latitude": lat, "longitude": lon}


def _from_bot(number: int) -> Raw:
    return a_letter(**{"message_id": number, "from": a_user(BOT)})
