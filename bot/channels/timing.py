"""How long turns take, for whoever wants to know; where nobody does, no clock is looked at."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import perf_counter
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # a bot without metrics does without their library
    from bot.metrics import TurnKind

Timing: TypeAlias = "Callable[[TurnKind], AbstractContextManager[None]]"
"""Goes around one turn."""

_NOTHING: AbstractContextManager[None] = nullcontext()


def untimed(_kind: "TurnKind") -> AbstractContextManager[None]:
    return _NOTHING


def timing(observe: "Callable[[TurnKind, float], None]", now: Callable[[], float] = perf_counter) -> Timing:
    """Tells `observe` the seconds of each turn that was stored; one that broke comes again, and counts then."""

    @contextmanager
    def timed(kind: "TurnKind") -> Iterator[None]:
        began = now()
        yield
        observe(kind, now() - began)

    return timed
