"""Rules for terms: one word per concept, and a concept of one language in the other too."""

from collections.abc import Iterator
from datetime import date

from bot.checks.passages import Owner, Passage, passages
from bot.checks.place_of import at as _at
from bot.checks.place_of import within as _within
from bot.checks.wording import begins_sentence, matcher, without_links
from bot.packs.glossary import Term
from bot.packs.problem import Problem
from bot.packs.reading import Reading


def terms_of(reading: Reading) -> tuple[Term, ...]:
    return tuple(term for glossary in reading.glossaries.values() for term in glossary.terms)


def no_word_is_avoided(reading: Reading, _today: date) -> Iterator[Problem]:
    terms = terms_of(reading)
    for passage in passages(reading):
        for term in terms:
            if passage.owner.name in term.unless:
                continue
            for found in matcher(term.avoid.get(passage.language, ())).finditer(passage.text):
                if not _is_a_name(passage.text, found.start(), found[0]):
                    right = _right(term, passage.language)
                    yield _within(passage, found[0], f"'{found[0]}' is not our word for this.", f"Write '{right}'.")


def _is_a_name(text: str, start: int, found: str) -> bool:
    """Institutions are called what they call themselves, with capitals where no sentence begins."""
    *_, last = found.split()
    if found == last:
        return found[:1].isupper() and not begins_sentence(text, start)
    return last[:1].isupper()


def terms_stand_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    terms = [term for term in terms_of(reading) if term.compare]
    for owner, by_language in _whole(reading).items():
        for term in terms:
            has = {language for language in by_language.keys() & term.say.keys() if _said(term, language, by_language)}
            for language in sorted((by_language.keys() & term.say.keys()) - has if has else ()):
                there = min(has)
                said = _said(term, there, by_language)
                right = _right(term, language)
                sentence = f"'{there}' says '{said}' in '{owner.name}', '{language}' nowhere says '{right}'."
                remedy = f"Use the word, or add the one that is used to {_names(reading)}."
                yield _at(by_language[language][0].path, (), sentence, remedy)


def _said(term: Term, language: str, by_language: dict[str, list[Passage]]) -> str:
    """The first word for this that stands in this language, also one to avoid, which is told already; or nothing."""
    form = matcher((*term.say[language], *term.avoid.get(language, ())))
    found = (form.search(without_links(passage.text)) for passage in by_language[language])
    return next((match[0] for match in found if match), "")


def _right(term: Term, language: str) -> str:
    return term.say[language][0].replace("*", "")


def _whole(reading: Reading) -> dict[Owner, dict[str, list[Passage]]]:
    """All that is said of a topic, in a reply or in a guide; a country's version is read by itself."""
    found: dict[Owner, dict[str, list[Passage]]] = {}
    for passage in passages(reading):
        if passage.owner.noun in {"topic", "reply", "guide"}:
            found.setdefault(passage.owner, {}).setdefault(passage.language, []).append(passage)
    return found


def _names(reading: Reading) -> str:
    return " or ".join(sorted(path.relative_to(reading.root).as_posix() for path in reading.glossaries))
