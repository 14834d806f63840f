"""What one can tap under a question: answers, a way past it, and the ways back and out."""

from typing import Final

from bot.conversation.taps import Tap
from bot.guides.ninety_days import pending
from bot.packs.guide_schema import UNSAID
from bot.rendering.buttons import button, exit_button, pairs
from bot.rendering.guide_asked import Asked, answer_label
from bot.rendering.message import Button, Rows

QUICK: Final = 6
"""So many numbers fit on buttons; more are typed."""

ROOM: Final = 3
"""Rows of answers that leave room for all the ways on below them."""


def is_crowded(asked: Asked) -> bool:
    """Whether the answers take so much room that the ways on move together."""
    return len(pairs(answers(asked))) > ROOM


def rows(asked: Asked) -> Rows:
    given = pairs(answers(asked))
    back, again, leave = _ways(asked)
    if is_crowded(asked):
        return (*given, (*onward(asked), back), (again, leave))
    return (*given, *pairs((*onward(asked), *_why(asked))), (back, again), (leave, exit_button(asked.reader)))


def answers(asked: Asked) -> tuple[Button, ...]:
    match asked.step.ask:
        case "choice" | "yes_no":
            return _choices(asked)
        case "several":
            return _boxes(asked)
        case "number" | "date":
            return _values(asked)
        case "place":
            return _places(asked)
        case "stays":
            return _stays(asked)
        case _:
            return ()


def quick_numbers(asked: Asked) -> tuple[int, ...]:
    """Every number that can be given, where they are few."""
    least, most = asked.step.at_least or 0, asked.step.at_most or 0
    few = asked.step.ask == "number" and most - least < QUICK
    return tuple(range(least, most + 1)) if few else ()


def onward(asked: Asked) -> tuple[Button, ...]:
    """Go on with what is chosen, or without an answer."""
    say, chosen = asked.say, asked.view.chosen
    if asked.step.ask == "info":
        return (button(say.gettext("Continue"), asked.tap("done")),)
    if asked.step.ask in {"several", "stays"} and chosen:
        waits = asked.step.ask == "stays" and pending(chosen[-1]) is not None
        return () if waits else (button(say.gettext("Done"), asked.tap("done")),)
    return (button(say.gettext("Don't know / rather not"), asked.tap("answer", UNSAID)),)


def _choices(asked: Asked) -> tuple[Button, ...]:
    labels = ((name, answer_label(name, asked.step, asked.words, asked.say)) for name in asked.step.ids)
    return tuple(button(label, asked.tap("answer", name)) for name, label in labels if label)


def _boxes(asked: Asked) -> tuple[Button, ...]:
    """Each says what it makes of the answer, so that a second tap on an old button does no harm."""
    labels = ((name, answer_label(name, asked.step, asked.words, asked.say)) for name in asked.step.ids)
    return tuple(
        button(f"☑ {label}", asked.tap("pick", name, "off"))
        if name in asked.view.chosen
        else button(f"☐ {label}", asked.tap("pick", name, "on"))
        for name, label in labels
        if label
    )


def _values(asked: Asked) -> tuple[Button, ...]:
    if asked.step.ask == "date":
        today = asked.reader.context.today.isoformat()
        return (button(asked.say.gettext("Today"), asked.tap("answer", today)),)
    return tuple(button(str(number), asked.tap("answer", str(number))) for number in quick_numbers(asked))


def _places(asked: Asked) -> tuple[Button, ...]:
    packs, language = asked.reader.packs, asked.reader.language
    offered = dict.fromkeys((*asked.view.among, *((asked.view.town,) if asked.view.town else ())))
    return tuple(
        button(packs.place_name(place, language), asked.tap("answer", place))
        for place in offered
        if place in packs.places
    )


def _stays(asked: Asked) -> tuple[Button, ...]:
    if not asked.view.chosen:
        return ()
    say = asked.say
    waits = pending(asked.view.chosen[-1]) is not None
    there = (button(say.gettext("I am still there"), asked.tap("answer", "now")),) if waits else ()
    return (*there, button(say.gettext("Take the last one back"), asked.tap("undo")))


def _why(asked: Asked) -> tuple[Button, ...]:
    if asked.view.why or asked.words.why is None:
        return ()
    return (button(asked.say.gettext("Why do you ask?"), asked.tap("why")),)


def _ways(asked: Asked) -> tuple[Button, Button, Button]:
    say, guide = asked.say, asked.view.guide
    return (
        button(say.gettext("⬅ Back"), Tap("play", guide, "back")),
        button(say.gettext("↺ Start again"), Tap("play", guide, "again")),
        button(say.gettext("Stop here"), Tap("play", guide, "leave")),
    )
