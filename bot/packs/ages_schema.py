"""How people say in a language how old they are: what stands in `<language>/ages.yaml`."""

from typing import Annotated, Final

from pydantic import AfterValidator, Field

from bot.packs.terms import Part, Text

AGE: Final = "{age}"
"""Stands for the number in a form."""

BETWEEN: Final = "/"
"""Stands between words of which any one may be said."""


def _of_words(said: str) -> str:
    if not all(any(map(str.isalnum, part)) for word in said.split() for part in word.split(BETWEEN)):
        raise ValueError("each word, also beside a stroke, has a letter or a digit")
    return said


def _with_an_age(form: str) -> str:
    if form.split().count(AGE) != 1:
        raise ValueError(f"a form says {AGE} once, as a word of its own")
    return form


Said = Annotated[Text, AfterValidator(_of_words)]
Form = Annotated[Said, AfterValidator(_with_an_age)]
OneWord = Annotated[Said, Field(pattern=r"^\S+$")]


class Saying(Part):
    """Where sayings count: not right after one of `not_after`, nor right before one of `not_before`.

    With an `only_after` (`only_before`) they count only right after (before) one of these, and where the message
    begins (ends).
    """

    not_after: tuple[Said, ...] = ()
    not_before: tuple[Said, ...] = ()
    only_after: tuple[Said, ...] | None = None
    only_before: tuple[Said, ...] | None = None


class AgeForms(Saying):
    """Ways to tell one's own age; `jam/jom {age} vjeç` is short for two of them."""

    say: tuple[Form, ...]


class AgePhrases(Saying):
    """Ways to tell without a number that one is under age, or no longer."""

    say: tuple[Said, ...]


class AgesFile(Part):
    """`ages.yaml`: by which words a client is known to be under age; an age outdoes what is told without one.

    `alike` names other ways to write a word, which then count as that word; `numbers` are ages written out;
    `not_after` holds for every saying of the file.
    """

    forms: tuple[AgeForms, ...]
    minor: tuple[AgePhrases, ...] = ()
    adult: tuple[AgePhrases, ...] = ()
    alike: dict[OneWord, tuple[Said, ...]] = Field(default_factory=dict)
    numbers: dict[int, tuple[OneWord, ...]] = Field(default_factory=dict)
    not_after: tuple[Said, ...] = ()
