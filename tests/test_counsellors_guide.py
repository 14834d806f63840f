"""The guide for counsellors names what the bot really has: commands, buttons, its sentences, the pictures."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from babel.messages.pofile import read_po

from bot.channels.desk_message import COMMANDS, CONSOLE
from bot.channels.slash import slash
from bot.rendering.commands import DESK_ENGLISH, DESK_NAMES, ENGLISH, NAMES

ROOT: Final = Path(__file__).parents[1]
GUIDES: Final = {"sq": ROOT / "docs" / "counsellors.md", "en": ROOT / "docs" / "counsellors.en.md"}
LARGEST: Final = 80_000
"""Bytes of a picture."""

CODE: Final = re.compile(r"`(/\w[^`]*)`")
BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
ITALIC: Final = re.compile(r"(?<!\*)\*(?!\*)([^*]+)(?<!\*)\*(?!\*)")
PICTURE: Final = re.compile(r'src="(images/[^"]+)"')
LINK: Final = re.compile(r"\]\(([^)#:]+)\)")
GAP: Final = re.compile(r"\\\{\w+\\\}")
LANGUAGE: Final = pytest.mark.parametrize("language", GUIDES)


def said(language: str) -> str:
    """The guide with each paragraph in one line."""
    return re.sub(r"(?<!\n)\n *(?![\n|-])", " ", GUIDES[language].read_text("utf-8"))


def phrases(language: str) -> list[str]:
    """Everything that the interface can say in this language."""
    with (ROOT / "locales" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        found = [message.string or () for message in read_po(file) if message.id]
    return [words for each in found for words in ((each,) if isinstance(each, str) else each)]


def with_gaps(phrase: str) -> re.Pattern[str]:
    """What the phrase can look like once its gaps are filled in."""
    return re.compile(GAP.sub(".+", re.escape(phrase)))


def commands(language: str) -> Iterator[str]:
    for text in CODE.findall(said(language)):
        command = slash(text)
        assert command is not None
        yield command.word


def unknown(found: list[str], languages: tuple[str, ...]) -> list[str]:
    known = [with_gaps(phrase) for language in languages for phrase in phrases(language)]
    return [words for words in found if not any(pattern.fullmatch(words) for pattern in known)]


@LANGUAGE
def test_every_command_in_it_is_understood(language: str) -> None:
    understood = {*COMMANDS, *CONSOLE, *ENGLISH, *NAMES["sq"]}
    assert [word for word in commands(language) if word not in understood] == []


@LANGUAGE
def test_every_command_of_the_desk_is_in_it(language: str) -> None:
    assert {*DESK_ENGLISH, *DESK_NAMES["sq"]} - set(commands(language)) == set()


@LANGUAGE
def test_every_button_in_it_is_one_of_the_bot_s(language: str) -> None:
    """In bold stand the labels of buttons and nothing else; the card of a case is in Albanian for everybody."""
    found = BOLD.findall(said(language))
    assert len(found) > 20
    assert unknown(found, (language, "sq")) == []


@LANGUAGE
def test_every_sentence_of_the_bot_in_it_is_said_so(language: str) -> None:
    """In italics stands what the bot says, whole."""
    found = ITALIC.findall(BOLD.sub("", said(language)))
    assert len(found) > 10
    assert unknown(found, (language,)) == []


@LANGUAGE
def test_what_it_shows_and_links_to_is_there_and_small(language: str) -> None:
    folder, text = GUIDES[language].parent, GUIDES[language].read_text("utf-8")
    assert [link for link in LINK.findall(text) if not (folder / link).is_file()] == []
    shown = PICTURE.findall(text)
    assert len(shown) == 5
    assert [name for name in shown if (folder / name).stat().st_size > LARGEST] == []


def test_no_picture_is_left_over() -> None:
    shown = {name for path in GUIDES.values() for name in PICTURE.findall(path.read_text("utf-8"))}
    assert {f"images/{path.name}" for path in (ROOT / "docs" / "images").glob("counsellors-*")} == shown


def test_both_languages_tell_the_same() -> None:
    """The same headings, rows of tables, points, steps and pictures, in the same order."""
    starts = re.compile(r"^(#+ |\||- |\d+\. |<img)", re.MULTILINE)
    first, second = (starts.findall(path.read_text("utf-8")) for path in GUIDES.values())
    assert first == second


def test_a_button_or_a_sentence_that_the_bot_does_not_have_would_be_found() -> None:
    assert unknown(["Merre rastin tani", "1 orë", "Mira: klienti po pret"], ("sq",)) == [
        "Merre rastin tani",
        "Mira: klienti po pret",
    ]
