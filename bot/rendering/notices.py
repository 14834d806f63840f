"""Fixed sentences of the interface: help, privacy, deletion, the language, and what is left after the quick exit."""

from collections.abc import Callable
from typing import Final

from bot.conversation.case_views import Notice
from bot.conversation.taps import Tap
from bot.rendering.buttons import button, language_rows, menu_button, near_button, pairs, person_buttons
from bot.rendering.case_notices import CASE_NOTICES
from bot.rendering.context import Reader
from bot.rendering.danger import if_urgent
from bot.rendering.markup import lines, page, plain
from bot.rendering.message import Button, Message


def notice(view: Notice, reader: Reader) -> Message:
    return NOTICES[view.what](reader)


def _help(reader: Reader) -> Message:
    say = reader.say
    how = say.gettext(
        "Write your question in your own words, or choose from the menu. I answer only with information that people "
        "have checked. When I am not sure, I say so."
    )
    near = say.gettext("I can also show you places near you that help.")
    leave = say.gettext("/exit leaves at once and wipes what was written here in the last two days.")
    ways = (near_button(reader), *person_buttons(reader), _privacy_button(reader), menu_button(reader))
    return Message(page(plain(how), plain(near), plain(leave), if_urgent(reader)), pairs(ways))


def _privacy(reader: Reader) -> Message:
    say = reader.say
    never = say.gettext(
        "We do not keep your name, your number, where exactly you are, or what you write. A message waits, encrypted, "
        "only until I have answered it. We know your chat by a mark that is made with a secret key."
    )
    kept = say.gettext(
        "We keep, encrypted: your language, country and municipality, the last subjects and places shown, a sign of "
        "danger if there was one, whether you said that you are a minor, how often I had no answer and where we "
        "stopped. It is deleted when you ask, or after 90 days without a message."
    )
    talked = say.gettext(
        "Of a talk with a counsellor we keep, until {days} days after it ended, how to write to you and which message "
        "is which. Then it is deleted, in the counsellors' group too. For the quick exit (/exit) we keep the numbers "
        "of the messages of the last 48 hours."
    ).format(days=reader.context.keep_days)
    counted = say.gettext("We count how often a subject is asked for, without knowing by whom.")
    copies = say.gettext("Telegram keeps copies of its own. To remove yours, delete this chat in Telegram.")
    delete = button(say.gettext("Delete everything"), Tap("delete"))
    return Message(page(*map(plain, (never, kept, talked, counted, copies))), ((delete, menu_button(reader)),))


def _ask_delete(reader: Reader) -> Message:
    say = reader.say
    said = say.gettext(
        "Everything that we keep of this chat will be deleted. An open talk with a counsellor ends with it. "
        "This cannot be undone."
    )
    ask = say.gettext("Shall I delete it?")
    answers = (
        button(say.gettext("Yes, delete everything"), Tap("erase")),
        button(say.gettext("No"), Tap("menu")),
    )
    return Message(page(plain(said), plain(ask)), (answers,))


def _deleted(reader: Reader) -> Message:
    said = reader.say.gettext(
        "Everything that we kept of this chat is deleted. The messages that you see here are in Telegram: "
        "to remove them too, delete this chat there."
    )
    return Message(plain(said), ((menu_button(reader),),))


def _left(reader: Reader) -> Message:
    """All that is left to be seen after the quick exit: no subject, no button, nothing to explain."""
    say = reader.say
    return Message(lines(plain(say.gettext("Good day.")), plain(say.gettext("To begin: /start"))))


def _language(reader: Reader) -> Message:
    """Ask in every language, so that nobody is caught in one that they do not read."""
    speak = reader.context.phrases.speak
    asked = (speak(language).gettext("In which language shall we go on?") for language in reader.packs.languages)
    # A language whose phrases are still missing asks in English, which once is enough.
    return Message(lines(*map(plain, dict.fromkeys(asked))), (*language_rows(reader), (menu_button(reader),)))


def _privacy_button(reader: Reader) -> Button:
    return button(reader.say.gettext("What we know about you"), Tap("privacy"))


NOTICES: Final[dict[str, Callable[[Reader], Message]]] = {
    **CASE_NOTICES,
    "left": _left,
    "help": _help,
    "privacy": _privacy,
    "ask_delete": _ask_delete,
    "deleted": _deleted,
    "language": _language,
}
"""One function a notice; a test sees to it that none is missing."""
