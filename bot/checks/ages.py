"""Rule for `ages.yaml`: where one language knows how people say their age, every language does."""

from collections.abc import Iterator
from datetime import date

from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.translation.entries import must_be_whole


def ages_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    """Else a counsellor is told of minors who write in one language and not of those who write in the other."""
    told = {problem.path for problem in reading.problems}
    for path, _ in list(reading.ages.values())[:1]:
        for language in filter(must_be_whole(reading).__contains__, reading.languages()):
            missing = path.parents[1] / language / path.name
            if language not in reading.ages and missing not in told:
                sentence = f"There is no list of how people say their age in '{language}'."
                yield _at(path, (), sentence, f"Add {language}/{path.name}.")
