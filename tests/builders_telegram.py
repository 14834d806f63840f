"""Raw updates as Telegram sends them, with defaults, so that each test shows only what matters to it."""

from typing import Any

CLIENT = 1001
COUNSELLOR = 501
COLLEAGUE = 502
BOT = 10000
DESK = -1001000000001
THREAD = 77
MESSAGE = 4711

Raw = dict[str, Any]


def a_user(user: int = CLIENT, **changes: Any) -> Raw:
    return {"id": user, "is_bot": user == BOT, "first_name": "Arta"} | changes


def a_private_chat(chat: int = CLIENT) -> Raw:
    return {"id": chat, "type": "private", "first_name": "Arta"}


def the_desk(**changes: Any) -> Raw:
    return {"id": DESK, "type": "supergroup", "title": "Desk", "is_forum": True} | changes


def an_update(kind: str, what: Raw) -> Raw:
    return {"update_id": 1, kind: what}


def a_letter(**fields: Any) -> Raw:
    """Build a message in a private chat, without the update around it."""
    return {"message_id": MESSAGE, "date": 1_790_000_000, "chat": a_private_chat(), "from": a_user()} | fields


def a_message(**fields: Any) -> Raw:
    return an_update("message", a_letter(**fields))


def an_edit(**fields: Any) -> Raw:
    return an_update("edited_message", a_letter(edit_date=1_790_000_009, **fields))


def a_desk_letter(**fields: Any) -> Raw:
    """Build a counsellor's message in a thread, without the update around it."""
    place = {"chat": the_desk(), "message_thread_id": THREAD, "is_topic_message": True}
    return a_letter(**place | {"from": a_user(COUNSELLOR)} | fields)


def in_desk(**fields: Any) -> Raw:
    return an_update("message", a_desk_letter(**fields))


def a_tap(message: Raw | None, **fields: Any) -> Raw:
    query = {"id": "tap-9", "from": a_user(), "chat_instance": "1", "message": message} | fields
    return an_update("callback_query", {key: value for key, value in query.items() if value is not None})


def a_membership(status: str, chat: Raw | None = None, **fields: Any) -> Raw:
    def member(status: str) -> Raw:
        return {"user": a_user(BOT), "status": status} | ({"until_date": 0} if status == "kicked" else {})

    change = {"chat": chat or a_private_chat(), "from": a_user(), "date": 1_790_000_000}
    changed = {"old_chat_member": member("left"), "new_chat_member": member(status)}
    return an_update("my_chat_member", change | changed | fields)
