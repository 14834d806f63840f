"""While nobody has taken a case: the desk is called again and again, the client is never left in silence."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.server import DESK_CHAT
from tests.end_to_end.deeds import (
    ARTA,
    BLERI,
    a_waiting_case,
    calls_to,
    cases_of,
    desk_shown,
    desk_texts,
    introduce,
    texts,
    time_passes,
)
from tests.playing import Clock, Playing, playing
from tests.sandbox_client import BESNIK


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def play(tmp_path: Path, clock: Clock) -> AsyncIterator[Playing]:
    async with playing("python-telegram-bot", tmp_path, clock=clock) as found:
        await introduce(found)
        yield found


async def test_the_desk_is_called_again_then_by_name_and_then_the_client_is_given_lines(
    play: Playing, clock: Clock
) -> None:
    await play.counsellor_text(None, "/dezhur", BESNIK)
    await play.quiet()
    thread = await a_waiting_case(play, ARTA)
    before = len(await texts(play, ARTA))
    await time_passes(play, clock, minutes=4)
    assert len(await desk_texts(play, thread.id)) == 1
    await time_passes(play, clock, minutes=1)
    assert "Kush mund ta marrë rastin?" in (await desk_texts(play, thread.id))[-1]
    await time_passes(play, clock, minutes=5)
    called = (await desk_shown(play, thread.id))[-1]
    mentioned = (await play.wire(DESK_CHAT, called.id))["entities"]
    assert [entity["user"]["id"] for entity in mentioned if entity["type"] == "text_mention"] == [BESNIK]
    await time_passes(play, clock, minutes=5)
    told = (await texts(play, ARTA))[before:]
    assert any("Këto linja dhe vende" in text for text in told)
    await time_passes(play, clock, hours=12)
    assert len(await desk_texts(play, thread.id)) == 5


async def test_in_danger_the_calls_come_twice_as_fast(play: Playing, clock: Clock) -> None:
    await play.client_text(ARTA, "burri më rreh tani")
    await play.quiet()
    await play.press(ARTA, "accept")
    await play.quiet()
    (thread,) = await cases_of(play)
    await time_passes(play, clock, minutes=2)
    assert "Kush mund ta marrë rastin?" in (await desk_texts(play, thread.id))[-1]


async def test_once_somebody_has_the_case_nobody_is_called_any_more(play: Playing, clock: Clock) -> None:
    thread = await a_waiting_case(play, ARTA)
    await play.counsellor_presses("d:claim", thread=thread.id)
    await play.quiet()
    before = len(await calls_to(play, DESK_CHAT))
    await time_passes(play, clock, hours=3)
    assert len(await calls_to(play, DESK_CHAT)) == before


async def test_the_client_knows_how_many_wait_before_and_may_stop_waiting(play: Playing) -> None:
    await a_waiting_case(play, ARTA)
    await a_waiting_case(play, BLERI)
    assert any("Radhën e keni ju" in text for text in await texts(play, ARTA))
    assert any("Para jush pret 1 njeri" in text for text in await texts(play, BLERI))
    await play.press(BLERI, "Nuk më duhet më")
    await play.quiet()
    assert [thread.closed for thread in await cases_of(play)] == [False, True]


async def test_signs_of_life_make_no_sound_and_are_few(play: Playing, clock: Clock) -> None:
    await a_waiting_case(play, ARTA)
    for _ in range(12):
        await time_passes(play, clock, minutes=30)
    signs = [seen for seen in await play.messages(ARTA) if "Nuk ju kemi harruar" in seen.text]
    assert (len(signs), {seen.silent for seen in signs}) == (2, {True})  # at the first, the lines come instead


async def test_what_is_due_survives_a_restart(tmp_path: Path) -> None:
    clock = Clock()
    async with playing("python-telegram-bot", tmp_path, clock=clock) as play:
        await introduce(play)
        thread = await a_waiting_case(play, ARTA)
        await play.again()
        await time_passes(play, clock, minutes=6)
        assert "Kush mund ta marrë rastin?" in (await desk_texts(play, thread.id))[-1]


HOURS = f"{DESK_CHAT} sq XK [Mo-Fr 08:00-16:00]"


async def test_outside_the_hours_of_the_desk_the_client_learns_when_it_opens_and_is_called_for_then(
    tmp_path: Path,
) -> None:
    clock = Clock()  # a Sunday
    async with playing("python-telegram-bot", tmp_path, clock=clock, desk=HOURS) as play:
        await introduce(play)
        thread = await a_waiting_case(play, ARTA)
        assert any("Këshilltarët nuk janë këtu tani" in text and "08:00" in text for text in await texts(play, ARTA))
        await time_passes(play, clock, hours=2)
        assert len(await desk_texts(play, thread.id)) == 1
        await time_passes(play, clock, hours=17, minutes=6)
        assert "Kush mund ta marrë rastin?" in (await desk_texts(play, thread.id))[-1]


async def test_in_danger_the_desk_is_called_outside_its_hours_too(tmp_path: Path) -> None:
    clock = Clock()
    async with playing("python-telegram-bot", tmp_path, clock=clock, desk=HOURS) as play:
        await introduce(play)
        await play.client_text(ARTA, "burri më rreh tani")
        await play.quiet()
        await play.press(ARTA, "accept")
        await play.quiet()
        (thread,) = await cases_of(play)
        await time_passes(play, clock, minutes=2)
        assert "Kush mund ta marrë rastin?" in (await desk_texts(play, thread.id))[-1]


async def test_a_case_that_is_put_off_comes_back_by_itself(play: Playing, clock: Clock) -> None:
    thread = await a_waiting_case(play, ARTA)
    await play.counsellor_presses("d:snooze", thread=thread.id)
    await play.quiet()
    await play.counsellor_presses("d:snooze:1", thread=thread.id)
    await play.quiet()
    await time_passes(play, clock, minutes=30)
    assert len(await desk_texts(play, thread.id)) == 1
    await time_passes(play, clock, minutes=31)
    assert "ishte shtyrë deri tani" in (await desk_texts(play, thread.id))[-1]
