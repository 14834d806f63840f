"""How often something may be tried: the last moments at which it was, in memory. A restart forgets them."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

MINUTE: Final = 60.0
"""Seconds."""


@dataclass
class Rate:
    """At most `most` within a minute for each key. `now` counts seconds; what is refused does not count."""

    most: int
    now: Callable[[], float]
    _seen: dict[str | bytes, deque[float]] = field(default_factory=dict)
    _swept: float = 0.0

    def wait(self, key: str | bytes) -> float:
        """Seconds until it may be tried again; 0 if it may now."""
        seen = self._seen.get(key, ())
        since = self.now() - MINUTE
        fresh = [moment for moment in seen if moment > since]
        return 0.0 if len(fresh) < self.most else fresh[-self.most] - since

    def note(self, key: str | bytes) -> None:
        """It is tried now."""
        self._sweep()
        self._seen.setdefault(key, deque(maxlen=self.most)).append(self.now())

    def _sweep(self) -> None:
        """Once a minute forget whoever was not seen within one, so that strangers cannot fill the memory."""
        now = self.now()
        if now - self._swept > MINUTE:
            self._seen = {key: seen for key, seen in self._seen.items() if now - seen[-1] <= MINUTE}
            self._swept = now


def tried(asked: Iterable[tuple[Rate, str | bytes]]) -> float:
    """Seconds to wait until all of them allow it; 0 if they do now, and only then it counts."""
    rates = list(asked)
    longest = max(rate.wait(key) for rate, key in rates)
    if not longest:
        for rate, key in rates:
            rate.note(key)
    return longest


def address_of(remote: str | None) -> str:
    """Who is at the other end, as far as that can be told: one provider gives a house a whole /64 of IPv6 addresses."""
    try:
        found = ip_address(remote or "")
    except ValueError:
        return remote or ""
    if not isinstance(found, IPv6Address):
        return str(found)
    inner = found.ipv4_mapped
    return str(inner) if inner else str(ip_network((int(found), 64), strict=False))
