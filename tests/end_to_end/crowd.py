"""A crowd that writes and presses for a minute, and knows what it must be answered."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Final, Literal

from bot.sandbox.server import DESK_CHAT
from tests.sandbox_client import SandboxClient

ASKING: Final = range(83_456_701, 83_456_719)
TALKING: Final = 83_456_720
EACH: Final = 25
TAPS: Final = 5
SECTIONS: Final = ("leaving", "risks", "returning", "help", "rights")
TOWNS: Final = (
    "Kukës", "Tiranë", "Shkodër", "Durrës", "Vlorë", "Fier", "Elbasan", "Korçë", "Berat", "Lezhë",
    "Prishtinë", "Prizren", "Gjilan", "Ferizaj", "Pejë", "Gjakovë", "Lipjan", "Suharekë", "Rahovec", "Vushtrri",
)  # fmt: skip

Kind = Literal["town", "tap", "to_desk", "to_client"]


@dataclass(frozen=True)
class Deed:
    """One thing that somebody does; `what` is what the answer to it names."""

    kind: Kind
    client: int
    what: str


@dataclass
class Crowd:
    """500 deeds: eighteen clients ask and press, one talks with a counsellor."""

    sandbox: SandboxClient
    chance: Random
    welcome: dict[int, int] = field(default_factory=dict)
    thread: int = 0
    relayed: dict[tuple[int, int], str] = field(default_factory=dict)

    async def arrive(self) -> None:
        """In the calm before: everybody says hello, one asks for a counsellor."""
        for client in (*ASKING, TALKING):
            await self.sandbox.client_text(client, "/start")
            self.welcome[client] = (await self.sandbox.wait_for_text(client, "Përshëndetje")).id
        await self.sandbox.client_text(TALKING, "/keshilltar")
        await self.sandbox.wait_for_text(TALKING, "Emrin tuaj nuk e sheh")
        await self.sandbox.press(TALKING, "accept")
        self.thread = (await self.sandbox.wait_for_thread()).id
        await self.sandbox.wait_for_desk(lambda seen: bool(seen.rows), self.thread)
        await self.sandbox.counsellor_presses("d:claim", thread=self.thread)
        await self.sandbox.wait_for_text(TALKING, "Tani është këtu një këshilltar")
        await self.sandbox.wait_for_desk(lambda seen: seen.edited, self.thread)

    def plan(self) -> list[Deed]:
        """Every client's deeds in their order, all clients shuffled into each other."""
        queues = {client: self._asks(client) for client in ASKING}
        queues[TALKING] = [Deed("to_desk", TALKING, f"pyetja {number}") for number in range(EACH)]
        queues[0] = [Deed("to_client", TALKING, f"përgjigjja {number}") for number in range(EACH)]
        turns = [who for who, deeds in queues.items() for _ in deeds]
        self.chance.shuffle(turns)
        return [queues[who].pop(0) for who in turns]

    def _asks(self, client: int) -> list[Deed]:
        towns = self.chance.sample(TOWNS, EACH - TAPS)
        sections = self.chance.sample(SECTIONS, TAPS)
        deeds = [Deed("town", client, town) for town in towns]
        for section in sections:
            deeds.insert(self.chance.randrange(len(deeds) + 1), Deed("tap", client, section))
        return deeds

    async def do(self, deed: Deed) -> None:
        match deed.kind:
            case "town":
                await self.sandbox.client_text(deed.client, deed.what)
            case "tap":
                data = f"section:{deed.what}"
                await self.sandbox.press_stale(deed.client, self.welcome[deed.client], data, wait=0)
            case "to_desk":
                written = await self.sandbox.client_text(deed.client, deed.what)
                self.relayed[deed.client, written.id] = deed.what
            case "to_client":
                written = await self.sandbox.counsellor_text(self.thread, deed.what)
                self.relayed[DESK_CHAT, written.id] = deed.what


def counted(deeds: list[Deed]) -> Counter[tuple[str, str]]:
    """What the statistics must say of these deeds and of the calm before them."""
    names = {"town": "services", "to_client": "counsellor_replied"}
    found = Counter((names[deed.kind], "") for deed in deeds if deed.kind in names)
    found += Counter(("section", deed.what) for deed in deeds if deed.kind == "tap")
    found += Counter({("started", ""): len(ASKING) + 1, ("person_asked", ""): 1, ("case_opened", ""): 1})
    found += Counter({("waited", "5m"): 1, ("answered_in", "5m"): 1})
    return found
