"""Rule for markup: words are words, and the program makes what is bold."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.checks.passages import Passage, passages
from bot.checks.place_of import within as _within
from bot.packs.guide_schema import DATES_RECKONED, DAYS_RECKONED
from bot.packs.problem import Problem
from bot.packs.reading import Reading

MARKS: Final = {
    "HTML": re.compile(r"</?[a-zA-Z][^<>\n]*>|&(?:[a-z]+|#\d+);"),
    "Markdown": re.compile(
        r"\*\*|__|`|~~|\[[^\]\n]*\]\([^)\n]*\)"
        r"|(?<!\w)[*_](?=\w)[^*_\n]*\w[*_](?!\w)"
        r"|(?m:^#{1,6} |^\s*[*-] )"
    ),
    "a placeholder": re.compile(r"\{[^{}\n]*\}|[{}]|%\(\w+\)[sd]|%s"),
}

FILLED: Final = frozenset({"title", "text"})
"""The parts of a result in which the program fills numbers in; what is passed on says nothing of who asked."""


def words_are_plain(reading: Reading, _today: date) -> Iterator[Problem]:
    for passage in passages(reading):
        text = _without_gaps(passage, reading)
        for kind, form in MARKS.items():
            for found in form.findall(text):
                sentence = f"'{found.strip()}' is {kind}, which a client would see as it stands."
                yield _within(
                    passage, found.lstrip(), sentence, "Write plain words; a line of a list begins with '• '."
                )


def _without_gaps(passage: Passage, reading: Reading) -> str:
    """The text of a passage, but for what the program fills in: the numbers that a guide reckons for its result."""
    text, (noun, name, _) = passage.text, passage.owner
    is_filled = passage.keys[0] in {"results", "parts"} and passage.part in FILLED
    if noun != "guide" or name not in reading.guides or not is_filled:
        return text
    reckon = reading.guides[name][1].reckon or ""
    for gap in (*DAYS_RECKONED.get(reckon, ()), *DATES_RECKONED.get(reckon, ())):
        text = text.replace(f"{{{gap}}}", "")
    return text
