"""A quiz's gain divided by what people told of themselves: one trait at a time, never two together."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.phrases import Speaker
from bot.packs.assets import Packs, in_language
from bot.packs.guide_schema import UNSAID
from bot.packs.indicator_schema import Indicator, Trait
from bot.reports.amounts import added, share
from bot.reports.numbers import Numbers, strengthened
from bot.reports.report import Cell, Column, Section
from bot.reports.table import ALL


@dataclass(frozen=True)
class Divided:
    """An indicator by a trait, over all these quarters together."""

    indicator: Indicator
    trait: Trait
    quarters: tuple[str, ...]
    numbers: Numbers


def by_trait(divided: Divided, packs: Packs, say: Speaker) -> Section:
    names = dict(_answers(divided, packs, say)) | {UNSAID: say.gettext("Not told"), ALL: say.gettext("Together")}
    rows = tuple((label, *_row(divided, name)) for name, label in names.items())
    title, said = {
        "gender": (say.gettext("Gender"), say.gettext("{indicator}: by gender")),
        "age": (say.gettext("Age"), say.gettext("{indicator}: by age")),
    }[divided.trait]
    return Section(
        f"{divided.trait}-of-{divided.indicator.id}",
        said.format(indicator=in_language(divided.indicator.name, say.language).words),
        (Column(title, "text", say.gettext("As people told it, if they wanted to.")), *_columns(say)),
        rows,
        (say.gettext("This is of the quiz only: of what was entered by hand nothing is known here."),),
    )


def _answers(divided: Divided, packs: Packs, say: Speaker) -> Iterator[tuple[str, str]]:
    """What can be told, and what it is called, in the order of the quiz."""
    for quiz in divided.indicator.quizzes:
        guide = packs.guides.get(quiz)
        for step in guide.facts.steps if guide else ():
            if guide and step.id == divided.trait:
                words = guide.said(say.language).words.steps.get(step.id)
                labels = {name: one.label for name, one in words.answers.items()} if words else {}
                yield from ((answer, labels.get(answer) or answer) for answer in step.ids)


def _row(divided: Divided, name: str) -> tuple[Cell, ...]:
    pairs, trait = divided.numbers.pairs, divided.trait
    every = [(quiz, enough, each) for quiz, enough in divided.indicator.quizzes.items() for each in divided.quarters]
    gained = added(pairs(trait, quiz, quarter, name, strengthened(enough)) for quiz, enough, quarter in every)
    both = added(pairs(trait, quiz, quarter, name, ALL) for quiz, _, quarter in every)
    return gained, both, share(gained, both)


def _columns(say: Speaker) -> tuple[Column, ...]:
    return (
        Column(
            say.gettext("With more points"),
            meaning=say.gettext("Who of them had more points in the second half, by as many as the definition says."),
        ),
        Column(
            say.gettext("Took both halves"),
            meaning=say.gettext("Who took both halves; the first time in the quarter, if they did so more than once."),
        ),
        Column(
            say.gettext("Share with more points"),
            "share",
            say.gettext("These as a share of who took both halves, with the interval of 95 % (Wilson)."),
        ),
    )
