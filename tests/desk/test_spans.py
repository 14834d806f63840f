"""How long clients wait is counted as coarsely as nobody can be known by it."""

import pytest

from bot.conversation.state import Count
from bot.desk.spans import span
from tests.desk.playing import BESNIK, HOUR, MINUTE, NOW, TAPPED, a_case, after, held, known, pressing, saying


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "5m"),
        (5 * MINUTE, "5m"),
        (5 * MINUTE + 1, "15m"),
        (HOUR, "1h"),
        (4 * HOUR, "4h"),
        (24 * HOUR, "24h"),
        (24 * HOUR + 1, "more"),
    ],
)
def test_a_wait_is_up_to_so_long(seconds: int, said: str) -> None:
    assert span(seconds) == said


def test_whoever_takes_a_case_ends_a_wait() -> None:
    turn = after(pressing("claim"), a_case(since=NOW - 40 * MINUTE), BESNIK)
    assert turn.counts == (Count("waited", "1h"),)


def test_taking_over_what_somebody_has_ends_none() -> None:
    assert not after(pressing("take", held().holder.key), held(), BESNIK).counts  # type: ignore[union-attr]


def test_the_first_words_to_the_client_say_how_long_an_answer_took_and_later_ones_do_not() -> None:
    first = after(saying(), held(opened=NOW - 3 * HOUR))
    assert first.counts == (Count("counsellor_replied"), Count("answered_in", "4h"))
    assert after(saying(), first.case).counts == (Count("counsellor_replied"),)


def test_that_holds_for_words_that_waited_for_a_second_tap() -> None:
    asked = after(saying("Më telefononi: 069 123 4567"), held())
    assert not asked.counts
    sent = after(pressing("send", "500", "", TAPPED), held(), what=known(NOW + 10 * MINUTE))
    assert Count("answered_in", "15m") in sent.counts
