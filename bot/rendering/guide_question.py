"""One question of a guide, and what is true after one that has a right answer."""

from bot.conversation.guide_views import GuideExplained, GuideQuestion
from bot.conversation.taps import Tap
from bot.packs.guide_schema import UNSAID, GuideStep
from bot.packs.guide_words_schema import StepWords
from bot.rendering.buttons import button, exit_button
from bot.rendering.guide_answers import is_crowded, quick_numbers, rows
from bot.rendering.guide_asked import Asked, answer_label, asked, example
from bot.rendering.guide_opened import Opened
from bot.rendering.guide_stays import stay_hint, stays
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Message
from bot.rendering.sources import source_line


def question(view: GuideQuestion, guide: Opened) -> Message | None:
    """None for a step that has left the packs."""
    found = asked(view, guide)
    if found is None:
        return None
    head = f"{guide.words.label} · {view.number}/{view.total}"
    said = page(
        lines(bold(head), plain(_missed(found))),
        plain(found.words.ask),
        stays(found) if found.step.ask == "stays" else "",
        plain(_hint(found)),
        italic(_reason(found)),
        _notes(found),
    )
    return Message(said, rows(found))


def explained(view: GuideExplained, guide: Opened) -> Message | None:
    """None for a question that has left the packs, or has no right answer any more."""
    step, words = guide.step(view.step), guide.words.steps.get(view.step)
    if step is None or words is None or step.right is None:
        return None
    say = guide.reader.say
    said = page(
        lines(*_verdict(view.answer, step, words, guide)),
        plain(words.explain or ""),
        lines(guide.foreign, source_line(guide.sources(step.sources), guide.reader)),
    )
    on = button(say.gettext("Continue"), Tap("done", view.guide, view.step))
    leave = button(say.gettext("Stop here"), Tap("play", view.guide, "leave"))
    return Message(said, ((on,), (leave, exit_button(guide.reader))))


def _verdict(answer: str, step: GuideStep, words: StepWords, guide: Opened) -> tuple[str, ...]:
    """Whoever says honestly that they do not know is told what is true, and nothing of right or wrong."""
    say = guide.reader.say
    right = answer_label(step.right or "", step, words, say)
    if answer == step.right:
        return (bold(say.gettext("That is right.")),)
    true = plain(say.gettext("The right answer: {answer}").format(answer=right)) if right else ""
    return (true,) if answer == UNSAID else (bold(say.gettext("Not quite.")), true)


def _missed(asked: Asked) -> str:
    """Why what was written is no answer; how to write one stands below the question."""
    say = asked.say
    sentences = {
        "": "",
        "number": say.gettext("That number does not fit here."),
        "date": say.gettext("I did not find a day in that."),
        "days": say.gettext("A stay needs the day you came and, after it, the day you left."),
        "place": say.gettext("I do not know this place. Please write the nearest town."),
        "future": say.gettext("That day is too far from today for me. Please look at the year."),
    }
    return sentences[asked.view.missed]


def _hint(asked: Asked) -> str:
    """How to answer, where that is not plain from the buttons."""
    say = asked.say
    match asked.step.ask:
        case "several":
            return say.gettext("Tap all that is true, then “Done”.")
        case "number" if asked.view.missed or not quick_numbers(asked):
            return _numbers(asked)
        case "date":
            day = example(asked.reader.context.today)
            return say.gettext("Write the day like this: {day}").format(day=day)
        case "place":
            return _where(asked)
        case "stays":
            return stay_hint(asked)
        case _:
            return ""


def _numbers(asked: Asked) -> str:
    least, most = asked.step.at_least or 0, asked.step.at_most or 0
    said = asked.say.gettext("Write a number from {least} to {most}, such as {example}.")
    return said.format(least=least, most=most, example=(least + most) // 2)


def _where(asked: Asked) -> str:
    say = asked.say
    if any(place in asked.reader.packs.places for place in asked.view.among):
        return say.gettext("There is more than one place of this name. Which municipality is it in?")
    return "" if asked.view.missed else say.gettext("Write the name of your town or village.")


def _reason(asked: Asked) -> str:
    """Why we ask: on demand, or at once where there is no room for the button."""
    is_seen = asked.view.why or is_crowded(asked)
    return (asked.words.why or "") if is_seen else ""


def _notes(asked: Asked) -> str:
    """What is told has its source under it, as everywhere; a question claims nothing."""
    say, guide = asked.say, asked.guide
    told = asked.step.ask == "info" and asked.step.sources
    overheard = say.gettext("What you write goes to the counsellor too.") if asked.view.overheard else ""
    sources = source_line(guide.sources(asked.step.sources), guide.reader) if told else ""
    return lines(italic(overheard), guide.foreign, sources)
