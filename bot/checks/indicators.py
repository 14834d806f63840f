"""Rules for indicators: what they count exists, is counted once, and is said in every language."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from bot.checks.place_of import at as _at
from bot.packs.guide_schema import GuideFile
from bot.packs.indicator_schema import TOLD, Indicator, IndicatorSource, Words
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.yaml_file import Key
from bot.translation.entries import must_be_whole

Keys = tuple[Key, ...]

QUARTERS_BEGIN = (1, 4, 7, 10)


def indicator_ids_are_unique(reading: Reading, _today: date) -> Iterator[Problem]:
    """Figures that are entered by hand belong to an id: of two with one id neither would be right."""
    ids = [indicator.id for _, _, indicator in reading.indicators]
    for (path, at, indicator), before in zip(reading.indicators, range(len(ids)), strict=True):
        if indicator.id in ids[:before]:
            sentence = f"The id '{indicator.id}' stands twice."
            yield _at(path, ("indicators", at, "id"), sentence, "Give each indicator its own.")


def indicators_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    whole = [language for language in reading.languages() if language in must_be_whole(reading)]
    for path, at, indicator in reading.indicators:
        for keys, words in _words(indicator):
            for language in (language for language in whole if language not in words):
                sentence = f"'{keys[-1]}' of the indicator '{indicator.id}' has no words in '{language}'."
                yield _at(path, ("indicators", at, *keys), sentence, f"Add '{language}'.")


def _words(indicator: Indicator) -> Iterator[tuple[Keys, Words]]:
    yield ("name",), indicator.name
    yield ("definition",), indicator.definition
    if indicator.programme:
        yield ("programme",), indicator.programme
    if indicator.asked_by:
        yield ("asked_by",), indicator.asked_by
    if indicator.minimum_share:
        yield ("minimum_share", "name"), indicator.minimum_share.name


def indicators_count_what_there_is(reading: Reading, _today: date) -> Iterator[Problem]:
    """Guides, topics, services and needs; a name that leads nowhere would count nothing, and nobody would see it."""
    broken, quizzes = {problem.path.stem for problem in reading.problems}, _quizzes(reading)
    known: dict[str, Collection[str]] = {
        "topics": reading.topics.keys() | broken,
        "guides": reading.guides.keys() | broken,
        "services": reading.services.keys(),
        "needs": {need for directory in reading.directories.values() for need in directory.needs},
    }
    for path, keys, _, source in _sources(reading):
        for field, there in known.items():
            for place, name in enumerate(getattr(source, field)):
                if name not in there:
                    sentence = f"There is no {field.removesuffix('s')} '{name}'."
                    yield _at(path, (*keys, field, place), sentence, "Correct the name or remove it.")
                elif field == "guides" and name in quizzes:
                    sentence = f"'{name}' is a quiz, and its halves are not counted as a guide."
                    yield _at(path, (*keys, field, place), sentence, "Write 'kind: quiz_gain', or remove it.")


def quizzes_of_indicators_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    """Before and after is known only of a guide in two halves; of people only while there is one such guide."""
    quizzes = _quizzes(reading)
    broken = {problem.path.stem for problem in reading.problems}
    for path, keys, indicator, source in _sources(reading):
        if source.quiz is None or source.quiz in broken:
            continue
        if source.quiz not in quizzes:
            sentence = f"There is no quiz in two halves called '{source.quiz}'."
            yield _at(path, (*keys, "quiz"), sentence, f"Name one of these: {', '.join(sorted(quizzes)) or 'none'}.")
        elif indicator.counts == "people" and len(quizzes) > 1:
            sentence = "People who gained are known of all quizzes together, and there are several."
            yield _at(path, keys, sentence, "Write 'counts: pairs'.")


def _quizzes(reading: Reading) -> list[str]:
    return [name for name, (_, guide) in reading.guides.items() if guide.has_forms]


def traits_of_indicators_are_asked(reading: Reading, _today: date) -> Iterator[Problem]:
    """A share of women needs a quiz that asks who is one; of figures that are entered by hand anything may be known."""
    for path, at, indicator in reading.indicators:
        asked = {name: reading.guides[name][1] for name in indicator.quizzes if name in reading.guides}
        for keys, trait, value in _traits(indicator):
            for name, guide in asked.items():
                answers = _answers(guide, trait)
                if answers is None or (value and value not in answers):
                    said = f"{trait}: {value}" if value else trait
                    sentence = f"The quiz '{name}' does not ask for '{said}'."
                    yield _at(path, ("indicators", at, *keys), sentence, "Name a step with 'counted: person' of it.")


def _traits(indicator: Indicator) -> Iterator[tuple[Keys, str, str | None]]:
    for place, trait in enumerate(indicator.disaggregation):
        if trait in TOLD:
            yield ("disaggregation", place), trait, None
    if indicator.minimum_share and indicator.minimum_share.trait in TOLD:
        yield ("minimum_share",), indicator.minimum_share.trait, indicator.minimum_share.value


def _answers(guide: GuideFile, trait: str) -> tuple[str, ...] | None:
    return next((step.ids for step in guide.steps if step.counted == "person" and step.id == trait), None)


def nothing_is_promised_twice(reading: Reading, _today: date) -> Iterator[Problem]:
    """The same people reported twice to the same programme for the same days."""
    for (_, _, one), (path, at, other) in combinations(reading.indicators, 2):
        same = one.counted and (one.counted, one.counts, one.programme) == (
            other.counted,
            other.counts,
            other.programme,
        )
        if same and one.covers(other.since or date.min, other.until or date.max):
            sentence = f"'{other.id}' counts what '{one.id}' counts, and their periods overlap."
            yield _at(path, ("indicators", at), sentence, "Part them by 'from' and 'to', or keep one of them.")


def periods_of_indicators_are_quarters(reading: Reading, _today: date) -> Iterator[Problem]:
    """Advice only: a programme begins when it begins, but numbers are of whole quarters."""
    for path, at, indicator in reading.indicators:
        if indicator.since and (indicator.since.day != 1 or indicator.since.month not in QUARTERS_BEGIN):
            sentence = f"'{indicator.id}' begins within a quarter, and the whole of that quarter is counted."
            remedy = "Say so to whoever asks for it, or begin with the next quarter."
            yield _at(path, ("indicators", at, "from"), sentence, remedy, "advice")
        after = indicator.until + timedelta(days=1) if indicator.until else None
        if after and (after.day != 1 or after.month not in QUARTERS_BEGIN):
            sentence = f"'{indicator.id}' ends within a quarter, and the whole of that quarter is counted."
            remedy = "Say so to whoever asks for it, or end with a quarter."
            yield _at(path, ("indicators", at, "to"), sentence, remedy, "advice")


def sources_of_indicators_are_counted(reading: Reading, _today: date) -> Iterator[Problem]:
    """Advice only: the rest of the indicator is right."""
    for path, keys, _, source in _sources(reading):
        if source.kind == "activity_joined":
            sentence = "Udha does not count yet who has joined an activity: this source adds nothing."
            yield _at(path, keys, sentence, "Add 'kind: by_hand' and enter the figures.", "advice")


def _sources(reading: Reading) -> Iterator[tuple[Path, Keys, Indicator, IndicatorSource]]:
    for path, at, indicator in reading.indicators:
        for place, source in enumerate(indicator.sources):
            yield path, ("indicators", at, "sources", place), indicator, source
