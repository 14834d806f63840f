"""What is written in a thread: the client reads only what whoever has the case wrote for them."""

from typing import Any

import pytest

from bot.conversation import numbers
from bot.conversation.state import Count
from bot.desk.actions import CopyToClient, EditAtClient, ShowAtDesk, TakeBack
from bot.desk.case import Case, Colleague
from bot.desk.events import Rewritten, Said
from bot.desk.turn import CaseTurn
from bot.desk.views import AskSure, Sentence
from tests.desk.playing import (
    BESNIK,
    MIRA,
    SAID,
    TAPPED,
    a_case,
    after,
    at_desk,
    closed,
    commanding,
    held,
    pressing,
    saying,
    told,
    words_to_client,
)

ALBUM = (SAID, SAID + 1, SAID + 2)
PHONE = "Më telefononi: 069 123 4567"
NOT_THE_HOLDER = [(held(), BESNIK), (held(), None), (a_case(), MIRA), (a_case(), None), (closed(), MIRA)]


def test_what_the_holder_writes_goes_to_the_client_as_it_is_and_is_counted() -> None:
    turn = after(saying(), held())
    counted = (Count("counsellor_replied"), Count("answered_in", "5m"))
    assert turn == CaseTurn(held(replied=True), (CopyToClient((SAID,)),), counted)


def test_an_answer_stays_an_answer_with_the_passage_that_it_quotes() -> None:
    turn = after(saying(reply_to=77, quote="a passage"), held())
    assert turn.actions == (CopyToClient((SAID,), 77, "a passage"),)


def test_an_album_goes_as_one() -> None:
    assert after(Said(ALBUM, "", album="x1"), held()).actions == (CopyToClient(ALBUM),)


@pytest.mark.parametrize(("case", "by"), NOT_THE_HOLDER)
def test_what_anybody_else_writes_stays_at_the_desk(case: Case, by: Colleague | None) -> None:
    for words in ("Mirëdita", PHONE, "// a note"):
        turn = after(saying(words), case, by)
        assert not words_to_client(turn)
        assert not turn.counts


@pytest.mark.parametrize(
    ("case", "by", "sentence"),
    [
        (held(), BESNIK, Sentence("not_yours", "Mira")),
        (a_case(), BESNIK, Sentence("unclaimed")),
        (a_case(), None, Sentence("anonymous")),
        (held(), None, Sentence("anonymous")),
    ],
)
def test_whoever_does_not_have_the_case_is_told_once_that_the_client_does_not_read_it(
    case: Case, by: Colleague | None, sentence: Sentence
) -> None:
    first = after(saying(), case, by)
    assert first.actions == (ShowAtDesk(sentence, "sq", reply_to=SAID),)
    assert after(saying(), first.case, by) == CaseTurn(first.case)


def test_in_a_closed_case_every_word_is_answered_for_nobody_reads_it() -> None:
    for _ in range(2):
        assert after(saying(), closed()).actions == (ShowAtDesk(Sentence("closed"), "sq", reply_to=SAID),)


@pytest.mark.parametrize(
    "words", ["// ask Besnik", "//", "  // indented", "\n//", "\u00a0// after a hard blank", "//@besnik_al 0691234567"]
)
def test_a_note_reaches_nobody_but_colleagues_and_is_not_spoken_to(words: str) -> None:
    for case in (held(), a_case(), closed()):
        assert after(saying(words), case) == CaseTurn(case)


@pytest.mark.parametrize("words", ["/ a slash", "http://example.org", "a // b", "- // no"])
def test_two_strokes_elsewhere_are_no_note(words: str) -> None:
    assert after(saying(words), held()).actions == (CopyToClient((SAID,)),)


def test_a_part_of_a_noted_album_that_comes_late_is_a_note_as_well() -> None:
    noted = after(Said(ALBUM[:2], "// for us", album="x1"), held())
    assert noted.actions == ()
    late = after(Said(ALBUM[2:], "", album="x1"), noted.case)
    assert late == CaseTurn(noted.case)
    between = after(saying("// another note"), late.case)
    assert after(Said((SAID + 9,), "", album="x1"), between.case).actions == ()
    assert after(Said((SAID + 9,), "", album="x2"), between.case).actions == (CopyToClient((SAID + 9,)),)


@pytest.mark.parametrize(("case", "by"), [(held(), BESNIK), (a_case(), MIRA), (closed(), MIRA), (held(), None)])
def test_what_colleagues_say_to_each_other_stays_with_them(case: Case, by: Colleague | None) -> None:
    assert after(saying("Po, mirë", to_colleague=True), case, by) == CaseTurn(case)


def test_whoever_has_the_case_and_answers_a_colleague_hears_once_that_it_stays_here() -> None:
    first = after(saying("Po, mirë", to_colleague=True), held())
    assert first.actions == (ShowAtDesk(Sentence("note_kept"), "sq", reply_to=SAID),)
    assert after(saying("Po, mirë", to_colleague=True), first.case) == CaseTurn(first.case)
    assert words_to_client(after(saying(), first.case))


