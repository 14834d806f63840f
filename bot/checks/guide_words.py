"""Rules for the words of guides: they are those of the guide's own steps and results, no more and no less."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from bot.checks.passages import passages
from bot.checks.place_of import at as _at
from bot.packs.guide_schema import GuideFile, GuideResult, GuideStep
from bot.packs.guide_words_schema import GuideWords, ResultWords, StepWords
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.yaml_file import Key

LONGEST_QUESTION: Final = 300
"""Characters of a question that fits one phone screen together with its answers."""

Keys = tuple[Key, ...]


class _Said(NamedTuple):
    """A guide, and its words in one language."""

    path: Path
    language: str
    guide: GuideFile
    words: GuideWords


def guide_words_agree(reading: Reading, _today: date) -> Iterator[Problem]:
    """Steps, results, items and groups: all of them have words, and no words are of something else."""
    for path, _, guide, words in _said(reading):
        groups = [item.group for item in guide.items if item.group]
        yield from _same(path, ("steps",), [step.id for step in guide.steps], words.steps)
        yield from _same(path, ("results",), [result.id for result in guide.results], words.results)
        yield from _same(path, ("items",), [item.id for item in guide.items], words.items)
        yield from _same(path, ("groups",), groups, words.groups)


def _said(reading: Reading) -> Iterator[_Said]:
    """A guide without words, and words without a guide, are told already."""
    for name, by_language in reading.guide_words.items():
        for language, (path, words) in by_language.items():
            if name in reading.guides:
                yield _Said(path, language, reading.guides[name][1], words)


def _same(path: Path, within: Keys, ids: Iterable[str], words: Collection[str]) -> Iterator[Problem]:
    noun = str(within[-1]).removesuffix("s")
    needed = list(dict.fromkeys(ids))
    for name in needed:
        if name not in words:
            yield _at(path, within, f"The {noun} '{name}' has no words.", f"Add it under '{_named(within)}'.")
    for name in words:
        if name not in needed:
            sentence = f"There is no {noun} '{name}' in the guide."
            yield _at(path, (*within, name), sentence, "Correct the id, or remove these words.")


def _named(keys: Keys) -> str:
    return " / ".join(map(str, keys))


def _steps(said: _Said) -> Iterator[tuple[Keys, GuideStep, StepWords]]:
    for step in said.guide.steps:
        if step.id in said.words.steps:
            yield ("steps", step.id), step, said.words.steps[step.id]


def _results(said: _Said) -> Iterator[tuple[Keys, GuideResult, ResultWords]]:
    for result in said.guide.results:
        if result.id in said.words.results:
            yield ("results", result.id), result, said.words.results[result.id]


def answers_have_words(reading: Reading, _today: date) -> Iterator[Problem]:
    """A label for each answer to choose, none for yes and no, whose buttons are the same everywhere."""
    for said in _said(reading):
        for keys, step, words in _steps(said):
            labelled = {name for name, answer in words.answers.items() if answer.label is not None}
            yield from _labelled(said.path, (*keys, "answers"), step, labelled)
            for name in (name for name in words.answers if name not in step.ids):
                sentence = f"The step '{step.id}' has no answer '{name}'."
                remedy = "Correct the id, or remove these words."
                yield _at(said.path, (*keys, "answers", name), sentence, remedy)


def _labelled(path: Path, keys: Keys, step: GuideStep, labelled: Collection[str]) -> Iterator[Problem]:
    for name in step.ids:
        if step.ask == "yes_no" and name in labelled:
            yield _at(path, (*keys, name, "label"), "Yes and no have their buttons already.", "Remove the label.")
        elif step.ask != "yes_no" and name not in labelled:
            sentence = f"The answer '{name}' has no label."
            yield _at(path, (*keys, name), sentence, f"Add it under '{_named(keys)}'.")


def reasons_go_with_points(reading: Reading, _today: date) -> Iterator[Problem]:
    """Who is told a result is told why: what counts has a reason in words, and nothing else has."""
    for said in _said(reading):
        for keys, step, words in _steps(said):
            counting = {answer.id for answer in step.answers if answer.points}
            given = {name for name, answer in words.answers.items() if answer.reason is not None}
            for name in sorted(counting - given):
                sentence = f"The answer '{name}' has points and no reason."
                yield _at(said.path, (*keys, "answers", name), sentence, "Say in 'reason' why it counts.")
            for name in sorted(given - counting):
                sentence = f"The answer '{name}' has a reason and no points."
                where = (*keys, "answers", name, "reason")
                yield _at(said.path, where, sentence, "Remove the reason, or give the answer points.")


def explanations_go_with_right_answers(reading: Reading, _today: date) -> Iterator[Problem]:
    for said in _said(reading):
        for keys, step, words in _steps(said):
            if step.right is not None and words.explain is None:
                sentence = f"Nothing explains what is right in '{step.id}'."
                yield _at(said.path, keys, sentence, "Add 'explain'.")
            if step.right is None and words.explain is not None:
                sentence = f"'{step.id}' has no right answer to explain."
                yield _at(said.path, (*keys, "explain"), sentence, "Remove 'explain', or name what is 'right'.")


def parts_of_results_have_words(reading: Reading, _today: date) -> Iterator[Problem]:
    for said in _said(reading):
        for keys, result, words in _results(said):
            own = [part for part in result.parts if part not in said.words.parts or part in words.parts]
            yield from _same(said.path, (*keys, "parts"), own, words.parts)
            if result.share and words.share is None:
                sentence = f"The result '{result.id}' is to be passed on, and there is no text for it."
                yield _at(said.path, keys, sentence, "Add 'share'.")
            if words.share is not None and not result.share:
                sentence = f"Nobody can pass on the text of '{result.id}'."
                yield _at(said.path, (*keys, "share"), sentence, "Add 'share: true' to the result, or remove it.")


def shared_parts_are_used(reading: Reading, _today: date) -> Iterator[Problem]:
    """What several results share stands once; what only one has stands with it."""
    for said in _said(reading):
        users = Counter(
            part
            for _, result, words in _results(said)
            for part in result.parts
            if part in said.words.parts and part not in words.parts
        )
        for part in said.words.parts:
            if users[part] < 2:  # noqa: PLR2004 -- shared is by two at least
                sentence = f"The part '{part}' is shared by {users[part]} results."
                yield _at(said.path, ("parts", part), sentence, "Write it under the one result that has it.")


def labels_of_answers_differ(reading: Reading, _today: date) -> Iterator[Problem]:
    """Two buttons of one screen never say the same."""
    for said in _said(reading):
        for keys, _, words in _steps(said):
            labels = {name: answer.label for name, answer in words.answers.items() if answer.label}
            yield from _alike(said.path, (*keys, "answers"), labels)
        for keys, result, ended in _results(said):
            own = (*ended.parts, *(name for name in result.parts if name not in ended.parts))
            every = {name: said.words.part(result.id, name) for name in own}
            yield from _alike(said.path, (*keys, "parts"), {name: part.label for name, part in every.items() if part})


def _alike(path: Path, within: Keys, labels: Mapping[str, str]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, label in labels.items():
        other = first.setdefault(label.casefold(), name)
        if other != name:
            yield _at(path, (*within, name), f"'{other}' has the same label.", "Give each its own.")


def languages_of_a_guide_agree(reading: Reading, _today: date) -> Iterator[Problem]:
    """Why we ask is said in every language or in none."""
    for name, by_language in reading.guide_words.items():
        for step in reading.guides[name][1].steps if name in reading.guides else ():
            told = {
                language: bool(step.id in words.steps and words.steps[step.id].why)
                for language, (_, words) in by_language.items()
            }
            for language in (language for language, why in told.items() if any(told.values()) and not why):
                path = by_language[language][0]
                sentence = f"Only another language says why we ask '{step.id}'."
                yield _at(path, ("steps", step.id), sentence, "Give 'why' in all languages or in none.")


def questions_are_short(reading: Reading, _today: date) -> Iterator[Problem]:
    for passage in passages(reading):
        if passage.owner.noun == "guide" and passage.part == "ask" and len(passage.text) > LONGEST_QUESTION:
            sentence = f"The question has {len(passage.text)} characters, {LONGEST_QUESTION} are enough."
            yield _at(passage.path, passage.keys, sentence, "Ask in fewer words.", "advice")
