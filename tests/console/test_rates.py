import pytest

from bot.console.rates import MINUTE, Rate, address_of, tried


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_so_many_are_allowed_within_any_minute_and_then_one_waits_for_the_first_of_them() -> None:
    seconds = Seconds()
    rate = Rate(3, seconds)
    for _ in range(3):
        assert tried([(rate, "a")]) == 0
        seconds.now += 10
    assert tried([(rate, "a")]) == 30
    seconds.now += 30
    assert tried([(rate, "a")]) == 0
    assert tried([(rate, "a")]) == 10


def test_what_is_refused_does_not_count() -> None:
    seconds = Seconds()
    rate = Rate(1, seconds)
    assert tried([(rate, "a")]) == 0
    for _ in range(50):
        seconds.now += 1
        assert tried([(rate, "a")]) > 0
    seconds.now += 10
    assert tried([(rate, "a")]) == 0


def test_each_key_has_a_measure_of_its_own_and_all_of_them_one_together() -> None:
    seconds = Seconds()
    each, together = Rate(1, seconds), Rate(2, seconds)
    assert [tried([(each, key), (together, "")]) > 0 for key in ("a", "a", "b", "c")] == [False, True, False, True]


def test_who_has_not_been_there_for_a_minute_is_forgotten() -> None:
    seconds = Seconds()
    rate = Rate(5, seconds)
    for number in range(1000):
        rate.note(str(number))
    seconds.now += MINUTE + 1
    rate.note("a")
    assert len(rate._seen) == 1


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        (None, ""),
        ("a socket", "a socket"),
    ],
)
def test_a_house_is_one_address(remote: str | None, address: str) -> None:
    assert address_of(remote) == address
