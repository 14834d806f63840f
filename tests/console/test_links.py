"""Links: made with the secret key, for one service and until one day, and opened by nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.links import LONGEST, Link, opened, token
from tests.storage.storing import OTHER_VAULT, VAULT

LINK = Link("al_line", date(2026, 12, 22))


def test_a_link_tells_its_service_and_its_last_day() -> None:
    assert opened(VAULT, token(VAULT, LINK)) == LINK


def test_it_is_another_one_each_time_fits_an_address_and_says_nothing_to_who_reads_it() -> None:
    first, second = token(VAULT, LINK), token(VAULT, LINK)
    assert first != second
    assert len(first) < 80
    assert first.replace("-", "").replace("_", "").isalnum()


def test_it_opens_with_no_other_secret() -> None:
    assert opened(OTHER_VAULT, token(VAULT, LINK)) is None


def test_a_record_of_another_kind_is_no_link() -> None:
    sealed = VAULT.seal(b"2026-12-22 al_line", b"proposal:al_line")
    assert opened(VAULT, sealed.hex()) is None


@pytest.mark.parametrize("at", range(0, 60, 7))
def test_one_changed_letter_makes_it_worthless(at: int) -> None:
    good = token(VAULT, LINK)
    assert opened(VAULT, good[:at] + ("A" if good[at] != "A" else "B") + good[at + 1 :]) is None


@given(st.text(max_size=LONGEST + 5))
def test_whatever_stands_in_an_address_is_an_answer_and_no_fault(given_token: str) -> None:
    assert opened(VAULT, given_token) is None
