"""The answer is in another language than before: say so, with one button to go back."""

from bot.conversation.taps import Tap
from bot.language.formats import language_in, language_name
from bot.rendering.buttons import button
from bot.rendering.context import Reader
from bot.rendering.message import Button


def switched(before: str | None, reader: Reader) -> str:
    """The sentence, in the language that is spoken now; nothing where it did not change."""
    if not before:
        return ""
    spoken = language_in(reader.language, reader.language)
    return reader.say.gettext("I am answering you in {language}.").format(language=spoken)


def switch_back(before: str | None, slug: str = "") -> tuple[Button, ...]:
    """The way back to the language before, and to the topic that is open."""
    return (button(language_name(before), Tap("lang", before, slug)),) if before else ()
