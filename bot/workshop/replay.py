"""`udha content replay`: which messages get another answer with another version of the packs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot.conversation.knowledge import Knowledge
from bot.learning.everything import learnt
from bot.packs.loader import load
from bot.workshop.told_questions import QUESTIONS, QuestionsOption, Told, told

BeforeArgument = Annotated[Path, typer.Argument(help="The packs as they were.")]
AfterArgument = Annotated[Path | None, typer.Argument(help="The packs as they are; those of the settings if left out.")]


@dataclass(frozen=True)
class Outcome:
    """What the bot does with a message, and whether that is what the message asked for."""

    told: str
    right: bool


def register(content: typer.Typer, content_dir: Callable[[], Path]) -> None:
    """Add the command `content replay`."""

    @content.command("replay")
    def replay(before: BeforeArgument, after: AfterArgument = None, questions: QuestionsOption = QUESTIONS) -> None:
        """Ask two versions of the packs all questions that measure, and list whose answer changes."""
        asked = told(questions)
        for line in _compared(asked, _outcomes(before, asked), _outcomes(after or content_dir(), asked)):
            typer.echo(line)


def _outcomes(root: Path, asked: Sequence[Told]) -> list[Outcome]:
    packs = load(root)
    knowledge = Knowledge.of(packs, learnt(packs), desk=False)
    return [_outcome(knowledge, each) for each in asked]


def _outcome(knowledge: Knowledge, each: Told) -> Outcome:
    signs = [sign.kind for sign in knowledge.signals.find(each.text, each.language) if sign.pressing]
    if signs:
        return Outcome(f"danger ({signs[0]})", each.kind == "danger")
    found = knowledge.finder.find(each.text, each.language)
    offered = [match.slug for match in found.matches[: 1 if found.decision == "answer" else 3]]
    told = found.decision if found.decision == "unsure" else f"{found.decision} {', '.join(offered)}"
    if each.kind == "question":
        return Outcome(told, each.topic in offered and found.decision != "unsure")
    return Outcome(told, each.kind != "danger" and found.decision != "answer")


def _compared(asked: Sequence[Told], before: Sequence[Outcome], after: Sequence[Outcome]) -> Iterator[str]:
    changed = [one for one in zip(asked, before, after, strict=True) if one[1] != one[2]]
    for each, old, new in changed:
        mark = {True: "better", False: "worse"}[new.right] if old.right != new.right else "other"
        yield f"{mark:6}  {each.language} {each.topic or each.kind}: {each.text}"
        yield f"        {old.told}  ->  {new.told}"
    better = sum(new.right and not old.right for _, old, new in changed)
    worse = sum(old.right and not new.right for _, old, new in changed)
    yield f"{len(changed)} of {len(asked)} answers change: {better} for the better, {worse} for the worse."
