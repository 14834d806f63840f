"""One service that is offered to somebody."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """One service, how far it is (km) and whether it serves only from afar (None: distance not known)."""

    service: str
    km: float | None = None
