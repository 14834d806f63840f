"""Plays a dialogue through the sandbox and the whole bot, over HTTP."""

from dataclasses import dataclass, field
from itertools import count

from bot.channels.threads import NEWS
from bot.sandbox.server import DESK_CHAT
from tests.dialogues.player import Outcome, Shown
from tests.dialogues.story import Dialogue, Shared, Step
from tests.playing import Playing
from tests.sandbox_client import BESNIK, MIRA, Seen, Wire

CLIENTS = count(20_001)
NAME, USERNAME = "Shpresa Dervishi", "shpresa_dervishi"
BROKEN: Wire = {"message_id": 1}
"""A message that no library can read: it has no date."""
WAIT = 5.0


@dataclass
class EndToEnd:
    """One client of their own; the desk is shared with all other stories, the thread is not."""

    dialogue: Dialogue
    play: Playing
    client: int = field(default_factory=lambda: next(CLIENTS))

    def __post_init__(self) -> None:
        self._thread: int | None = None
        self._others: set[int] = set()
        self._news: set[int] = set()
        self._toast = ""
        self._looked = self.play.world.version

    async def start(self) -> None:
        about = {"name": NAME, "language_code": self.dialogue.phone, "username": USERNAME}
        await self.play._post(f"clients/{self.client}", about)
        self._others = {thread.id for thread in await self.play.threads() if thread.name != NEWS}
        self._looked = self.play.world.version

    async def do(self, step: Step) -> Outcome:
        self._toast = ""
        if step.by_staff:
            await self._counsellor(step)
        else:
            await self._client(step)
        await self.play.quiet()
        return await self._outcome()

    # --- what people do

    async def _client(self, step: Step) -> None:
        if step.kind in {"press", "old_button"}:
            await self._press(step)
        elif step.client_does is not None:
            await self.play.block(self.client, blocked=step.client_does == "blocks")
        elif step.edits is not None:
            mine = [seen for seen in await self.play.messages(self.client) if not seen.from_bot and seen.kind == "text"]
            await self.play.client_edits(self.client, mine[-1].id, step.edits)
        else:
            await self._send(step)

    async def _send(self, step: Step) -> None:
        if step.shares is not None:
            await self.play.share_location(self.client, *self._point(step.shares))
        elif step.sends is not None:
            await self.play.client_sends(self.client, step.sends)
        for text in step.texts:
            await self.play.client_text(self.client, text)

    async def _press(self, step: Step) -> None:
        if step.old_button is not None:
            shown = [seen for seen in await self.play.messages(self.client) if seen.from_bot and seen.rows]
            toast = await self.play.press_stale(self.client, shown[-1].id, step.old_button, wait=WAIT)
        else:
            toast = await self.play.press(self.client, step.button, wait=WAIT)
        assert toast is not None, f"The button {step.button or step.old_button!r} went on turning."

    async def _counsellor(self, step: Step) -> None:
        who = BESNIK if step.kind.startswith("colleague") else MIRA
        if step.staff_presses is not None:
            toast = await self.play.counsellor_presses(step.staff_presses, who, thread=self._thread, wait=WAIT)
            assert toast is not None, f"The button {step.staff_presses!r} went on turning."
            self._toast = str(toast["text"])
        elif step.counsellor_does is not None:
            by_hand = {"closes": self.play.close_thread, "reopens": self.play.reopen_thread}
            await by_hand[step.counsellor_does](self._in_thread(), who)
        elif step.counsellor_sends is not None:
            await self.play.counsellor_sends(self._thread, step.counsellor_sends, who)
        elif step.counsellor_edits is not None:
            mine = [seen for seen in await self.play.desk_messages(self._thread) if seen.author == who]
            await self.play.counsellor_edits(mine[-1].id, step.counsellor_edits, who)
        else:
            anonymous = step.anonymous is not None
            await self.play.counsellor_text(self._thread, step.texts[0], who, anonymous=anonymous)

    def _in_thread(self) -> int:
        assert self._thread is not None, "There is no thread yet."
        return self._thread

    def _point(self, shared: Shared) -> tuple[float, float]:
        if shared.place is None:
            return shared.point or (0.0, 0.0)
        place = self.play.bot.delivery.posting.packs.places[shared.place]
        return place.lat, place.lon

    # --- what they see

    async def _outcome(self) -> Outcome:
        """What is new or changed since the last look, in the order in which it came."""
        since, self._looked = self._looked, self.play.world.version
        named = {thread.id: thread.name for thread in await self.play.threads()}
        self._news = {thread for thread, name in named.items() if name == NEWS}
        client = [self._shown(seen) for seen in await self._fresh(self.client, since)]
        fresh = (seen for seen in await self._fresh(DESK_CHAT, since) if seen.thread not in self._others)
        desk = [self._at_desk(seen, named) for seen in fresh]
        stands = tuple(seen.text for seen in await self.play.messages(self.client) if seen.service is None)
        shown = [each for each in desk if each is not None]
        return Outcome(client, shown, await self._is_closed(), self._toast, stands)

    async def _fresh(self, chat: int, since: int) -> list[Seen]:
        found = [seen for seen in await self.play.messages(chat) if seen.look["version"] > since]
        ours = (seen for seen in found if seen.from_bot and seen.service is None)
        return sorted(ours, key=lambda seen: int(seen.look["version"]))

    def _at_desk(self, seen: Seen, named: dict[int, str]) -> Shown | None:
        assert seen.thread is not None, f"In General everybody reads along: {seen.text!r}"
        for secret in (NAME, USERNAME, str(self.client)):
            assert secret not in seen.text, f"The desk was told who the client is: {seen.text!r}"
        if seen.thread in self._news:
            return self._shown(seen, news=True)
        if seen.edited and _is_card(seen, named.get(seen.thread, "")):
            return None  # the card is changed when the state of the case changes; nobody need promise that
        opened, self._thread = seen.thread != self._thread, seen.thread
        return self._shown(seen, thread=opened)

    def _shown(self, seen: Seen, *, thread: bool = False, news: bool = False) -> Shown:
        kind = "map" if seen.kind == "venue" else seen.kind
        text = f"{seen.look['venue']['title']}\n{seen.look['venue']['address']}" if kind == "map" else seen.text
        taps = tuple(button.data for button in seen.buttons)
        return Shown(text, tuple(seen.labels), taps, kind, in_place=seen.edited, thread=thread, news=news)

    async def _is_closed(self) -> bool:
        """A thread that was deleted is as good as closed."""
        is_open = any(not thread.closed for thread in await self.play.threads() if thread.id == self._thread)
        return self._thread is not None and not is_open


def _is_card(seen: Seen, alias: str) -> bool:
    """The head of a thread begins with its name, and leads back nowhere."""
    leads_back = any(button.data == "d:card" for button in seen.buttons)
    return bool(alias) and seen.text.removeprefix("❗ ").startswith(f"{alias} ·") and not leads_back
