"""What a button says back. A button outlives the menu it stood on, so every one carries all that it means."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

LIMIT: Final = 64
"""Bytes of callback data that Telegram allows (Bot API, InlineKeyboardButton)."""

TapName = Literal[
    "menu",  # the main menu
    "lang",  # argument: a language to switch to
    "section",  # argument: a section of the menu
    "topic",  # argument: a topic's slug, detail: "rated" if its reader has said whether it helped
    "more",  # the same; details
    "steps",  # the same; what to do
    "who",  # argument: slug; who can help
    "abroad",  # argument: a country, detail: slug; who can help there
    "sources",  # argument and detail: as for "topic"
    "home",  # argument: a country, detail: slug; the topic as it holds there
    "helpful",  # argument: slug, detail: see bot/conversation/thumbs.py; this answer helped
    "unhelpful",  # the same: it did not
    "because",  # the same, and why it did not
    "near",  # ask for a place
    "place",  # argument: a municipality
    "countries",  # in which country abroad?
    "country",  # argument: a country, detail: a need, "/", then as for "need"
    "needs",  # every kind of service there is
    "need",  # argument: need or category; detail: how many were already seen, then the letters of a wish
    "traits",  # argument: need or category; detail: the letters of a wish
    "service",  # argument: a service's id, detail: need or category
    "map",  # argument: a service's id
    "wrong",  # argument: a service's id, detail: what is wrong, or nothing to be asked
    "events",  # argument: an audience or nothing, detail: how many were already seen; what is on
    "guides",  # every guide; argument: a section, or nothing for all
    "guide",  # argument: a guide; its beginning
    "play",  # argument: a guide, detail: "start", "on", "back", "again" or "leave"
    "answer",  # argument: a guide, detail: a step, ".", an answer
    "pick",  # argument: a guide, detail: a step, ".", an answer, ".", "on" or "off"
    "done",  # argument: a guide, detail: a step; go on from it
    "undo",  # argument: a guide, detail: a step of which the last stay is taken back
    "why",  # argument: a guide, detail: a step; why we ask
    "result",  # argument: a guide, detail: a packed outcome, ".", and a part or nothing
    "list",  # argument: a guide, detail: a group of its list, or nothing
    "tick",  # argument: a guide, detail: an item, ".", "on" or "off"
    "remind",  # argument: a guide, detail: days, "0" for never, or nothing to be asked
    "forget",  # argument: a guide, detail: "yes", or nothing to be asked; delete its list
    "talk",  # ask for a person
    "share",  # argument: the number of a message, detail: of the others of its album; the counsellor may see it
    "withhold",  # the same: the counsellor may not see it
    "refer",  # argument: "yes" or "no", detail: a service
    "reached",  # argument: how it went, detail: a service
    "rate",  # argument: whether the talk helped
    "reason",  # argument: why it did not
    "exit",  # quick exit
    "accept",  # yes, a counsellor may read what I write
    "end",  # end the case
    "help",
    "privacy",
    "delete",  # asks first
    "erase",  # really delete
    "none",  # none of the offered subjects
]

NAMES: Final[frozenset[str]] = frozenset(get_args(TapName))


@dataclass(frozen=True)
class Tap:
    """One button's meaning; `argument` and `detail` are slugs or numbers, never words."""

    name: TapName
    argument: str = ""
    detail: str = ""

    def packed(self) -> str:
        """As callback data. Raises ValueError over Telegram's limit: a slug is too long for a button."""
        data = f"{self.name}:{self.argument}:{self.detail}".rstrip(":")
        if len(data.encode()) > LIMIT:
            raise ValueError(f"callback data over {LIMIT} bytes: {data}")
        return data


def unpacked(data: str) -> Tap | None:
    """The tap behind callback data, or None for data that no version of ours has made."""
    name, _, rest = data.partition(":")
    argument, _, detail = rest.partition(":")
    if name not in NAMES:
        return None
    return Tap(name, argument, detail)  # type: ignore[arg-type]  # membership was checked in the line above
