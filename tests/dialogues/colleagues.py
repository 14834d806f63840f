"""Who counsels at the desk of a dialogue: what they chose for themselves, and what they are told that needs no case."""

from dataclasses import dataclass, field, replace

from bot.conversation.knowledge import Knowledge
from bot.desk.actions import ShowAtDesk
from bot.desk.case import Case, Colleague
from bot.desk.events import DeskEvent
from bot.desk.known import DeskKnown, OnDuty
from bot.desk.outside import is_outside, outside
from bot.desk.views import QueuedCase
from bot.desk_service import Person
from tests.builders_telegram import THREAD


@dataclass
class Colleagues:
    """Whoever has done anything at the desk can be chosen by name, as `bot.desk_service` remembers them."""

    knowledge: Knowledge
    known: dict[int, Colleague] = field(default_factory=dict)
    duty: dict[int, int] = field(default_factory=dict)
    """Until when (seconds since 1970, UTC) somebody is on duty."""

    def one(self, by: Person | None) -> Colleague | None:
        """As the rules know them; None for an anonymous administrator."""
        if by is None:
            return None
        return self.known.setdefault(by.number, Colleague(str(by.number), by.name, number=by.number))

    def knowing(self, now: int, spoken: str) -> DeskKnown:
        there = (number for number, until in self.duty.items() if until > now)
        on_duty = tuple(OnDuty(number, self.known[number].name) for number in there)
        return DeskKnown(self.knowledge, now, spoken, on_duty=on_duty, colleagues=tuple(self.known.values()))

    def answered(
        self, event: DeskEvent, by: Person | None, known: DeskKnown, open_case: tuple[int, Case] | None
    ) -> ShowAtDesk | None:
        """What needs no case: the queue, duty, help, the language. None where it is of a case."""
        colleague = self.one(by)
        if by is None or colleague is None or not is_outside(event, in_case=open_case is not None):
            return None
        answer = outside(event, colleague, known, queue_of(open_case, known.now), used=0)
        if answer.duty is not None:
            self.duty[by.number] = answer.duty
        if answer.chosen is not None:
            self.known[by.number] = replace(colleague, language=answer.chosen)
        return ShowAtDesk(answer.view, answer.language, answer.replaces, answer.reply_to)


def queue_of(open_case: tuple[int, Case] | None, now: int) -> tuple[QueuedCase, ...]:
    """A dialogue has one case at most."""
    if open_case is None or not open_case[1].is_open:
        return ()
    number, case = open_case
    return (QueuedCase(number, THREAD, (now - case.opened) // 60, case),)
