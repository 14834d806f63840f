"""Rules for ways: every topic can be found, and every name leads to what it names."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.checks.editions import editions
from bot.checks.passages import Owner, passages
from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading


def sections_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    """A topic outside every section can be reached from no menu."""
    sections = {section for pack in reading.packs.values() for section in pack.sections}
    for path, section, _ in reading.topics.values():
        if section not in sections:
            yield _at(path, (), f"There is no section '{section}'.", "Move the file, or add the section to pack.yaml.")


def countries_are_ours(reading: Reading, _today: date) -> Iterator[Problem]:
    """A topic for a country without a pack, or a version for one that the topic does not concern, serves nobody."""
    ours = {country for pack in reading.packs.values() for country in pack.countries}
    for path, _, topic in reading.topics.values():
        for at, country in enumerate(topic.countries):
            if country not in ours:
                yield _at(path, ("countries", at), f"No pack is for '{country}'.", "Correct the country or remove it.")
    for path, slug, country in _versions(reading):
        if slug in reading.topics and country not in reading.topics[slug][2].countries:
            remedy = "Add the country to the topic, or remove the version."
            yield _at(path, (), f"The topic '{slug}' does not concern '{country}'.", remedy)


def _versions(reading: Reading) -> Iterator[tuple[Path, str, str]]:
    for slug, facts in reading.topic_versions.items():
        yield from ((path, slug, country) for country, (path, _) in facts.items())
    for slug, words in reading.word_versions.items():
        yield from ((path, slug, country) for country, said in words.items() for path, _ in said.values())


def files_stand_with_their_topic(reading: Reading, _today: date) -> Iterator[Problem]:
    """The words and versions of a topic lie in folders of its section, where an editor looks for them."""
    for path, slug in sorted(_files(reading)):
        if slug in reading.topics and path.parent.name != reading.topics[slug][1]:
            section = reading.topics[slug][1]
            yield _at(
                path, (), f"The topic '{slug}' stands in the section '{section}'.", f"Move the file to {section}/."
            )


def _files(reading: Reading) -> set[tuple[Path, str]]:
    words = {(path, slug) for slug, said in reading.topic_words.items() for path, _ in said.values()}
    return words | {(path, slug) for path, slug, _ in _versions(reading)}


def _known(reading: Reading) -> set[str]:
    """The topics, and those whose file cannot be read, which is told already."""
    return {*reading.topics, *(problem.path.stem for problem in reading.problems)}


def related_topics_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    known = _known(reading)
    for edition in editions(reading):
        for at, other in enumerate(edition.facts.related or ()):
            if other not in known:
                sentence = f"There is no topic '{other}'."
                yield _at(edition.path, ("related", at), sentence, "Correct the name or remove it.")


def near_misses_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    """A question that belongs to another topic names one that there is."""
    known = _known(reading)
    for by_language in reading.topic_words.values():
        for path, words in by_language.values():
            for at, miss in enumerate(words.near_misses):
                if miss.topic not in known:
                    sentence = f"There is no topic '{miss.topic}'."
                    yield _at(path, ("near_misses", at, "topic"), sentence, "Correct the name or remove the question.")


def subjects_of_signals_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    """A sign of danger names topics that there are: a slip there hides danger."""
    known = _known(reading)
    for path, signal in reading.signals.values():
        for at, slug in enumerate(signal.topics):
            if slug not in known:
                yield _at(path, ("topics", at), f"There is no topic '{slug}'.", "Correct the name or remove it.")


def categories_live(reading: Reading, _today: date) -> Iterator[Problem]:
    """A category that a topic or a signal offers must have a service that can be shown."""
    alive = {service.category for _, _, service in reading.services.values()}
    offered = [(edition.path, edition.facts.services or ()) for edition in editions(reading)]
    offered += [(path, signal.services) for path, signal in reading.signals.values()]
    for path, categories in offered:
        for at, category in enumerate(categories):
            if category not in alive:
                sentence = f"No service has the category '{category}'."
                yield _at(path, ("services", at), sentence, "Offer another category, or add a service.")


def labels_differ(reading: Reading, _today: date) -> Iterator[Problem]:
    """Two buttons with the same words lead to two topics or guides: one of them is found by chance."""
    first: dict[tuple[str, str], Owner] = {}
    for passage in passages(reading):
        if passage.keys == ("label",):
            owner = first.setdefault((passage.language, passage.text.casefold()), passage.owner)
            if owner != passage.owner:
                sentence = f"The {owner.noun} '{owner.name}' has the same label."
                yield _at(passage.path, passage.keys, sentence, "Give each its own.")
