"""What all dialogues share: the real packs, what the core knows, and a dialogue played through the core."""

from functools import cache
from pathlib import Path

from bot.conversation.knowledge import Knowledge
from bot.language.phrases import Phrases
from bot.packs.assets import Packs
from bot.packs.loader import load
from bot.settings import ROOT
from tests.builders import knowledge_of
from tests.dialogues.in_core import InCore
from tests.dialogues.player import play
from tests.dialogues.story import Dialogue


@cache
def packs() -> Packs:
    return load(ROOT / "content")


@cache
def knowledge(*, desk: bool) -> Knowledge:
    return knowledge_of(packs(), desk=desk)


@cache
def phrases() -> Phrases:
    return Phrases.load(ROOT / "locales")


async def played_in_core(path: Path) -> InCore:
    dialogue = Dialogue(path)
    player = InCore(dialogue, knowledge(desk=dialogue.story.desk), phrases())
    await play(dialogue, player, packs())
    return player
