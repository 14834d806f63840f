"""A guide that a counsellor sends, or a client finds alone: nobody sees what it came to unless the client agrees."""

import pytest

from tests.builders import the_real_packs
from tests.end_to_end.deeds import ARTA, a_case, a_waiting_case, calls_to, cases_of, desk_shown, desk_texts, to_desk
from tests.end_to_end.tapping import (
    DAYS,
    GUIDE,
    SEND,
    answers,
    asked,
    is_asked,
    is_asked_for_days,
    opens,
    plays,
    presses,
    reasons,
    result_button,
    say,
    sends,
    taps,
    title,
)
from tests.playing import Playing
from tests.sandbox_client import BESNIK, MIRA


async def test_a_guide_is_found_by_a_word_looked_at_and_sent_only_by_a_second_tap(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    before = len(await calls_to(play, ARTA))
    await play.counsellor_text(thread.id, f"/gjej {title('sq').split()[0]}")
    await play.quiet()
    await presses(play, thread.id, f"d:guide:{GUIDE.name}")
    assert len(await calls_to(play, ARTA)) == before
    look = (await desk_shown(play, thread.id))[-1]
    await presses(play, thread.id, SEND)
    sent = await play.last(ARTA)
    assert sent.text == look.text
    assert f"play:{GUIDE.name}:start" in [button.data for button in sent.buttons]
    assert title("sq") in (await desk_texts(play, thread.id))[-1]


async def test_all_guides_are_one_button_away_and_whoever_does_not_have_the_case_can_only_look(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    before = len(await calls_to(play, ARTA))
    await presses(play, thread.id, "d:found", "d:found:guides", by=BESNIK)
    offered = [button.data for button in (await desk_shown(play, thread.id))[-1].buttons]
    assert [f"d:guide:{name}" for name in the_real_packs().guides] == offered[:-1]
    await presses(play, thread.id, f"d:guide:{GUIDE.name}", by=BESNIK)
    look = (await desk_shown(play, thread.id))[-1]
    assert SEND not in [button.data for button in look.buttons]
    body = {"counsellor": BESNIK, "message_id": look.id, "data": SEND, "stale": True, "wait": 10.0}
    assert "Mira" in (await play._post("desk/press", body))["answer"]["text"]
    await play.quiet()
    assert len(await calls_to(play, ARTA)) == before


async def test_in_general_a_guide_can_be_looked_at(play: Playing) -> None:
    await play.counsellor_text(None, "/gjej")
    await play.quiet()
    await presses(play, None, "d:found:guides", f"d:guide:{GUIDE.name}")
    look = (await desk_shown(play, None))[-1]
    assert title("sq") in look.text
    assert [button.data for button in look.buttons] == ["d:found:guides"]


async def test_an_old_button_sends_nothing_once_the_case_is_closed(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await presses(play, thread.id, "d:found", "d:found:guides", f"d:guide:{GUIDE.name}")
    await taps(play, "end")
    before = len(await calls_to(play, ARTA))
    await presses(play, thread.id, SEND)
    assert len(await calls_to(play, ARTA)) == before


async def test_nothing_of_a_guide_stands_in_the_thread_until_the_client_says_yes_and_then_what_it_came_to(
    play: Playing,
) -> None:
    await play.counsellor_text(None, "/language en")
    thread = await a_case(play, ARTA)
    await sends(play, thread.id)
    before = await desk_texts(play, thread.id)
    given = await plays(play)
    question = await is_asked(play)
    assert say("Shall I show it?") in question.text
    assert await desk_texts(play, thread.id) == before
    told = await taps(play, result_button(question, "told"))
    assert told.text == say("The counsellors can see your result now.")
    *earlier, shown = await desk_texts(play, thread.id)
    assert earlier == before
    assert shown.startswith(f"{say('The client shows you what a guide came to:', 'en')}\n{title('en')}\n")
    assert [line[2:] for line in shown.split("\n") if line.startswith("• ")] == reasons(given, "en")
    assert not any(reason in shown for reason in reasons(given, "sq"))
    assert len(reasons(given, "en")) > 1


@pytest.mark.parametrize("in_case", [True, False], ids=["case", "no case"])
async def test_whoever_says_no_is_back_at_the_result_and_the_desk_hears_of_nothing(
    play: Playing, *, in_case: bool
) -> None:
    await (sends(play, (await a_case(play, ARTA)).id) if in_case else opens(play))
    await plays(play)
    before, result = len(await to_desk(play)), (await play.last(ARTA)).text
    question = await is_asked(play)
    assert (await taps(play, result_button(question, ""))).text == result
    assert len(await to_desk(play)) == before


async def test_a_client_without_a_case_opens_one_with_the_same_yes_and_the_desk_sees_the_card_and_then_the_result(
    play: Playing,
) -> None:
    await opens(play)
    given = await plays(play)
    question = await is_asked(play)
    assert say("Shall I show it, and connect you?") in question.text
    assert await cases_of(play) == []
    await taps(play, result_button(question, "open"))
    (thread,) = await cases_of(play)
    card, shown = await desk_shown(play, thread.id)
    assert "d:claim" in [button.data for button in card.buttons]
    assert [line[2:] for line in shown.text.split("\n") if line.startswith("• ")] == reasons(given, "sq")
    await play.counsellor_presses("d:claim", MIRA, thread=thread.id)
    await play.counsellor_text(thread.id, "E pashë, faleminderit.")
    await play.wait_for_text(ARTA, "E pashë, faleminderit.")


@pytest.mark.parametrize("is_held", [True, False], ids=["held", "waiting"])
async def test_what_is_written_in_a_guide_reaches_the_counsellor_too_as_the_question_says(
    play: Playing, *, is_held: bool
) -> None:
    thread = await (a_case if is_held else a_waiting_case)(play, ARTA)
    await (sends(play, thread.id, DAYS) if is_held else opens(play, DAYS))
    question = await is_asked_for_days(play)
    assert say("What you write goes to the counsellor too.") in question.text
    before = await desk_texts(play, thread.id)
    for words in ("1.10.2026 - 5.10.2026", "A jeni aty? Kam edhe një pyetje tjetër për fëmijët"):
        await play.client_text(ARTA, words)
        await play.quiet()
        before.append(words)
        assert await desk_texts(play, thread.id) == before
    result = await taps(play, f"done:{DAYS}:stays")
    assert f"result:{DAYS}:" in str(result.buttons)
    assert await desk_texts(play, thread.id) == before


async def test_without_a_case_what_is_written_in_a_guide_goes_to_nobody(play: Playing) -> None:
    await opens(play, DAYS)
    question = await is_asked_for_days(play)
    assert say("What you write goes to the counsellor too.") not in question.text
    before = len(await to_desk(play))
    await play.client_text(ARTA, "1.10.2026 - 5.10.2026")
    await play.quiet()
    assert len(await to_desk(play)) == before


async def test_danger_in_an_answer_gives_the_number_first_and_alarms_the_desk_of_the_case(play: Playing) -> None:
    thread = await a_case(play, ARTA)
    await sends(play, thread.id)
    seen, before = await taps(play, f"play:{GUIDE.name}:start"), len(await desk_texts(play, thread.id))
    while (step := asked(seen)) and not any(answer.signal for answer in step.answers):
        await answers(play, step)
        seen = await play.last(ARTA)
    assert step is not None
    danger = next(answer.id for answer in step.answers if answer.signal)
    warned = await taps(play, f"answer:{GUIDE.name}:{step.id}.{danger}")
    assert "112" in warned.text
    (alarm,) = (await desk_texts(play, thread.id))[before:]
    assert alarm.startswith("⚠️")
    assert reasons([(step.id, danger)], "sq")[0] not in alarm
    assert "❗" in (await desk_shown(play, thread.id))[0].text
    await taps(play, f"answer:{GUIDE.name}:{step.id}.{danger}")
    (question,) = [each for each in await play.messages(ARTA) if each.id == seen.id]
    assert asked(question) not in {None, step}
    assert len(await desk_texts(play, thread.id)) == before + 1
