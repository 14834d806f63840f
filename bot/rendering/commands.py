"""The command menus. Albanian commands have Albanian names; every other language uses the English ones."""

from typing import Final

from bot.language.phrases import Phrases

ENGLISH: Final = ("menu", "language", "services", "guides", "help", "counsellor", "exit", "privacy", "delete")
NAMES: Final = {"sq": ("menu", "gjuha", "sherbime", "hapat", "ndihme", "keshilltar", "dil", "privatesia", "fshi")}
"""What bot.channels.client_message understands, in the same order."""

DESK_ENGLISH: Final = ("queue", "duty", "find", "case", "help", "language", "close", "undo", "console")
DESK_NAMES: Final = {"sq": ("radha", "dezhur", "gjej", "rasti", "ndihme", "gjuha", "mbyll", "kthe", "konsola")}
"""What bot.channels.desk_message understands, in the same order."""

Described = tuple[tuple[str, str], ...]
"""Pairs of name and description (Bot API, setMyCommands)."""


def commands(language: str, phrases: Phrases) -> Described:
    """In a client's chat."""
    say = phrases.speak(language)
    descriptions = (
        say.gettext("All subjects"),
        say.gettext("Change the language"),
        say.gettext("Places near you that help"),
        say.gettext("Step by step, with questions"),
        say.gettext("How this works"),
        say.gettext("Talk to a person"),
        say.gettext("Leave at once, wipe this chat"),
        say.gettext("What we know about you"),
        say.gettext("Delete everything"),
    )
    return tuple(zip(NAMES.get(language, ENGLISH), descriptions, strict=True))


def desk_commands(language: str, phrases: Phrases) -> Described:
    """In a group of counsellors."""
    say = phrases.speak(language)
    descriptions = (
        say.gettext("Open cases"),
        say.gettext("I am on duty (or: /duty off)"),
        say.gettext("Find something to send"),
        say.gettext("What can be done with this case"),
        say.gettext("How the desk works"),
        say.gettext("Change the language"),
        say.gettext("Close the case"),
        say.gettext("Take back the last message"),
        say.gettext("For administrators: the console"),
    )
    return tuple(zip(DESK_NAMES.get(language, DESK_ENGLISH), descriptions, strict=True))


def both_spellings(language: str, phrases: Phrases) -> Described:
    """The same with every name that the desk understands, that of the language first: /radha, /queue."""
    others = [names for spoken, names in (*DESK_NAMES.items(), ("en", DESK_ENGLISH)) if spoken != language]
    named = desk_commands(language, phrases)
    spelt = ((own, *(names[at] for names in others)) for at, (own, _) in enumerate(named))
    return tuple(
        (", ".join(f"/{name}" for name in dict.fromkeys(names)), said)
        for names, (_, said) in zip(spelt, named, strict=True)
    )
