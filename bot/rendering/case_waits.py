"""A case waits for a counsellor: an honest place, a quiet sign of life, and lines to call if nobody comes."""

from bot.conversation.case_views import CaseWaits
from bot.conversation.taps import Tap
from bot.rendering.buttons import button, helpline_buttons, menu_button, near_button, pairs
from bot.rendering.context import Reader
from bot.rendering.danger import if_urgent
from bot.rendering.markup import page, plain
from bot.rendering.message import Button, Message
from bot.rendering.moment import moment


def case_waits(view: CaseWaits, reader: Reader) -> Message:
    if view.lines:
        return _lines(reader)
    return _sign(view, reader) if view.sign else _first(view, reader)


def _first(view: CaseWaits, reader: Reader) -> Message:
    write = reader.say.gettext("A counsellor will read this. Please write now what has happened or what you need.")
    said = page(if_urgent(reader), plain(write), plain(_when(view, reader)))
    return Message(said, ((_no_longer(reader), menu_button(reader)),))


def _sign(view: CaseWaits, reader: Reader) -> Message:
    calm = reader.say.gettext("You are not forgotten. A counsellor will read what you write here.")
    return Message(page(plain(calm), plain(_when(view, reader))), ((_no_longer(reader), menu_button(reader)),))


def _lines(reader: Reader) -> Message:
    say = reader.say
    sorry = say.gettext("I am sorry: nobody could come yet. Your talk stays open, and what you write is kept for it.")
    now = say.gettext("These lines and places can help you now:")
    ways = (*helpline_buttons(reader), near_button(reader), _no_longer(reader), menu_button(reader))
    return Message(page(if_urgent(reader), plain(sorry), plain(now)), pairs(ways))


def _when(view: CaseWaits, reader: Reader) -> str:
    """What we know of it, and that we know no more."""
    say = reader.say
    if view.opens is not None:
        opens = say.gettext("The counsellors are not here now. They are back: {moment}.")
        return opens.format(moment=moment(view.opens, reader))
    before = say.ngettext("{number} person waits before you.", "{number} people wait before you.", view.before)
    place = before.format(number=view.before) if view.before else say.gettext("You are next.")
    return " ".join((place, say.gettext("I cannot promise when the answer comes.")))


def _no_longer(reader: Reader) -> Button:
    return button(reader.say.gettext("I no longer need it"), Tap("end"))
