"""Texts that a spreadsheet would take for a formula and carry out."""

from typing import Final

FORMULA: Final = (
    "=", "+", "-", "@", "\t", "\r", "\n", "\0",
    "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}",
)  # fmt: skip
"""How they begin, and what must stand before them is an apostrophe: OWASP, Application Security Verification Standard
5.0, 1.2.10. The wide signs are taken for formulas where people write with them."""


def like_a_formula(text: str) -> bool:
    return text.startswith(FORMULA)
