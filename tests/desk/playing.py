"""One case against the rules of the desk: three people, what one of them does, and what comes of it."""

from datetime import UTC, datetime
from functools import cache
from typing import Any

from bot.conversation.actions import Action, Show
from bot.conversation.knowledge import Knowledge
from bot.conversation.views import View
from bot.desk.actions import CopyToClient, DeskAction, EditAtClient, ShowAtDesk, TakeBack
from bot.desk.advance import advance
from bot.desk.cards import THE_CARD
from bot.desk.case import Case, Colleague
from bot.desk.events import Commanded, DeskCommand, DeskEvent, Pressed, Said
from bot.desk.known import DeskKnown
from bot.desk.taps import DeskTap, DeskTapName
from bot.desk.turn import CaseTurn
from bot.desk.views import CaseCard, DeskView, Sentence
from bot.packs.assets import Packs
from tests.builders import a_reply, a_service, some_packs, with_replies
from tests.fakes import Canned

NOW = int(datetime(2026, 11, 22, 9, 0, tzinfo=UTC).timestamp())
MINUTE, HOUR, DAY = 60, 3600, 86400
MIRA = Colleague("a1" * 16, "Mira")
BESNIK = Colleague("b2" * 16, "Besnik")
ARTA = Colleague("c3" * 16, "Arta", "en")
SAID, TAPPED = 500, 40
"""Numbers in the desk's group: of what somebody wrote there, and of a message with buttons."""
SERVICE, TOPIC, REPLY = "al_shelter", "asylum-facts", "greeting"
TO_THE_CLIENT = (CopyToClient, EditAtClient, TakeBack)
"""What a counsellor has done to the client's chat with words of their own."""


@cache
def the_packs() -> Packs:
    """One topic, one vetted reply, a service with a number as people of Albania write it, and one free of charge."""
    services = [
        a_service(SERVICE, phones=["+355 4 222 7777"], phone_status="confirmed"),
        a_service(
            "al_line",
            category="helpline",
            reach="national",
            place=None,
            phones=["0800 1234", "116 111"],
            phone_status="confirmed",
        ),
    ]
    return with_replies(some_packs(services=services), a_reply(REPLY))


@cache
def the_knowledge() -> Knowledge:
    return Canned().knowledge(the_packs())


def known(now: int = NOW, **more: Any) -> DeskKnown:
    told: dict[str, Any] = {"spoken": "sq", "colleagues": (MIRA, BESNIK, ARTA)}
    return DeskKnown(the_knowledge(), now, **told | more)


def a_case(**changes: Any) -> Case:
    """One that waits since `NOW`."""
    told: dict[str, Any] = {"language": "sq", "opened": NOW, "since": NOW, "begins": NOW}
    return Case(**told | changes)


def held(by: Colleague = MIRA, **changes: Any) -> Case:
    return a_case(status="held", holder=by, **changes)


def closed(**changes: Any) -> Case:
    """Closed by Mira, who had it, and kept for two weeks."""
    over = {"status": "closed", "holder": MIRA, "ended": "counsellor", "closed": NOW, "erase": NOW + 14 * DAY}
    return a_case(**over | changes)


def after(event: DeskEvent, case: Case, by: Colleague | None = MIRA, what: DeskKnown | None = None) -> CaseTurn:
    return advance(case, event, by, what or known())


def saying(words: str = "Mirëdita", **more: Any) -> Said:
    return Said((SAID,), words, **more)


def pressing(name: DeskTapName, argument: str = "", detail: str = "", tapped: int = TAPPED) -> Pressed:
    return Pressed(DeskTap(name, argument, detail), tapped)


def commanding(command: DeskCommand, rest: str = "", reply_to: int | None = None) -> Commanded:
    return Commanded(command, SAID, rest, reply_to)


def at_desk(turn: CaseTurn) -> list[DeskView]:
    """What is shown in the thread, the card left out."""
    return [each.view for each in shown_at_desk(turn) if each.replaces != THE_CARD]


def shown_at_desk(turn: CaseTurn) -> list[ShowAtDesk]:
    return [each for each in turn.actions if isinstance(each, ShowAtDesk)]


def told(turn: CaseTurn) -> list[str]:
    """The sentences in the thread, by their names."""
    return [view.what for view in at_desk(turn) if isinstance(view, Sentence)]


def to_client(turn: CaseTurn) -> list[View]:
    """What Udha itself shows the client."""
    return [each.view for each in turn.actions if isinstance(each, Show)]


def words_to_client(turn: CaseTurn) -> list[Action | DeskAction]:
    """What of a counsellor's own reaches the client, or is changed or taken away there."""
    return [each for each in turn.actions if isinstance(each, TO_THE_CLIENT)]


def has_card_again(turn: CaseTurn) -> bool:
    """Whether the head of the thread is made to show the case as this turn leaves it."""
    return any(each.replaces == THE_CARD and each.view == CaseCard(turn.case) for each in shown_at_desk(turn))
