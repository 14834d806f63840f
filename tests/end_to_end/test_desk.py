"""What the desk sees and does, and what must never leave it."""

import pytest

from bot.sandbox.server import DESK_CHAT
from tests.end_to_end.deeds import (
    ARTA,
    BLERI,
    NAMES,
    a_case,
    calls_to,
    cases_of,
    desk_shown,
    desk_texts,
    texts,
)
from tests.playing import Playing
from tests.sandbox_client import BESNIK, MIRA


async def test_two_clients_and_two_counsellors_at_once_are_never_mixed(play: Playing) -> None:
    first, second = await a_case(play, ARTA), await a_case(play, BLERI, BESNIK)
    for number in range(8):
        await play.client_text(ARTA, f"Arta {number}")
        await play.counsellor_text(second.id, f"Besniku {number}", BESNIK)
        await play.client_text(BLERI, f"Bleri {number}")
        await play.counsellor_text(first.id, f"Mira {number}", MIRA)
    await play.quiet()
    assert (await desk_texts(play, first.id))[1:] == [f"Arta {number}" for number in range(8)]
    assert (await desk_texts(play, second.id))[1:] == [f"Bleri {number}" for number in range(8)]
    assert (await texts(play, ARTA))[-8:] == [f"Mira {number}" for number in range(8)]
    assert (await texts(play, BLERI))[-8:] == [f"Besniku {number}" for number in range(8)]


async def test_closing_the_thread_closes_the_case_and_says_nothing_else_to_the_client(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    before = len(await texts(play, ARTA))
    await play.close_thread(thread.id)
    await play.quiet()
    (told,) = (await texts(play, ARTA))[before:]
    assert "Këshilltari e mbylli bisedën" in told
    assert "e mbylli rastin" in (await desk_texts(play, thread.id))[-1]


async def test_the_desk_is_shown_no_name_no_username_and_no_number_of_a_client(play: Playing) -> None:
    await play.client_text(ARTA, "më kanë marrë pasaportën")
    await play.quiet()
    await play.press(ARTA, "accept")
    await play.quiet()
    (thread,) = await cases_of(play)
    await play.client_text(ARTA, "jam mirë")
    await play.client_edits(ARTA, (await play.client_text(ARTA, "jo")).id, "po")
    await play.block(ARTA)
    await play.unblock(ARTA)
    await play.client_text(ARTA, "/fshi")
    await play.quiet()
    await play.press(ARTA, "erase")
    await play.quiet()
    shown = [thread.name, *(str(seen.look) for seen in await desk_shown(play, thread.id))]
    shown += [str(seen.look) for seen in await desk_shown(play, None)]
    asked = [str(call.params) for call in await calls_to(play, DESK_CHAT) if call.method != "copyMessage"]
    for secret in (NAMES[ARTA], NAMES[ARTA].lower().replace(" ", "_"), str(ARTA), "Gjoka"):
        assert [text for text in (*shown, *asked) if secret in text] == []


async def test_a_deleted_thread_is_opened_anew_under_the_same_alias_and_nothing_is_lost(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.client_text(ARTA, "para")
    await play.quiet()
    await play.delete_thread(thread.id)
    await play.client_text(ARTA, "pas")
    await play.client_text(ARTA, "edhe kjo")
    await play.quiet()
    (again,) = await play.threads()
    assert (again.name, again.id != thread.id) == (thread.name, True)
    assert (await desk_texts(play, again.id))[-2:] == ["pas", "edhe kjo"]
    await play.counsellor_text(again.id, "Ju gjeta.")
    await play.wait_for_text(ARTA, "Ju gjeta.")


async def test_the_desk_is_told_when_a_client_has_stopped_the_bot(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.block(ARTA)
    await play.quiet()
    assert "Klienti nuk arrihet" in (await desk_texts(play, thread.id))[-1]
    await play.counsellor_text(thread.id, "Jeni aty?")
    await play.quiet()
    told = [text for text in await desk_texts(play, thread.id) if "Klienti nuk arrihet" in text]
    assert len(told) == 2


async def test_a_message_that_cannot_be_passed_on_is_reported_to_the_desk(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.fault("error", "copyMessage", code=400, description="Bad Request: message can't be copied")
    await play.client_text(ARTA, "kjo nuk kalon")
    await play.quiet()
    assert "nuk u shfaq dot këtu" in (await desk_texts(play, thread.id))[-1]


async def test_a_counsellor_s_words_bear_a_sign_once_the_client_has_them(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    reply = await play.counsellor_text(thread.id, "Mirëdita")
    note = await play.counsellor_text(thread.id, "// e njoh këtë familje")
    await play.quiet()
    signs = {seen.id: seen.reactions for seen in await play.desk_messages(thread.id)}
    assert (signs[reply.id], signs[note.id]) == (["👍"], [])
    assert not [seen for seen in await play.messages(ARTA) if seen.reactions]


async def test_words_that_do_not_arrive_bear_no_sign(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.block(ARTA)
    reply = await play.counsellor_text(thread.id, "Jeni aty?")
    await play.quiet()
    (seen,) = [seen for seen in await play.desk_messages(thread.id) if seen.id == reply.id]
    assert seen.reactions == []


async def test_a_desk_that_takes_no_signs_loses_no_words(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.fault("error", "setMessageReaction", code=400, description="Bad Request: REACTION_INVALID")
    await play.counsellor_text(thread.id, "Mirëdita")
    await play.counsellor_text(thread.id, "Ju dëgjoj")
    await play.quiet()
    assert (await texts(play, ARTA))[-2:] == ["Mirëdita", "Ju dëgjoj"]


@pytest.mark.parametrize("word", ["/close", "/mbyll"])
async def test_a_command_in_the_thread_closes_the_case_with_an_outcome(play: Playing, word: str) -> None:
    thread = await a_case(play, ARTA)
    await play.counsellor_text(thread.id, word)
    await play.quiet()
    await play.counsellor_presses("Mori përgjigje", thread=thread.id)
    await play.wait_for_text(ARTA, "Këshilltari e mbylli bisedën")
    await play.quiet()
    assert [found.closed for found in await play.threads()] == [True]
