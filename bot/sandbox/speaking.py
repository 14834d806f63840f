"""What clients and counsellors do alike: write, edit, delete, press."""

import asyncio
from dataclasses import dataclass

from bot.errors import SandboxError
from bot.sandbox.chats import Chat, Message
from bot.sandbox.contents import album, spoken
from bot.sandbox.people import Person
from bot.sandbox.posting import Draft, arrive, post, remove, revise
from bot.sandbox.texts import caption_content, text_content
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_CHAT_INSTANCE = "5000000000000000001"
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone in a chat."""

    world: World
    chat: Chat
    person: Person

    def write(self, said: Wire) -> list[Message]:
        """Send a message, or an album of several; the bot hears of each."""
        contents = album(self.world, said) if said.get("kind") == "album" else [spoken(self.world, said)]
        return [self._send(content, said) for content in contents]

    def edit(self, message_id: int, text: str) -> Message:
        message = self._message(message_id)
        if message.author != self.person.id:
            raise SandboxError("People can edit only what they wrote themselves.")
        strict = self.world.strict
        if "text" in message.wire:
            content = text_content({"text": text}, strict=strict)
        else:
            content = caption_content({"caption": text}, strict=strict)
        stale = {"entities", "caption_entities", "text", "caption"}
        kept = {name: value for name, value in message.wire.items() if name not in stale}
        revise(self.world, self.chat, message, kept | content)
        arrive(self.world, message, "edited_message")
        return message

    def delete(self, message_id: int) -> None:
        """Telegram tells bots nothing of it."""
        remove(self.world, self.chat, self._message(message_id))

    async def press(self, pressed: Wire) -> Wire:
        """Press an inline button; waits up to `wait` seconds (10) for the answer that shows as a toast."""
        message, button = self._button(pressed)
        if "callback_data" not in button:
            return {"answer": None, "url": button.get("url"), "copied": button.get("copy_text", {}).get("text")}
        query = self.world.queries.ask(self.world.now())
        body = {"id": query.id, "from": self.person.wire(), "message": message.wire, "chat_instance": _CHAT_INSTANCE}
        if self.chat is not self.world.desk or self.world.desk.bot_is_there:
            self.world.updates.put("callback_query", body | {"data": button["callback_data"]})
        await asyncio.wait([query.answer], timeout=float(pressed.get("wait", 10)))
        return {"query_id": query.id, "answer": query.answer.result() if query.answer.done() else None}

    def has_button(self, pressed: Wire) -> bool:
        try:
            self._button(pressed)
        except SandboxError:
            return False
        return True

    def _send(self, content: Wire, said: Wire) -> Message:
        draft = Draft(self.person.wire(), content, said.get("thread"), said.get("reply_to"))
        message = post(self.world, self.chat, draft)
        arrive(self.world, message)
        return message

    def _message(self, message_id: int) -> Message:
        found = self.chat.messages.get(message_id)
        if found is None:
            raise SandboxError(f"There is no message {message_id} in the chat {self.chat.id}.")
        return found

    def _button(self, pressed: Wire) -> tuple[Message, Wire]:
        """Find the button with this `data` or `label`, on the message named or on the newest one that has it.

        With `stale` the data is sent even if the button is gone: a phone may still show the old message.
        """
        messages = self._where(pressed)
        for message in messages:
            for button in buttons(message):
                if pressed.get("data") == button.get("callback_data", "") or pressed.get("label") == button["text"]:
                    return message, button
        if pressed.get("stale") and messages:
            return messages[0], {"text": "", "callback_data": pressed["data"]}
        raise SandboxError(f"No button shows {pressed.get('label')!r} or holds {pressed.get('data')!r}.")

    def _where(self, pressed: Wire) -> list[Message]:
        number, thread = pressed.get("message_id"), pressed.get("thread")
        if number is not None:
            return [self._message(number)]
        return [message for message in self.chat.newest(_LOOKED_AT) if thread in {None, message.thread}]


def client_speaker(world: World, user: int) -> Speaker:
    """Put the client at the phone; the first word starts the chat."""
    client = world.client(user)
    if client.blocked:
        raise SandboxError("The client blocked the bot; unblock it first.")
    client.started = True
    return Speaker(world, client, client.person)


def counsellor_speaker(world: World, user: int) -> Speaker:
    return Speaker(world, world.desk, world.counsellor(user))


def buttons(message: Message) -> list[Wire]:
    rows = message.wire.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]
