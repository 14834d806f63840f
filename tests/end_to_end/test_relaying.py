"""What goes to and fro in a case: answers, edits, what is taken back, what the client is asked about first."""

from typing import Any

import pytest

from tests.end_to_end.deeds import ARTA, a_case, calls_to, desk_shown, desk_texts, texts
from tests.playing import Playing
from tests.sandbox_client import Seen


async def at_client(play: Playing) -> Seen:
    return await play.last(ARTA)


@pytest.mark.parametrize("kind", ["voice", "document", "sticker"])
async def test_what_a_client_sends_comes_as_it_is(play: Playing, kind: str) -> None:
    thread = await a_case(play, ARTA)
    await play.client_sends(ARTA, kind)
    await play.quiet()
    assert (await desk_shown(play, thread.id))[-1].kind == kind


@pytest.mark.parametrize("kind", ["photo", "video", "voice", "document", "sticker", "location"])
async def test_what_a_counsellor_sends_comes_as_it_is(play: Playing, kind: str) -> None:
    thread = await a_case(play, ARTA)
    place: dict[str, Any] = {"latitude": 42.08, "longitude": 20.42} if kind == "location" else {}
    await play.counsellor_sends(thread.id, kind, **place)
    await play.quiet()
    assert (await at_client(play)).kind == kind


@pytest.mark.parametrize("kind", ["photo", "video", "contact", "location"])
async def test_what_may_show_who_somebody_is_goes_to_the_desk_only_after_the_client_agreed(
    play: Playing, kind: str
) -> None:
    thread = await a_case(play, ARTA)
    for data, comes in (("withhold", 0), ("share", 1)):
        sent = await _sends(play, kind)
        await play.quiet()
        assert [seen.kind for seen in await desk_shown(play, thread.id)].count(kind) == 0
        await play.press(ARTA, f"{data}:{sent}")
        await play.quiet()
        assert [seen.kind for seen in await desk_shown(play, thread.id)].count(kind) == comes


async def _sends(play: Playing, kind: str) -> int:
    if kind == "location":
        return (await play.share_location(ARTA, 42.08, 20.42)).id
    if kind == "contact":
        return (await play.share_contact(ARTA, "+355691234567")).id
    return (await play.client_sends(ARTA, kind))[0].id


