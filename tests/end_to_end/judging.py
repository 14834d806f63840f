"""What the bot sent, lane by lane, read from the calls that it made."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from tests.sandbox_client import Call, SandboxClient

Lane = tuple[int, int]


@dataclass
class Ledger:
    """All calls since it was opened, read piece by piece: there are thousands of them."""

    sandbox: SandboxClient
    calls: list[Call]
    last: int

    @classmethod
    async def opened(cls, sandbox: SandboxClient) -> Self:
        return cls(sandbox, [], (await sandbox.calls())[-1].number)

    async def read(self) -> list[Call]:
        self.calls += await self.sandbox.calls(after=self.last)
        self.last = self.calls[-1].number if self.calls else self.last
        return self.calls


@dataclass(frozen=True)
class Sent:
    """One thing that Telegram did for us: the number of the call, and what was said."""

    call: int
    what: str


def lanes_of(calls: Sequence[Call], relayed: Mapping[Lane, str], titles: Mapping[str, str]) -> dict[Lane, list[Sent]]:
    """What was done in each chat and thread, in order; `relayed` names copied messages by chat and number."""
    lanes: defaultdict[Lane, list[Sent]] = defaultdict(list)
    for call in calls:
        what = _what(call, relayed, titles) if call.done else None
        if what is not None:
            lanes[lane_of(call)].append(Sent(call.number, what))
    return dict(lanes)


def lane_of(call: Call) -> Lane:
    return int(call.params["chat_id"]), int(call.params.get("message_thread_id") or 0)


def _what(call: Call, relayed: Mapping[Lane, str], titles: Mapping[str, str]) -> str | None:
    match call.method:
        case "copyMessage":
            return relayed[int(call.params["from_chat_id"]), int(call.params["message_id"])]
        case "sendMessage" | "editMessageText":
            first = str(call.params["text"]).split("\n")[0].removeprefix("<b>").removesuffix("</b>")
            return titles.get(first, first.rpartition(": ")[2])
        case _:
            return None


def once(sent: Sequence[Sent]) -> list[str]:
    """The same without what was said twice in a row."""
    return [one.what for at, one in enumerate(sent) if at == 0 or sent[at - 1].what != one.what]


def doubled(lanes: Mapping[Lane, Sequence[Sent]], kills: Sequence[int]) -> Counter[tuple[Lane, int]]:
    """How often each lane said something twice over each kill; `kills` are numbers of the last call before it.

    A double without a kill between the two counts as kill -1.
    """
    found: Counter[tuple[Lane, int]] = Counter()
    for lane, sent in lanes.items():
        for one, again in pairwise(sent):
            if one.what == again.what:
                between = [number for number, kill in enumerate(kills) if one.call <= kill < again.call]
                found[lane, between[0] if between else -1] += 1
    return found
