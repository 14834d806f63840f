"""The words of a flow as FLOIP keeps them: each text once, in every language, named by an id."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.errors import ContentError
from bot.hsds.identifiers import identifier
from bot.language.phrases import Phrases
from bot.packs.assets import Guide
from bot.packs.guide_schema import DATES_RECKONED, DAYS_RECKONED, NO, UNSAID, YES
from bot.packs.guide_words_schema import GuideWords

MODES: Final = ("RICH_MESSAGING",)
"""Messages with buttons: our texts are too long for anything less."""

TOLD: Final = "told"
"""The answer of whoever is about to write something."""

CODES: Final[Mapping[str, str]] = {"bs": "bos", "en": "eng", "mk": "mkd", "sq": "sqi", "sr": "srp", "tr": "tur"}
"""ISO 639-3. Babel has several for some languages, and does not say which of them is the usual one."""

Pick = Callable[[GuideWords], str | None]
"""Finds one text in the words of a language."""


def code(language: str) -> str:
    """Raises ContentError for a language of which we do not know it."""
    if language not in CODES:
        raise ContentError(f"FLOIP needs the ISO 639-3 code of '{language}'. Add it to CODES in floip_texts.py.")
    return CODES[language]


class Texts:
    """Gathers the texts of one flow."""

    def __init__(self, guide: Guide, form: str, phrases: Phrases) -> None:
        self._guide, self._form = guide, form
        self._phrases = {language: _phrases(phrases, language) for language in guide.words}
        self._known: dict[str, dict[str, str]] = {}

    def id(self, *keys: str) -> str:
        """The same on every export."""
        return identifier("flow", self._guide.name, self._form, *keys)

    def said(self, key: str, pick: Pick) -> str:
        """The id of a text of the guide. Raises ContentError where a language lacks it."""
        found = {language: _picked(pick, words) for language, words in self._guide.words.items()}
        if lacking := [language for language, text in found.items() if not text]:
            raise ContentError(
                f"'{key}' of '{self._guide.name}' has no words in '{lacking[0]}'. Run 'udha content check'."
            )
        return self.kept(key, {language: text or "" for language, text in found.items()})

    def phrase(self, answer: str) -> str:
        """The id of what stands on a button that is the same in every guide."""
        return self.kept(f"answers/{answer}", {language: said[answer] for language, said in self._phrases.items()})

    def kept(self, key: str, said: Mapping[str, str]) -> str:
        """The id of a text that is given by language."""
        text = self.id("text", key)
        self._known[text] = {code(language): self._filled(each) for language, each in said.items()}
        return text

    def by_code(self, text: str) -> Mapping[str, str]:
        """What the text with this id says, by code of the language."""
        return self._known[text]

    def resources(self) -> list[dict[str, Any]]:
        form = {"content_type": "TEXT", "mime_type": "text/plain", "modes": list(MODES)}
        return [
            {"uuid": key, "values": [{"language_id": each, **form, "value": text} for each, text in said.items()]}
            for key, said in self._known.items()
        ]

    def languages(self) -> list[dict[str, str]]:
        return [{"id": code(each), "iso_639_3": code(each), "bcp_47": each} for each in self._guide.words]

    def _filled(self, text: str) -> str:
        """With expressions in our gaps, and nothing else that could be taken for one."""
        text, reckon = text.replace("@", "@@"), self._guide.facts.reckon or ""
        for name in (*DAYS_RECKONED.get(reckon, ()), *DATES_RECKONED.get(reckon, ())):
            text = text.replace(f"{{{name}}}", f"@(flow.reckoned_{name}.value)")
        return text


def _picked(pick: Pick, words: GuideWords) -> str | None:
    try:
        return pick(words)
    except KeyError:
        return None


def _phrases(phrases: Phrases, language: str) -> dict[str, str]:
    say = phrases.speak(language)
    unsaid = say.gettext("Don't know / rather not")
    return {YES: say.gettext("Yes"), NO: say.gettext("No"), TOLD: say.gettext("Continue"), UNSAID: unsaid}
