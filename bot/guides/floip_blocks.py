"""The blocks of a flow: each step, what decides whether it comes, and the results."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from bot.guides.floip_expressions import Expressions, block_name, every, is_number, some, value
from bot.guides.floip_texts import TOLD, Texts
from bot.packs.guide_schema import DAYS_RECKONED, UNSAID, GuideFile, GuideResult, GuideStep
from bot.packs.guide_words_schema import GuideWords

Block = dict[str, Any]

MESSAGE: Final = "MobilePrimitives.Message"
SELECT_ONE: Final = "MobilePrimitives.SelectOneResponse"
SELECT_MANY: Final = "MobilePrimitives.SelectManyResponses"
NUMERIC: Final = "MobilePrimitives.NumericResponse"
OPEN: Final = "MobilePrimitives.OpenResponse"
CASE: Final = "Core.Case"
OUTPUT: Final = "Core.Output"


class Way(NamedTuple):
    """Out of a block. Without a test it is the default; without `to` the flow ends."""

    name: str
    test: str | None
    to: str | None


ENDS: Final = Way("default", None, None)
"""What is no answer ends the flow: neither a result nor another message may come of silence."""


class Plain(NamedTuple):
    """A block before it is known where it leads."""

    type: str
    name: str
    config: dict[str, Any]


class Blocks:
    """Makes the blocks of one form of a guide."""

    def __init__(self, guide: GuideFile, form: str, texts: Texts) -> None:
        self._guide = guide
        self._texts = texts
        self._ask = Expressions(guide, form)

    def all(self) -> list[Block]:
        """In the order in which they come; the first one begins."""
        blocks = self._results()
        for step in reversed(self._ask.steps.values()):
            blocks = [*self._step(step, blocks[0]["uuid"]), *blocks]
        return blocks

    def _block(self, plain: Plain, *ways: Way) -> Block:
        exits = [
            {"uuid": self._texts.id("exit", plain.name, way.name), "name": way.name}
            | ({"default": True} if way.test is None else {"test": way.test})
            | ({} if way.to is None else {"destination_block": way.to})
            for way in ways
        ]
        named = {"uuid": self._texts.id("block", plain.name), "name": plain.name, "type": plain.type}
        return {**named, "config": plain.config, "exits": exits}

    def _row(self, row: Sequence[Plain], to: str | None) -> list[Block]:
        """One after the other."""
        blocks: list[Block] = []
        for plain in reversed(row):
            blocks = [self._block(plain, Way("default", None, to)), *blocks]
            to = blocks[0]["uuid"]
        return blocks

    def _step(self, step: GuideStep, to: str) -> list[Block]:
        asked = self._asked(step, to)
        here: str = asked[0]["uuid"]
        ways = [Way("unless", self._ask.when(step.unless), to)] if step.unless else []
        ways += [Way("when", self._ask.when(step.when), here)] if step.when else []
        default = Way("default", None, to if step.when else here)
        return [self._block(Plain(CASE, block_name("if", step.id), {}), *ways, default), *asked] if ways else asked

    def _asked(self, step: GuideStep, to: str) -> list[Block]:
        if step.ask == "info":
            return self._row([Plain(MESSAGE, block_name("step", step.id), self._prompt(step))], to)
        if step.ask == "several":
            return self._several(step, to)
        return self._one(step, to) if step.ids else self._written(step, to)

    def _one(self, step: GuideStep, to: str) -> list[Block]:
        name = block_name("explain", step.id)
        text = self._texts.said(name, lambda words: words.steps[step.id].explain) if step.right else ""
        then = self._row([Plain(MESSAGE, name, {"prompt": text})] if step.right else [], to)
        plain = self._chosen(SELECT_ONE, "step", step, (*step.ids, UNSAID))
        test = some([f"block.value = '{answer}'" for answer in (*step.ids, UNSAID)])
        return [self._block(plain, Way("answered", test, then[0]["uuid"] if then else to), ENDS), *then]

    def _several(self, step: GuideStep, to: str) -> list[Block]:
        plain = self._chosen(SELECT_MANY, "step", step, (*step.ids, UNSAID))
        outputs = [
            Plain(OUTPUT, block_name("step", step.id, answer), {"value": f"IN('{answer}', {value(plain.name)})"})
            for answer in (*step.ids, UNSAID)
        ]
        then = self._row(outputs, to)
        plain.config["minimum_choices"] = 1
        return [self._block(plain, Way("answered", "COUNT(block.value) > 0", then[0]["uuid"]), ENDS), *then]

    def _written(self, step: GuideStep, to: str) -> list[Block]:
        """First whether one would say it at all: FLOIP has no "don't know" where something is written."""
        plain, test = Plain(OPEN, block_name("step", step.id), self._prompt(step)), "LEN(block.value) > 0"
        if step.ask == "number":
            bounds = {"validation_minimum": step.at_least, "validation_maximum": step.at_most}
            plain, test = Plain(NUMERIC, plain.name, plain.config | bounds), "ISNUMBER(block.value)"
        written = self._block(plain, Way("answered", test, to), ENDS)
        ways = [Way(each, f"block.value = '{each}'", on) for each, on in ((TOLD, written["uuid"]), (UNSAID, to))]
        return [self._block(self._chosen(SELECT_ONE, "tell", step, (TOLD, UNSAID)), *ways, ENDS), written]

    def _chosen(self, kind: str, name: str, step: GuideStep, answers: Sequence[str]) -> Plain:
        prompt = self._prompt(step)
        choices = [self._choice(step, answer) for answer in answers]
        return Plain(
            kind, block_name(name, step.id), {**prompt, "question_prompt": prompt["prompt"], "choices": choices}
        )

    def _choice(self, step: GuideStep, answer: str) -> dict[str, Any]:
        if step.ask in {"choice", "several"} and answer != UNSAID:
            key = f"steps/{step.id}/answers/{answer}"
            label = self._texts.said(key, lambda words: words.steps[step.id].answers[answer].label)
        else:
            label = self._texts.phrase(answer)
        labels = {language: text.replace('"', "'") for language, text in self._texts.by_code(label).items()}
        tests = [{"language": each, "test_expression": f'block.response = "{text}"'} for each, text in labels.items()]
        return {"name": answer, "prompt": label, "text_tests": tests}

    def _prompt(self, step: GuideStep) -> dict[str, Any]:
        return {"prompt": self._texts.said(f"steps/{step.id}", lambda words: words.steps[step.id].ask)}

    def _results(self) -> list[Block]:
        """The last one stands in for all that is left, unless it speaks of days that nobody may have reckoned."""
        results = self._guide.results
        ended = [self._result(result) for result in results]
        ways = [Way(each.id, self._test(each), row[0]["uuid"]) for each, row in zip(results, ended, strict=True)]
        ways[-1:] = [ways[-1], ENDS] if self._guide.reckon else [Way("default", None, ways[-1].to)]
        return [self._block(Plain(CASE, "results", {}), *ways), *(block for row in ended for block in row)]

    def _test(self, result: GuideResult) -> str:
        days = DAYS_RECKONED.get(self._guide.reckon or "", ())
        known = [is_number(f"reckoned_{each}") for each in days] or ["TRUE"]
        return self._ask.when(result.when) if result.when else every(known)

    def _result(self, result: GuideResult) -> list[Block]:
        # A text by itself is no expression of FLOIP's own parser.
        row = [Plain(OUTPUT, block_name("outcome", result.id), {"value": f"CONCATENATE('{result.id}')"})]
        for part in ("", *result.parts):
            name = block_name("result", result.id, *filter(None, [part]))
            row.append(Plain(MESSAGE, name, {"prompt": self._texts.said(name, partial(_screen, result.id, part))}))
        return self._row(row, None)


def _screen(result: str, part: str, words: GuideWords) -> str | None:
    said, more = words.results[result], words.part(result, part)
    if part:
        return f"{more.label}\n\n{more.text}" if more else None
    return f"{said.title}\n\n{said.text}"
