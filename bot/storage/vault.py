"""The secret: names chats without knowing them, and seals what must be kept for a while.

A chat's key is an HMAC (RFC 2104) of its id: without the secret nobody can tell whose it is or try ids out.
What delivery needs is sealed with AES-256-GCM (NIST SP 800-38D); each kind of record is bound to its purpose, so that
a record moved to another table or row does not open.
"""

import hmac
import os
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import SecretKeyError

KEY_BYTES: Final = 16
"""Of the HMAC: 128 bits are far more than there are chats, and short rows are quick."""
NONCE: Final = 12
"""Bytes, fresh for every record (SP 800-38D, 8.2.2: random nonces are fine below 2^32 records a key)."""


class Vault:
    """Everything that needs the secret key. The secret itself is nowhere stored and never logged."""

    def __init__(self, secret: str) -> None:
        self._naming = _derived(secret, b"chat keys")
        self._sealing = AESGCM(_derived(secret, b"sealed records"))

    def chat_key(self, chat: int, thread: int = 0) -> bytes:
        """The name of a chat (or of a thread in it) in the database."""
        return hmac.digest(self._naming, b"%d:%d" % (chat, thread), sha256)[:KEY_BYTES]

    def mark(self, purpose: bytes, said: bytes) -> bytes:
        """Stands for what was said, so that the same can be counted and nobody can read it."""
        return hmac.digest(self._naming, purpose + b":" + said, sha256)[:KEY_BYTES]

    def fingerprint(self) -> bytes:
        """Tells whether this is the key that the database was written with, and nothing more."""
        return hmac.digest(self._naming, b"fingerprint", sha256)[:KEY_BYTES]

    def seal(self, content: bytes, purpose: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return nonce + self._sealing.encrypt(nonce, content, purpose)

    def unseal(self, sealed: bytes, purpose: bytes) -> bytes:
        """Raises SecretKeyError when it was sealed with another key, for another purpose, or is damaged."""
        try:
            return self._sealing.decrypt(sealed[:NONCE], sealed[NONCE:], purpose)
        except (InvalidTag, ValueError):  # ValueError: cut so short that not even the nonce is whole
            raise SecretKeyError(
                "A stored record does not open with UDHA_SECRET_KEY. Set the key that the database was written with."
            ) from None


def _derived(secret: str, purpose: bytes) -> bytes:
    """One key a purpose out of the one secret (HKDF, RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"udha " + purpose).derive(secret.encode())
