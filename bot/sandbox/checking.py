"""Is a call what the Bot API says it must be? Turns texts from forms into numbers, lists and objects on the way."""

import json
from collections.abc import Callable
from typing import Any

from bot.sandbox.files import Upload
from bot.sandbox.methods_table import METHODS, NOT_SERVED, Parameter
from bot.sandbox.objects_table import OBJECTS
from bot.sandbox.refusals import Refusal, bad_request, not_found
from bot.sandbox.wire import Wire

_NAMES = {name.lower(): name for name in METHODS}
_MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "from_chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "voice": "there is no voice in the request",
    "video": "there is no video in the request",
    "sticker": "there is no sticker in the request",
}
_YES = frozenset({"true", "1", "yes"})
_NO = frozenset({"false", "0", "no"})


class _Mismatch(ValueError):
    """The value is not of this type; another type of a union may still fit. `depth` says how far this one came."""

    def __init__(self, words: str, depth: int = 0) -> None:
        super().__init__(words)
        self.depth = depth


def method_name(asked: str) -> str:
    """Find the Bot API's spelling of a method, whatever its letters' case; refuse with 404 where there is none."""
    name = _NAMES.get(asked.lower())
    if name is None:
        raise not_found("method not found")
    return name


def checked(method: str, raw: Wire, *, strict: bool) -> Wire:
    """Give the parameters the types of the table, or refuse them.

    Telegram ignores unknown names; `strict` refuses them, because each of them is a slip of the bot.
    """
    table = METHODS[method]
    if strict:
        _refuse_unknown(raw, table)
    missing = next((name for name, known in table.items() if known.required and name not in raw), None)
    if missing is not None:
        raise bad_request(_MISSING.get(missing, f'parameter "{missing}" is required'))
    return {name: _parameter(table[name], value, strict=strict) for name, value in raw.items() if name in table}


def _refuse_unknown(raw: Wire, table: dict[str, Parameter]) -> None:
    for name in raw:
        if name not in table:
            raise bad_request(f'unknown parameter "{name}" (Telegram ignores it, the sandbox is strict)')
        if name in NOT_SERVED:
            raise bad_request(f'the sandbox does not serve the parameter "{name}"')


def _parameter(known: Parameter, value: Any, *, strict: bool) -> Any:
    try:
        return _union(known.types, value, strict=strict)
    except _Mismatch as fault:
        raise _refusal(known, str(fault)) from fault


def _refusal(known: Parameter, words: str) -> Refusal:
    scalar = {"Integer", "Float", "Boolean", "String"}.issuperset(known.types)
    if scalar:
        return bad_request(f"invalid {known.name} specified")
    return bad_request(f"can't parse {known.name.replace('_', ' ')} JSON object: {words}")


def _union(types: tuple[str, ...], value: Any, *, strict: bool) -> Any:
    faults: list[_Mismatch] = []
    for kind in types:
        try:
            return _value(kind, value, strict=strict)
        except _Mismatch as fault:
            faults.append(fault)
    # The branch that came furthest says best what is wrong.
    raise max(faults, key=lambda fault: fault.depth)


def _value(kind: str, value: Any, *, strict: bool) -> Any:
    if kind.startswith("Array of "):
        return [_value(kind[9:], item, strict=strict) for item in _parsed(value, list)]
    scalar = _SCALARS.get(kind)
    return _object(kind, value, strict=strict) if scalar is None else scalar(value)


def _object(kind: str, value: Any, *, strict: bool) -> Any:
    if kind == "KeyboardButton" and isinstance(value, str):
        return {"text": value}
    found = _parsed(value, dict)
    known = OBJECTS.get(kind)
    return found if known is None else _fields(kind, found, known, strict=strict)


def _fields(kind: str, found: Wire, known: dict[str, Parameter], *, strict: bool) -> Wire:
    present = {name: value for name, value in found.items() if value is not None}
    for name, field in known.items():
        if field.required and name not in present:
            raise _Mismatch(f"{kind} has no {name}")
    unknown = next((name for name in present if name not in known), None)
    if strict and unknown is not None:
        raise _Mismatch(f"{kind} has no field {unknown}", 1)
    return {name: _field(kind, known[name], value, strict=strict) for name, value in present.items() if name in known}


def _field(kind: str, known: Parameter, value: Any, *, strict: bool) -> Any:
    try:
        return _union(known.types, value, strict=strict)
    except _Mismatch as fault:
        raise _Mismatch(f"{kind}.{known.name}: {fault}", 1) from fault


def _parsed(value: Any, kind: type) -> Any:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError as fault:
            raise _Mismatch("not JSON") from fault
    if not isinstance(value, kind):
        raise _Mismatch("an array is expected" if kind is list else "an object is expected")
    return value


def _integer(value: Any) -> int:
    if isinstance(value, str | int) and not isinstance(value, bool):
        try:
            return int(value)
        except ValueError:
            pass
    raise _Mismatch("a whole number is expected")


def _number(value: Any) -> float:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        try:
            return float(value)
        except ValueError:
            pass
    raise _Mismatch("a number is expected")


def _truth(value: Any) -> bool:
    word = str(value).strip().lower()
    if word not in _YES | _NO:
        raise _Mismatch("true or false is expected")
    return word in _YES


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise _Mismatch("a text is expected")


def _file(value: Any) -> Upload:
    if isinstance(value, Upload):
        return value
    raise _Mismatch("a file is expected")


_SCALARS: dict[str, Callable[[Any], Any]] = {
    "Integer": _integer,
    "Float": _number,
    "Boolean": _truth,
    "True": _truth,
    "String": _text,
    "InputFile": _file,
}
