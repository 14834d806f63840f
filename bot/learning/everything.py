"""All that is made of the packs before the bot can answer."""

from bot.language import identify
from bot.language.columns import Columns
from bot.learning.signals import resemblances
from bot.learning.topics import indexes
from bot.packs.assets import Packs


def learnt(packs: Packs) -> Columns:
    """The columns for `Knowledge`: some six seconds for the whole content."""
    return Columns.of({"topics": indexes(packs), "signals": resemblances(packs), "languages": identify.learnt(packs)})
