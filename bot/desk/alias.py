"""The name of a case at the desk: easy to say on the phone, and nothing of the client in it."""

from typing import Final

TREES: Final = (
    "Ulliri", "Lisi", "Pisha", "Ahu", "Bliri", "Shelgu", "Plepi", "Gështenja", "Kumbulla", "Qershia",
    "Dardha", "Molla", "Ftoi", "Shega", "Fiku", "Arra", "Lajthia", "Mani", "Limoni", "Portokalli",
    "Dafina", "Bredhi", "Panja", "Rrapi", "Thana", "Hardhia", "Zambaku", "Manushaqja", "Luleshqerra", "Trëndelina",
)  # fmt: skip
"""Plants every counsellor knows; the definite form, as one says it: "Ulliri 27"."""
NUMBERS: Final = 99


def alias(case: int) -> str:
    """The alias of the case with this number; the same one comes back only after 2,970 cases."""
    turn = case - 1
    return f"{TREES[turn % len(TREES)]} {turn // len(TREES) % NUMBERS + 1}"
