"""The road from a question to a person and back, over HTTP."""

from pathlib import Path

import pytest

from tests.end_to_end.deeds import ARTA, BLERI, CIMI, desk_shown, desk_texts, introduce, texts
from tests.playing import Playing, playing


async def walked(play: Playing) -> None:
    await _asks(play)
    await _looks_for_help_near(play)
    await _talks_to_a_person(play)


async def _asks(play: Playing) -> None:
    await play.client_text(ARTA, "a mundem me kerku azil n'gjermani si shqiptar")
    answer = await play.wait_for_text(ARTA, "Azili")
    assert "kontrolluar më" in answer.text
    await play.press(ARTA, "sources:asylum-facts")
    sources = await play.wait_for(ARTA, lambda seen: '<a href="https://' in seen.html)
    assert (sources.id, sources.edited) == (answer.id, True)


async def _looks_for_help_near(play: Playing) -> None:
    await play.press(ARTA, "who:asylum-facts")
    await play.wait_for_text(ARTA, "Kush ndihmon")
    await play.share_location(ARTA, 42.08, 20.42)
    near = await play.wait_for_text(ARTA, "Pranë jush: Kukës")
    assert not near.edited


async def _talks_to_a_person(play: Playing) -> None:
    await play.client_text(ARTA, "/keshilltar")
    await play.wait_for_text(ARTA, "Emrin tuaj nuk e sheh")
    await play.press(ARTA, "accept")
    thread = await play.wait_for_thread()
    card = await play.wait_for_desk(lambda seen: bool(seen.rows), thread.id)
    assert "Kukës" in card.text
    await play.client_text(ARTA, "kam dy fëmijë")
    await play.wait_for_desk(lambda seen: seen.text == "kam dy fëmijë", thread.id)
    assert await play.counsellor_presses("d:claim", thread=thread.id) is not None
    await play.wait_for_text(ARTA, "Tani është këtu një këshilltar")
    await play.counsellor_text(thread.id, "Ju dëgjoj.")
    await play.wait_for_text(ARTA, "Ju dëgjoj.")
    assert await play.counsellor_presses("d:close", thread=thread.id) is not None
    await play.quiet()
    assert await play.counsellor_presses("Mori përgjigje", thread=thread.id) is not None
    await play.wait_for_text(ARTA, "Këshilltari e mbylli bisedën")
    await play.wait_for_thread(lambda found: found.id == thread.id and found.closed)


async def test_the_road_is_the_same_with_both_libraries(play: Playing) -> None:
    await walked(play)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_the_road_is_the_same_on_postgresql(tmp_path: Path, database_url: str) -> None:
    async with playing("python-telegram-bot", tmp_path, database_url) as play:
        await introduce(play)
        await walked(play)


async def test_commands_are_set_in_both_languages(play: Playing) -> None:
    await play.wait_for_calls("setMyCommands", 3)
    await play.add_client(ARTA, language="sq")
    await play.add_client(BLERI, language="en")
    await play.add_client(CIMI, language="de")
    lists = {client["id"]: client["commands"] for client in (await play.state())["clients"]}
    names = {user: [one["command"] for one in found] for user, found in lists.items()}
    albanian = ["menu", "gjuha", "sherbime", "hapat", "ndihme", "keshilltar", "dil", "privatesia", "fshi"]
    assert names[ARTA] == names[CIMI] == albanian
    assert names[BLERI] == ["menu", "language", "services", "guides", "help", "counsellor", "exit", "privacy", "delete"]
    assert {one["description"] for one in lists[ARTA]}.isdisjoint(one["description"] for one in lists[BLERI])


async def test_every_press_is_answered_so_that_no_button_goes_on_turning(play: Playing) -> None:
    await play.client_text(ARTA, "/start")
    await play.quiet()
    for data in ("section:leaving", "topic:asylum-facts", "lang:en", "nothing that we know"):
        newest = await play.last(ARTA)
        assert await play.press_stale(ARTA, newest.id, data) is not None
    assert len(await play.calls("answerCallbackQuery")) == 4


async def test_without_a_desk_no_person_is_promised(tmp_path: Path) -> None:
    async with playing("python-telegram-bot", tmp_path, desk=None) as play:
        await play.client_text(ARTA, "/keshilltar")
        none = await play.wait_for_text(ARTA, "nuk ka këshilltar")
        await play.press_stale(ARTA, none.id, "accept")
        await play.client_text(ARTA, "më kanë marrë pasaportën")
        await play.quiet()
        assert not await play.threads()
        assert not any("flisni me një këshilltar" in text for text in await texts(play, ARTA))
        assert not await desk_shown(play, None)
        await play.counsellor_text(None, "A ka ndokush kohë?")
        await play.quiet()
        assert await desk_texts(play, None) == []
