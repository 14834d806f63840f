"""Names that stay the same on every export and in every language: HSDS wants UUIDs, the packs have words."""

from typing import Final
from uuid import UUID, uuid5

NAMESPACE: Final = UUID("04b44240-f637-4da4-af08-759d1fc692f0")
"""Made once for Udha. Another value would give every service a new name in the directories of others."""


def identifier(kind: str, *keys: object) -> str:
    """The UUIDv5 of a thing of this kind, such as `identifier("phone", "al_line", 0)`."""
    return str(uuid5(NAMESPACE, "/".join(map(str, (kind, *keys)))))
