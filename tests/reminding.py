"""A guide that comes to a list, and clients who keep that list and want to be reminded of it."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from bot.conversation.state import KeptList
from bot.packs.assets import Guide, Packs
from bot.packs.guide_schema import GuideFile
from bot.packs.guide_words_schema import GuideWords
from bot.storage import conversations, reminders
from bot.storage.outbox import Outgoing
from bot.storage.reminders import Due
from tests.builders import LANGUAGES, TODAY, a_conversation, some_town_and_its_services
from tests.stage import CHAT, VAULT, Stage, tap

LIST: Final = "papers"
KEPT: Final = KeptList(LIST, ("passport", "contract"), ("passport",))
EVERYTHING: Final = 2**40
"""Seconds since 1970: everything is due by then."""


def packs_with_a_list() -> Packs:
    facts: dict[str, Any] = {
        "version": 1,
        "section": "leaving",
        "minutes": 1,
        "audience": ["everyone"],
        "countries": ["AL", "XK"],
        "sources": {"law": {"title": "Law", "url": "https://example.org", "dated": "2024", "checked": TODAY}},
        "reviewed": TODAY,
        "review_by": date(2027, 11, 22),
        "withhold_after": date(2028, 5, 22),
        "steps": [{"id": "goal", "ask": "choice", "answers": [{"id": "work"}, {"id": "study"}]}],
        "items": [{"id": item} for item in KEPT.items],
        "results": [{"id": "list", "lists": "checklist"}],
    }
    words = GuideWords.model_validate(
        {
            "title": "Your papers",
            "label": "Your papers",
            "intro": "One question.",
            "steps": {
                "goal": {"ask": "What for?", "answers": {"work": {"label": "Work"}, "study": {"label": "Study"}}}
            },
            "results": {"list": {"title": "Your list", "text": "Tick off what you have."}},
            "items": {item: {"text": item.capitalize()} for item in KEPT.items},
        }
    )
    guide = Guide(LIST, GuideFile.model_validate(facts), dict.fromkeys(LANGUAGES, words))
    return replace(some_town_and_its_services(), guides={LIST: guide})


async def keeps_a_list(stage: Stage, chat: int = CHAT) -> None:
    """As after the guide: the list is part of what is remembered of this chat."""
    async with stage.database.transaction() as tx:
        conversation = a_conversation(lists=(KEPT,))
        await conversations.save(tx, VAULT, VAULT.chat_key(chat), conversation, stage.clock().date())


async def wishes(stage: Stage, days: int = 3, chat: int = CHAT) -> list[Outgoing]:
    return await stage.client(tap("remind", LIST, str(days)), chat)


async def all_wishes(stage: Stage) -> list[Due]:
    """Whenever they are due."""
    async with stage.database.transaction() as tx:
        return await reminders.due(tx, EVERYTHING, 1000)


async def due_now(stage: Stage) -> list[Due]:
    async with stage.database.transaction() as tx:
        return await reminders.due(tx, stage.service.casework.now, 1000)
