"""Records a check of a service in the text of its file, and leaves every other letter of it as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import yaml
from pydantic import ValidationError

from bot.errors import ContentError
from bot.packs.service_schema import Service, ServicesFile
from bot.packs.standing import RECHECK_MONTHS, months_later
from bot.packs.terms import PhoneStatus
from bot.packs.yaml_file import StrictLoader
from bot.packs.yaml_rewriting import Keys, as_yaml, replaced

How = Literal["call", "visit", "source", "provider"]


@dataclass(frozen=True)
class Check:
    """Somebody, known only by a role, made sure of a service; `phone` None lets the way of checking decide."""

    on: date
    how: How
    by_role: str
    phone: PhoneStatus | None = None

    @property
    def recheck_by(self) -> date:
        return months_later(self.on, RECHECK_MONTHS)

    def phone_status(self, service: Service) -> PhoneStatus | None:
        """Its phones after this check: who called and was answered has confirmed them; a written source never does.

        A hidden one stays hidden unless that is said: it may be somebody's own.
        """
        if self.phone and service.phone_status is None:
            raise ContentError(f"'{service.id}' has no phone. Leave out --phone, or add the number to its file first.")
        if self.phone == "confirmed" and self.how == "source":
            raise ContentError("A written source does not confirm a phone. Call it, then use --how call.")
        if self.phone or service.phone_status is None:
            return self.phone
        return "confirmed" if self.how == "call" and service.phone_status != "hidden" else service.phone_status


def services_in(text: str) -> tuple[Service, ...]:
    """The services of a file. Raises ContentError when the file has faults."""
    try:
        return ServicesFile.model_validate(yaml.load(text, StrictLoader)).services  # noqa: S506 -- a SafeLoader
    except (yaml.YAMLError, ValidationError) as fault:
        raise ContentError("The file of this service has faults. Run 'udha content check' and mend them.") from fault


def recorded(text: str, service_id: str, check: Check) -> str:
    """The file with this check in it. Raises ContentError where that cannot be done, or would change anything else."""
    services = services_in(text)
    number = [service.id for service in services].index(service_id)
    wanted = _checked(services[number], check)
    changed = replaced(text, dict(_changes(number, services[number], wanted)))
    if services_in(changed) != (*services[:number], wanted, *services[number + 1 :]):
        raise ContentError(f"'{service_id}' shares its dates with another service. Write them out for each first.")
    return changed


def _checked(service: Service, check: Check) -> Service:
    if not check.by_role.strip():
        raise ContentError("Name the role of whoever checked it, such as counsellor.")
    status = {"phone_status": check.phone_status(service)}
    verified = {"on": check.on, "how": check.how, "by_role": check.by_role}
    return Service.model_validate(
        service.model_dump() | {"verified": verified, "recheck_by": check.recheck_by} | status
    )


def _changes(number: int, before: Service, after: Service) -> Iterator[tuple[Keys, str]]:
    """What has to stand at which keys; what does not change is not touched."""
    for name in type(after.verified).model_fields:
        if getattr(before.verified, name) != getattr(after.verified, name):
            yield ("services", number, "verified", name), as_yaml(getattr(after.verified, name))
    for name in ("recheck_by", "phone_status"):
        if getattr(before, name) != getattr(after, name):
            yield ("services", number, name), as_yaml(getattr(after, name))
