"""Plays people in the sandbox: clients at their phones, counsellors at the desk, and Telegram when it misbehaves.

    async with running_sandbox() as sandbox:            # a server of its own, in this process
        await sandbox.client_text(1001, "/start")
        seen = await sandbox.wait_for_text(1001, "Përshëndetje")
        await sandbox.press(1001, "English")

`SandboxClient(base_url)` does the same with a sandbox that runs elsewhere (`SandboxProcess` starts one).
"""

import asyncio
import base64
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import aiohttp
from aiohttp import web

from bot.sandbox.server import DESK_CHAT, TOKEN, World, create_app

LOOK_EVERY = 0.02
PATIENCE = 30.0
MIRA, BESNIK = 501, 502
ROOT = Path(__file__).parents[1]
Wire = dict[str, Any]
Found = TypeVar("Found")


class SandboxRefused(AssertionError):
    """A step that nobody could do, such as pressing a button that is not there."""


@dataclass(frozen=True)
class Button:
    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None


@dataclass(frozen=True)
class Seen:
    """A message as people see it; `look` holds what has no field here (venue, photo, contact, reply_to, service)."""

    id: int
    author: int
    from_bot: bool
    text: str
    html: str
    rows: list[list[Button]]
    edited: bool
    date: int
    thread: int | None
    reactions: list[str]
    look: Wire = field(repr=False)

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    @property
    def silent(self) -> bool:
        """Whether it came without a sound."""
        return bool(self.look["silent"])

    @property
    def quote(self) -> str | None:
        """The words of the answered message that it points at."""
        found: str | None = self.look.get("reply_to", {}).get("quote")
        return found

    @property
    def service(self) -> str | None:
        """Such as `forum_topic_closed`."""
        found: str | None = self.look.get("service")
        return found

    @property
    def kind(self) -> str:
        """Say what it holds: photo, voice, video, sticker, document, venue, location, contact, poll, service, text."""
        kinds = ("photo", "voice", "video", "sticker", "document", "venue", "location", "contact", "poll", "service")
        return next((kind for kind in kinds if kind in self.look), "text")


@dataclass(frozen=True)
class Thread:
    id: int
    name: str
    closed: bool


@dataclass(frozen=True)
class Call:
    """One call of the Bot API; `status` 0 is a dropped connection, `done` says whether the world was changed."""

    number: int
    method: str
    params: Wire
    status: int
    ms: float
    done: bool
    description: str = ""


