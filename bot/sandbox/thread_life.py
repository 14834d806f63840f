"""A thread opens, is renamed, closes, opens again, goes; each but the last leaves a service message."""

from bot.sandbox.posting import Draft, arrive, post, remove
from bot.sandbox.threads import Thread
from bot.sandbox.wire import Wire
from bot.sandbox.world import World


def open_thread(world: World, author: Wire, name: str, colour: int, emoji: str | None = None) -> Thread:
    """Open a thread; its number is that of its first message."""
    thread = Thread(world.desk.last_id + 1, name, colour, emoji)
    world.desk.threads[thread.id] = thread
    _note(world, author, thread, {"forum_topic_created": thread.look()})
    return thread


def rename_thread(world: World, author: Wire, thread: Thread, name: str, emoji: str | None) -> None:
    edited: Wire = {"name": name} if name != thread.name else {}
    if emoji != thread.icon_emoji:
        edited["icon_custom_emoji_id"] = emoji or ""
    thread.name, thread.icon_emoji = name, emoji or None
    _note(world, author, thread, {"forum_topic_edited": edited})


def close_thread(world: World, author: Wire, thread: Thread) -> None:
    thread.closed = True
    _note(world, author, thread, {"forum_topic_closed": {}})


def reopen_thread(world: World, author: Wire, thread: Thread) -> None:
    thread.closed = False
    _note(world, author, thread, {"forum_topic_reopened": {}})


def delete_thread(world: World, thread: Thread) -> None:
    """All its messages go with it, and nobody is told."""
    for message in [message for message in world.desk.messages.values() if message.thread == thread.id]:
        remove(world, world.desk, message)
    del world.desk.threads[thread.id]
    world.tell("threads")


def _note(world: World, author: Wire, thread: Thread, content: Wire) -> None:
    # Telegram sends the bot the service messages it caused itself, too.
    arrive(world, post(world, world.desk, Draft(author, content, thread.id)))
    world.tell("threads")
