"""What a counsellor is asked before something is done: who, how, until when, and whether they are sure."""

from typing import Final

from bot.conversation import numbers
from bot.desk.case import Colleague
from bot.desk.ending import OUTCOMES
from bot.desk.taking import HOURS
from bot.desk.taps import DeskTap
from bot.desk.views import AskSure, ChooseColleague, ChooseOutcome, ConfirmTaking
from bot.language.phrases import Speaker
from bot.rendering.buttons import pairs
from bot.rendering.context import Reader
from bot.rendering.desk_buttons import back_button, desk_button
from bot.rendering.markup import lines, plain
from bot.rendering.message import Button, Message
from bot.rendering.outcomes import outcome_title

MOST: Final = 90
"""Colleagues to choose from: Telegram takes 100 buttons (Bot API, InlineKeyboardMarkup)."""


def choose_colleague(view: ChooseColleague, reader: Reader) -> Message:
    say = reader.say
    none = say.gettext("I know no other counsellor yet. Whoever has written here once can be chosen.")
    asked = say.gettext("Who takes the case on?") if view.colleagues else none
    named = (_colleague(each) for each in view.colleagues[:MOST])
    return Message(plain(asked), (*pairs(named), (back_button(reader),)))


def choose_outcome(view: ChooseOutcome, reader: Reader) -> Message:
    asked = reader.say.gettext("What came of it? It is only counted.")
    apart = "apart" if view.apart else ""
    chosen = (desk_button(outcome_title(each, reader.say), DeskTap("close", each, apart)) for each in OUTCOMES)
    # Beside the card there is nothing to go back to.
    return Message(plain(asked), pairs(chosen if view.apart else (*chosen, back_button(reader))))


def choose_snooze(reader: Reader) -> Message:
    say = reader.say
    asked = say.gettext("Put off for how long? Nobody is called until then.")
    hours = (
        desk_button(
            say.ngettext("{number} hour", "{number} hours", int(each)).format(number=each), DeskTap("snooze", each)
        )
        for each in HOURS
    )
    return Message(plain(asked), pairs((*hours, back_button(reader))))


def confirm_taking(view: ConfirmTaking, reader: Reader) -> Message:
    say = reader.say
    asked = say.gettext("{name} has this case. Really take it over? The client is told that somebody else goes on.")
    sure = desk_button(say.gettext("Yes, I take it over"), DeskTap("take", view.key))
    return Message(plain(asked.format(name=view.holder)), ((sure, back_button(reader)),))


def ask_sure(view: AskSure, reader: Reader) -> Message:
    say = reader.say
    asked = say.gettext("It has not been sent yet. The client could find you through it, even after work.")
    ids = numbers.packed(view.message_ids)
    send = desk_button(say.gettext("Send all the same"), DeskTap("send", *ids))
    keep = desk_button(say.gettext("Keep it here"), DeskTap("keep", *ids))
    return Message(lines(plain(_why(view, say)), plain(asked)), ((keep, send),))


def _colleague(one: Colleague) -> Button:
    return desk_button(one.name, DeskTap("hand", one.key))


def _why(view: AskSure, say: Speaker) -> str:
    reasons = {
        "mention": say.gettext("This has somebody's name in Telegram (@)."),
        "phone": say.gettext("This has a telephone number that is none of a service we know."),
        "link": say.gettext("This has a link to a profile or a chat."),
        "mail": say.gettext("This has an e-mail address."),
        "contact": say.gettext("This is a contact with a telephone number."),
    }
    return reasons[view.why]
