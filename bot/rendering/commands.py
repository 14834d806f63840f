"""The command menu. Albanian commands have Albanian names; every other language uses the English ones."""

from typing import Final

from bot.language.phrases import Phrases

ENGLISH: Final = ("menu", "language", "services", "help", "counsellor", "privacy", "delete")
NAMES: Final = {"sq": ("menu", "gjuha", "sherbime", "ndihme", "keshilltar", "privatesia", "fshi")}
"""What bot.channels.client_message understands, in the same order."""


def commands(language: str, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Pairs of name and description (Bot API, setMyCommands)."""
    say = phrases.speak(language)
    descriptions = (
        say.gettext("All subjects"),
        say.gettext("Change the language"),
        say.gettext("Places near you that help"),
        say.gettext("How this works"),
        say.gettext("Talk to a person"),
        say.gettext("What we know about you"),
        say.gettext("Delete everything"),
    )
    return tuple(zip(NAMES.get(language, ENGLISH), descriptions, strict=True))
