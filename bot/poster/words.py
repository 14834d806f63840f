"""What a poster says: the same few sentences in each of its languages, and nothing that tells on who stops to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.conversation.start_code import discreet, for_poster
from bot.language.formats import all_of, language_in, long_date
from bot.rendering.context import Context, Reader
from bot.rendering.danger import numbers_in

TELEGRAM: Final = "t.me"
"""Where links to bots begin; Telegram's app opens them itself."""


@dataclass(frozen=True)
class Subject:
    """What a poster is about: a topic's slug, the municipality where it hangs, and the bot's name on Telegram."""

    topic: str
    place: str
    bot: str
    trial: bool = False
    """Whether the bot's name is only a stand-in: then the sheet says that it is not to be hung up."""


@dataclass(frozen=True)
class Words:
    """A poster in one language; `danger` is empty where the packs know no number, `trial` on one to hang up."""

    language: str
    heading: str
    about: str
    terms: str
    steps: tuple[str, ...]
    unscanned: str
    danger: str
    place: str
    printed: str
    trial: str = ""


@dataclass(frozen=True)
class Poster:
    """`address` is the link as one writes it by hand."""

    address: str
    words: tuple[Words, ...]

    @property
    def link(self) -> str:
        return f"https://{self.address}"

    @property
    def footer(self) -> str:
        """Where it hangs and from when it is; a place with one name in all languages is named once."""
        places = " / ".join(dict.fromkeys(words.place for words in self.words))
        return "   |   ".join((places, *dict.fromkeys(words.printed for words in self.words)))


def poster(subject: Subject, languages: Iterable[str], context: Context) -> Poster:
    """In these languages, most important first. Raises StartCodeError where the link would be too long."""
    code = for_poster(subject.topic, subject.place, context.packs)
    words = tuple(_words(subject, Reader(language, context)) for language in languages)
    return Poster(f"{TELEGRAM}/{subject.bot}?start={code}", words)


def _words(subject: Subject, reader: Reader) -> Words:
    say, spoken = reader.say, reader.language
    numbers = numbers_in(reader.packs.places[subject.place].country, reader)
    languages = all_of((language_in(each, spoken) for each in reader.packs.languages), spoken)
    return Words(
        language=spoken,
        heading=_heading(subject.topic, reader),
        about=say.gettext("Checked answers on Telegram about migration, your rights and services near you."),
        terms=say.gettext("Free. No name needed. {languages}.").format(languages=languages[:1].upper() + languages[1:]),
        steps=(
            say.gettext("Open the camera of your phone. You need Telegram on it."),
            say.gettext("Point it at the square and open the link."),
            say.gettext("Press Start and ask in your own words."),
        ),
        unscanned=say.gettext("If you cannot scan the square, open this address:"),
        danger=say.gettext("In danger, call {numbers}.").format(numbers=numbers) if numbers else "",
        place=reader.packs.place_name(subject.place, spoken),
        trial=say.gettext("Trial print: do not hang it up.") if subject.trial else "",
        printed=say.gettext("Printed on {date}.").format(date=long_date(reader.context.today, spoken)),
    )


def _heading(topic: str, reader: Reader) -> str:
    """The subject's title; for a discreet one words that could stand on any poster."""
    if discreet(topic, reader.packs):
        return reader.say.gettext("Do you have questions?")
    return reader.packs.topics[topic].said(reader.language).words.title
