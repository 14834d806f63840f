"""A client who taps through a guide, and counsellors who send one.

Which answers there are is read from the files of the guide, so that an editor can change them.
"""

from typing import Final

from bot.packs.guide_schema import UNSAID, GuideStep
from tests.builders import the_real_packs
from tests.contexts import the_phrases
from tests.end_to_end.deeds import ARTA
from tests.playing import Playing
from tests.sandbox_client import MIRA, Seen

GUIDE: Final = the_real_packs().guides["check-offer"]
DAYS: Final = "ninety-days"
"""Has a question that is answered in words."""
SEND: Final = f"d:give:guide:{GUIDE.name}"


def say(sentence: str, language: str = "sq") -> str:
    return the_phrases().speak(language).gettext(sentence)


def title(language: str) -> str:
    return GUIDE.said(language).words.title


def reasons(answers: list[tuple[str, str]], language: str) -> list[str]:
    """What these answers speak for, in the words of the guide."""
    steps = GUIDE.said(language).words.steps
    told = [steps[step].answers[answer].reason for step, answer in answers if answer in steps[step].answers]
    return [reason for reason in told if reason]


async def taps(play: Playing, data: str) -> Seen:
    """The client taps, and sees what comes of it."""
    await play.press(ARTA, data)
    await play.quiet()
    return await play.last(ARTA)


def asked(seen: Seen) -> GuideStep | None:
    """The step that this message asks."""
    marks = (f"{name}:{GUIDE.name}:" for name in ("answer", "pick", "done"))
    data = [button.data or "" for button in seen.buttons]
    found = [each.removeprefix(mark).partition(".")[0] for mark in marks for each in data if each.startswith(mark)]
    return next((step for step in GUIDE.facts.steps if step.id in found), None)


def worst(step: GuideStep) -> str:
    """The answer that counts most without telling of danger at once."""
    harmless = [answer for answer in step.answers if answer.signal is None]
    return max(harmless, key=lambda answer: answer.points).id


async def answers(play: Playing, step: GuideStep) -> tuple[str, str]:
    if step.ask == "info":
        await taps(play, f"done:{GUIDE.name}:{step.id}")
        return step.id, ""
    answer = worst(step) if step.answers else UNSAID
    if step.ask == "several":
        await taps(play, f"pick:{GUIDE.name}:{step.id}.{answer}.on")
        await taps(play, f"done:{GUIDE.name}:{step.id}")
    else:
        await taps(play, f"answer:{GUIDE.name}:{step.id}.{answer}")
    return step.id, answer


async def plays(play: Playing) -> list[tuple[str, str]]:
    """From the beginning that stands in the chat to the result, tap by tap; gives what was answered."""
    seen, given = await taps(play, f"play:{GUIDE.name}:start"), []
    while step := asked(seen):
        given.append(await answers(play, step))
        seen = await play.last(ARTA)
    return given


def result_button(seen: Seen, part: str) -> str:
    """The data of the button of a result that leads to this part."""
    (data,) = [
        data
        for button in seen.buttons
        if (data := button.data or "").startswith(f"result:{GUIDE.name}:") and data.rpartition(".")[2] == part
    ]
    return data


async def is_asked(play: Playing) -> Seen:
    """The client wants a counsellor to see the result, and is asked whether they may."""
    return await taps(play, result_button(await play.last(ARTA), "desk"))


async def presses(play: Playing, thread: int | None, *data: str, by: int = MIRA) -> None:
    """A counsellor presses one button after the other."""
    for each in data:
        await play.counsellor_presses(each, by, thread=thread)
        await play.quiet()


async def sends(play: Playing, thread: int, guide: str = GUIDE.name) -> None:
    """The holder finds the guide among all of them, looks at it and sends it."""
    await presses(play, thread, "d:found", "d:found:guides", f"d:guide:{guide}", f"d:give:guide:{guide}")


async def opens(play: Playing, guide: str = GUIDE.name) -> None:
    """The client finds it alone."""
    await play.client_text(ARTA, "/hapat")
    await play.quiet()
    await taps(play, f"guide:{guide}")


async def is_asked_for_days(play: Playing) -> Seen:
    """The guide that is open in the chat, up to its question that is answered in words."""
    for data in ("play:{}:start", "done:{}:area", "answer:{}:permit.no"):
        await taps(play, data.format(DAYS))
    return await taps(play, f"answer:{DAYS}:been.yes")
