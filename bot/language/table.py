"""The table that tells languages, as `udha language train` made it; `table.txt` beside it says of what."""

import mmap
from functools import cache
from pathlib import Path
from typing import Final

from bot.language.columns import Columns

FILE: Final = Path(__file__).with_name("table.bin")


@cache
def table() -> Columns:
    """A window into the file: only what is looked at takes up memory."""
    with FILE.open("rb") as opened:
        return Columns.from_bytes(memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)))
