"""What one message of a guide can hold."""

import pytest

from bot.checks.length import LIMIT
from tests.checks.tiny_guides import give_it
from tests.checks.tiny_pack import TinyPack

SENTENCE = f"characters; Telegram takes {LIMIT}."
LONG = " ".join(["Call the police."] * 9)


def too_long(pack: TinyPack) -> list[tuple[str, int]]:
    """File and line."""
    found = (problem for problem in pack.problems() if problem.sentence.endswith(SENTENCE))
    return [(pack.named(problem), problem.line) for problem in found]


@pytest.mark.parametrize(("count", "results"), [(20, 0), (30, 3)])
def test_all_reasons_have_to_fit_a_message(pack: TinyPack, count: int, results: int) -> None:
    give_it(pack, "offer")
    steps = "".join(
        f"  - {{id: s{at}, ask: yes_no, answers: [{{id: 'no', points: 1}}], sources: [who]}}\n" for at in range(count)
    )
    pack.change("guides/offer.yaml", "  - id: age", steps + "  - id: age")
    for language in ("sq", "en"):
        said = "".join(f"  s{at}: {{ask: Who helps?, answers: {{'no': {{reason: {LONG}}}}}}}\n" for at in range(count))
        pack.change(f"{language}/guides/offer.yaml", "  age:", said + "  age:")
    assert len(too_long(pack)) == 2 * results


def test_of_one_step_only_one_reason_counts_unless_several_can_be_chosen(pack: TinyPack) -> None:
    give_it(pack, "offer")
    answers = ", ".join(f"{{id: a{at}, points: 1}}" for at in range(8))
    steps = "".join(f"  - {{id: s{at}, ask: choice, answers: [{answers}], sources: [who]}}\n" for at in range(4))
    pack.change("guides/offer.yaml", "  - id: age", steps + "  - id: age")
    said = ", ".join(f"a{at}: {{label: Work {at}, reason: {LONG}}}" for at in range(8))
    for language in ("sq", "en"):
        words = "".join(f"  s{at}: {{ask: Who helps?, answers: {{{said}}}}}\n" for at in range(4))
        pack.change(f"{language}/guides/offer.yaml", "  age:", words + "  age:")
    assert too_long(pack) == []
    for at in range(4):
        pack.change("guides/offer.yaml", f"id: s{at}, ask: choice", f"id: s{at}, ask: several")
    assert len(too_long(pack)) == 6
