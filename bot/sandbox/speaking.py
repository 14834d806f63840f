"""What clients and counsellors do alike: write, edit, delete, press."""

import asyncio
from dataclasses import dataclass

from bot.errors import SandboxError
from bot.sandbox.chats import Chat, Desk, Message
from bot.sandbox.contents import album, spoken
from bot.sandbox.people import ANONYMOUS, Person
from bot.sandbox.posting import Draft, arrive, post, remove, revise
from bot.sandbox.quoting import text_quote
from bot.sandbox.texts import CAPTIONED, caption_content, text_content
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_CHAT_INSTANCE = 5_000_000_000_000_000_000
_LOOKED_AT = 200
_WORDS = frozenset({"text", "entities", "caption", "caption_entities"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone in a chat; whoever is anonymous writes in the name of the group."""

    world: World
    chat: Chat
    person: Person
    anonymous: bool = False

    @property
    def author(self) -> Wire:
        return ANONYMOUS if self.anonymous else self.person.wire()

    async def write(self, said: Wire) -> list[Message]:
        """Send a message, or an album of several with `delay` seconds between its parts; the bot hears of each."""
        contents = album(self.world, said) if said.get("kind") == "album" else [spoken(self.world, said)]
        sent = [self._send(contents[0], said)]
        for content in contents[1:]:
            await asyncio.sleep(float(said.get("delay", 0)))
            sent.append(self._send(content, said))
        return sent

    def edit(self, message_id: int, said: Wire) -> Message:
        """Change a text or a caption; `text` on a picture means its caption, an empty one takes it away."""
        message = self._message(message_id)
        if message.author != self.author["id"]:
            raise SandboxError("People can edit only what they wrote themselves.")
        kept = {name: value for name, value in message.wire.items() if name not in _WORDS}
        revise(self.world, self.chat, message, kept | self._edited(message, said))
        arrive(self.world, self.chat, message, "edited_message")
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
        instance = str(_CHAT_INSTANCE + abs(self.chat.id))
        body = {"id": query.id, "from": self.person.wire(), "message": message.wire, "chat_instance": instance}
        if not isinstance(self.chat, Desk) or self.chat.bot_is_there:
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
        extra = self._quote(said) | ({"sender_chat": self.chat.about} if self.anonymous else {})
        draft = Draft(self.author, content, said.get("thread"), said.get("reply_to"), extra)
        message = post(self.world, self.chat, draft)
        arrive(self.world, self.chat, message)
        return message

    def _quote(self, said: Wire) -> Wire:
        """Find the words of the answered message that were picked, as a phone finds them."""
        if not said.get("quote"):
            return {}
        found = text_quote(self._message(int(said["reply_to"])).wire, said["quote"])
        if found is None:
            raise SandboxError(f"The message {said['reply_to']} does not say {said['quote']!r}.")
        return {"quote": found}

    def _edited(self, message: Message, said: Wire) -> Wire:
        if "text" in message.wire and "caption" not in said:
            return text_content({"text": said["text"]}, strict=self.world.strict)
        if CAPTIONED.isdisjoint(message.wire):
            raise SandboxError("This message has no caption.")
        return caption_content({"caption": said.get("caption", said.get("text"))}, strict=self.world.strict)

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


def counsellor_speaker(world: World, user: int, desk: Desk, *, anonymous: bool = False) -> Speaker:
    """Put the counsellor at a desk; whoever was not there joins it."""
    desk.staff.add(user)
    return Speaker(world, desk, world.counsellor(user), anonymous)


def buttons(message: Message) -> list[Wire]:
    rows = message.wire.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]
