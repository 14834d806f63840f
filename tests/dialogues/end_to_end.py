"""Plays a dialogue through the sandbox and the whole bot, over HTTP."""

from dataclasses import dataclass, field
from itertools import count

from bot.sandbox.server import DESK_CHAT
from tests.dialogues.player import Outcome, Shown
from tests.dialogues.story import Dialogue, Shared, Step
from tests.playing import Playing
from tests.sandbox_client import Seen, Wire

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
        self._looked = self.play.world.version

    async def start(self) -> None:
        about = {"name": NAME, "language_code": self.dialogue.phone, "username": USERNAME}
        await self.play._post(f"clients/{self.client}", about)
        self._looked = self.play.world.version

    async def do(self, step: Step) -> Outcome:
        if step.kind.startswith("counsellor"):
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
        if step.counsellor_presses is not None:
            toast = await self.play.counsellor_presses(step.counsellor_presses, thread=self._thread, wait=WAIT)
            assert toast is not None, f"The button {step.counsellor_presses!r} went on turning."
        elif step.counsellor_sends is not None:
            await self.play.counsellor_sends(self._thread, step.counsellor_sends)
        else:
            await self.play.counsellor_text(self._thread, step.texts[0])

    def _point(self, shared: Shared) -> tuple[float, float]:
        if shared.place is None:
            return shared.point or (0.0, 0.0)
        place = self.play.bot.delivery.posting.packs.places[shared.place]
        return place.lat, place.lon

    # --- what they see

    async def _outcome(self) -> Outcome:
        """What is new or changed since the last look, in the order in which it came."""
        since, self._looked = self._looked, self.play.world.version
        client = [self._shown(seen) for seen in await self._fresh(self.client, since)]
        desk = [self._at_desk(seen) for seen in await self._fresh(DESK_CHAT, since)]
        return Outcome(client, desk, await self._is_closed())

    async def _fresh(self, chat: int, since: int) -> list[Seen]:
        found = [seen for seen in await self.play.messages(chat) if seen.look["version"] > since]
        ours = (seen for seen in found if seen.from_bot and seen.service is None)
        return sorted(ours, key=lambda seen: int(seen.look["version"]))

    def _at_desk(self, seen: Seen) -> Shown:
        assert seen.thread is not None, f"In General everybody reads along: {seen.text!r}"
        for secret in (NAME, USERNAME, str(self.client)):
            assert secret not in seen.text, f"The desk was told who the client is: {seen.text!r}"
        opened, self._thread = seen.thread != self._thread, seen.thread
        return self._shown(seen, thread=opened)

    def _shown(self, seen: Seen, *, thread: bool = False) -> Shown:
        kind = "map" if seen.kind == "venue" else seen.kind
        text = f"{seen.look['venue']['title']}\n{seen.look['venue']['address']}" if kind == "map" else seen.text
        taps = tuple(button.data for button in seen.buttons)
        return Shown(text, tuple(seen.labels), taps, kind, in_place=seen.edited, thread=thread)

    async def _is_closed(self) -> bool:
        return any(thread.closed for thread in await self.play.threads() if thread.id == self._thread)
