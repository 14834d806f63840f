"""The page in a real browser, with a bot of forty lines on the other side."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bot.sandbox.people import ANONYMOUS
from bot.sandbox.server import DESK_CHAT, SECOND_DESK, World
from tests.browser import PICTURES, opened_page
from tests.sandbox_client import BESNIK, MIRA, SandboxClient, running_sandbox

MENU = {
    "inline_keyboard": [
        [{"text": "Rreziqet", "callback_data": "risks"}, {"text": "Pyet", "callback_data": "alert"}],
        [{"text": "Flisni me një njeri", "callback_data": "person"}],
    ]
}
HELLO = "<b>Përshëndetje</b> <i>&lt;ju&gt;</i>\n<blockquote expandable>1\n2\n3\n4\n5</blockquote>+355 4 222 3344"


class EchoBot:
    """Answers with a menu, opens a thread on demand, copies what counsellors write."""

    def __init__(self, sandbox: SandboxClient) -> None:
        self.sandbox = sandbox
        self.threads: dict[int, int] = {}

    async def run(self) -> None:
        offset = 0
        await self.sandbox.api("setMyCommands", commands=[{"command": "start", "description": "Fillimi"}])
        while True:
            answer = await self.sandbox.api("getUpdates", offset=offset, timeout=20)
            for update in answer["result"]:
                offset = update["update_id"] + 1
                await self.handle(update)

    async def handle(self, update: dict[str, Any]) -> None:
        if "callback_query" in update:
            await self.pressed(update["callback_query"])
        elif "message" in update and not update["message"]["from"]["is_bot"]:
            await self.written(update["message"])

    async def pressed(self, query: dict[str, Any]) -> None:
        alert = query["data"] == "alert"
        await self.sandbox.api("answerCallbackQuery", callback_query_id=query["id"], text="Mirë", show_alert=alert)
        if query["data"] == "person":
            opened = await self.sandbox.api("createForumTopic", chat_id=DESK_CHAT, name="Ulliri 27")
            self.threads[opened["result"]["message_thread_id"]] = query["from"]["id"]

    async def written(self, message: dict[str, Any]) -> None:
        chat, number = message["chat"]["id"], message["message_id"]
        if chat != DESK_CHAT:
            await self.sandbox.api("sendMessage", chat_id=chat, text=HELLO, parse_mode="HTML", reply_markup=MENU)
        elif "text" in message and message.get("message_thread_id") in self.threads:
            client = self.threads[message["message_thread_id"]]
            await self.sandbox.api("copyMessage", chat_id=client, from_chat_id=chat, message_id=number)


@pytest.fixture
async def echoed(sandbox: SandboxClient) -> AsyncIterator[SandboxClient]:
    running = asyncio.create_task(EchoBot(sandbox).run())
    await sandbox.wait_for_calls("setMyCommands")
    yield sandbox
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


@pytest.fixture
async def page(echoed: SandboxClient) -> AsyncIterator[Page]:
    async with opened_page(echoed.base_url) as opened:
        yield opened


async def test_a_client_and_a_counsellor_talk_on_the_page(page: Page, echoed: SandboxClient) -> None:
    phone, desk = page.get_by_test_id("phone-messages"), page.get_by_test_id("desk-messages")
    await page.get_by_test_id("start").click()
    await expect(phone.locator("b")).to_have_text("Përshëndetje")
    await expect(phone.locator("i")).to_have_text("<ju>")
    await expect(phone.locator('a[href="tel:+35542223344"]')).to_be_visible()
    await phone.get_by_role("button", name="Rreziqet").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Mirë")
    await phone.get_by_role("button", name="Flisni me një njeri").click()
    await page.locator("button.thread", has_text="Ulliri 27").click()
    await page.get_by_test_id("desk-composer").fill("Mirëdita, jam këtu.")
    await page.get_by_test_id("desk-send").click()
    await expect(phone.get_by_text("Mirëdita, jam këtu.")).to_be_visible()
    await page.screenshot(path=PICTURES / "sandbox-wide.png")
    await page.get_by_test_id("close-thread").click()
    await expect(desk.get_by_text("Mira closed the thread")).to_be_visible()
    assert [thread.closed for thread in await echoed.threads()] == [True]


async def test_an_alert_waits_for_ok_and_a_quote_unfolds(page: Page) -> None:
    await page.get_by_test_id("composer").fill("Kush jeni ju?")
    await page.get_by_test_id("composer").press("Enter")
    quote = page.locator("blockquote")
    await expect(quote).to_have_attribute("aria-expanded", "false")
    await quote.click()
    await expect(quote).to_have_attribute("aria-expanded", "true")
    await page.get_by_role("button", name="Pyet").click()
    await expect(page.get_by_test_id("dialog")).to_contain_text("Mirë")
    await page.get_by_role("button", name="OK").click()
    await expect(page.get_by_test_id("dialog")).to_be_hidden()


async def test_a_client_sends_places_pictures_and_commands(page: Page, echoed: SandboxClient) -> None:
    await page.get_by_test_id("attach").click()
    await page.locator('#attach-menu [data-attach="Place"]').click()
    await page.get_by_test_id("place-town").select_option(label="Kukës")
    await page.get_by_test_id("dialog-ok").click()
    for what in ("Photo", "Album", "Voice", "Sticker", "Contact", "Document"):
        await page.get_by_test_id("attach").click()
        await page.locator(f'#attach-menu [data-attach="{what}"]').click()
    await page.get_by_test_id("command-menu").click()
    await page.get_by_test_id("commands").get_by_role("button", name="/start").click()
    await expect(page.locator("article.mine")).to_have_count(10)
    kinds = [seen.kind for seen in await echoed.messages(1001) if not seen.from_bot]
    assert sorted(kinds) == sorted(
        ["location", "photo", "photo", "photo", "photo", "voice", "sticker", "contact", "document", "text"]
    )


async def test_one_person_plays_several_clients_who_block_and_edit(page: Page, echoed: SandboxClient) -> None:
    await page.get_by_test_id("composer").fill("një")
    await page.get_by_test_id("send").click()
    mine = page.locator("article.mine")
    await mine.hover()
    await mine.get_by_role("button", name="Edit").click()
    await page.get_by_test_id("composer").fill("dy")
    await page.get_by_test_id("send").click()
    await expect(mine).to_contain_text("edited")
    await page.get_by_test_id("add-client").click()
    await expect(page.get_by_test_id("client-tab-1002")).to_have_attribute("aria-selected", "true")
    await page.get_by_test_id("language").select_option("en")
    await page.locator("#phone-more summary").click()
    await page.get_by_test_id("block").click()
    await expect(page.get_by_test_id("unblock")).to_be_visible()
    clients = {one["id"]: one for one in (await echoed.state())["clients"]}
    assert (clients[1002]["language_code"], clients[1002]["blocked"]) == ("en", True)
    await page.get_by_test_id("client-tab-1001").click()
    await expect(mine).to_contain_text("dy")


async def test_two_counsellors_and_the_group_itself_speak_at_the_desk(page: Page, echoed: SandboxClient) -> None:
    desk = page.get_by_test_id("desk-messages")
    for number, (who, text) in enumerate((("Mira", "një"), ("Besnik", "dy"), ("Anonymous", "tre")), 1):
        await page.get_by_test_id("counsellor").select_option(label=who)
        await page.get_by_test_id("desk-composer").fill(text)
        await page.get_by_test_id("desk-send").click()
        await expect(desk.locator("article")).to_have_count(number)
    assert [seen.author for seen in await echoed.desk_messages()] == [MIRA, BESNIK, ANONYMOUS["id"]]
    await expect(desk.locator("article.mine")).to_have_text(re.compile("^tre"))


async def test_the_words_that_are_marked_are_quoted(page: Page, echoed: SandboxClient) -> None:
    desk = page.get_by_test_id("desk-messages")
    seen = await echoed.counsellor_text(None, "Shumë faleminderit")
    words = page.get_by_test_id(f"message-{seen.id}").locator(".words")
    await words.evaluate("box => getSelection().setBaseAndExtent(box.firstChild, 6, box.firstChild, 18)")
    await words.hover()
    await desk.get_by_role("button", name="Reply").click()
    await page.get_by_test_id("desk-composer").fill("s'ka përse")
    await page.get_by_test_id("desk-send").click()
    await expect(desk.locator(".picked")).to_have_text("faleminderit")
    assert [one.quote for one in await echoed.desk_messages()] == [None, "faleminderit"]


async def test_albums_stand_together_and_silent_messages_show_it(page: Page, echoed: SandboxClient) -> None:
    phone = page.get_by_test_id("phone-messages")
    await page.get_by_test_id("start").click()
    await expect(phone.locator("b")).to_have_text("Përshëndetje")
    album = await echoed.send_album(1001, 3, "harta")
    await expect(phone.locator(".album article")).to_have_count(3)
    await expect(phone.locator(".album")).to_contain_text("harta")
    await echoed.client_edits(1001, album[0].id, caption="letra")
    await expect(phone.locator(".album")).to_contain_text("edited")
    await echoed.api("sendMessage", chat_id=1001, text="a", disable_notification=True)
    await expect(phone.get_by_role("img", name="Sent without a sound")).to_have_count(1)
    reaction = [{"type": "emoji", "emoji": "👍"}]
    await echoed.api("setMessageReaction", chat_id=1001, message_id=album[1].id, reaction=reaction)
    await expect(phone.locator(".album .reactions")).to_have_text("👍")


async def test_a_counsellor_is_offered_the_commands_of_the_desk(page: Page, echoed: SandboxClient) -> None:
    scope = {"type": "chat", "chat_id": DESK_CHAT}
    await echoed.api("setMyCommands", commands=[{"command": "take", "description": "Merre"}], scope=scope)
    await expect(page.get_by_test_id("desk-composer")).to_be_enabled()
    await page.get_by_test_id("desk-composer").press_sequentially("/t")
    await page.get_by_test_id("desk-commands").get_by_role("button", name="/take").click()
    await expect(page.get_by_test_id("desk-messages").locator("article.mine")).to_contain_text("/take")
    await expect(page.get_by_test_id("desk-commands")).to_be_hidden()


async def test_one_of_several_desks_is_chosen() -> None:
    async with running_sandbox(World(desks=(DESK_CHAT, SECOND_DESK))) as sandbox:
        await sandbox.open_thread("Lisi 3", desk=SECOND_DESK)
        await sandbox.place_bot("member", desk=SECOND_DESK)
        async with opened_page(sandbox.base_url) as page:
            await expect(page.get_by_test_id("desk-status")).to_have_text("bot: administrator")
            await page.get_by_test_id("which-desk").select_option(label="Udha · desk 2")
            await expect(page.get_by_test_id("desk-status")).to_have_text("bot: member")
            await page.locator("button.thread", has_text="Lisi 3").click()
            await page.get_by_test_id("desk-composer").fill("Mirëdita")
            await page.get_by_test_id("desk-send").click()
            await expect(page.get_by_test_id("desk-messages")).to_contain_text("Mirëdita")
        assert (await sandbox.messages(SECOND_DESK))[-1].text == "Mirëdita"


async def test_a_narrow_screen_shows_one_side_at_a_time(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.get_by_test_id("start").click()
    await expect(page.get_by_test_id("phone-messages").get_by_role("button", name="Rreziqet")).to_be_visible()
    await page.screenshot(path=PICTURES / "sandbox-narrow.png")
    await expect(page.get_by_test_id("desk")).to_be_hidden()
    await page.get_by_test_id("show-desk").click()
    await expect(page.get_by_test_id("phone")).to_be_hidden()
    await page.get_by_test_id("thread-0").click()
    await expect(page.get_by_test_id("desk-composer")).to_be_visible()
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("thread-list")).to_be_visible()


async def test_the_page_loads_nothing_from_outside() -> None:
    async with running_sandbox() as sandbox, sandbox._http().get(sandbox.base_url) as answer:  # the page, not the API
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "//" not in (await answer.text()).replace("<!--", "")
