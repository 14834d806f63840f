"""What goes wrong in every such bot that was measured (peers, section 3), row by row, over HTTP."""

import asyncio
from typing import Any

import pytest

from bot.sandbox.server import DESK_CHAT
from tests.end_to_end.deeds import ARTA, BLERI, CIMI, a_case, calls_to, cases_of, desk_shown, desk_texts, texts
from tests.playing import Playing
from tests.sandbox_client import BESNIK, MIRA, Seen

DRITA = 83_456_704


async def test_three_messages_in_a_third_of_a_second_all_reach_the_desk_in_order(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    for number in range(3):
        await play.client_text(ARTA, f"fjala {number}")
        await asyncio.sleep(0.1)
    await play.quiet()
    assert (await desk_texts(play, thread.id))[-3:] == ["fjala 0", "fjala 1", "fjala 2"]


async def test_three_replies_at_once_all_reach_the_client_in_order(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    for number in range(3):
        await play.counsellor_text(thread.id, f"përgjigja {number}")
    await play.quiet()
    assert (await texts(play, ARTA))[-3:] == ["përgjigja 0", "përgjigja 1", "përgjigja 2"]


async def test_thirty_messages_of_three_people_at_once_arrive_all_and_in_order_over_a_slow_api(play: Playing) -> None:
    people = (ARTA, BLERI, CIMI)
    threads = {client: await a_case(play, client) for client in people}
    for seconds in (0.02, 0.2, 0.1):
        await play.fault("delay", "copyMessage", seconds=seconds, times=10)
    await asyncio.gather(*(_ten(play, client) for client in people))
    await play.quiet(30)
    for client, thread in threads.items():
        assert (await desk_texts(play, thread.id))[-10:] == [f"{client} {number}" for number in range(10)]


async def test_thirty_replies_to_three_people_at_once_arrive_all_and_in_order_over_a_slow_api(play: Playing) -> None:
    people = (ARTA, BLERI, CIMI)
    threads = {client: (await a_case(play, client)).id for client in people}
    for seconds in (0.02, 0.2, 0.1):
        await play.fault("delay", "copyMessage", seconds=seconds, times=10)
    await asyncio.gather(*(_ten_replies(play, thread) for thread in threads.values()))
    await play.quiet(30)
    for client, thread in threads.items():
        assert (await texts(play, client))[-10:] == [f"{thread} {number}" for number in range(10)]


async def _ten_replies(play: Playing, thread: int) -> None:
    for number in range(10):
        await play.counsellor_text(thread, f"{thread} {number}")


@pytest.mark.parametrize("towards", ["the desk", "the client"])
@pytest.mark.parametrize(
    "fault",
    [{"kind": "429", "retry_after": 1}, {"kind": "error", "code": 502}, {"kind": "drop_before"}],
    ids=["429", "5xx", "dropped"],
)
async def test_one_fault_loses_nothing_doubles_nothing_and_changes_no_order(
    play: Playing, towards: str, fault: dict[str, Any]
) -> None:
    thread = await a_case(play, ARTA)
    to_desk = towards == "the desk"
    await play.fault(method="copyMessage", chat_id=DESK_CHAT if to_desk else ARTA, **fault)
    for number in range(4):
        if to_desk:
            await play.client_text(ARTA, f"fjala {number}")
        else:
            await play.counsellor_text(thread.id, f"fjala {number}")
    await play.quiet()
    arrived = await desk_texts(play, thread.id) if to_desk else await texts(play, ARTA)
    assert [text for text in arrived if text.startswith("fjala")] == [f"fjala {number}" for number in range(4)]


async def _ten(play: Playing, client: int) -> None:
    for number in range(10):
        await play.client_text(client, f"{client} {number}")


async def test_a_reply_that_meets_one_429_is_delivered_and_signed_only_then(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.fault("429", "copyMessage", retry_after=1, chat_id=ARTA)
    reply = await play.counsellor_text(thread.id, "Ju dëgjoj.")
    await play.wait_for_calls("copyMessage", 1)
    assert await _signs(play, thread.id, reply.id) == []
    await play.quiet()
    assert (await texts(play, ARTA))[-1] == "Ju dëgjoj."
    assert await _signs(play, thread.id, reply.id) == ["👍"]


async def test_a_client_s_message_that_meets_one_429_is_delivered(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.fault("429", "copyMessage", retry_after=1, chat_id=DESK_CHAT)
    await play.client_text(ARTA, "më dëgjoni?")
    await play.quiet()
    assert (await desk_texts(play, thread.id))[-1] == "më dëgjoni?"


async def test_a_reply_into_a_chat_that_is_gone_is_answered_with_the_reason(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.fault("error", "copyMessage", code=400, description="Bad Request: chat not found", chat_id=ARTA)
    reply = await play.counsellor_text(thread.id, "Jeni aty?")
    await play.quiet()
    assert await _signs(play, thread.id, reply.id) == []
    (told,) = [seen for seen in await desk_shown(play, thread.id) if "Kjo nuk i arriti klientit" in seen.text]
    assert told.look["reply_to"]["id"] == reply.id


async def test_a_reply_to_somebody_who_stopped_the_bot_is_answered_with_the_reason(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.block(ARTA)
    await play.quiet()
    reply = await play.counsellor_text(thread.id, "Jeni aty?")
    await play.quiet()
    assert await _signs(play, thread.id, reply.id) == []
    assert any("Kjo nuk i arriti klientit" in text for text in await desk_texts(play, thread.id))


async def test_two_messages_at_once_into_a_deleted_thread_open_one_new_thread(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.delete_thread(thread.id)
    await play.client_text(ARTA, "një")
    await play.client_text(ARTA, "dy")
    await play.quiet()
    (again,) = await cases_of(play)
    assert again.name == thread.name
    assert (await desk_texts(play, again.id))[-2:] == ["një", "dy"]
    assert await desk_texts(play, None) == []


async def test_an_album_of_three_stays_one_with_its_caption_and_order_both_ways(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    sent = await play.send_album(ARTA, 3, "letrat", of="document")
    await play.quiet()
    at_desk = (await desk_shown(play, thread.id))[-3:]
    assert _album(at_desk) == ("letrat", 1, [seen.look["id"] for seen in at_desk])
    replied = await play.counsellor_sends(thread.id, "album", count=3, caption="formularët")
    await play.quiet()
    at_client = [seen for seen in await play.messages(ARTA) if seen.from_bot][-3:]
    assert _album(at_client) == ("formularët", 1, [seen.look["id"] for seen in at_client])
    assert (len(sent), len(replied)) == (3, 3)


async def test_twenty_albums_of_four_people_at_once_are_whole(play: Playing) -> None:
    people = (ARTA, BLERI, CIMI, DRITA)
    threads = {client: (await a_case(play, client)).id for client in people}
    for number in range(5):
        for client in people:
            await play.send_album(client, 3, f"letrat {number}", of="document")
    await play.quiet(60)
    for thread in threads.values():
        parts = [seen for seen in await desk_shown(play, thread) if seen.kind == "document"]
        albums = [parts[start : start + 3] for start in range(0, 15, 3)]
        assert [_album(album)[:2] for album in albums] == [(f"letrat {number}", 1) for number in range(5)]


async def test_an_album_whose_parts_come_late_is_still_whole(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.send_album(ARTA, 3, "letrat", of="document", delay=0.3)
    await asyncio.sleep(0.7)
    await play.quiet()
    assert _album((await desk_shown(play, thread.id))[-3:])[:2] == ("letrat", 1)


def _album(parts: list[Seen]) -> tuple[str, int, list[int]]:
    """The caption, how many albums these are, and their numbers in order."""
    groups = {seen.look["media_group_id"] for seen in parts}
    return parts[0].text, len(groups), sorted(seen.look["id"] for seen in parts)


async def test_the_same_update_twice_is_copied_once(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.fault("twice", "getUpdates")
    await play.client_text(ARTA, "vetëm një herë")
    await play.quiet()
    assert (await desk_texts(play, thread.id)).count("vetëm një herë") == 1


async def test_whatever_colleagues_say_among_themselves_never_reaches_the_client(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    before = await calls_to(play, ARTA)
    note = await play.counsellor_text(thread.id, "// e njoh këtë familje")
    await play.counsellor_text(thread.id, "Po, edhe unë.", BESNIK, reply_to=note.id)
    await play.counsellor_text(thread.id, "E lexoj edhe unë.", BESNIK)
    await play.counsellor_text(thread.id, "Kush jam unë?", anonymous=True)
    await play.counsellor_text(None, "Kush e merr Ullirin?")
    await play.counsellor_sends(thread.id, "photo", caption="// nga dosja")
    await play.counsellor_sends(thread.id, "album", count=3, caption="// nga dosja")
    await play.counsellor_sends(thread.id, "document", BESNIK)
    await play.counsellor_edits(note.id, "// e njoh mirë këtë familje")
    await play.counsellor_text(thread.id, "/statusi")
    other = await play.open_thread("Pushimet")
    await play.counsellor_text(other, "Nesër nuk jam.")
    await play.quiet()
    assert await calls_to(play, ARTA) == before


async def test_service_messages_of_the_group_go_nowhere(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    before = len(await calls_to(play, ARTA))
    await play.rename_thread(thread.id, "Ulliri, urgjent", MIRA)
    await play.quiet()
    assert len(await calls_to(play, ARTA)) == before
    await play.close_thread(thread.id)
    await play.quiet()
    assert "copyMessage" not in {call.method for call in (await calls_to(play, ARTA))[before:]}


async def _signs(play: Playing, thread: int, message: int) -> list[str]:
    (seen,) = [seen for seen in await play.desk_messages(thread) if seen.id == message]
    return seen.reactions
