"""Plays an exported flow as a strict platform would: no more than the specification says, and no leniency."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

TOKEN: Final = re.compile(r"\s*(?:(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>-?\d+)|(?P<sign><=|>=|=|<|>)|"
                          r"(?P<name>[A-Za-z_][A-Za-z_0-9.]*)|(?P<mark>[(),]))")  # fmt: skip
Values = Mapping[str, Any]


class Missing:
    """What was never asked: any comparison by size goes wrong with it, as it does on some platforms."""


def evaluated(expression: str, values: Values) -> Any:
    tokens = [(match.lastgroup or "", match[match.lastgroup or 0]) for match in TOKEN.finditer(expression)]
    assert "".join(token for _, token in tokens).replace(" ", "") == expression.replace(" ", ""), expression
    assert tokens[0][0] not in {"text", "number"}, "FLOIP's own parser takes no value by itself"
    found = _Reading(tokens, values)
    told = found.compared()
    assert not found.tokens, f"{expression}: {found.tokens} is left"
    return told


@dataclass
class _Reading:
    tokens: list[tuple[str, str]]
    values: Values

    def compared(self) -> Any:
        left = self.single()
        if not self.tokens or self.tokens[0][0] != "sign":
            return left
        sign, right = self.tokens.pop(0)[1], self.single()
        if sign == "=":
            return left == right
        if isinstance(left, Missing):
            return True
        return {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[sign]

    def single(self) -> Any:
        kind, token = self.tokens.pop(0)
        if kind == "text":
            return token[1:-1]
        if kind == "number":
            return int(token)
        if self.tokens and self.tokens[0][1] == "(":
            return FUNCTIONS[token](*self.arguments())
        return (
            {"TRUE": True, "FALSE": False}[token] if token in {"TRUE", "FALSE"} else self.values.get(token, Missing())
        )

    def arguments(self) -> list[Any]:
        """All of them are reckoned, whatever the first ones say."""
        given = []
        while self.tokens.pop(0)[1] != ")":
            given.append(self.compared())
        return given


def _is_in(needle: str, among: list[str]) -> bool:
    assert isinstance(among, list), "platforms fail when they look into what is no list"
    return needle in among


FUNCTIONS: Final[Mapping[str, Any]] = {
    "AND": lambda *tests: all(test is True for test in tests),
    "OR": lambda *tests: any(test is True for test in tests),
    "IF": lambda test, one, other: one if test is True else other,
    "SUM": lambda *numbers: sum(numbers),
    "CONCATENATE": lambda *texts: "".join(texts),
    "IN": _is_in,
    "COUNT": len,
    "LEN": len,
    "ISNUMBER": lambda found: isinstance(found, int),
}


@dataclass
class Player:
    """`answers` are given when the block of this name asks; `asked` and `put_out` are what came of them."""

    flow: Mapping[str, Any]
    answers: Mapping[str, Any]
    values: dict[str, Any] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    put_out: dict[str, Any] = field(default_factory=dict)

    def play(self) -> "Player":
        blocks = {block["uuid"]: block for block in self.flow["blocks"]}
        here = self.flow["first_block_id"]
        for _ in range(len(blocks)):
            here = self._after(blocks[here])
            if here is None:
                return self
        raise AssertionError("the flow goes round in circles")

    def _after(self, block: Mapping[str, Any]) -> Any:
        name, told = block["name"], None
        if block["type"] == "Core.Output":
            told = self.put_out[name] = evaluated(block["config"]["value"], self.values)
        elif block["type"] == "MobilePrimitives.Message":
            self.shown.append(name)
        elif block["type"] != "Core.Case":
            told = self.answers.get(name)
            self.asked.append(name)
        if told is not None:
            self.values[f"flow.{name}.value"] = told
        values = {**self.values, "block.value": [] if told is None else told}
        exits = block["exits"]
        way = next((each for each in exits if "test" in each and evaluated(each["test"], values) is True), exits[-1])
        return way.get("destination_block")
