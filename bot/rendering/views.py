"""A view, in a language, as the message that a client sees; each family of views has a file of its own."""

from dataclasses import replace
from typing import assert_never

from bot.conversation.case_views import AskShare, CaseWaits, Notice, ReferralAsked, ReferralReached, Reply
from bot.conversation.views import (
    AskPlace,
    Choice,
    Countries,
    Danger,
    HelpersFor,
    Menu,
    MistakeAsked,
    MistakeTold,
    Needs,
    Section,
    ServiceCard,
    Services,
    TopicShown,
    TopicWithheld,
    Traits,
    View,
    Welcome,
    WhatsOn,
)
from bot.rendering.buttons import with_exit
from bot.rendering.choice import choice
from bot.rendering.context import Context, Reader
from bot.rendering.danger import danger
from bot.rendering.directory import asking, offering
from bot.rendering.guides import guides
from bot.rendering.message import Message, Venue
from bot.rendering.notices import notice
from bot.rendering.offer import venue as on_the_map
from bot.rendering.talk import talk
from bot.rendering.topic import topic, withheld
from bot.rendering.welcome import menu, section, welcome

__all__ = ["Context", "render", "venue"]


def render(view: View, language: str, context: Context) -> Message:
    """Never fails for what has left the packs since the view was made: then it is the menu, or the view without it.

    The quick exit stands under everything but danger, where two answers are all that anybody can take in.
    """
    reader = Reader(language, context)
    message = _shown(view, reader)
    return message if isinstance(view, Danger) else replace(message, rows=with_exit(message.rows, reader))


def venue(service_id: str, language: str, context: Context) -> Venue | None:
    """Give the place on the map; None for a service without one, and for one that must not be found."""
    reader = Reader(language, context)
    place = on_the_map(service_id, reader)
    return replace(place, rows=with_exit(place.rows, reader)) if place else None


def _shown(view: View, reader: Reader) -> Message:  # noqa: C901 -- one line a family of views
    match view:
        case Welcome() | Menu() | Section():
            return _menus(view, reader)
        case TopicShown() | TopicWithheld() | Choice():
            return _subjects(view, reader)
        case AskPlace() | Countries() | MistakeAsked() | MistakeTold():
            return asking(view, reader)
        case Services() | Needs() | Traits() | HelpersFor() | ServiceCard() | WhatsOn():
            return offering(view, reader)
        case Danger():
            return danger(view, reader)
        case CaseWaits() | AskShare() | Reply() | ReferralAsked() | ReferralReached():
            return talk(view, reader)
        case Notice():
            return notice(view, reader)
        case _:
            return guides(view, reader)


def _menus(view: Welcome | Menu | Section, reader: Reader) -> Message:
    match view:
        case Welcome():
            return welcome(reader)
        case Menu():
            return menu(view, reader)
        case Section():
            return section(view, reader)
        case _:
            assert_never(view)


def _subjects(view: TopicShown | TopicWithheld | Choice, reader: Reader) -> Message:
    match view:
        case TopicShown():
            return topic(view, reader)
        case TopicWithheld():
            return withheld(view, reader)
        case Choice():
            return choice(view, reader)
        case _:
            assert_never(view)
