"""getChat, getChatMember, getChatAdministrators."""

from bot.sandbox.chats import Chat, Desk
from bot.sandbox.people import BOT_ID, OWNER, chat_member
from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import known_chat
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(world: World, params: Wire) -> Wire:
    chat = known_chat(world, params["chat_id"])
    pinned = {"pinned_message": chat.messages[chat.pinned[-1]].wire} if _pinned(chat) else {}
    rest = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(_GIFTS, False)}
    return chat.about | rest | pinned


def get_chat_member(world: World, params: Wire) -> Wire:
    chat = known_chat(world, params["chat_id"])
    return _in_desk(world, chat, params["user_id"]) if isinstance(chat, Desk) else _in_private(world, chat, params)


def get_chat_administrators(world: World, params: Wire) -> list[Wire]:
    """Bots other than the asking one are left out by Telegram; here there is no other."""
    chat = known_chat(world, params["chat_id"])
    if not isinstance(chat, Desk):
        raise bad_request("there are no administrators in the private chat")
    people = [_in_desk(world, chat, user) for user in sorted(chat.staff)]
    bot = [bot_member(world, chat)] if chat.bot_is_admin else []
    return [one for one in people if one["status"] in {"creator", "administrator"}] + bot


def bot_member(world: World, desk: Desk) -> Wire:
    return chat_member(world.bot(), desk.bot_status, desk.lacking)


def _in_desk(world: World, desk: Desk, user: int) -> Wire:
    if user == BOT_ID:
        return bot_member(world, desk)
    person = world.person(user)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    status = ("creator" if user == OWNER else "administrator") if user in desk.staff else "left"
    return chat_member(person.wire(), status)


def _in_private(world: World, chat: Chat, params: Wire) -> Wire:
    if params["user_id"] not in {BOT_ID, chat.id}:
        raise bad_request("PARTICIPANT_ID_INVALID")
    person = world.person(params["user_id"])
    return chat_member(world.bot() if person is None else person.wire(), "member")


def _pinned(chat: Chat) -> bool:
    return bool(chat.pinned) and chat.pinned[-1] in chat.messages
