"""`glossary.yaml`: one word per concept, and the words that checks need to know of a language."""

from typing import Annotated

from pydantic import Field, StringConstraints

from bot.packs.terms import Language, Part, Slug, Text

Pattern = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^\s*]")]
"""Words as they are written; a `*` at the end of a word stands for any ending: `lej* qëndrimi*`."""
Patterns = tuple[Pattern, ...]


class Term(Part):
    """A concept and the words for it in each language; the first is the one to write."""

    say: Annotated[dict[Language, Annotated[Patterns, Field(min_length=1)]], Field(min_length=2)]
    avoid: dict[Language, Patterns] = Field(default_factory=dict)
    unless: tuple[Slug, ...] = ()
    """Topics where the avoided words may stand."""
    compare: bool = True
    """Whether a topic that has it in one language must have it in the others."""
    note: Text | None = None


class Share(Part):
    """A word that is right but rare; where it is frequent, the marks of its neighbour were left out."""

    rare: Text
    usual: Text
    percent: Annotated[int, Field(ge=0, le=100)]


class GlossaryFile(Part):
    """All of it by language, so that a new language is data only."""

    terms: tuple[Term, ...] = ()
    words: dict[Language, Patterns] = Field(default_factory=dict)
    """Right words that no dictionary has."""
    never: dict[Language, dict[Text, Text]] = Field(default_factory=dict)
    """Words that are always a slip, with what was meant."""
    shares: dict[Language, tuple[Share, ...]] = Field(default_factory=dict)
    claims: dict[Language, Patterns] = Field(default_factory=dict)
    """Words of rights, visas, money and deadlines: what they stand in needs a source."""
    money: dict[Language, Patterns] = Field(default_factory=dict)
    """What stands beside the number of an amount."""
    spans: dict[Language, Patterns] = Field(default_factory=dict)
    """What stands after the number of a deadline: days, months."""
    streets: dict[Language, Patterns] = Field(default_factory=dict)
    """What an address has: the words about a hiding place must not have it."""
