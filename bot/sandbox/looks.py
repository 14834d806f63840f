"""How things look to people: messages, chats and threads as the page and the tests read them."""

import time

from bot.sandbox.chats import Chat, Client, Desk, Message
from bot.sandbox.people import BOT_ID, COUNSELLORS
from bot.sandbox.profile import GROUP_SCOPES
from bot.sandbox.showing import as_html
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_AS_IT_IS = ("venue", "location", "contact", "poll", "media_group_id", "message_thread_id", "forward_origin")
_FILES = ("voice", "video", "sticker", "document")
_SERVICE = (
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "pinned_message",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)
_SHORT = 80


def message_look(message: Message) -> Wire:
    """One message: who, when, text (plain and safe HTML), buttons, whatever else it holds."""
    wire = message.wire
    text = wire.get("text") or wire.get("caption") or ""
    entities = wire.get("entities") or wire.get("caption_entities") or []
    return {
        "id": message.id,
        "version": message.version,
        "from": {"id": message.author, "name": _name(wire), "is_bot": message.author == BOT_ID},
        "date": wire["date"],
        "edited": "edit_date" in wire,
        "silent": message.silent,
        "text": text,
        "html": as_html(text, entities),
        "buttons": _buttons(wire),
        "reactions": [one.get("emoji", "?") for one in message.reactions],
    } | _held(wire)


def client_look(world: World, client: Client) -> Wire:
    return {
        "id": client.id,
        "name": client.person.name,
        "language_code": client.person.language,
        "blocked": client.blocked,
        "started": client.started,
        "keyboard": client.keyboard,
        "commands": world.profile.commands_for(client.id, client.person.language),
        "action": action_look(client, None),
        "last": _last(client),
    }


def threads_look(desk: Desk) -> list[Wire]:
    """List the threads of a desk as they were opened, with the last message of each."""
    last: dict[int | None, str] = {}
    for message in desk.newest(500):
        last.setdefault(message.thread, _short(message))
    return [
        {"id": thread.id, "name": thread.name, "icon_color": thread.icon_color, "closed": thread.closed}
        | {"last": last.get(thread.id, ""), "action": action_look(desk, thread.id)}
        for thread in desk.threads.values()
    ]


def desk_look(world: World, desk: Desk) -> Wire:
    """Number, title, the bot's status, and the commands that an administrator with the first language is offered."""
    commands = world.profile.commands_for(desk.id, COUNSELLORS[0].language, GROUP_SCOPES)
    return {"id": desk.id, "title": desk.about["title"], "bot_status": desk.bot_status, "commands": commands}


def state_look(world: World) -> Wire:
    """All the page shows around the messages."""
    return {
        "bot": world.bot() | {"description": world.profile.text("description", None)},
        "clients": [client_look(world, client) for client in world.clients.values()],
        "desks": [
            desk_look(world, desk) | {"threads": threads_look(desk), "action": action_look(desk, None)}
            for desk in world.desks
        ],
        "counsellors": [{"id": person.id, "name": person.name} for person in world.counsellors.values()],
        "now": world.now(),
        "version": world.version,
    }


def action_look(chat: Chat, thread: int | None) -> str | None:
    """Tell what the bot is doing in the chat right now, such as `typing`."""
    action, until = chat.actions.get(thread, ("", 0.0))
    return action if until > time.time() else None


def _buttons(wire: Wire) -> list[list[Wire]]:
    rows = wire.get("reply_markup", {}).get("inline_keyboard", [])
    return [
        [
            {"label": one["text"], "data": one.get("callback_data"), "url": one.get("url")}
            | {"copy": one.get("copy_text", {}).get("text")}
            for one in row
        ]
        for row in rows
    ]


def _held(wire: Wire) -> Wire:
    held: Wire = {name: wire[name] for name in _AS_IT_IS if name in wire}
    held |= {name: wire[name] | {"link": _link(wire[name])} for name in _FILES if name in wire}
    if "photo" in wire:
        held["photo"] = wire["photo"][-1] | {"link": _link(wire["photo"][-1])}
    reply = wire.get("reply_to_message")
    if reply is not None and "forum_topic_created" not in reply:
        quote = {"quote": wire["quote"]["text"]} if "quote" in wire else {}
        held["reply_to"] = {"id": reply["message_id"], "name": _name(reply), "text": _said(reply)} | quote
    service = next((name for name in _SERVICE if name in wire), None)
    return held | ({"service": service, "about": wire[service]} if service else {})


def _name(wire: Wire) -> str:
    """Name the author; people see an anonymous administrator as the group."""
    return str(wire["sender_chat"]["title"] if "sender_chat" in wire else wire["from"]["first_name"])


def _link(file: Wire) -> str:
    return f"/sandbox/api/files/{file['file_id']}"


def _said(wire: Wire) -> str:
    found = wire.get("text") or wire.get("caption")
    held = next((name for name in (*_FILES, "photo", "venue", "location", "contact", "poll") if name in wire), "")
    return str(found or held)[:_SHORT]


def _short(message: Message) -> str:
    return _said(message.wire)


def _last(client: Client) -> str:
    message = next(client.newest(20), None)
    return "" if message is None else _short(message)
