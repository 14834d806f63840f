"""A provider's private link: it opens the form of one service until a day, and nothing is stored of it.

Sealed like the records (bot.storage.vault), with a purpose of its own: it can neither be made nor changed without the
secret key. It cannot be called back before its day either; what comes through it is only ever a proposal.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.errors import SecretKeyError
from bot.storage.vault import Vault

PURPOSE: Final = b"provider link"
LONGEST: Final = 200
"""Characters of the secret part of an address; ours have some 70."""


@dataclass(frozen=True)
class Link:
    """For which service, and the last day on which it opens."""

    service: str
    until: date


def token(vault: Vault, link: Link) -> str:
    """The part of the address that opens the form."""
    sealed = vault.seal(f"{link.until.isoformat()} {link.service}".encode(), PURPOSE)
    return urlsafe_b64encode(sealed).decode().rstrip("=")


def opened(vault: Vault, given: str) -> Link | None:
    """What it opens; None for one that we did not make. Whether its day is over is for the caller to say."""
    if len(given) > LONGEST:
        return None
    try:
        said = vault.unseal(urlsafe_b64decode(given + "=" * (-len(given) % 4)), PURPOSE).decode()
    except (SecretKeyError, ValueError):  # ValueError: not even base64
        return None
    until, _, service = said.partition(" ")
    return Link(service, date.fromisoformat(until))
