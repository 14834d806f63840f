from time import perf_counter

import pytest

from bot.search.phrases import Phrases

PHRASES = Phrases(["dua te vdes", "burri me rreh", ""])


def _alike(text: str) -> dict[int, float]:
    best: dict[int, float] = {}
    for number, alike in PHRASES.found(text):
        best[number] = max(alike, best.get(number, 0))
    return best


def test_a_phrase_is_found_inside_a_text() -> None:
    assert _alike("jam lodhur dhe dua te vdes sot") == {0: 100}


@pytest.mark.parametrize("text", ["dua te vdess", "dua te vdse", "duate vdes", "due te vdes"])
def test_one_slip_of_the_finger_is_forgiven(text: str) -> None:
    assert _alike(text)[0] >= 85


@pytest.mark.parametrize("text", ["dua te", "vdes", "", "dua te di ku vdes peshku"])
def test_a_part_of_a_phrase_is_not_the_phrase(text: str) -> None:
    assert _alike(text).get(0, 0) < 85


def test_a_phrase_is_found_wherever_it_stands_in_a_long_text() -> None:
    for before in range(0, 1200, 7):
        text = f"{'mal ' * (before // 4)}{'x' * (before % 4)} burri me rreh {'det ' * 200}"
        assert _alike(" ".join(text.split()))[1] == 100


@pytest.mark.parametrize("text", ["dua me rreh " * 900, "ab" * 5_000, "dua te dal ku te dua " * 480])
def test_ten_thousand_characters_do_not_hold_up_the_next_client(text: str) -> None:
    started = perf_counter()
    list(PHRASES.found(text))
    assert perf_counter() - started < 1


def test_without_phrases_nothing_is_found() -> None:
    assert list(Phrases([]).found("dua te vdes")) == []
