"""Who is in which chat: clients block the bot, the desk makes it an administrator or throws it out."""

from bot.errors import SandboxError
from bot.sandbox.chats import Chat, Desk
from bot.sandbox.people import OWNER, Person, chat_member
from bot.sandbox.posting import Draft, arrive, post
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_STATUSES = frozenset({"administrator", "member", "left", "kicked"})


def introduce(world: World, user: int, about: Wire) -> Person:
    """Give a client a name, a username, a Telegram language; nothing named stays as it is."""
    client = world.client(user)
    old = client.person
    language = about.get("language_code", old.language)
    person = Person(user, about.get("name", old.name), language, about.get("username", old.username))
    client.person = person
    client.about = (
        client.about | {"first_name": person.name} | ({"username": person.username} if person.username else {})
    )
    world.tell("clients")
    return person


def block(world: World, user: int, *, blocked: bool) -> None:
    client = world.client(user)
    if client.blocked == blocked:
        return
    client.blocked, client.started = blocked, True
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    _changed(world, client, client.person, chat_member(world.bot(), before), chat_member(world.bot(), after))
    world.tell("clients")


def place_bot(world: World, desk: Desk, status: str, lacking: list[str]) -> None:
    """Give the bot this status in a desk, as administrator without the rights in `lacking`."""
    if status not in _STATUSES:
        raise SandboxError(f"No status is called {status!r}; there are {', '.join(sorted(_STATUSES))}.")
    before = chat_member(world.bot(), desk.bot_status, desk.lacking)
    desk.bot_status, desk.lacking = status, frozenset(lacking)
    owner = world.counsellor(OWNER)
    _changed(world, desk, owner, before, chat_member(world.bot(), status, desk.lacking))
    world.tell("threads")


def upgrade_desk(world: World, desk: Desk, new_chat_id: int) -> None:
    """Give a desk another number, as when a group becomes a supergroup; the old one only says so."""
    old, owner = desk.id, world.counsellor(OWNER).wire()
    arrive(world, desk, post(world, desk, Draft(owner, {"migrate_to_chat_id": new_chat_id})))
    desk.id, desk.about = new_chat_id, desk.about | {"id": new_chat_id}
    world.moved[old] = new_chat_id
    arrive(world, desk, post(world, desk, Draft(owner, {"migrate_from_chat_id": old})))
    world.tell("threads")


def _changed(world: World, chat: Chat, by: Person, before: Wire, after: Wire) -> None:
    about = {"chat": chat.about, "from": by.wire(), "date": int(world.now())}
    world.updates.put("my_chat_member", about | {"old_chat_member": before, "new_chat_member": after})
