"""Faults on order: what goes wrong with the next calls, and which updates come twice."""

from dataclasses import dataclass

from bot.errors import SandboxError
from bot.sandbox.refusals import Refusal, too_many_requests
from bot.sandbox.wire import Wire

KINDS = frozenset({"429", "error", "drop_before", "drop_after", "delay", "twice"})
_NEVER_BY_CHANCE = "getUpdates"


@dataclass(slots=True)
class Fault:
    """Holds for the next `times` calls of `method` (any but getUpdates where none is named), to `chat_id` if given.

    429 refuses with `retry_after`; error refuses with `code` and `description`; drop_before closes the connection and
    does nothing, drop_after does all and closes it unanswered; delay waits `seconds` first; twice delivers the next
    `times` updates a second time after they were acknowledged.
    """

    kind: str
    method: str | None = None
    times: int = 1
    chat_id: int | None = None
    retry_after: int = 1
    seconds: float = 0.0
    code: int = 500
    description: str = "Internal Server Error"

    def hits(self, method: str, params: Wire) -> bool:
        if self.times <= 0 or self.kind == "twice":
            return False
        named = method != _NEVER_BY_CHANCE if self.method is None else method.lower() == self.method.lower()
        return named and (self.chat_id is None or str(self.chat_id) == str(params.get("chat_id")))

    def refusal(self) -> Refusal | None:
        match self.kind:
            case "429":
                return too_many_requests(self.retry_after)
            case "error":
                return Refusal(self.code, self.description)
            case _:
                return None


class Faults:
    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise SandboxError(f"No fault is called {fault.kind!r}; there are {', '.join(sorted(KINDS))}.")
        self._ordered.append(fault)

    def clear(self) -> None:
        self._ordered.clear()

    def take(self, method: str, params: Wire) -> Fault | None:
        """Find the fault for this call and use it up by one."""
        return self._use(next((fault for fault in self._ordered if fault.hits(method, params)), None))

    def take_twice(self) -> bool:
        twice = next((fault for fault in self._ordered if fault.kind == "twice"), None)
        return self._use(twice) is not None

    def _use(self, fault: Fault | None) -> Fault | None:
        if fault is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._ordered.remove(fault)
        return fault
