"""A thread opens, is renamed, closes, opens again, goes; each but the last leaves a service message."""

from bot.sandbox.chats import Desk
from bot.sandbox.posting import Draft, arrive, post, remove
from bot.sandbox.threads import Thread
from bot.sandbox.wire import Wire
from bot.sandbox.world import World


def open_thread(world: World, desk: Desk, author: Wire, look: Wire) -> Thread:
    """Open a thread that looks so (name, icon_color, icon_custom_emoji_id); its number is that of its first message."""
    emoji = look.get("icon_custom_emoji_id")
    thread = Thread(desk.last_id + 1, author["id"], look["name"], look["icon_color"], emoji)
    desk.threads[thread.id] = thread
    _note(world, desk, author, thread, {"forum_topic_created": thread.look()})
    return thread


def rename_thread(world: World, desk: Desk, author: Wire, thread: Thread, edited: Wire) -> None:
    """Change what stands in `edited`: name, icon_custom_emoji_id (empty for none)."""
    thread.name = edited.get("name", thread.name)
    thread.icon_emoji = edited.get("icon_custom_emoji_id", thread.icon_emoji) or None
    _note(world, desk, author, thread, {"forum_topic_edited": edited})


def close_thread(world: World, desk: Desk, author: Wire, thread: Thread) -> None:
    thread.closed = True
    _note(world, desk, author, thread, {"forum_topic_closed": {}})


def reopen_thread(world: World, desk: Desk, author: Wire, thread: Thread) -> None:
    thread.closed = False
    _note(world, desk, author, thread, {"forum_topic_reopened": {}})


def delete_thread(world: World, desk: Desk, thread: Thread) -> None:
    """All its messages go with it, and nobody is told."""
    for message in [message for message in desk.messages.values() if message.thread == thread.id]:
        remove(world, desk, message)
    del desk.threads[thread.id]
    world.tell("threads")


def _note(world: World, desk: Desk, author: Wire, thread: Thread, content: Wire) -> None:
    # Telegram sends the bot the service messages it caused itself, too.
    arrive(world, desk, post(world, desk, Draft(author, content, thread.id)))
    world.tell("threads")
