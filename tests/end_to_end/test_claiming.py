"""Who has a case: one winner, handed on, given back, and nobody else's words reach the client."""

import asyncio

from bot.sandbox.server import DESK_CHAT
from tests.end_to_end.deeds import ARTA, a_case, a_waiting_case, calls_to, desk_shown, desk_texts, texts
from tests.playing import Playing
from tests.sandbox_client import BESNIK, MIRA, Seen


async def card(play: Playing, thread: int) -> Seen:
    """The head of the thread."""
    return (await desk_shown(play, thread))[0]


async def test_of_two_who_press_at_once_one_has_the_case_and_the_other_learns_who(play: Playing) -> None:
    thread = await a_waiting_case(play, ARTA)
    pressing = (play.counsellor_presses("d:claim", who, thread=thread.id) for who in (MIRA, BESNIK))
    toasts = [toast["text"] for toast in await asyncio.gather(*pressing) if toast]
    await play.quiet()
    shown = (await card(play, thread.id)).text
    winner = "Mira" if "Mira" in shown else "Besnik"
    assert sorted(winner in toast for toast in toasts) == [False, True]
    assert "d:claim" not in [button.data for button in (await card(play, thread.id)).buttons]


async def test_before_somebody_has_it_what_is_written_stays_at_the_desk_and_this_is_said_once(play: Playing) -> None:
    thread = await a_waiting_case(play, ARTA)
    before = await calls_to(play, ARTA)
    for text in ("Kush e merr?", "Unë nuk mundem."):
        await play.counsellor_text(thread.id, text)
    await play.quiet()
    assert await calls_to(play, ARTA) == before
    hints = [text for text in await desk_texts(play, thread.id) if "lexoni vetëm ju" in text]
    assert len(hints) == 1


async def test_a_button_that_was_shown_before_the_case_was_taken_is_dead(play: Playing) -> None:
    thread = await a_waiting_case(play, ARTA)
    old = (await card(play, thread.id)).id
    await play.counsellor_presses("d:claim", MIRA, thread=thread.id)
    await play.quiet()
    body = {"counsellor": BESNIK, "message_id": old, "data": "d:claim", "stale": True, "wait": 10.0}
    toast = (await play._post("desk/press", body))["answer"]
    assert "Mira" in toast["text"]
    await play.counsellor_text(thread.id, "Unë jam Besniku", BESNIK)
    await play.quiet()
    assert "Unë jam Besniku" not in await texts(play, ARTA)


async def test_a_case_is_handed_to_a_colleague_by_name_and_only_they_are_heard_then(play: Playing) -> None:
    await play.counsellor_text(None, "/ndihme", BESNIK)
    thread = await a_case(play, ARTA)
    await play.counsellor_presses("d:case", thread=thread.id)
    await play.counsellor_presses("d:hand", thread=thread.id)
    await play.quiet()
    await play.counsellor_presses("Besnik", thread=thread.id)
    await play.quiet()
    await play.counsellor_text(thread.id, "Mira pas dorëzimit")
    await play.counsellor_text(thread.id, "Besniku këtu", BESNIK)
    await play.quiet()
    said = await texts(play, ARTA)
    assert "Besniku këtu" in said
    assert "Mira pas dorëzimit" not in said


async def test_a_case_that_is_given_back_waits_again_and_the_client_is_told(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.counsellor_presses("d:case", thread=thread.id)
    await play.counsellor_presses("d:release", thread=thread.id)
    await play.quiet()
    assert "d:claim" in [button.data for button in (await card(play, thread.id)).buttons]
    before = await calls_to(play, ARTA)
    await play.counsellor_text(thread.id, "E lashë.")
    await play.quiet()
    assert await calls_to(play, ARTA) == before


async def test_an_anonymous_administrator_can_neither_take_a_case_nor_write_to_a_client(play: Playing) -> None:
    thread = await a_waiting_case(play, ARTA)
    before = await calls_to(play, ARTA)
    await play.counsellor_text(thread.id, "Unë e marr", anonymous=True)
    await play.quiet()
    assert await calls_to(play, ARTA) == before
    assert len(await calls_to(play, DESK_CHAT)) > 0


async def test_a_closed_case_can_be_opened_again_by_the_counsellor_but_not_one_that_the_client_ended(
    play: Playing,
) -> None:
    thread = await a_case(play, ARTA)
    await play.counsellor_text(thread.id, "/mbyll")
    await play.quiet()
    await play.counsellor_presses("Mori përgjigje", thread=thread.id)
    await play.quiet()
    await play.counsellor_text(thread.id, "nuk kalon")
    await play.quiet()
    assert "nuk kalon" not in await texts(play, ARTA)
    await play.counsellor_presses("d:reopen", thread=thread.id)
    await play.quiet()
    await play.counsellor_text(thread.id, "Ju shkruaj përsëri")
    await play.wait_for_text(ARTA, "Ju shkruaj përsëri")
    await play.press(ARTA, "end")
    await play.quiet()
    assert "d:reopen" not in [button.data for button in (await card(play, thread.id)).buttons]


async def test_who_asks_again_comes_back_into_the_same_thread(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await play.client_text(ARTA, "para")
    await play.press(ARTA, "end")
    await play.quiet()
    await play.client_text(ARTA, "/keshilltar")
    await play.quiet()
    await play.press(ARTA, "accept")
    await play.client_text(ARTA, "prapë unë")
    await play.quiet()
    (again,) = await play.threads()
    assert (again.id, again.closed) == (thread.id, False)
    assert (await desk_texts(play, thread.id))[-1] == "prapë unë"
