"""What a guide asks of answers and numbers, written in the expressions of FLOIP."""

from collections.abc import Sequence

from bot.packs.guide_schema import POINTS, UNSAID, GuideFile, Span, When


def block_name(kind: str, name: str, *more: str) -> str:
    """Of word characters only, as FLOIP wants it; `kind` keeps it apart from other blocks and from FLOIP's own words.

    No id has two dashes in a row, so that no two blocks have one name.
    """
    return f"{kind}_{'__'.join((name, *more))}".replace("-", "_")


def value(block: str) -> str:
    """What the block of this name was answered, or has put out."""
    return f"flow.{block}.value"


def is_number(block: str) -> str:
    return f"ISNUMBER({value(block)})"


def every(tests: Sequence[str]) -> str:
    return tests[0] if len(tests) == 1 else f"AND({', '.join(tests)})"


def some(tests: Sequence[str]) -> str:
    return tests[0] if len(tests) == 1 else f"OR({', '.join(tests)})"


class Expressions:
    """Of one form of a guide. What was not asked has no value, so that no test of it holds."""

    def __init__(self, guide: GuideFile, form: str) -> None:
        self.steps = {step.id: step for step in guide.steps if step.form in {None, form}}

    def when(self, when: When) -> str:
        return some([every([self._line(*line) for line in condition.items()]) for condition in when])

    def _points(self) -> str:
        counted = [(step, each) for step in self.steps.values() for each in step.ids if step.points(each)]
        terms = [f"IF({self._said(step.id, each)}, {step.points(each)}, 0)" for step, each in counted]
        return f"SUM({', '.join(terms or ['0'])})"

    def _line(self, name: str, wanted: tuple[str, ...] | Span) -> str:
        if not isinstance(wanted, Span):
            return some([self._said(name, each) for each in wanted])
        if name == POINTS:
            return every(_bounds(self._points(), wanted))
        # Platforms differ in how they compare what is not there.
        block = block_name("step" if name in self.steps else "reckoned", name)
        return every([is_number(block), *_bounds(value(block), wanted)])

    def _said(self, name: str, answer: str) -> str:
        """Each of several is put out by itself: platforms fail when they look for it in a list that is not there."""
        ask = self.steps[name].ask if name in self.steps else "choice"
        if ask == "several":
            return f"{value(block_name('step', name, answer))} = TRUE"
        is_written = ask not in {"choice", "yes_no"}
        return f"{value(block_name('tell' if is_written and answer == UNSAID else 'step', name))} = '{answer}'"


def _bounds(number: str, span: Span) -> list[str]:
    bounds = ((">=", span.at_least), ("<=", span.at_most))
    return [f"{number} {sign} {bound}" for sign, bound in bounds if bound is not None]
