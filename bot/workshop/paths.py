"""`udha content paths`: every way through a guide, with the results in which it can end."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from textwrap import shorten
from typing import Annotated, Final

import typer

from bot.errors import ContentError
from bot.guides.alternatives import TO
from bot.guides.paths import Path as Way
from bot.guides.paths import explore, paths
from bot.packs.guide_words_schema import GuideWords
from bot.packs.loader import read
from bot.packs.reading import Reading
from bot.workshop.options import FolderOption

NO_RESULT: Final = "no result at all"
LONGEST: Final = 100
"""Characters of a question that remind one of all of it."""

GuideArgument = Annotated[str, typer.Argument(help="The name of a guide.")]
LangOption = Annotated[str, typer.Option(help="The language of the words.")]
IdsOption = Annotated[bool, typer.Option("--ids", help="Ids instead of words, one path a line.")]
MostOption = Annotated[int, typer.Option(min=1, help="How many paths to list.")]


def register(content: typer.Typer, content_dir: Callable[[], Path]) -> None:
    """Add the command `content paths`."""

    @content.command("paths")
    def show_paths(
        guide: GuideArgument,
        lang: LangOption = "sq",
        most: MostOption = 100,
        packs: FolderOption = None,
        ids: IdsOption = False,  # noqa: FBT002 -- a flag is how typer says it
    ) -> None:
        """Every way through a guide: the questions that come, the answers that matter, the results."""
        for line in _told(read(packs or content_dir()), guide, None if ids else lang, most):
            typer.echo(line)


def _told(reading: Reading, name: str, lang: str | None, most: int) -> Iterator[str]:
    if name not in reading.guides:
        raise ContentError(_unknown(reading, name))
    guide = reading.guides[name][1]
    found, ways = explore(guide), paths(guide)
    said = reading.guide_words[name].get(lang or "")
    telling = _Telling(said[1] if said else None, has_points=any(any(each) for each in found.results.values()))
    for number, way in enumerate(ways[:most], 1):
        yield from telling.way(number, way)
    more = f" The first {most} are listed; --most lists more." if len(ways) > most else ""
    yield f"{name}: {len(ways)} {'path' if len(ways) == 1 else 'paths'}.{more}"
    ends = ((result.id, found.results.get(result.id, ())) for result in guide.results)
    yield from (f"  {line}" for line in telling.ends(ends))
    yield from (f"  No result for {lost}." for lost in found.lost)


def _unknown(reading: Reading, name: str) -> str:
    if name in {problem.path.stem for problem in reading.problems}:
        return f"The guide '{name}' cannot be read. Run 'udha content check'."
    return f"There is no guide '{name}'. There are: {', '.join(sorted(reading.guides)) or 'none yet'}."


class _Telling:
    """In words, or in ids where there are none."""

    def __init__(self, words: GuideWords | None, *, has_points: bool) -> None:
        self._words = words
        self._has_points = has_points

    def way(self, number: int, way: Way) -> Iterator[str]:
        asked = [self._asked(step, answers) for step, answers in way.asked]
        ended = self.ends(way.results)
        if self._words is None:
            yield f"{number}. {', '.join(asked)} > {'; '.join(ended)}"
            return
        yield f"{number}."
        yield from (f"   {line}" for line in asked)
        yield from (f"   > {line}" for line in ended)
        yield ""

    def ends(self, results: Iterable[tuple[str, Iterable[int]]]) -> Iterator[str]:
        """Results with the points with which each can be had."""
        for name, points in results:
            known = self._words.results.get(name) if self._words else None
            title = f"{known.title} ({name})" if known else name or NO_RESULT
            yield f"{title}: {ranges(points)} points" if self._has_points else title

    def _asked(self, step: str, answers: Iterable[str]) -> str:
        listed = [self._answer(step, answer) for answer in answers]
        if self._words is None:
            return f"{step}={'/'.join(listed)}" if listed else step
        words = self._words.steps.get(step)
        question = shorten(words.ask, LONGEST, placeholder=" \N{HORIZONTAL ELLIPSIS}") if words else step
        return f"{question} [{' / '.join(listed)}]" if listed else question

    def _answer(self, step: str, answer: str) -> str:
        words = self._words.steps.get(step) if self._words else None
        labels = {name: each.label or name for name, each in words.answers.items()} if words else {}
        chosen = answer.split("+")  # of several; an open end of a number (15+) has no label
        return " + ".join(labels[name] for name in chosen) if labels.keys() >= set(chosen) else answer


def ranges(numbers: Iterable[int]) -> str:
    """What stands without a gap in one piece."""
    listed = sorted(numbers)
    breaks = [at for at, (one, two) in enumerate(pairwise(listed), 1) if two > one + 1]
    pieces = [listed[begin:end] for begin, end in pairwise([0, *breaks, len(listed)]) if begin < end]
    return ", ".join(str(piece[0]) if len(piece) == 1 else f"{piece[0]}{TO}{piece[-1]}" for piece in pieces) or "no"
