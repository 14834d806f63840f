"""Writes a provider's corrections of its own service into the text of the packs' files."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.errors import ContentError
from bot.packs.correction import Change, Value, phone_status
from bot.packs.service_schema import Service, ServiceWords
from bot.packs.verifying import services_in
from bot.packs.yaml_file import StrictLoader
from bot.packs.yaml_rewriting import as_yaml, put, taken_out

Model = TypeVar("Model", bound=BaseModel)
Found = TypeVar("Found")


def corrected(text: str, service_id: str, changes: Sequence[Change]) -> str:
    """The file of services with these facts in it.

    Raises ContentError where the file says something else by now than the provider saw, or where anything but these
    facts would change.
    """
    services = services_in(text)
    number = [service.id for service in services].index(service_id)
    before = services[number]
    new = _wanted(before, service_id, changes)
    after = _valid(Service, before.model_dump() | new | {"phone_status": phone_status(before, new)}, service_id)
    changed = _rewritten(text, ("services", number), before, after)
    if _read(services_in, changed, service_id) != (*services[:number], after, *services[number + 1 :]):
        raise _not_alone(service_id)
    return changed


def corrected_words(text: str, service_id: str, changes: Sequence[Change]) -> str:
    """The same for a file of words in the language of these changes."""
    spoken = _words_in(text)
    before = _valid(ServiceWords, spoken.get(service_id), service_id)
    after = _valid(ServiceWords, before.model_dump() | _wanted(before, service_id, changes), service_id)
    changed = _rewritten(text, (service_id,), before, after)
    found = _read(_words_in, changed, service_id)
    rest = found | {service_id: spoken[service_id]}
    if rest != spoken or _valid(ServiceWords, found[service_id], service_id) != after:
        raise _not_alone(service_id)
    return changed


def _read(reading: Callable[[str], Found], text: str, service_id: str) -> Found:
    """What was a good file before can only be torn by a part of it that stands for others too."""
    try:
        return reading(text)
    except ContentError as fault:
        raise _not_alone(service_id) from fault


def _wanted(before: BaseModel, service_id: str, changes: Iterable[Change]) -> dict[str, Value]:
    """The new values. One that stands there already is no contradiction: somebody else was quicker."""
    new: dict[str, Value] = {}
    for change in changes:
        now = getattr(before, change.field)
        if now not in (change.old, change.new):
            raise ContentError(
                f"'{change.name}' of '{service_id}' has changed since: the provider saw '{change.old}', the file says "
                f"'{now}'. Write what is right into the file, then refuse this one."
            )
        new[change.field] = change.new
    return new


def _rewritten(text: str, keys: tuple[str | int, ...], before: Model, after: Model) -> str:
    fields = type(before).model_fields
    for name, field in fields.items():
        value = getattr(after, name)
        if value == getattr(before, name):
            continue
        if value == field.default:
            text = taken_out(text, (*keys, name))
        else:
            text = put(text, (*keys, name), as_yaml(value), list(fields))
    return text


def _valid(model: type[Model], data: object, service_id: str) -> Model:
    try:
        return model.model_validate(data)
    except ValidationError as fault:
        where = ", ".join(str(error["loc"][0]) if error["loc"] else error["msg"] for error in fault.errors())
        raise ContentError(
            f"The correction does not fit '{service_id}' ({where}). Change the file by hand, then refuse this one."
        ) from None


def _words_in(text: str) -> dict[str, Any]:
    try:
        found = yaml.load(text, StrictLoader)  # noqa: S506 -- a SafeLoader
    except yaml.YAMLError as fault:
        raise ContentError("A file of words has faults. Run 'udha content check' and mend them.") from fault
    return found if isinstance(found, dict) else {}


def _not_alone(service_id: str) -> ContentError:
    return ContentError(f"'{service_id}' shares a part of its file with another service. Write it out for each first.")
