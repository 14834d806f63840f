"""Who there is in the world: the bot, clients, counsellors."""

from dataclasses import dataclass

from bot.sandbox.wire import Wire

BOT_ID = 10000

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    language: str | None = None
    username: str | None = None

    def wire(self) -> Wire:
        found: Wire = {"id": self.id, "is_bot": False, "first_name": self.name}
        found |= {"username": self.username} if self.username else {}
        return found | ({"language_code": self.language} if self.language else {})


OWNER = 501
"""The counsellor who owns the desk; all others are administrators."""

COUNSELLORS = (Person(OWNER, "Mira", "sq"), Person(502, "Besnik", "sq"))

ANONYMOUS: Wire = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""Whom Telegram names as author of what an administrator writes in the name of the group."""


def bot_user(name: str) -> Wire:
    return {"id": BOT_ID, "is_bot": True, "first_name": name, "username": "udha_sandbox_bot"}


def bot_itself(name: str) -> Wire:
    """Make the answer of getMe: the user and what only getMe tells."""
    can = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    cannot = ("can_connect_to_business", "has_main_web_app", "has_topics_enabled", "allows_users_to_create_topics")
    return bot_user(name) | can | dict.fromkeys((*cannot, "can_manage_bots"), False)


def chat_member(user: Wire, status: str, lacking: frozenset[str] = frozenset()) -> Wire:
    """Make a ChatMember; `lacking` are the rights that this administrator was not given."""
    member: Wire = {"status": status, "user": user}
    match status:
        case "creator":
            return member | {"is_anonymous": False}
        case "administrator":
            rights = {right: right not in lacking for right in _RIGHTS}
            return member | {"can_be_edited": False, "is_anonymous": False} | rights
        case "kicked":
            return member | {"until_date": 0}
        case _:
            return member
