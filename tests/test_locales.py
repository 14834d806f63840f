"""The catalogs in locales/: complete, in step with the code, and the same on every machine."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
LANGUAGES = ("sq", "en")
Key = tuple[str | None, str | tuple[str, ...]]


def catalog(path: str) -> Catalog:
    with (ROOT / "locales" / path).open("rb") as file:
        return read_po(file)


def po(language: str) -> Catalog:
    return catalog(f"{language}/LC_MESSAGES/messages.po")


def messages(of: Catalog) -> Iterator[Message]:
    return (message for message in of if message.id)


def key(message: Message) -> Key:
    return (message.context, message.id if isinstance(message.id, str) else tuple(message.id))


def strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def ids(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def test_the_template_says_what_the_code_says() -> None:
    """Run `make texts` when this fails."""
    found = {(context, words) for _, _, words, _, context in extract_from_dir(ROOT / "bot")}
    assert {key(message) for message in messages(catalog("messages.pot"))} == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_there_and_none_is_left_over(language: str) -> None:
    template = {key(message) for message in messages(catalog("messages.pot"))}
    assert {key(message) for message in messages(po(language))} == template
    assert not po(language).obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_translated_for_certain(language: str) -> None:
    unsure = [message.id for message in messages(po(language)) if message.fuzzy or not all(strings(message))]
    assert unsure == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_gaps_that_are_filled_in(language: str) -> None:
    for message in messages(po(language)):
        for original, translated in zip(ids(message), strings(message), strict=True):
            assert set(re.findall(r"{\w*}", translated)) == set(re.findall(r"{\w*}", original))


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_follow_the_rule_of_the_language(language: str) -> None:
    assert (po(language).num_plurals, po(language).plural_expr) == (2, "(n != 1)")
    file = ROOT / "locales" / language / "LC_MESSAGES" / "messages.po"
    assert "Plural-Forms: nplurals=2; plural=(n != 1);" in file.read_text(encoding="utf-8")


def test_english_phrases_are_the_originals() -> None:
    assert all(strings(message) == ids(message) for message in messages(po("en")))


def test_phrases_hold_no_markup() -> None:
    said = [text for language in LANGUAGES for message in messages(po(language)) for text in strings(message)]
    assert not [text for text in said if re.search(r"[<>]|&\w+;", text)]


def test_serious_words_have_no_exclamation_marks() -> None:
    said = [text for language in LANGUAGES for message in messages(po(language)) for text in strings(message)]
    assert not [text for text in said if "!" in text]


def test_catalogs_are_the_same_on_every_machine_and_day() -> None:
    for path in (ROOT / "locales").rglob("*.po*"):
        assert not re.search(r"Date|#: /|Generated-By", path.read_text(encoding="utf-8")), path.name
