"""What a message asks of the directory: a place, a need, what it must be like; or that it asks something else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from bot.directory.vocabulary import Kind, Token, Vocabulary, with_meanings
from bot.directory.wish import ANYTHING, Wish
from bot.language.formats import countries, country_name
from bot.packs.assets import Packs
from bot.packs.directory_schema import DirectoryWords, Trait

SPARE: Final = 1
"""Words that may be left over beside a need. With more, a message is a question that a topic answers better."""


@dataclass(frozen=True)
class Asked:
    """`places` are municipalities: several where each has a village of that name. `spare` words mean nothing here."""

    wish: Wish = ANYTHING
    places: tuple[str, ...] = ()
    country: str | None = None
    here: bool = False
    spare: int = 0

    @property
    def names_only(self) -> bool:
        """Whether it is nothing but a place or a country."""
        return not self.spare and self.wish == ANYTHING and bool(self.places or self.country)

    @property
    def is_for_directory(self) -> bool:
        """Whether it asks for help somewhere, and says little else."""
        somewhere = bool(self.places or self.country or self.here)
        return somewhere and self.spare <= (SPARE if self.wish.need else 0)


class Asking:
    """Understands such messages in each language of the packs."""

    def __init__(self, packs: Packs) -> None:
        self._vocabularies = {
            language: _vocabulary(packs, language, packs.directory_words.get(language, DirectoryWords()))
            for language in packs.languages
        }

    def asked(self, text: str, language: str) -> Asked:
        """What it asks; where it is in another of our languages, what it asks there."""
        order = sorted(self._vocabularies, key=lambda each: each != language)
        found = [_asked(list(self._vocabularies[each].read(text))) for each in order]
        return min(found, key=lambda one: (not (one.places or one.country or one.here), one.spare), default=Asked())

    def nearly(self, text: str, language: str) -> Asked:
        """A place or a country that is typed badly, where nothing else was asked for."""
        order = sorted(self._vocabularies, key=lambda each: each != language)
        for each in order:
            vocabulary = self._vocabularies[each]
            name = " ".join(token.text for token in vocabulary.read(text) if not _is(token, "before"))
            meaning = vocabulary.nearly(name, ("town", "village", "country"))
            if meaning:
                return _asked([Token(name, meaning)])
        return Asked(spare=1)


def _vocabulary(packs: Packs, language: str, said: DirectoryWords) -> Vocabulary:
    towns: dict[str, Iterable[str]] = {}
    villages: dict[str, Iterable[str]] = {}
    for place in packs.places.values():
        towns[place.id] = (place.name, place.name_en or place.name, *place.also)
        villages[place.id] = tuple(name for unit in place.units for name in (unit.name, *unit.also))
    named = {code: (country_name(code, language), *said.countries.get(code, ())) for code in countries()}
    learnt: Mapping[Kind, Mapping[str, Iterable[str]]] = {
        "town": towns,
        "country": named,
        "need": {need: words.said for need, words in said.needs.items()},
        "trait": cast("Mapping[str, Iterable[str]]", said.traits),
        "speaks": said.languages,
        "here": {"": said.here},
        "before": {"": said.before},
        "besides": {"": said.besides},
        "village": villages,
    }
    return with_meanings(language, learnt)


def _asked(tokens: Sequence[Token]) -> Asked:
    """A village counts only where its name must be one: by itself, or after a word such as `in`."""
    named = [token for at, token in enumerate(tokens) if _is_place(tokens, at)]
    needs = _values(tokens, "need")
    wish = Wish(
        needs[0] if needs else "",
        tuple(cast("Trait", value) for value in dict.fromkeys(_values(tokens, "trait"))),
        next(iter(_values(tokens, "speaks")), ""),
    )
    countries = _values(tokens, "country")
    return Asked(
        wish,
        named[0].meaning.values if named and named[0].meaning else (),
        countries[0] if countries and not named else None,
        any(_is(token, "here") for token in tokens),
        sum(token.meaning is None or (_is(token, "village") and token not in named) for token in tokens),
    )


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    if _is(tokens[at], "town"):
        return True
    alone = all(_is(token, "before", "besides") for token in (*tokens[:at], *tokens[at + 1 :]))
    return _is(tokens[at], "village") and (alone or (at > 0 and _is(tokens[at - 1], "before")))


def _is(token: Token, *kinds: Kind) -> bool:
    return token.meaning is not None and token.meaning.kind in kinds


def _values(tokens: Sequence[Token], kind: Kind) -> list[str]:
    return [value for token in tokens if token.meaning and token.meaning.kind == kind for value in token.meaning.values]
