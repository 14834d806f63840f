"""What people need, kinds of service, and what a service can be like, as they stand on buttons."""

from bot.conversation.taps import Tap
from bot.directory.wish import unpacked
from bot.language.formats import language_in
from bot.language.phrases import Speaker
from bot.packs.directory_schema import Trait
from bot.rendering.buttons import button
from bot.rendering.context import Reader
from bot.rendering.message import Button


def kind_title(kind: str | None, reader: Reader) -> str:
    """Of a need or of a kind of service; nothing for one that has left the packs."""
    packs = reader.packs
    if kind and kind in packs.needs and any(kind in words.needs for words in packs.directory_words.values()):
        return packs.need(kind, reader.language)
    found = next((category for category in packs.category_words if category == kind), None)
    return packs.category(found, reader.language) if found else ""


def kind_button(kind: str, reader: Reader, mark: str = "") -> Button:
    return button(mark + kind_title(kind, reader), Tap("need", kind))


def trait_title(letter: str, reader: Reader) -> str:
    """What the letter of a wish says on a button."""
    wish = unpacked("", letter)
    if wish.speaks:
        spoken = language_in(wish.speaks, reader.language)
        return reader.say.gettext("Speaks {language}").format(language=spoken)
    return _titles(reader.say)[wish.traits[0]] if wish.traits else ""


def _titles(say: Speaker) -> dict[Trait, str]:
    return {
        "free": say.gettext("Free of charge"),
        "walk_in": say.gettext("No appointment"),
        "women_staff": say.gettext("Women staff"),
        "children": say.gettext("For children"),
        "roma_egyptian": say.gettext("For Roma, Egyptians"),
        "disability": say.gettext("With a disability"),
        "open_now": say.gettext("Open now"),
    }
