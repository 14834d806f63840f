"""The views of the directory: what is asked, and what is offered."""

from typing import TypeAlias, assert_never

from bot.conversation.views import (
    AskPlace,
    Countries,
    HelpersFor,
    MistakeAsked,
    MistakeTold,
    Needs,
    ServiceCard,
    Services,
    Traits,
    WhatsOn,
)
from bot.rendering.card import card, mistake_asked, mistake_told
from bot.rendering.context import Reader
from bot.rendering.message import Message
from bot.rendering.places import ask_place, countries
from bot.rendering.services import helpers, needs, services, traits
from bot.rendering.whats_on import whats_on

Asking: TypeAlias = AskPlace | Countries | MistakeAsked | MistakeTold
Offering: TypeAlias = Services | Needs | Traits | HelpersFor | ServiceCard | WhatsOn


def asking(view: Asking, reader: Reader) -> Message:
    match view:
        case AskPlace():
            return ask_place(view, reader)
        case Countries():
            return countries(view, reader)
        case MistakeAsked():
            return mistake_asked(view, reader)
        case MistakeTold():
            return mistake_told(view, reader)
        case _:
            assert_never(view)


def offering(view: Offering, reader: Reader) -> Message:  # noqa: C901 -- one line a view is the plainest form
    match view:
        case Services():
            return services(view, reader)
        case Needs():
            return needs(view, reader)
        case Traits():
            return traits(view, reader)
        case HelpersFor():
            return helpers(view, reader)
        case ServiceCard():
            return card(view, reader)
        case WhatsOn():
            return whats_on(view, reader)
        case _:
            assert_never(view)
