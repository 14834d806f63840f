"""Titles, where the desk knows only an id: what a client has read, and what a counsellor sends."""

from typing import Final

from bot.rendering.context import Reader
from bot.rendering.signals import signal_name

SIGNAL: Final = "signal"


def title(about: str, reader: Reader) -> str:
    """Of `topic:slug`, `service:id`, `reply:name`, `guide:name`, or of a topic or service alone.

    Nothing once it has left the packs.

    Of `signal:kind` it is what the client was given: the numbers to call.
    """
    kind, _, which = about.rpartition(":")
    if kind == SIGNAL:
        numbers = reader.say.gettext("emergency numbers ({why})")
        return numbers.format(why=signal_name(which, reader.say))
    return _of_a_pack(kind, which, reader)


def quoted(about: str, reader: Reader) -> str:
    """In quotation marks, but for numbers, which have no title."""
    said = title(about, reader)
    return f"“{said}”" if said and not about.startswith(f"{SIGNAL}:") else said


def place_name(place: str | None, country: str, reader: Reader) -> str:
    """Of a municipality that the packs know, else `country`."""
    return reader.packs.place_name(place, reader.language) if place and place in reader.packs.places else country


def _of_a_pack(kind: str, which: str, reader: Reader) -> str:
    packs, language = reader.packs, reader.language
    if kind in {"", "service"} and which in packs.services:
        return packs.service(which, language).words.name
    if kind in {"", "topic"} and which in packs.topics:
        return packs.topics[which].said(language).words.title
    return _named(kind, which, reader)


def _named(kind: str, name: str, reader: Reader) -> str:
    """Of what is never meant by its name alone."""
    packs, language = reader.packs, reader.language
    if kind == "reply" and name in packs.replies:
        return packs.reply(name, language).words.title
    return packs.guides[name].said(language).words.title if kind == "guide" and name in packs.guides else ""
