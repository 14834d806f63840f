"""The pictures of the guide for counsellors, made of what the bot really shows; `make pictures` puts them in the guide.

Small on purpose: people open the guide on a phone.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from bot.channels.threads import NEWS
from tests.browser import PICTURES, opened_page
from tests.end_to_end.deeds import ARTA, BLERI, CIMI, a_waiting_case
from tests.playing import Clock, Playing, playing
from tests.sandbox_client import BESNIK, MIRA

WIDTH: Final = 390
"""Of a phone, in dots of the page."""
HEIGHT: Final = 1600
"""Higher than any phone, so that nothing has to be scrolled."""
COLOURS: Final = 128
FLAT: Final = "document.querySelectorAll('.chat').forEach((wall) => { wall.style.background = '#c3d3b4'; })"
"""One colour behind the messages: a wall that shades off would take most of the colours and of the bytes."""
GAP: Final = 4
"""Dots above and below: less than lies between two messages."""
LARGEST: Final = 80_000
"""Bytes."""


@dataclass(frozen=True)
class Story:
    """What is said in the pictures, in one language."""

    language: str
    town: str
    danger: str
    first: str
    greeting: str
    answer: str
    note: str
    colleague: str
    find: str
    reply: str
    duty: str
    queue: str


SQ: Final = Story(
    "sq",
    "Kukës",
    "shefi ma mori pasaportën",
    "U ktheva dje. Pasaportën e ka ende ai. Çfarë të bëj?",
    "Mirëdita. Jam këtu dhe po lexoj. A jeni në një vend të sigurt tani?",
    "Po, jam në shtëpi.",
    "// Besnik, kush njihet me ambasadat?",
    "E di unë, po e shoh.",
    "/gjej pasaport",
    "Pasaportën mbajeni",
    "/dezhur",
    "/radha",
)
EN: Final = Story(
    "en",
    "Kukes",
    "my boss took my passport",
    "I am back in Kukës now. What can I do about the passport?",
    "Hello. I am here and reading. Are you in a safe place now?",
    "Yes, I am safe.",
    "// Besnik, who knows about embassies?",
    "I do, I will look.",
    "/find passport",
    "Keep your passport",
    "/duty",
    "/queue",
)
BOTH: Final = pytest.mark.parametrize("story", [SQ, EN], ids=lambda story: story.language)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def play(tmp_path: Path, clock: Clock) -> AsyncIterator[Playing]:
    async with playing("python-telegram-bot", tmp_path, clock=clock) as found:
        yield found


async def test_a_case_waits(play: Playing) -> None:
    """In Albanian for everybody, as long as nobody has it."""
    thread = await _in_danger(play, SQ)
    await _desk_picture(play, thread, "counsellors-waits")


@BOTH
async def test_a_case_is_talked_about_and_the_client_sees_their_part_of_it(play: Playing, story: Story) -> None:
    thread = await _in_danger(play, story)
    await play.counsellor_presses("d:claim", MIRA, thread=thread)
    await play.quiet()
    await _talk(play, story, thread)
    await _desk_picture(play, thread, f"counsellors-talk-{story.language}")
    await _phone_picture(play, f"counsellors-client-{story.language}")


@BOTH
async def test_something_is_found_and_looked_at_before_it_is_sent(play: Playing, story: Story) -> None:
    thread = await _in_danger(play, story)
    await play.counsellor_presses("d:claim", MIRA, thread=thread)
    await play.quiet()
    asked = await play.counsellor_text(thread, story.find)
    await play.quiet()
    found = (await play.desk_messages(thread))[-1]
    await play.counsellor_presses(next(label for label in found.labels if story.reply in label), thread=thread)
    await play.quiet()
    await _desk_picture(play, thread, f"counsellors-find-{story.language}", after=asked.id)


@BOTH
async def test_the_queue_says_who_waits_and_who_is_there(play: Playing, clock: Clock, story: Story) -> None:
    await _in_danger(play, story)
    clock.later = timedelta(minutes=1)
    held = await a_waiting_case(play, BLERI)
    await play.counsellor_presses("d:claim", BESNIK, thread=held.id)
    await a_waiting_case(play, CIMI)
    await play.counsellor_text(None, story.duty)
    await play.quiet()
    asked = await play.counsellor_text(None, story.queue)
    await play.quiet()
    await _desk_picture(play, 0, f"counsellors-queue-{story.language}", after=asked.id)


async def _in_danger(play: Playing, story: Story) -> int:
    """Somebody has told where they are and that they are in danger, and asks for a person; gives the thread."""
    await play.add_client(ARTA, "Arta", story.language)
    await play.counsellor_text(None, f"/language {story.language}")
    for text in ("/start", story.town, story.danger):
        await play.client_text(ARTA, text)
        await play.quiet()
    await play.press(ARTA, "accept")
    await play.client_text(ARTA, story.first)
    await play.quiet()
    (thread,) = [each for each in await play.threads() if each.name != NEWS]
    return thread.id


async def _talk(play: Playing, story: Story, thread: int) -> None:
    await play.counsellor_text(thread, story.greeting)
    await play.quiet()
    await play.client_text(ARTA, story.answer)
    await play.quiet()
    note = await play.counsellor_text(thread, story.note)
    await play.counsellor_text(thread, story.colleague, BESNIK, reply_to=note.id)
    await play.quiet()


async def _desk_picture(play: Playing, thread: int, name: str, after: int = 0) -> None:
    """The messages of a thread, or of General where it is 0, as Mira sees them; only those from `after` on."""
    async with opened_page(play.base_url, WIDTH, HEIGHT, scale=2) as page:
        await page.get_by_test_id("show-desk").click()
        await page.get_by_test_id(f"thread-{thread}").click()
        await page.get_by_test_id("counsellor").select_option(str(MIRA))
        last = (await play.desk_messages(thread or None))[-1]
        await expect(page.get_by_test_id("desk-messages").get_by_test_id(f"message-{last.id}")).to_be_visible()
        await _taken(page, "desk-messages", name, after)


async def _phone_picture(play: Playing, name: str) -> None:
    async with opened_page(play.base_url, WIDTH, HEIGHT, scale=2) as page:
        last = (await play.messages(ARTA))[-1]
        await expect(page.get_by_test_id("phone-messages").get_by_test_id(f"message-{last.id}")).to_be_visible()
        shown = [seen for seen in await play.messages(ARTA) if seen.from_bot]
        held = next(
            seen for seen in shown if "end" in [button.data for button in seen.buttons] and len(seen.buttons) == 2
        )
        await _taken(page, "phone-messages", name, held.id)


async def _taken(page: Page, place: str, name: str, after: int) -> None:
    """A picture of these messages and nothing round them, in few colours."""
    await page.evaluate(FLAT)
    messages = page.get_by_test_id(place).locator(":scope > article")
    boxes = [
        box
        for message in await messages.all()
        if int((await message.get_attribute("data-id")) or 0) >= after and (box := await message.bounding_box())
    ]
    top, bottom = boxes[0]["y"] - GAP, boxes[-1]["y"] + boxes[-1]["height"] + GAP
    png = await page.screenshot(clip={"x": 0, "y": top, "width": WIDTH, "height": bottom - top})
    image = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    image.save(PICTURES / f"{name}.png", optimize=True)
    assert (PICTURES / f"{name}.png").stat().st_size <= LARGEST
