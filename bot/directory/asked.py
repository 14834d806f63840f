"""What a message asks of the directory: a place, a need, what it must be like; or that it asks something else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast, get_args

from bot.directory.vocabulary import Kind, Token, Vocabulary, with_meanings
from bot.directory.wish import ANYTHING, Wish
from bot.language.formats import countries, country_name
from bot.packs.assets import Packs
from bot.packs.directory_schema import DirectoryWords, Trait
from bot.packs.terms import Group

SPARE: Final = 1
"""Words that may be left over beside a need. With more, a message is a question that a topic answers better."""


LONGEST: Final = 15
"""Words of a message that may ask for a place; a longer one tells a story."""

GUESSED: Final = 3
"""Words without a meaning that are worth guessing at."""


@dataclass(frozen=True)
class Asked:
    """`places` are municipalities: several where each has a village of that name.

    `spare` is how much of the message means nothing here, and how many needs there are besides the first; `besides`
    counts the words that say nothing by themselves. `staying` is whether it says that this is where they are.
    """

    wish: Wish = ANYTHING
    places: tuple[str, ...] = ()
    country: str | None = None
    here: bool = False
    events: bool = False
    spare: int = 0
    besides: int = 0
    staying: bool = False

    @property
    def names_only(self) -> bool:
        """Whether it is nothing but a place or a country."""
        return self.wish == ANYTHING and not self.events and self._is_plain

    @property
    def is_for_directory(self) -> bool:
        """Whether it asks for help somewhere, and says little else."""
        if self.wish.need:
            return self._is_somewhere and self.spare <= SPARE
        # Who says only whom it is for, asks what there is for them: that is a subject.
        return self._is_plain and not set(self.wish.traits) & set(get_args(Group))

    @property
    def _is_somewhere(self) -> bool:
        """Whoever names a town and a country is on the way."""
        return bool(self.places or self.here) != bool(self.country)

    @property
    def _is_plain(self) -> bool:
        """`I am in Germany` is plain; `I want to live in Germany` is a question."""
        return self._is_somewhere and not self.spare and not (self.country and self.besides)


class Asking:
    """Understands such messages in each language of the packs."""

    def __init__(self, packs: Packs) -> None:
        self._vocabularies = {
            language: _vocabulary(packs, language, packs.directory_words.get(language, DirectoryWords()))
            for language in packs.languages
        }

    def asked(self, text: str, language: str) -> Asked:
        """What it asks; where it is in another of our languages, what it asks there."""
        if text.count(" ") >= LONGEST:
            return Asked(spare=LONGEST)
        order = sorted(self._vocabularies, key=lambda each: each != language)
        found = [_understood(self._vocabularies[each], text) for each in order]
        return min(found, key=lambda one: (not (one.places or one.country or one.here), one.spare), default=Asked())

    def nearly(self, text: str, language: str) -> Asked:
        """A place or a country that is typed badly, where nothing else was asked for."""
        order = sorted(self._vocabularies, key=lambda each: each != language)
        for each in order:
            vocabulary = self._vocabularies[each]
            name = " ".join(token.text for token in vocabulary.read(text) if not _is(token, "before", "staying"))
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
    needs: dict[str, Iterable[str]] = {need: words.said for need, words in said.needs.items()}
    kinds = cast("dict[str, Iterable[str]]", said.kinds)
    learnt: Mapping[Kind, Mapping[str, Iterable[str]]] = {
        "town": towns,
        "country": named,
        "need": needs | kinds,
        "events": {"": said.events},
        "trait": cast("Mapping[str, Iterable[str]]", said.traits),
        "speaks": said.languages,
        "staying": {"": said.staying},
        "here": {"": said.here},
        "before": {"": said.before},
        "besides": {"": said.besides},
        "village": villages,
    }
    return with_meanings(language, learnt)


def _understood(vocabulary: Vocabulary, text: str) -> Asked:
    """Badly typed words are guessed at only where they make a few words a need somewhere: else it is a question."""
    tokens = list(vocabulary.read(text))
    found = _asked(tokens)
    if found.is_for_directory or not 0 < found.spare <= GUESSED:
        return found
    guessed = _asked([_guessed(vocabulary, tokens, at) for at in range(len(tokens))])
    is_one = guessed.is_for_directory and guessed.wish.need and (guessed.places or guessed.here)
    return guessed if is_one else found


def _guessed(vocabulary: Vocabulary, tokens: Sequence[Token], at: int) -> Token:
    token = tokens[at]
    if token.meaning is not None:
        return token
    # A town only after a word such as `in`, and no villages: there are so many that every word is like one of them.
    kinds: tuple[Kind, ...] = ("town",) if at > 0 and _is(tokens[at - 1], "before", "staying") else ("need", "trait")
    return Token(token.text, vocabulary.nearly(token.text, kinds))


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
        countries[0] if countries else None,
        any(_is(token, "here") for token in tokens),
        any(_is(token, "events") for token in tokens),
        sum(token.meaning is None or (_is(token, "village") and token not in named) for token in tokens)
        + max(0, len(set(needs)) - 1),
        sum(_is(token, "besides") for token in tokens),
        any(_is(token, "staying") for token in tokens),
    )


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    if _is(tokens[at], "town"):
        return True
    alone = all(_is(token, "before", "staying", "besides") for token in (*tokens[:at], *tokens[at + 1 :]))
    return _is(tokens[at], "village") and (alone or (at > 0 and _is(tokens[at - 1], "before", "staying")))


def _is(token: Token, *kinds: Kind) -> bool:
    return token.meaning is not None and token.meaning.kind in kinds


def _values(tokens: Sequence[Token], kind: Kind) -> list[str]:
    return [value for token in tokens if token.meaning and token.meaning.kind == kind for value in token.meaning.values]
