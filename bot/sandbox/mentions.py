"""People named in a text by number: Telegram turns `tg://user?id=` into a `text_mention` of whom it knows."""

from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_IN = ("entities", "caption_entities")


def with_people(world: World, content: Wire) -> Wire:
    """Put the people into the mentions; a mention of nobody known is silently left as plain text."""
    found = {name: [seen for one in content[name] if (seen := _seen(world, one))] for name in _IN if name in content}
    bare = {name for name, entities in found.items() if not entities}
    return {name: value for name, value in (content | found).items() if name not in bare}


def _seen(world: World, entity: Wire) -> Wire | None:
    if entity["type"] != "text_mention":
        return entity
    person = world.person(entity["user"]["id"])
    return None if person is None else entity | {"user": person.wire()}
