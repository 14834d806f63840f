"""Numbers of messages inside a button: the first, then how much greater each one is than the one before.

So the ten of an album (Bot API, sendMediaGroup: 2 to 10) fit into the 64 bytes of a button.
"""

from itertools import pairwise


def packed(ids: tuple[int, ...]) -> tuple[str, str]:
    """The argument and the detail of a tap."""
    steps = (str(later - earlier) for earlier, later in pairwise(ids))
    return str(ids[0]), ".".join(steps)


def unpacked(argument: str, detail: str) -> tuple[int, ...]:
    """The numbers, none where somebody has made the button up."""
    try:
        first, steps = int(argument), [int(step) for step in detail.split(".") if step]
    except ValueError:
        return ()
    return tuple(first + sum(steps[:count]) for count in range(len(steps) + 1))
