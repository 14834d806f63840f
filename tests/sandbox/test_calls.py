"""How calls travel: four ways in, faults on order, the log."""

import io
import time

import aiohttp
import pytest

from bot.sandbox.server import TOKEN
from tests.sandbox_client import SandboxClient

TEXT = {"chat_id": 1001, "text": "a"}


@pytest.fixture
async def chat(sandbox: SandboxClient) -> SandboxClient:
    """A sandbox in which client 1001 has begun."""
    await sandbox.client_text(1001, "/start")
    return sandbox


async def test_a_call_may_come_as_query_form_json_or_multipart(chat: SandboxClient) -> None:
    url = f"{chat.base_url}/bot{TOKEN}/sendMessage"
    form = {"chat_id": "1001", "text": "form"}
    with aiohttp.MultipartWriter("form-data") as parts:
        for name, value in {"chat_id": "1001", "text": "multipart"}.items():
            parts.append(value).set_content_disposition("form-data", name=name)
    async with aiohttp.ClientSession() as session:
        answers = [
            await session.get(url, params={"chat_id": "1001", "text": "query"}),
            await session.post(url, data=form),
            await session.post(url, json={"chat_id": 1001, "text": "json", "parse_mode": None}),
            await session.post(url, data=parts),
        ]
    assert [answer.status for answer in answers] == [200] * 4
    texts = [seen.text for seen in await chat.messages(1001) if seen.from_bot]
    assert texts == ["query", "form", "json", "multipart"]


@pytest.mark.parametrize("style", ["the field itself", "attach://"])
async def test_a_file_comes_in_both_libraries_ways(chat: SandboxClient, style: str) -> None:
    form = aiohttp.FormData({"chat_id": "1001"})
    if style == "attach://":
        form.add_field("document", "attach://part1")
    name = "part1" if style == "attach://" else "document"
    form.add_field(name, b"content", filename="lista.txt", content_type="text/plain")
    async with aiohttp.ClientSession() as session:
        answer = await session.post(f"{chat.base_url}/bot{TOKEN}/sendDocument", data=form)
        document = (await answer.json())["result"]["document"]
        assert (document["file_name"], document["file_size"]) == ("lista.txt", 7)
        path = (await chat.api("getFile", file_id=document["file_id"]))["result"]["file_path"]
        file = await session.get(f"{chat.base_url}/file/bot{TOKEN}/{path}")
        assert await file.read() == b"content"
        missing = await session.get(f"{chat.base_url}/file/bot{TOKEN}/nothing")
        assert missing.status == 404


@pytest.mark.parametrize(
    ("size", "status", "words"),
    [(0, 400, "Bad Request: file must be non-empty"), (10 * 1024 * 1024 + 1, 413, "Request Entity Too Large")],
)
async def test_a_picture_that_is_empty_or_over_ten_megabytes_is_refused(
    chat: SandboxClient, size: int, status: int, words: str
) -> None:
    form = aiohttp.FormData({"chat_id": "1001"})
    form.add_field("photo", io.BytesIO(bytes(size)), filename="a.png", content_type="image/png")
    async with aiohttp.ClientSession() as session:
        answer = await session.post(f"{chat.base_url}/bot{TOKEN}/sendPhoto", data=form)
        assert (answer.status, (await answer.json())["description"]) == (status, words)


async def test_a_file_that_is_announced_but_not_there_is_refused(chat: SandboxClient) -> None:
    with aiohttp.MultipartWriter("form-data") as parts:
        for name, value in {"chat_id": "1001", "document": "attach://part1"}.items():
            parts.append(value).set_content_disposition("form-data", name=name)
    async with aiohttp.ClientSession() as session:
        answer = await session.post(f"{chat.base_url}/bot{TOKEN}/sendDocument", data=parts)
        assert "no file in the request" in (await answer.json())["description"]


async def test_a_body_that_is_no_json_is_refused(chat: SandboxClient) -> None:
    async with aiohttp.ClientSession() as session:
        url = f"{chat.base_url}/bot{TOKEN}/sendMessage"
        for body in ("{", "[]"):
            answer = await session.post(url, data=body, headers={"Content-Type": "application/json"})
            assert answer.status == 400


async def test_a_flood_answers_429_as_often_as_ordered(chat: SandboxClient) -> None:
    await chat.fault("429", "sendMessage", times=2, retry_after=3)
    url = f"{chat.base_url}/bot{TOKEN}/sendMessage"
    async with aiohttp.ClientSession() as session:
        refused = await session.post(url, json=TEXT)
        assert (refused.status, refused.headers["Retry-After"]) == (429, "3")
    second = await chat.api("sendMessage", **TEXT)
    assert second["description"] == "Too Many Requests: retry after 3"
    assert second["parameters"] == {"retry_after": 3}
    assert (await chat.api("sendMessage", **TEXT))["ok"]


async def test_a_fault_hits_only_the_chat_it_names_and_never_polling_by_chance(chat: SandboxClient) -> None:
    await chat.client_text(1002, "/start")
    await chat.fault("error", chat_id=1002, code=502, description="Bad Gateway")
    assert (await chat.api("getUpdates"))["ok"]
    assert (await chat.api("sendMessage", **TEXT))["ok"]
    assert (await chat.api("sendMessage", chat_id=1002, text="a"))["description"] == "Bad Gateway"
    assert (await chat.api("sendMessage", chat_id=1002, text="a"))["ok"]


@pytest.mark.parametrize(("kind", "done"), [("drop_before", 0), ("drop_after", 1)])
async def test_a_dropped_call_is_done_or_not_but_never_answered(chat: SandboxClient, kind: str, done: int) -> None:
    await chat.fault(kind, "sendMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await chat.api("sendMessage", **TEXT)
    assert len([seen for seen in await chat.messages(1001) if seen.from_bot]) == done
    call = (await chat.calls("sendMessage"))[-1]
    assert (call.status, call.done) == (0, bool(done))


async def test_a_slow_call_is_slow(chat: SandboxClient) -> None:
    await chat.fault("delay", "sendMessage", seconds=0.2)
    start = time.monotonic()
    assert (await chat.api("sendMessage", **TEXT))["ok"]
    assert time.monotonic() - start >= 0.2


async def test_faults_can_be_taken_back(chat: SandboxClient) -> None:
    await chat.fault("error", times=9)
    await chat.clear_faults()
    assert (await chat.api("sendMessage", **TEXT))["ok"]


async def test_the_log_keeps_what_was_asked_and_answered(chat: SandboxClient) -> None:
    await chat.api("sendMessage", **TEXT)
    await chat.api("sendmessage", chat_id=9, text="a")
    first, second = await chat.calls("sendMessage")
    assert (first.params, first.status, first.done) == (TEXT, 200, True)
    assert (second.status, second.description) == (400, "Bad Request: chat not found")
    assert [call.number for call in await chat.calls(after=first.number)] == [second.number]


async def test_five_hundred_messages_are_no_burden(chat: SandboxClient) -> None:
    start = time.monotonic()
    for number in range(500):
        await chat.api("sendMessage", chat_id=1001, text=str(number))
    assert time.monotonic() - start < 5
    assert [seen.text for seen in await chat.messages(1001, limit=2)] == ["498", "499"]
