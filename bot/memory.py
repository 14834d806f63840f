"""What a process that runs for good does with its memory, once it has started."""

import ctypes
import gc
from typing import Final

YOUNG: Final = 20_000
"""Objects made before the collector looks at the young ones: a few turns' worth, not a tenth of one (700)."""


def settle() -> None:
    """Libraries, packs and indexes stay for good: the garbage collector need not look through them again and again."""
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()
    # glibc keeps what starting has freed; a few MiB go back to the machine.
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
