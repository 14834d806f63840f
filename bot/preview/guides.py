"""Guides: every question with its answers, what they count, and every way to end, as the files have them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.packs.assets import Guide, Packs
from bot.packs.guide_schema import GuideItem, GuideResult, GuideStep, Span, When
from bot.packs.guide_words_schema import GuideWords
from bot.packs.reading import Reading
from bot.preview.cells import Cell, Row, Words, cell, row
from bot.preview.marks import Mark, day, topic_marks
from bot.preview.topics import SourceLine, source_line

KINDS: Final = {
    "info": "information",
    "choice": "one answer",
    "several": "several answers",
    "yes_no": "yes or no",
    "number": "a number, written",
    "date": "a day, written",
    "place": "a town, written",
    "stays": "days of coming and going, written",
}
"""How a step is answered, as the page names it."""

Said = Callable[[GuideWords], Words]
"""One part of a guide's words."""


@dataclass(frozen=True)
class Block:
    """A question, a result or the list; `notes` say when it comes and what it does."""

    name: str
    notes: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class GuideCard:
    """One guide, in the order in which it is played."""

    name: str
    section: str
    titles: tuple[Cell, ...]
    pack: str
    countries: tuple[str, ...]
    audience: tuple[str, ...]
    topics: tuple[str, ...]
    marks: tuple[Mark, ...]
    blocks: tuple[Block, ...]
    sources: tuple[SourceLine, ...]
    dates: tuple[tuple[str, str], ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(mark.kind for mark in self.marks)


def guide_cards(reading: Reading, packs: Packs, today: date) -> tuple[GuideCard, ...]:
    """In the order in which clients are offered them."""
    return tuple(_card(guide, reading, packs.languages, today) for guide in packs.guides.values())


def _card(guide: Guide, reading: Reading, languages: tuple[str, ...], today: date) -> GuideCard:
    facts = guide.facts
    path, _ = reading.guides[guide.name]
    return GuideCard(
        guide.name,
        facts.section,
        tuple(cell(language, guide.words[language].title) for language in languages if language in guide.words),
        path.relative_to(reading.root).parts[0],
        facts.countries,
        facts.audience,
        facts.topics,
        topic_marks(guide, today),
        tuple(_blocks(guide, languages)),
        tuple(map(source_line, facts.sources.values())),
        (
            ("Reviewed", day(facts.reviewed)),
            ("Review by", day(facts.review_by)),
            ("Withheld after", day(facts.withhold_after)),
        ),
    )


def _blocks(guide: Guide, languages: tuple[str, ...]) -> Iterator[Block]:
    def told(name: str, said: Said) -> tuple[Row, ...]:
        """A row, where any language says something there."""
        words: Mapping[str, Words] = {language: said(each) for language, each in guide.words.items()}
        return (row(name, words, languages),) if any(words.values()) else ()

    opening = (*told("Title", lambda words: words.title), *told("Button", lambda words: words.label))
    yield Block("How it begins", (), (*opening, *told("Intro", lambda words: words.intro)))
    for step in guide.facts.steps:
        yield Block(f"Question {step.id}", _step_notes(step), _step_rows(step, told))
    for result in guide.facts.results:
        yield Block(f"Result {result.id}", _result_notes(result), _result_rows(result, told))
    for item in guide.facts.items:
        yield Block(f"Line {item.id}", _item_notes(item), _item_rows(item, told))
    groups = dict.fromkeys(item.group for item in guide.facts.items if item.group)
    titles = [each for group in groups for each in told(f"Part {group}", _group_title(group))]
    if titles:
        yield Block("Parts of the list", (), tuple(titles))


def _step_rows(step: GuideStep, told: Callable[[str, Said], tuple[Row, ...]]) -> tuple[Row, ...]:
    def part(name: str) -> Said:
        return lambda words: getattr(words.steps.get(step.id), name, None)

    answers = [each for answer in step.ids for each in told(_answer_name(answer, step), _answer(step, answer))]
    asked = (*told("Says" if step.ask == "info" else "Asks", part("ask")), *told("Why we ask", part("why")))
    return (*asked, *answers, *told("Explains", part("explain")))


def _answer(step: GuideStep, answer: str) -> Said:
    """Its button, and under it the reason that it gives."""

    def said(words: GuideWords) -> Words:
        asked = words.steps.get(step.id)
        found = asked.answers.get(answer) if asked else None
        return tuple(filter(None, (found.label, found.reason))) if found else None

    return said


def _answer_name(answer: str, step: GuideStep) -> str:
    points, signal = step.points(answer), step.signal(answer)
    right = "right" if answer == step.right else f"{points:+}" if points else ""
    notes = ", ".join(filter(None, (right, f"danger: {signal}" if signal else "")))
    return f"Answer {answer}" + (f" ({notes})" if notes else "")


def _counting(step: GuideStep) -> tuple[str, ...]:
    """Yes and no that count: they need no words of their own, so that there may be no row that says it."""
    counting = (each for each in step.ids if step.points(each) or step.signal(each))
    return tuple(_answer_name(each, step) for each in counting) if step.ask == "yes_no" else ()


def _result_rows(result: GuideResult, told: Callable[[str, Said], tuple[Row, ...]]) -> tuple[Row, ...]:
    def part(name: str) -> Said:
        return lambda words: getattr(words.results.get(result.id), name, None)

    parts = [each for name in result.parts for each in told(f"Behind a button: {name}", _part(result, name))]
    return (*told("Title", part("title")), *told("Text", part("text")), *parts, *told("To pass on", part("share")))


def _part(result: GuideResult, name: str) -> Said:
    def said(words: GuideWords) -> Words:
        found = words.part(result.id, name)
        return (found.label, *found.text.splitlines()) if found else None

    return said


def _item_rows(item: GuideItem, told: Callable[[str, Said], tuple[Row, ...]]) -> tuple[Row, ...]:
    return told("Says", lambda words: getattr(words.items.get(item.id), "text", None))


def _group_title(group: str) -> Said:
    return lambda words: getattr(words.groups.get(group), "title", None)


def _step_notes(step: GuideStep) -> tuple[str, ...]:
    bounds = f"from {step.at_least} to {step.at_most}" if step.ask == "number" else ""
    return tuple(
        filter(
            None,
            (
                KINDS[step.ask],
                bounds,
                _comes(step.when),
                f"not if {condition(step.unless)}" if step.unless else "",
                f"half {step.form} of the quiz" if step.form else "",
                *_counting(step),
                f"counted: {step.counted}" if step.counted else "",
                "the town is remembered" if step.remembers else "",
            ),
        )
    )


def _result_notes(result: GuideResult) -> tuple[str, ...]:
    leads = (*result.topics, *result.services, *result.guides)
    notes = (
        _comes(result.when) or "in every other case",
        f"shows a {result.lists}" if result.lists else "",
        "offers a person first" if result.desk else "",
        f"leads to {', '.join(leads)}" if leads else "",
    )
    return tuple(filter(None, notes))


def _item_notes(item: GuideItem) -> tuple[str, ...]:
    leads = tuple(filter(None, (item.topic, item.service)))
    notes = (
        f"part {item.group}" if item.group else "",
        _comes(item.when),
        f"leads to {', '.join(leads)}" if leads else "",
    )
    return tuple(filter(None, notes))


def _comes(when: When | None) -> str:
    return f"if {condition(when)}" if when else ""


def condition(when: When) -> str:
    """As one would say it: kind is job or agency, and points at least 6."""
    return "; or ".join(", and ".join(_line(name, wanted) for name, wanted in each.items()) for each in when)


def _line(name: str, wanted: tuple[str, ...] | Span) -> str:
    if not isinstance(wanted, Span):
        return f"{name} is {' or '.join(wanted)}"
    bounds = {"at least": wanted.at_least, "at most": wanted.at_most}
    return f"{name} {' and '.join(f'{word} {bound}' for word, bound in bounds.items() if bound is not None)}"
