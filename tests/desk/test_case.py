"""A case knows who has it, and comes back from where it is kept as it was."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.desk.case import Case, Colleague, FollowUp
from tests.desk.playing import ARTA, BESNIK, MIRA, NOW, a_case, closed, held

SHAPE = TypeAdapter(Case)
moments = st.integers(0, 2**40)
colleagues = st.builds(Colleague, st.text("0123456789abcdef", min_size=32, max_size=32), st.text(max_size=20))
cases = st.builds(
    Case,
    language=st.sampled_from(["sq", "en", "rom"]),
    opened=moments,
    place=st.none() | st.just("kukes"),
    shown=st.lists(st.text(max_size=8), max_size=3).map(tuple),
    status=st.sampled_from(["waiting", "held", "closed"]),
    holder=st.none() | colleagues,
    urgent=st.booleans(),
    snoozed=st.none() | moments,
    ended=st.sampled_from(["", "counsellor", "client", "left"]),
    erase=st.none() | moments,
    follow_ups=st.lists(st.builds(FollowUp, st.just("al_line"), moments), max_size=2).map(tuple),
    noted=st.text(max_size=10),
    settled=moments,
)


def test_only_the_one_whose_key_it_is_has_the_case_whatever_they_are_called_now() -> None:
    assert held().held_by(MIRA)
    assert held().held_by(Colleague(MIRA.key, "Mira K.", "en"))
    assert not held().held_by(Colleague("ff" * 16, "Mira"))
    assert not held().held_by(BESNIK)


def test_nobody_has_a_case_that_waits_or_is_closed_nor_does_somebody_without_a_name() -> None:
    assert not a_case().held_by(MIRA)
    assert not closed().held_by(MIRA)
    assert not a_case(holder=MIRA).held_by(MIRA)
    assert not held().held_by(None)


def test_the_thread_is_written_in_the_language_of_whoever_has_or_had_the_case() -> None:
    assert a_case().desk_language == "sq"
    assert a_case(at_desk="en").desk_language == "en"
    assert held(at_desk="en").desk_language == "sq"
    assert held(ARTA).desk_language == "en"
    assert closed(holder=ARTA).desk_language == "en"


@given(cases)
def test_a_case_comes_back_as_it_was_kept(case: Case) -> None:
    assert SHAPE.validate_json(SHAPE.dump_json(case, exclude_defaults=True)) == case


def test_a_case_that_was_kept_before_something_was_added_can_still_be_read() -> None:
    assert SHAPE.validate_json(f'{{"language": "sq", "opened": {NOW}}}') == Case("sq", NOW)


def test_nothing_in_a_case_has_room_for_a_name_of_the_client_or_a_word_of_theirs() -> None:
    told = {"language", "opened", "place", "country", "subject", "signal", "minor", "shown"}
    state = {"status", "holder", "urgent", "since", "begins", "called", "signs", "snoozed", "unheard"}
    end = {"ended", "closed", "outcome", "erase", "follow_ups"}
    of_the_thread = {"noted", "settled", "hinted", "answered", "replied", "at_desk"}
    assert {field.name for field in fields(Case)} == told | state | end | of_the_thread