async def test_an_album_of_pictures_is_asked_about_once_and_comes_whole(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.send_album(ARTA, 3, "dokumentet")
    await play.quiet()
    asked = [seen for seen in await play.messages(ARTA) if any("share" in (b.data or "") for b in seen.buttons)]
    assert len(asked) == 1
    await play.press(ARTA, next(b.data for b in asked[0].buttons if "share" in (b.data or "")) or "")
    await play.quiet()
    album = [seen for seen in await desk_shown(play, thread.id) if seen.kind == "photo"]
    assert (len(album), album[0].text, len({seen.look["media_group_id"] for seen in album})) == (3, "dokumentet", 1)


async def test_an_answer_stays_an_answer_both_ways_with_what_it_quotes(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    asked = await play.client_text(ARTA, "kam dy fëmijë dhe një pyetje")
    await play.quiet()
    copy = (await desk_shown(play, thread.id))[-1]
    await play.counsellor_text(thread.id, "Sa vjeç janë?", reply_to=copy.id, quote="dy fëmijë")
    await play.quiet()
    reply = await at_client(play)
    assert (reply.look["reply_to"]["id"], reply.quote) == (asked.id, "dy fëmijë")
    await play.client_text(ARTA, "Tre dhe pesë", reply_to=reply.id, quote="vjeç")
    await play.quiet()
    answer = (await desk_shown(play, thread.id))[-1]
    assert (answer.text, answer.look["reply_to"]["text"], answer.quote) == ("Tre dhe pesë", "Sa vjeç janë?", "vjeç")


async def test_an_edit_is_carried_over_both_ways(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    mine = await play.client_text(ARTA, "djali ka pesë vjet")
    theirs = await play.counsellor_text(thread.id, "Prisni deri nesër")
    await play.quiet()
    count = len(await desk_shown(play, thread.id))
    await play.client_edits(ARTA, mine.id, "djali ka gjashtë vjet")
    await play.counsellor_edits(theirs.id, "Prisni deri pasnesër")
    await play.quiet()
    assert (await desk_texts(play, thread.id))[-1] == "djali ka gjashtë vjet"
    assert len(await desk_shown(play, thread.id)) == count
    assert (await texts(play, ARTA))[-1] == "Prisni deri pasnesër"


async def test_a_caption_that_is_edited_is_carried_over(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    (mine,) = await play.client_sends(ARTA, "document", caption="letra")
    await play.quiet()
    await play.client_edits(ARTA, mine.id, caption="letra e gjykatës")
    await play.quiet()
    assert (await desk_shown(play, thread.id))[-1].text == "letra e gjykatës"


async def test_a_note_that_is_edited_stays_a_note_and_words_do_not_become_one(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    note = await play.counsellor_text(thread.id, "// mos i thuaj")
    said = await play.counsellor_text(thread.id, "Mirëdita")
    await play.quiet()
    await play.counsellor_edits(note.id, "pa shenjë tani")
    await play.counsellor_edits(said.id, "// tani me shenjë")
    await play.quiet()
    assert not {"pa shenjë tani", "mos i thuaj", "// tani me shenjë"} & set(await texts(play, ARTA))


async def test_the_last_message_or_the_one_that_is_answered_can_be_taken_back(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    first = await play.counsellor_text(thread.id, "E para")
    await play.counsellor_text(thread.id, "E dyta")
    await play.counsellor_text(thread.id, "E treta")
    await play.counsellor_text(thread.id, "/kthe")
    await play.quiet()
    await play.counsellor_text(thread.id, "/undo", reply_to=first.id)
    await play.quiet()
    assert [text for text in await texts(play, ARTA) if text.startswith("E ")] == ["E dyta"]


async def test_taking_back_what_is_older_than_two_days_is_refused_with_the_reason(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.counsellor_text(thread.id, "E vjetër")
    await play.quiet()
    await play.advance(49 * 3600)
    await play.counsellor_text(thread.id, "/undo")
    await play.quiet()
    assert "48 orë" in (await desk_texts(play, thread.id))[-1]
    assert "E vjetër" in await texts(play, ARTA)


@pytest.mark.parametrize("text", ["më gjeni te @mira_keshilltare", "numri im 069 123 4567", "https://t.me/mira_k"])
async def test_what_shows_how_to_find_the_counsellor_asks_for_a_second_tap(play: Playing, text: str) -> None:
    thread = await a_case(play, ARTA)
    message = await play.counsellor_text(thread.id, text)
    await play.quiet()
    assert text not in await texts(play, ARTA)
    await play.counsellor_presses(f"d:send:{message.id}", thread=thread.id)
    await play.wait_for_text(ARTA, text)


async def test_while_a_counsellor_has_the_case_the_menus_are_mute_and_danger_is_not(play: Playing) -> None:
    await play.client_text(ARTA, "/menu")
    await play.quiet()
    menu = await play.last(ARTA)
    thread = await a_case(play, ARTA)
    await play.press_stale(ARTA, menu.id, "section:leaving")
    await play.client_text(ARTA, "/menu")
    await play.quiet()
    said = (await texts(play, ARTA))[-1]
    assert "Biseda me këshilltarin është e hapur" in said
    await play.client_text(ARTA, "burri më rreh tani")
    await play.quiet()
    assert "129" in (await texts(play, ARTA))[-1]
    assert "burri më rreh tani" in await desk_texts(play, thread.id)


async def test_a_vetted_reply_a_topic_and_a_service_are_found_looked_at_and_sent(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    before = len(await calls_to(play, ARTA))
    await play.counsellor_text(thread.id, "/gjej pasaport")
    await play.quiet()
    found = (await desk_shown(play, thread.id))[-1]
    look = next(button.data for button in found.buttons if (button.data or "").startswith("d:reply:")) or ""
    await play.counsellor_presses(look, thread=thread.id)
    await play.quiet()
    assert len(await calls_to(play, ARTA)) == before
    shown = (await desk_shown(play, thread.id))[-1]
    await play.counsellor_presses(look.replace("d:reply:", "d:give:reply:"), thread=thread.id)
    await play.quiet()
    sent = (await texts(play, ARTA))[-1]
    assert sent.split("\n")[0] in shown.text
