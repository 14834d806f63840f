"""What the bot asked for: the newest ten thousand calls."""

from collections import deque
from dataclasses import asdict, dataclass

from bot.sandbox.files import Upload
from bot.sandbox.wire import Wire

KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Call:
    """`status` is the HTTP status, 0 where the connection was dropped; `done` says whether the world was changed."""

    number: int
    method: str
    params: Wire
    status: int
    ms: float
    done: bool
    description: str = ""

    def wire(self) -> Wire:
        return asdict(self)


class Calls:
    def __init__(self) -> None:
        self._kept: deque[Call] = deque(maxlen=KEPT)
        self.count = 0

    def keep(self, method: str, params: Wire, outcome: tuple[int, bool, str], ms: float) -> None:
        self.count += 1
        shown = {name: f"<{v.name}>" if isinstance(v, Upload) else v for name, v in params.items()}
        status, done, description = outcome
        self._kept.append(Call(self.count, method, shown, status, round(ms, 3), done, description))

    def after(self, number: int, method: str | None = None) -> list[Call]:
        newest: list[Call] = []
        for call in reversed(self._kept):
            if call.number <= number:
                break
            if method is None or call.method.lower() == method.lower():
                newest.append(call)
        return newest[::-1]
