from dataclasses import replace

import pytest

from bot.desk.taps import DeskTap
from bot.desk.views import Sentence, Told
from bot.rendering.at_desk import at_desk, toast
from bot.rendering.message import Message
from tests.builders import a_service, some_packs
from tests.contexts import a_context, desk_taps

CONTEXT = a_context(some_packs(services=[a_service("al_line")]))


def shown(sentence: Sentence, language: str = "en") -> Message:
    return at_desk(sentence, language, CONTEXT, "Ulliri 27")


def test_the_one_who_took_a_case_is_told_so_and_everybody_else_who_did() -> None:
    assert toast(Sentence("claimed"), "en", CONTEXT).startswith("You have the case.")
    assert shown(Sentence("claimed", "Mira")).html == "<i>Mira has the case.</i>"


def test_a_case_that_changes_hands_names_both() -> None:
    assert shown(Sentence("handed", "Mira\nBesnik")).html == "<i>Mira hands the case to Besnik.</i>"
    assert shown(Sentence("taken_over", "Mira\nBesnik")).html == "<i>Mira has taken the case over from Besnik.</i>"


def test_colleagues_on_duty_are_called_so_that_their_phone_rings() -> None:
    html = shown(Sentence("on_duty", "Mira\nBes<nik", number=12, mentions=(5, 7))).html
    assert html.startswith('<i><a href="tg://user?id=5">Mira</a> and <a href="tg://user?id=7">Bes&lt;nik</a>: ')
    assert "12 minutes" in html


def test_with_nobody_on_duty_everybody_is_asked() -> None:
    message = shown(Sentence("on_duty", number=12))
    assert message.html == "<i>Nobody is on duty. Who can take this case?</i>"
    assert desk_taps(message.rows) == [DeskTap("claim")]


def test_a_name_is_never_taken_for_markup_nor_for_a_gap() -> None:
    assert shown(Sentence("claimed", "<b>{other}")).html == "<i>&lt;b&gt;{other} has the case.</i>"


@pytest.mark.parametrize("told", ["deleted_by_client", "erased", "please_delete"])
def test_what_is_read_outside_a_thread_names_its_case(told: Told) -> None:
    assert shown(Sentence(told)).html.startswith("<b>Ulliri 27</b>: ")


def test_what_is_read_in_the_thread_does_not() -> None:
    assert "Ulliri" not in shown(Sentence("closed")).html


@pytest.mark.parametrize("told", ["released", "second_call", "on_duty", "partner", "unclaimed"])
def test_whoever_is_called_can_take_the_case_from_there(told: Told) -> None:
    assert desk_taps(shown(Sentence(told)).rows) == [DeskTap("claim")]


def test_whoever_has_the_case_is_only_reminded_of_it() -> None:
    assert shown(Sentence("awake", "Mira")).rows == ()
    assert desk_taps(shown(Sentence("awake")).rows) == [DeskTap("claim")]


def test_the_case_of_a_colleague_can_be_taken_over() -> None:
    message = shown(Sentence("not_yours", "Mira"))
    assert message.html.startswith("<i>Mira has this case")
    assert desk_taps(message.rows) == [DeskTap("take")]


def test_danger_is_named_by_its_kind_and_never_by_what_was_written() -> None:
    assert "violence at home" in shown(Sentence("danger", about="violence-now")).html


def test_what_was_sent_is_named_by_its_title() -> None:
    assert shown(Sentence("given", about="service:al_line")).html == "<i>Sent to the client: “Zyra e punës”.</i>"
    assert shown(Sentence("given", about="service:gone")).html == "<i>Sent to the client: gone.</i>"


def test_the_language_is_confirmed_in_itself() -> None:
    assert "in English" in shown(Sentence("language"), "en").html
    assert "shqip" in shown(Sentence("language"), "sq").html


@pytest.mark.parametrize(("number", "said"), [(1, "1 hour."), (4, "4 hours.")])
def test_one_hour_is_no_hours(number: int, said: str) -> None:
    assert said in toast(Sentence("snoozed", number=number), "en", CONTEXT)


def test_a_pop_up_that_would_be_too_long_is_cut() -> None:
    said = toast(replace(Sentence("not_yours"), name="x" * 300), "en", CONTEXT)
    assert len(said) == 200
    assert said.endswith("…")
