"""What there is to write down once something was sent."""

from dataclasses import dataclass

from bot.channels.settling import Noted
from bot.desk.views import Told
from bot.storage.outbox import Parcel


@dataclass(frozen=True)
class Sent:
    """`notes` are remembered with the mark; `tells` is a sentence for the thread, `answers` the message it is about.

    `signs` is a counsellor's message that bears the sign of having arrived. `follows` is sent next.
    """

    notes: tuple[Noted, ...] = ()
    tells: Told | None = None
    answers: int | None = None
    signs: int | None = None
    follows: Parcel | None = None


NOTHING = Sent()
