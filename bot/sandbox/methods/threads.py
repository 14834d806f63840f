"""createForumTopic, editForumTopic, closeForumTopic, reopenForumTopic, deleteForumTopic."""

from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import forum, known_thread, managed_thread
from bot.sandbox.thread_life import close_thread, delete_thread, open_thread, rename_thread, reopen_thread
from bot.sandbox.threads import ICON_COLOURS, thread_name
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_FIRST_COLOUR = 7322096


def create_forum_topic(world: World, params: Wire) -> Wire:
    name = thread_name(params["name"])
    colour = params.get("icon_color", _FIRST_COLOUR)
    if colour not in ICON_COLOURS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    chat = forum(world, params["chat_id"])
    if not chat.bot_may("can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    look: Wire = {"name": name, "icon_color": colour, "icon_custom_emoji_id": params.get("icon_custom_emoji_id")}
    return open_thread(world, chat, world.bot(), look).wire()


def edit_forum_topic(world: World, params: Wire) -> bool:
    chat, thread = managed_thread(world, params)
    asked = {"name": thread_name(params["name"])} if "name" in params else {}
    asked |= {name: params[name] for name in ("icon_custom_emoji_id",) if name in params}
    edited = {name: value for name, value in asked.items() if value != thread.look().get(name)}
    if not edited:
        raise bad_request("TOPIC_NOT_MODIFIED")
    rename_thread(world, chat, world.bot(), thread, edited)
    return True


def close_forum_topic(world: World, params: Wire) -> bool:
    chat, thread = managed_thread(world, params)
    if thread.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    close_thread(world, chat, world.bot(), thread)
    return True


def reopen_forum_topic(world: World, params: Wire) -> bool:
    chat, thread = managed_thread(world, params)
    if not thread.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    reopen_thread(world, chat, world.bot(), thread)
    return True


def delete_forum_topic(world: World, params: Wire) -> bool:
    """Delete a thread; the right to delete messages is enough."""
    chat = forum(world, params["chat_id"])
    thread = known_thread(chat, params["message_thread_id"])
    if not chat.bot_may("can_delete_messages"):
        raise bad_request("not enough rights to delete messages")
    delete_thread(world, chat, thread)
    return True
