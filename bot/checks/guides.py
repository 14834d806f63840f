"""Rules for guides: of what they are made, and that every name in them leads to what it names."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from bot.checks.place_of import at as _at
from bot.packs.guide_schema import DATES_RECKONED, DAYS_RECKONED, POINTS, GuideFile
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.yaml_file import Key

Keys = tuple[Key, ...]

SCREENS: Final = tuple(f"{kind}{number}" for kind in "ps" for number in range(2, 9))
RESERVED: Final = frozenset({"desk", "open", "plan", "reasons", "share", "sources", "text", "told", *SCREENS})
"""What the buttons of a result call its other screens."""


def guide_ids_are_unique(reading: Reading, _today: date) -> Iterator[Problem]:
    """Of two with one name only the first would ever be found."""
    for path, guide in reading.guides.values():
        for kind in ("steps", "results", "items"):
            yield from _twice(path, (kind,), [each.id for each in getattr(guide, kind)])
        for at, result in enumerate(guide.results):
            yield from _twice(path, ("results", at, "parts"), result.parts)


def _twice(path: Path, keys: Keys, ids: Sequence[str]) -> Iterator[Problem]:
    for at, name in enumerate(ids):
        if name in ids[:at]:
            yield _at(path, (*keys, at), f"The id '{name}' stands twice.", "Give each its own.")


def guide_ids_are_free(reading: Reading, _today: date) -> Iterator[Problem]:
    """Some names mean something already: in conditions, and on the buttons of a result."""
    numbers = {POINTS, *(name for names in (*DAYS_RECKONED.values(), *DATES_RECKONED.values()) for name in names)}
    for path, guide in reading.guides.values():
        named = [(("steps", at), step.id, numbers) for at, step in enumerate(guide.steps)]
        for at, result in enumerate(guide.results):
            named += [(("results", at), part, set(RESERVED)) for part in result.parts]
        for keys, name, taken in named:
            if name in taken:
                yield _at(path, keys, f"'{name}' has a meaning of its own.", "Choose another id.")


def reckoning_has_its_step(reading: Reading, _today: date) -> Iterator[Problem]:
    """Days are reckoned from the one step in which stays are told, and no stays are asked for in vain."""
    for path, guide in reading.guides.values():
        stays = [at for at, step in enumerate(guide.steps) if step.ask == "stays"]
        if guide.reckon and len(stays) != 1:
            sentence = f"To reckon '{guide.reckon}' takes one step with 'ask: stays', here are {len(stays)}."
            yield _at(path, ("reckon",), sentence, "Ask for the stays once.")
        elif stays and not guide.reckon:
            remedy = "Add 'reckon: ninety-days', or ask something else."
            yield _at(path, ("steps", stays[0]), "Nothing is reckoned from these stays.", remedy)


def right_answers_stand_alone(reading: Reading, _today: date) -> Iterator[Problem]:
    """Where right answers are counted, other points would falsify the count."""
    for path, guide in reading.guides.values():
        is_quiz = any(step.right for step in guide.steps)
        for at, step in enumerate(guide.steps):
            if is_quiz and any(answer.points for answer in step.answers):
                sentence = "The points of this answer are added to those for right answers."
                yield _at(path, ("steps", at), sentence, "Remove the points.")


def halves_are_alike(reading: Reading, _today: date) -> Iterator[Problem]:
    """What was learnt between two halves shows only where both have as many questions."""
    for path, guide in reading.guides.values():
        asked = Counter(step.form for step in guide.steps if step.form and step.right)
        if guide.has_forms and asked["a"] != asked["b"]:
            sentence = f"Form a has {asked['a']} questions with a right answer, form b has {asked['b']}."
            yield _at(path, ("steps",), sentence, "Give both equally many.")


def lists_have_items(reading: Reading, _today: date) -> Iterator[Problem]:
    """A list is made of items, and items are shown in no other way."""
    for path, guide in reading.guides.values():
        listing = [at for at, result in enumerate(guide.results) if result.lists]
        if listing and not guide.items:
            yield _at(path, ("results", listing[0], "lists"), "There are no items to list.", "Add 'items'.")
        if guide.items and not listing:
            yield _at(path, ("items",), "No result lists these items.", "Add 'lists: plan' or 'lists: checklist'.")
        is_checklist = any(result.lists == "checklist" for result in guide.results)
        for at, item in enumerate(guide.items):
            if is_checklist and item.group is None:
                sentence = f"The item '{item.id}' of a checklist has no group."
                yield _at(path, ("items", at), sentence, "Add 'group'.")


def guides_lead_to_what_there_is(reading: Reading, _today: date) -> Iterator[Problem]:
    """Sections, countries, topics, services, other guides and signals."""
    broken = {problem.path.stem for problem in reading.problems}
    known: dict[str, Collection[str]] = {
        "section": {section for pack in reading.packs.values() for section in pack.sections},
        "country": {country for pack in reading.packs.values() for country in pack.countries},
        "topic": reading.topics.keys() | broken,
        "service": _services(reading),
        "guide": reading.guides.keys() | broken,
        "signal": reading.signals.keys() | broken,
    }
    for own, (path, guide) in reading.guides.items():
        for noun, name, keys in _named(guide):
            if name not in known[noun]:
                more = "need or kind of service" if noun == "service" else noun
                yield _at(path, keys, f"There is no {more} '{name}'.", "Correct the name or remove it.")
            elif noun == "guide" and name == own:
                yield _at(path, keys, "The guide leads to itself.", "Remove it: starting again is always offered.")


def _services(reading: Reading) -> set[str]:
    """Needs, and the kinds of service of which there is one."""
    needs = {need for directory in reading.directories.values() for need in directory.needs}
    return needs | {service.category for _, _, service in reading.services.values()}


def _named(guide: GuideFile) -> Iterator[tuple[str, str, Keys]]:
    """Every name of something outside the guide: what it is, the name, where it stands."""
    yield "section", guide.section, ("section",)
    yield from (("country", name, ("countries", at)) for at, name in enumerate(guide.countries))
    yield from (("topic", name, ("topics", at)) for at, name in enumerate(guide.topics))
    for at, result in enumerate(guide.results):
        for noun in ("topic", "service", "guide"):
            listed = getattr(result, f"{noun}s")
            yield from ((noun, name, ("results", at, f"{noun}s", place)) for place, name in enumerate(listed))
    yield from _of_items(guide)
    for at, step in enumerate(guide.steps):
        for place, answer in enumerate(step.answers):
            if answer.signal:
                yield "signal", answer.signal, ("steps", at, "answers", place, "signal")


def _of_items(guide: GuideFile) -> Iterator[tuple[str, str, Keys]]:
    for at, item in enumerate(guide.items):
        if item.topic:
            yield "topic", item.topic, ("items", at, "topic")
        if item.service:
            yield "service", item.service, ("items", at, "service")


def sources_of_guides_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    for path, guide in reading.guides.values():
        for name, keys in _cited(guide):
            if name not in guide.sources:
                remedy = "Correct the name, or add it under 'sources' at the head of the file."
                yield _at(path, keys, f"There is no source '{name}'.", remedy)


def sources_of_guides_are_used(reading: Reading, _today: date) -> Iterator[Problem]:
    """A source under which nothing stands is checked in vain, again and again."""
    for path, guide in reading.guides.values():
        used = {name for name, _ in _cited(guide)}
        for name in guide.sources:
            if name not in used:
                sentence = f"No step, item or result names the source '{name}'."
                yield _at(path, ("sources", name), sentence, "Name it where it belongs, or remove it.")


def what_guides_state_has_sources(reading: Reading, _today: date) -> Iterator[Problem]:
    """Every result, and every question whose answer is right, wrong or a sign of something."""
    for path, guide in reading.guides.values():
        for at, step in enumerate(guide.steps):
            states = step.right or any(answer.points for answer in step.answers)
            if states and not step.sources:
                sentence = f"The answers to '{step.id}' count, and no source says why."
                yield _at(path, ("steps", at), sentence, "Add 'sources'.")
        for at, result in enumerate(guide.results):
            if not result.sources:
                yield _at(path, ("results", at), f"The result '{result.id}' has no source.", "Add 'sources'.")


def _cited(guide: GuideFile) -> Iterator[tuple[str, Keys]]:
    """Every name of a source, with its place."""
    for kind in ("steps", "items", "results"):
        for at, each in enumerate(getattr(guide, kind)):
            yield from ((name, (kind, at, "sources", place)) for place, name in enumerate(each.sources))