class SandboxClient:
    """One method for each thing that people can do; all wait until it is done.

    Where the world has several desks, `desk` names one by its number; without it the first is meant.
    """

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    # --- what clients do

    async def add_client(self, user: int, name: str | None = None, language: str | None = None) -> None:
        about = {"name": name, "language_code": language}
        await self._post(f"clients/{user}", {key: value for key, value in about.items() if value is not None})

    async def client_text(self, user: int, text: str, *, reply_to: int | None = None, quote: str | None = None) -> Seen:
        """Write; `quote` are words of the message answered that were picked."""
        return (await self.client_sends(user, text=text, reply_to=reply_to, quote=quote))[0]

    async def client_sends(self, user: int, kind: str = "text", **said: Any) -> list[Seen]:
        """Send anything; kinds and fields stand in `bot.sandbox.people_routes`."""
        return _seen(await self._post(f"clients/{user}/messages", {"kind": kind} | said))

    async def share_location(self, user: int, latitude: float, longitude: float) -> Seen:
        return (await self.client_sends(user, "location", latitude=latitude, longitude=longitude))[0]

    async def share_contact(self, user: int, phone_number: str, name: str = "Ana") -> Seen:
        return (await self.client_sends(user, "contact", phone_number=phone_number, name=name))[0]

    async def send_photo(self, user: int, caption: str = "", content: bytes | None = None) -> Seen:
        file = {} if content is None else {"content": base64.b64encode(content).decode()}
        return (await self.client_sends(user, "photo", caption=caption, **file))[0]

    async def send_album(self, user: int, count: int = 2, caption: str = "", **more: Any) -> list[Seen]:
        """Send several pictures at once; `more` may be `of` (document, video), `delay` (seconds between the parts)."""
        return await self.client_sends(user, "album", count=count, caption=caption, **more)

    async def client_edits(
        self, user: int, message_id: int, text: str | None = None, *, caption: str | None = None
    ) -> Seen:
        """Change a text or a caption; an empty caption takes it away."""
        return _one(await self._ask("PATCH", f"clients/{user}/messages/{message_id}", _edited(text, caption)))

    async def client_deletes(self, user: int, message_id: int) -> None:
        await self._ask("DELETE", f"clients/{user}/messages/{message_id}", {})

    async def press(
        self, user: int, label_or_data: str, *, message_id: int | None = None, wait: float = 10.0
    ) -> Wire | None:
        """Press the newest button with this label or this data, wait for the bot, and return its toast.

        The toast is `{"text", "alert", "url"}`, or None where the bot did not answer within `wait` seconds.
        """
        pressed = {"message_id": message_id, "wait": wait}
        return await self._press(f"clients/{user}/press", label_or_data, pressed)

    async def press_stale(self, user: int, message_id: int, data: str, *, wait: float = 10.0) -> Wire | None:
        """Press a button that an old phone still shows."""
        pressed = {"message_id": message_id, "data": data, "stale": True, "wait": wait}
        found: Wire | None = (await self._post(f"clients/{user}/press", pressed))["answer"]
        return found

    async def block(self, user: int, *, blocked: bool = True) -> None:
        await self._post(f"clients/{user}/block", {"blocked": blocked})

    async def unblock(self, user: int) -> None:
        await self.block(user, blocked=False)

    # --- what counsellors do

    async def counsellor_text(self, thread: int | None, text: str, counsellor: int = MIRA, **said: Any) -> Seen:
        """Write in a thread of the desk, in General where it is None.

        `said` may be reply_to, quote, anonymous (in the name of the group), desk.
        """
        return (await self.counsellor_sends(thread, counsellor=counsellor, text=text, **said))[0]

    async def counsellor_sends(
        self, thread: int | None, kind: str = "text", counsellor: int = MIRA, **said: Any
    ) -> list[Seen]:
        body = {"thread": thread, "kind": kind, "counsellor": counsellor} | said
        return _seen(await self._post("desk/messages", body))

    async def counsellor_edits(
        self,
        message_id: int,
        text: str | None = None,
        counsellor: int = MIRA,
        *,
        caption: str | None = None,
        **where: Any,
    ) -> Seen:
        """Change a text or a caption; `where` may be anonymous, desk."""
        body = _edited(text, caption) | {"counsellor": counsellor} | where
        return _one(await self._ask("PATCH", f"desk/messages/{message_id}", body))

    async def counsellor_presses(  # noqa: PLR0913 -- a press has this many sides
        self,
        label_or_data: str,
        counsellor: int = MIRA,
        *,
        message_id: int | None = None,
        thread: int | None = None,
        wait: float = 10.0,
        desk: int | None = None,
    ) -> Wire | None:
        pressed = {"counsellor": counsellor, "message_id": message_id, "thread": thread, "wait": wait, "desk": desk}
        return await self._press("desk/press", label_or_data, pressed)

    async def open_thread(self, name: str, counsellor: int = MIRA, *, desk: int | None = None) -> int:
        opened = await self._post("desk/threads", {"name": name, "counsellor": counsellor, "desk": desk})
        return int(opened["message_thread_id"])

    async def counsellor_deletes(self, message_id: int, counsellor: int = MIRA, *, desk: int | None = None) -> None:
        await self._ask("DELETE", f"desk/messages/{message_id}", {"counsellor": counsellor, "desk": desk})

    async def rename_thread(self, thread: int, name: str, counsellor: int = MIRA, *, desk: int | None = None) -> None:
        await self._post(f"desk/threads/{thread}/rename", {"name": name, "counsellor": counsellor, "desk": desk})

    async def close_thread(self, thread: int, counsellor: int = MIRA, *, desk: int | None = None) -> None:
        await self._post(f"desk/threads/{thread}/close", {"counsellor": counsellor, "desk": desk})

    async def reopen_thread(self, thread: int, counsellor: int = MIRA, *, desk: int | None = None) -> None:
        await self._post(f"desk/threads/{thread}/reopen", {"counsellor": counsellor, "desk": desk})

    async def delete_thread(self, thread: int, counsellor: int = MIRA, *, desk: int | None = None) -> None:
        await self._post(f"desk/threads/{thread}/delete", {"counsellor": counsellor, "desk": desk})

    async def place_bot(self, status: str, lacking: list[str] | None = None, *, desk: int | None = None) -> None:
        """Make the bot administrator, member, left or kicked in the desk; `lacking` such as `can_manage_topics`."""
        await self._post("desk/bot", {"status": status, "lacking": lacking or [], "desk": desk})

    async def upgrade_desk(self, new_chat_id: int, *, desk: int | None = None) -> None:
        await self._post("desk/upgrade", {"id": new_chat_id, "desk": desk})

    # --- what there is to see

    async def messages(self, user: int, *, after: int = 0, limit: int = 0) -> list[Seen]:
        """List the client's chat, oldest first; only the newest with `limit`."""
        return await self._messages(user, f"?after={after}&limit={limit}")

    async def desk_messages(self, thread: int | None = None, *, after: int = 0, desk: int | None = None) -> list[Seen]:
        """List one thread of the desk, or General where it is None."""
        return await self._messages(await self.desk_chat(desk), f"?after={after}&thread={thread or 0}")

    async def last(self, user: int) -> Seen:
        """Find the newest message of the bot in a client's chat."""
        from_bot = [seen for seen in await self.messages(user, limit=50) if seen.from_bot]
        if not from_bot:
            raise SandboxRefused(f"The bot never wrote to {user}.")
        return from_bot[-1]

    async def wire(self, chat: int, message_id: int) -> Wire:
        """Fetch one message as the Bot API sends it."""
        found: Wire = await self._get(f"chats/{chat}/messages/{message_id}")
        return found

    async def threads(self, desk: int | None = None) -> list[Thread]:
        found = await self._get(f"threads{_named(desk)}")
        return [Thread(one["id"], one["name"], one["closed"]) for one in found]

    async def state(self) -> Wire:
        found: Wire = await self._get("state")
        return found

    async def desk_chat(self, desk: int | None = None) -> int:
        """Number of the desk as it is now; of one that was upgraded, the old number finds it too."""
        return int((await self._get(f"desk{_named(desk)}"))["id"])

    async def pending(self) -> list[Wire]:
        """List the updates that the bot has not acknowledged."""
        found: list[Wire] = await self._get("updates")
        return found

    async def calls(self, method: str | None = None, *, after: int = 0) -> list[Call]:
        named = "" if method is None else f"&method={method}"
        return [Call(**one) for one in await self._get(f"calls?after={after}{named}")]

    # --- waiting

    async def wait_for(self, user: int, predicate: Callable[[Seen], bool], timeout: float = PATIENCE) -> Seen:  # noqa: ASYNC109 -- what callers say
        """Wait for a message of the bot in the client's chat, edited ones included."""
        return await self._wait(lambda: self.messages(user, limit=300), predicate, timeout)

    async def wait_for_text(self, user: int, part: str, timeout: float = PATIENCE) -> Seen:  # noqa: ASYNC109 -- what callers say
        return await self.wait_for(user, lambda seen: part in seen.text, timeout)

    async def wait_for_desk(
        self,
        predicate: Callable[[Seen], bool],
        thread: int | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 -- what callers say
        *,
        desk: int | None = None,
    ) -> Seen:
        """Wait for a message of the bot in a thread of the desk, or in General."""
        return await self._wait(lambda: self.desk_messages(thread, desk=desk), predicate, timeout)

    async def wait_for_thread(
        self,
        predicate: Callable[[Thread], bool] = lambda _: True,
        timeout: float = PATIENCE,  # noqa: ASYNC109 -- what callers say
        *,
        desk: int | None = None,
    ) -> Thread:
        return await until(lambda: self._thread(predicate, desk), timeout, "no such thread came")

    async def wait_for_calls(self, method: str, count: int = 1, timeout: float = PATIENCE) -> list[Call]:  # noqa: ASYNC109 -- what callers say
        """Wait until the bot has made this many calls of a method."""
        found: list[Call] = []

        async def enough() -> list[Call] | None:
            found.extend(await self.calls(method, after=found[-1].number if found else 0))
            return found if len(found) >= count else None

        return await until(enough, timeout, f"fewer than {count} calls of {method}")

    async def wait_until_read(self, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 -- what callers say
        """Wait until the bot has acknowledged every update."""

        async def read() -> bool | None:
            return None if await self.pending() else True

        await until(read, timeout, "updates still wait for the bot")

    # --- what Telegram does

    async def fault(self, kind: str, method: str | None = None, *, times: int = 1, **more: Any) -> None:
        """Order a fault: 429 (retry_after), error (code, description), drop_before, drop_after, delay (seconds), twice.

        Without `method` it hits any call but getUpdates; `chat_id` narrows it to one chat.
        """
        await self._post("faults", {"kind": kind, "method": method, "times": times} | more)

    async def clear_faults(self) -> None:
        await self._ask("DELETE", "faults", {})

    async def limit_group(self, per_minute: int | None = 20) -> None:
        """Answer 429 to more than this many messages within a minute of the world's clock to one group.

        Sends, copies, edits and new threads count, in all threads together; None takes the limit away.
        """
        await self._post("pace", {"per_minute": per_minute})

    async def advance(self, seconds: float) -> None:
        """Move the world's clock on."""
        await self._post("clock", {"advance": seconds})

    async def inject(self, update: Wire) -> int:
        """Queue an update as it stands."""
        return int((await self._post("updates", {"update": update}))["update_id"])

    async def reset(self) -> None:
        await self._post("reset", {})

    async def api(self, method: str, **params: Any) -> Wire:
        """Call the Bot API as the bot would; the whole answer, refusals included."""
        async with self._http().post(f"{self.base_url}/bot{TOKEN}/{method}", json=params) as response:
            answer: Wire = await response.json()
            return answer

    # --- the road to the server

    async def _press(self, path: str, label_or_data: str, pressed: Wire) -> Wire | None:
        named = {"label": label_or_data, "data": label_or_data}
        given = {key: value for key, value in pressed.items() if value is not None}
        answer: Wire | None = (await self._post(path, named | given)).get("answer")
        return answer

    async def _messages(self, chat: int, query: str) -> list[Seen]:
        try:
            return [_one(look) for look in await self._get(f"chats/{chat}/messages{query}")]
        except SandboxRefused:
            return []  # the client has not come yet

    async def _wait(self, looked: Callable[[], Any], predicate: Callable[[Seen], bool], patience: float) -> Seen:
        latest: list[Seen] = []

        async def found() -> Seen | None:
            latest[:] = [seen for seen in await looked() if seen.from_bot]
            return next((seen for seen in reversed(latest) if predicate(seen)), None)

        try:
            return await until(found, patience, "the message did not come")
        except TimeoutError as fault:
            texts = [seen.text or seen.kind for seen in latest[-5:]]
            raise TimeoutError(f"{fault}; the bot's last messages were {texts}") from None

    async def _thread(self, predicate: Callable[[Thread], bool], desk: int | None) -> Thread | None:
        return next((thread for thread in await self.threads(desk) if predicate(thread)), None)

    async def _get(self, path: str) -> Any:
        return await self._ask("GET", path, None)

    async def _post(self, path: str, body: Wire) -> Wire:
        found: Wire = await self._ask("POST", path, body)
        return found

    async def _ask(self, verb: str, path: str, body: Wire | None) -> Any:
        async with self._http().request(verb, f"{self.base_url}/sandbox/api/{path}", json=body) as response:
            answer = json.loads(await response.text())
            if response.status >= 400:
                raise SandboxRefused(answer.get("error", str(answer)))
            return answer

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session


async def until(look: Callable[[], Awaitable[Found | None]], patience: float, complaint: str) -> Found:
    """Look every 20 ms until there is something; TimeoutError with the complaint after `patience` seconds."""
    deadline = time.monotonic() + patience
    while True:
        found = await look()
        if found is not None:
            return found
        if time.monotonic() > deadline:
            raise TimeoutError(f"After {patience} s {complaint}")
        await asyncio.sleep(LOOK_EVERY)


@asynccontextmanager
async def running_sandbox(world: World | None = None, port: int = 0) -> AsyncIterator[SandboxClient]:
    """Serve a sandbox in this process and play in it."""
    runner = web.AppRunner(create_app(world), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        async with SandboxClient(f"http://127.0.0.1:{runner.addresses[0][1]}") as sandbox:
            yield sandbox
    finally:
        await runner.cleanup()


class SandboxProcess:
    """A sandbox in a process of its own, for tests that kill the bot: `async with SandboxProcess() as sandbox:`."""

    def __init__(self, desks: tuple[int, ...] = (DESK_CHAT,)) -> None:
        self._desks = [f"--desk={desk}" for desk in desks]
        self._process: asyncio.subprocess.Process | None = None
        self._client: SandboxClient | None = None

    async def __aenter__(self) -> SandboxClient:
        command = (sys.executable, "-m", "bot.sandbox", "--port", "0", *self._desks)
        self._process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
        assert self._process.stdout is not None  # a pipe was asked for
        line = (await self._process.stdout.readline()).decode()
        self._client = SandboxClient(line.removeprefix("Sandbox: ").strip())
        return self._client

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._client is not None  # entered before
        assert self._process is not None  # entered before
        await self._client.close()
        self._process.terminate()
        await self._process.wait()


def _seen(answer: Wire) -> list[Seen]:
    return [_one(look) for look in answer["messages"]]


def _edited(text: str | None, caption: str | None) -> Wire:
    return {"text": text} if caption is None else {"caption": caption}


def _named(desk: int | None) -> str:
    return "" if desk is None else f"?desk={desk}"


def _one(look: Wire) -> Seen:
    rows = [[Button(**button) for button in row] for row in look["buttons"]]
    author, is_bot = look["from"]["id"], look["from"]["is_bot"]
    thread, reactions = look.get("message_thread_id"), look["reactions"]
    shown = {name: look[name] for name in ("id", "text", "html", "edited", "date")}
    return Seen(**shown, author=author, from_bot=is_bot, rows=rows, thread=thread, reactions=reactions, look=look)
