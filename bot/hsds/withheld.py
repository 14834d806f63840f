"""What a package for others leaves out: numbers that wait for a test call, and where a hiding place is."""

from collections.abc import Mapping
from typing import Any, Final

from bot.packs.service_schema import Service

NOTHING: Final[Mapping[str, Any]] = {"phones": (), "place": None, "city": None}


def withheld(service: Service) -> tuple[str, ...]:
    """The fields of this service that the bot shows to nobody, and that a package for others must not have either."""
    hidden = ("phones",) if service.phone_status == "hidden" else ()
    secret = tuple(name for name in ("place", "city") if service.confidential and getattr(service, name) is not None)
    return hidden + secret


def without(service: Service, fields: tuple[str, ...]) -> Service:
    """The service with nothing in these fields; it is only written, so that nobody checks it as a whole again."""
    return service.model_copy(update={name: NOTHING[name] for name in fields})


def restored(facts: dict[str, Any], fields: tuple[str, ...], known: Service | None) -> dict[str, Any]:
    """What came back, with what was left out taken from the packs; a package's own word goes before."""
    missing = {name: getattr(known, name, None) for name in fields if name not in facts}
    whole = facts | {name: value for name, value in missing.items() if value}
    if not whole.get("phones"):
        whole.pop("phone_status", None)
    return whole
