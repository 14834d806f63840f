"""createForumTopic, editForumTopic, closeForumTopic, reopenForumTopic, deleteForumTopic."""

from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import desk, known_thread
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
    desk(world, params["chat_id"], "not enough rights to create a topic")
    return open_thread(world, world.bot(), name, colour, params.get("icon_custom_emoji_id")).wire()


def edit_forum_topic(world: World, params: Wire) -> bool:
    thread = known_thread(desk(world, params["chat_id"]), params["message_thread_id"])
    name = thread_name(params["name"]) if "name" in params else thread.name
    emoji = params.get("icon_custom_emoji_id", thread.icon_emoji)
    if (name, emoji) == (thread.name, thread.icon_emoji):
        raise bad_request("TOPIC_NOT_MODIFIED")
    rename_thread(world, world.bot(), thread, name, emoji)
    return True


def close_forum_topic(world: World, params: Wire) -> bool:
    thread = known_thread(desk(world, params["chat_id"]), params["message_thread_id"])
    if thread.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    close_thread(world, world.bot(), thread)
    return True


def reopen_forum_topic(world: World, params: Wire) -> bool:
    thread = known_thread(desk(world, params["chat_id"]), params["message_thread_id"])
    if not thread.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    reopen_thread(world, world.bot(), thread)
    return True


def delete_forum_topic(world: World, params: Wire) -> bool:
    chat = desk(world, params["chat_id"])
    thread = known_thread(chat, params["message_thread_id"])
    if not chat.bot_may("can_delete_messages"):
        raise bad_request("not enough rights to delete messages")
    delete_thread(world, thread)
    return True
