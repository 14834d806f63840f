"""Fixed sentences around a talk with a counsellor: from the consent to what comes after it."""

from collections.abc import Callable
from typing import Final

from bot.conversation.taps import Tap
from bot.rendering.buttons import (
    button,
    exit_button,
    helpline_buttons,
    menu_button,
    near_button,
    pairs,
    person_buttons,
)
from bot.rendering.context import Reader
from bot.rendering.danger import if_urgent
from bot.rendering.markup import page, plain
from bot.rendering.message import Button, Message, Rows


def consent_words(reader: Reader) -> tuple[str, str]:
    """Who reads along in a talk with a counsellor, and what is kept of it."""
    say = reader.say
    who = say.gettext(
        "A counsellor of this programme will read what you send here, and may answer. "
        "They see your language, your municipality, the subject, what you have read here, whether there is danger "
        "and whether you are a minor. They do not see your name."
    )
    kept = say.gettext(
        "We keep the talk until it ends and {days} days more, then we delete it. Telegram keeps copies of its own. "
        "You can end it at any time, delete it with /delete, or leave at once with /exit."
    ).format(days=reader.context.keep_days)
    return who, kept


def _consent(reader: Reader) -> Message:
    say = reader.say
    answers = (button(say.gettext("Yes, connect me"), Tap("accept")), button(say.gettext("No"), Tap("menu")))
    ask = say.gettext("Shall I connect you?")
    return Message(page(if_urgent(reader), *map(plain, consent_words(reader)), plain(ask)), (answers,))


def _no_desk(reader: Reader) -> Message:
    none = reader.say.gettext("There is no counsellor here. These lines and places can help:")
    rows = pairs((*helpline_buttons(reader), near_button(reader), menu_button(reader)))
    return Message(page(if_urgent(reader), plain(none)), rows)


def _case_open(reader: Reader) -> Message:
    said = reader.say.gettext(
        "Your talk with a counsellor is open. What you write here goes to them. You can end it at any time."
    )
    return Message(page(plain(said), if_urgent(reader)), ((_end(reader), menu_button(reader)),))


def _case_held(reader: Reader) -> Message:
    return _during(reader.say.gettext("A counsellor is here now and reads what you wrote."), reader)


def _case_passed(reader: Reader) -> Message:
    return _during(
        reader.say.gettext("Another counsellor goes on with you now, and can read what was written."), reader
    )


def _case_reopened(reader: Reader) -> Message:
    return _during(reader.say.gettext("The counsellor has opened the talk again. What you write goes to them."), reader)


def _case_released(reader: Reader) -> Message:
    said = reader.say.gettext(
        "The counsellor had to go. Another one will come and can read what was written. You need not tell it all again."
    )
    return Message(page(plain(said), if_urgent(reader)), ((_end(reader), menu_button(reader)),))


def _desk_away(reader: Reader) -> Message:
    said = reader.say.gettext(
        "What you wrote has not reached the counsellors yet. I go on trying; you need not write it again. "
        "These lines and places can help you now:"
    )
    ways = (*helpline_buttons(reader), near_button(reader), _end(reader), menu_button(reader))
    return Message(page(if_urgent(reader), plain(said)), pairs(ways))


def _kept_back(reader: Reader) -> Message:
    return _during(reader.say.gettext("The counsellor has not seen it. You can say it in words instead."), reader)


def _passed_on(reader: Reader) -> Message:
    return _during(reader.say.gettext("It goes to the counsellor now."), reader)


def _not_referred(reader: Reader) -> Message:
    said = reader.say.gettext("All right. The counsellor learns only that you said no.")
    return Message(plain(said), ((menu_button(reader),),))


def _case_ended(reader: Reader) -> Message:
    say = reader.say
    said = say.gettext(
        "You have ended the talk. What you write now no longer goes to a counsellor. You can ask for one again."
    )
    kept = say.gettext("The talk is deleted in {days} days, or now if you wish.").format(days=reader.context.keep_days)
    delete = button(say.gettext("Delete now"), Tap("delete"))
    return Message(page(plain(said), plain(kept)), pairs((*person_buttons(reader), delete, menu_button(reader))))


def _case_closed(reader: Reader) -> Message:
    say = reader.say
    said = say.gettext(
        "The counsellor has closed the talk. What you write now goes to me again, the automatic helper. "
        "You can ask for a person at any time."
    )
    asked = say.gettext("Did the talk help you? Only the answer is counted.")
    helped = button(say.gettext("Yes"), Tap("rate", "yes")), button(say.gettext("Partly"), Tap("rate", "partly"))
    not_helped = (button(say.gettext("No"), Tap("rate", "no")),)
    return Message(page(plain(said), plain(asked)), (helped, not_helped, *_with_a_person((), reader)))


def _why_not(reader: Reader) -> Message:
    say = reader.say
    asked = say.gettext("Thank you for saying so. What was missing? One tap is enough.")
    answers = (
        button(say.gettext("I waited too long"), Tap("reason", "waited")),
        button(say.gettext("I was not understood"), Tap("reason", "misunderstood")),
        button(say.gettext("I need other help"), Tap("reason", "other_help")),
        button(say.gettext("Something else"), Tap("reason", "other")),
    )
    return Message(plain(asked), (*pairs(answers), (menu_button(reader),)))


def _thanks(reader: Reader) -> Message:
    said = reader.say.gettext("Thank you. Only your answer was counted, not whose it is.")
    return Message(plain(said), ((menu_button(reader),),))


def _not_helped(reader: Reader) -> Message:
    say = reader.say
    sorry = say.gettext("Thank you for telling me. I am sorry that it did not help.")
    other = say.gettext("A counsellor can look for another way with you.") if reader.context.desk else ""
    return Message(page(plain(sorry), plain(other)), _with_a_person((near_button(reader),), reader))


def _during(said: str, reader: Reader) -> Message:
    """Somebody has the case: the menu is silent, so that no button leads there."""
    return Message(plain(said), ((_end(reader), exit_button(reader)),))


def _end(reader: Reader) -> Button:
    return button(reader.say.gettext("End the talk"), Tap("end"))


def _with_a_person(buttons: tuple[Button, ...], reader: Reader) -> Rows:
    return (*pairs((*buttons, *person_buttons(reader))), (menu_button(reader),))


CASE_NOTICES: Final[dict[str, Callable[[Reader], Message]]] = {
    "consent": _consent,
    "no_desk": _no_desk,
    "case_open": _case_open,
    "case_held": _case_held,
    "case_passed": _case_passed,
    "case_reopened": _case_reopened,
    "case_released": _case_released,
    "desk_away": _desk_away,
    "kept_back": _kept_back,
    "passed_on": _passed_on,
    "not_referred": _not_referred,
    "case_ended": _case_ended,
    "case_closed": _case_closed,
    "why_not": _why_not,
    "thanks": _thanks,
    "not_helped": _not_helped,
}
"""One function a notice; those of the bot itself stand in `bot.rendering.notices`."""
