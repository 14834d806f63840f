"""Fixed sentences of the interface: before, during and after a talk with a person, help, privacy, deletion."""

from collections.abc import Callable
from typing import Final

from bot.conversation.taps import Tap
from bot.conversation.views import Notice
from bot.rendering.buttons import (
    button,
    helpline_buttons,
    language_rows,
    menu_button,
    near_button,
    pairs,
    person_buttons,
)
from bot.rendering.context import Reader
from bot.rendering.danger import any_danger
from bot.rendering.markup import bold, lines, page, plain
from bot.rendering.message import Button, Message


def notice(view: Notice, reader: Reader) -> Message:
    return NOTICES[view.what](reader)


def _consent(reader: Reader) -> Message:
    say = reader.say
    who = say.gettext(
        "A counsellor of this programme will read what you send here, and may answer. "
        "They see your language, your municipality, the subject and whether there is danger, not your name."
    )
    copies = say.gettext(
        "Telegram keeps copies of its own, and so does the counsellors' chat. "
        "You can end this at any time, and delete what we keep with /delete."
    )
    ask = say.gettext("Shall I connect you?")
    answers = (
        button(say.gettext("Yes, connect me"), Tap("accept")),
        button(say.gettext("No"), Tap("menu")),
    )
    return Message(page(_urgent(reader), plain(who), plain(copies), plain(ask)), (answers,))


def _no_desk(reader: Reader) -> Message:
    none = reader.say.gettext("There is no counsellor here. These lines and places can help:")
    rows = pairs((*helpline_buttons(reader), near_button(reader), menu_button(reader)))
    return Message(page(_urgent(reader), plain(none)), rows)


def _case_opened(reader: Reader) -> Message:
    said = reader.say.gettext(
        "A counsellor will read this. Please write now what has happened or what you need. "
        "I cannot promise when the answer comes."
    )
    return Message(page(plain(said), _urgent(reader)), (_during(reader),))


def _case_open(reader: Reader) -> Message:
    said = reader.say.gettext(
        "Your talk with a counsellor is open. What you write here goes to them. You can end it at any time."
    )
    return Message(page(plain(said), _urgent(reader)), (_during(reader),))


def _case_ended(reader: Reader) -> Message:
    said = reader.say.gettext(
        "You have ended the talk. What you write now no longer goes to a counsellor. You can ask for one again."
    )
    return Message(plain(said), pairs((*person_buttons(reader), menu_button(reader))))


def _case_closed(reader: Reader) -> Message:
    said = reader.say.gettext(
        "The counsellor has closed the talk. What you write now goes to me again, the automatic helper. "
        "You can ask for a person at any time."
    )
    return Message(plain(said), pairs((*person_buttons(reader), menu_button(reader))))


def _help(reader: Reader) -> Message:
    say = reader.say
    how = say.gettext(
        "Write your question in your own words, or choose from the menu. I answer only with information that people "
        "have checked. When I am not sure, I say so."
    )
    near = say.gettext("I can also show you places near you that help.")
    ways = (near_button(reader), *person_buttons(reader), _privacy_button(reader), menu_button(reader))
    return Message(page(plain(how), plain(near), _urgent(reader)), pairs(ways))


def _privacy(reader: Reader) -> Message:
    say = reader.say
    never = say.gettext(
        "We do not keep your name, your number, where exactly you are, or what you write. A message waits, encrypted, "
        "only until I have answered it. We know your chat by a mark that is made with a secret key."
    )
    kept = say.gettext(
        "We keep, encrypted: your language, country and municipality, the last subject, a sign of danger if there "
        "was one, how often I had no answer, where we stopped, and, while you talk with a counsellor, how to write "
        "to you. It is deleted when you ask, or after 90 days without a message."
    )
    counted = say.gettext("We count how often a subject is asked for, without knowing by whom.")
    copies = say.gettext(
        "Telegram keeps copies of its own, and a talk with a counsellor also stays in their group. "
        "To remove yours, delete this chat in Telegram."
    )
    delete = button(say.gettext("Delete everything"), Tap("delete"))
    return Message(page(*map(plain, (never, kept, counted, copies))), ((delete, menu_button(reader)),))


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


def _language(reader: Reader) -> Message:
    """Ask in every language, so that nobody is caught in one that they do not read."""
    speak = reader.context.phrases.speak
    asked = (speak(language).gettext("In which language shall we go on?") for language in reader.packs.languages)
    # A language whose phrases are still missing asks in English, which once is enough.
    return Message(lines(*map(plain, dict.fromkeys(asked))), (*language_rows(reader), (menu_button(reader),)))


def _urgent(reader: Reader) -> str:
    """Say whom to call in danger; it stands in every text that may make someone wait."""
    numbers = any_danger(reader)
    return lines(bold(reader.say.gettext("If it is urgent, do not wait. Call:")), numbers) if numbers else ""


def _during(reader: Reader) -> tuple[Button, ...]:
    return (button(reader.say.gettext("End the talk"), Tap("end")), menu_button(reader))


def _privacy_button(reader: Reader) -> Button:
    return button(reader.say.gettext("What we know about you"), Tap("privacy"))


NOTICES: Final[dict[str, Callable[[Reader], Message]]] = {
    "consent": _consent,
    "no_desk": _no_desk,
    "case_opened": _case_opened,
    "case_open": _case_open,
    "case_ended": _case_ended,
    "case_closed": _case_closed,
    "help": _help,
    "privacy": _privacy,
    "ask_delete": _ask_delete,
    "deleted": _deleted,
    "language": _language,
}
"""One function a notice; a test sees to it that none is missing."""
