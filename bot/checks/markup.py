"""Rule for markup: words are words, and the program makes what is bold."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.checks.passages import passages
from bot.checks.place_of import within as _within
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


def words_are_plain(reading: Reading, _today: date) -> Iterator[Problem]:
    for passage in passages(reading):
        for kind, form in MARKS.items():
            for found in form.findall(passage.text):
                sentence = f"'{found.strip()}' is {kind}, which a client would see as it stands."
                yield _within(
                    passage, found.lstrip(), sentence, "Write plain words; a line of a list begins with '• '."
                )