def test_the_reply_to_a_client_is_none_to_a_colleague_even_with_somebody_looking_on() -> None:
    assert after(saying(reply_to=8, to_colleague=False), held()).actions == (CopyToClient((SAID,), 8),)


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (saying(PHONE), "phone"),
        (saying("Më shkruani: @besnik_al"), "mention"),
        (saying("t.me/besnik_al"), "link"),
        (saying("besnik@example.org"), "mail"),
        (Said(ALBUM, personal=True), "contact"),
        (Said(ALBUM, "@besnik_al", personal=True), "contact"),
    ],
)
def test_what_would_let_the_client_find_a_counsellor_waits_for_a_second_tap(event: Said, why: Any) -> None:
    turn = after(event, held())
    assert turn.actions == (ShowAtDesk(AskSure(event.message_ids, why), "sq", reply_to=SAID),)
    assert not turn.counts


def test_the_second_tap_sends_it_all() -> None:
    turn = after(pressing("send", *numbers.packed(ALBUM)), held())
    assert words_to_client(turn) == [CopyToClient(ALBUM)]
    assert at_desk(turn) == [Sentence("shared")]
    assert turn.counts == (Count("counsellor_replied"), Count("answered_in", "5m"))


def test_a_finger_that_taps_twice_sends_once() -> None:
    once = after(pressing("send", str(SAID)), held())
    again = after(pressing("send", str(SAID)), once.case)
    assert (again.actions, again.counts, again.toast) == ((), (), Sentence("shared"))
    other = after(pressing("send", str(SAID + 4), tapped=TAPPED + 5), once.case)
    assert words_to_client(other) == [CopyToClient((SAID + 4,))]


def test_a_tap_whose_message_telegram_no_longer_names_is_never_taken_for_a_second_one() -> None:
    once = after(pressing("send", str(SAID), tapped=0), held())
    assert words_to_client(after(pressing("send", str(SAID + 1), tapped=0), once.case))


def test_what_is_kept_stays_at_the_desk() -> None:
    turn = after(pressing("keep", str(SAID)), held())
    assert turn.actions == (ShowAtDesk(Sentence("note_kept"), "sq", TAPPED),)
    assert not turn.counts


@pytest.mark.parametrize("made_up", ["", "x", "5.5", "none"])
def test_a_made_up_button_sends_nothing(made_up: str) -> None:
    assert told(after(pressing("send", made_up), held())) == ["note_kept"]


@pytest.mark.parametrize(("case", "by"), NOT_THE_HOLDER)
def test_nobody_else_can_send_it(case: Case, by: Colleague | None) -> None:
    for tap in (pressing("send", str(SAID)), pressing("keep", str(SAID))):
        turn = after(tap, case, by)
        assert not words_to_client(turn)
        assert turn.toast is not None


def test_what_the_holder_corrects_is_corrected_at_the_client() -> None:
    turn = after(Rewritten(SAID, "Më mirë", "<b>Më mirë</b>"), held())
    assert turn == CaseTurn(held(), (EditAtClient(SAID, "<b>Më mirë</b>"),))
    captioned = after(Rewritten(SAID, "Foto", "Foto", caption=True), held())
    assert captioned.actions == (EditAtClient(SAID, "Foto", caption=True),)


def test_what_becomes_a_note_is_left_as_the_client_has_it() -> None:
    assert after(Rewritten(SAID, " // no", " // no"), held()) == CaseTurn(held())


def test_a_correction_that_would_let_the_client_find_a_counsellor_is_not_made() -> None:
    turn = after(Rewritten(SAID, PHONE, PHONE), held())
    assert turn.actions == (ShowAtDesk(Sentence("not_edited"), "sq", reply_to=SAID),)


@pytest.mark.parametrize(("case", "by"), NOT_THE_HOLDER)
def test_what_anybody_else_rewrites_changes_nothing(case: Case, by: Colleague | None) -> None:
    assert after(Rewritten(SAID, "x", "x"), case, by) == CaseTurn(case)


def test_the_holder_can_take_back_the_last_message_or_the_one_that_they_answer() -> None:
    assert after(commanding("undo"), held()).actions == (TakeBack(None, SAID),)
    assert after(commanding("undo", reply_to=77), held()).actions == (TakeBack(77, SAID),)


@pytest.mark.parametrize(
    ("case", "by", "sentence"),
    [
        (held(), BESNIK, Sentence("not_yours", "Mira")),
        (a_case(), MIRA, Sentence("unclaimed")),
        (closed(), MIRA, Sentence("closed")),
        (closed(), BESNIK, Sentence("closed")),
    ],
)
def test_nobody_else_can_take_anything_back(case: Case, by: Colleague, sentence: Sentence) -> None:
    turn = after(commanding("undo"), case, by)
    assert turn.actions == (ShowAtDesk(sentence, "sq", reply_to=SAID),)
