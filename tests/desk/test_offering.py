"""What a counsellor finds and sends: only from the packs, after a look, and a referral only with the client's yes."""

from dataclasses import replace
from typing import Any

import pytest

from bot.conversation.actions import AnswerReferral, Show, TellOutcome
from bot.conversation.case_views import ReferralAsked, Reply
from bot.conversation.guide_views import GuideIntro
from bot.conversation.state import Count
from bot.conversation.views import ServiceCard, TopicShown, View
from bot.desk.actions import ShowAtDesk
from bot.desk.advance import client_did
from bot.desk.case import Case, FollowUp
from bot.desk.finding import GUIDES
from bot.desk.known import DeskKnown
from bot.desk.offering import DAYS
from bot.desk.turn import CaseTurn
from bot.desk.views import Findings, OutcomeTold, Preview, Sentence
from tests.desk.playing import (
    ARTA,
    BESNIK,
    DAY,
    MIRA,
    NOW,
    REPLY,
    SERVICE,
    TAPPED,
    TOPIC,
    a_case,
    after,
    at_desk,
    closed,
    commanding,
    held,
    known,
    pressing,
    shown_at_desk,
    to_client,
    told,
)
from tests.guides.small import knowing_guides

GUIDE = "offer"
EVERY_GUIDE = ("offer", "days", "list", "plan", "quiz")
OUTCOME = "1.high.8.c.."
KINDS = [("reply", REPLY), ("topic", TOPIC), ("service", SERVICE)]
ASKED_AGAIN = NOW + DAYS * DAY


def knowing(**more: Any) -> DeskKnown:
    """The same desk, with guides in its packs and no vetted reply."""
    return replace(known(**more), knowledge=knowing_guides())


def answering(case: Case, *, agreed: bool, service: str = SERVICE) -> CaseTurn:
    turn = client_did(case, AnswerReferral(service, agreed), known())
    assert turn is not None
    return turn


def test_a_word_finds_what_there_is_to_send() -> None:
    (found,) = at_desk(after(commanding("find", "greeting"), held()))
    assert found == Findings((REPLY,), (), ())


def test_a_word_that_finds_nothing_is_answered_with_a_sentence() -> None:
    turn = after(commanding("find", "xyzxyz"), held())
    assert at_desk(turn) == [Sentence("nothing_found")]


def test_without_a_word_the_vetted_replies_are_offered_beside_the_card() -> None:
    (shown,) = shown_at_desk(after(pressing("found"), held()))
    assert (shown.view, shown.replaces) == (Findings((REPLY,), (), ()), None)


def test_back_from_a_look_the_same_stands_in_its_place() -> None:
    (shown,) = shown_at_desk(after(pressing("found", "again"), held()))
    assert (shown.view, shown.replaces) == (Findings((REPLY,), (), ()), TAPPED)


@pytest.mark.parametrize(("what", "which"), KINDS)
def test_a_look_shows_it_in_the_clients_language_and_offers_to_send_it_only_to_the_holder(
    what: Any, which: str
) -> None:
    for by, sends in ((MIRA, True), (BESNIK, False)):
        turn = after(pressing(what, which), held(), by, known(spoken="en"))
        assert turn.actions == (ShowAtDesk(Preview(what, which, "en", sends), "sq", TAPPED),)


@pytest.mark.parametrize(("what", "_which"), KINDS)
def test_what_has_left_the_packs_is_neither_looked_at_nor_sent(what: Any, _which: str) -> None:
    assert at_desk(after(pressing(what, "gone"), held())) == [Sentence("nothing_found")]
    given = after(pressing("give", what, "gone"), held())
    assert (given.actions, given.toast) == ((), Sentence("nothing_found"))


@pytest.mark.parametrize(
    ("what", "which", "view"),
    [
        ("reply", REPLY, Reply(REPLY)),
        ("topic", TOPIC, TopicShown(TOPIC, home="XK", sent=True)),
        ("service", SERVICE, ServiceCard(SERVICE, sent=True)),
    ],
)
def test_what_is_sent_is_what_the_packs_have_in_the_clients_language(what: str, which: str, view: View) -> None:
    turn = after(pressing("give", what, which), held(country="XK"), MIRA, known(spoken="en"))
    assert turn.actions == (
        Show(view, "en"),
        ShowAtDesk(Sentence("given", about=f"{what}:{which}"), "sq", TAPPED),
    )
    assert turn.counts == (Count("given", which),)


@pytest.mark.parametrize(
    "tap", [pressing("give", "reply", REPLY), pressing("refer", SERVICE), pressing("give", "guide", GUIDE)]
)
def test_a_finger_that_taps_twice_sends_once(tap: Any) -> None:
    what = knowing() if tap.tap.argument == "guide" else known()
    once = after(tap, held(), MIRA, what)
    assert len(to_client(once)) == 1
    again = after(tap, once.case, MIRA, what)
    assert (again.actions, again.counts, again.toast) == ((), (), Sentence("shared"))


@pytest.mark.parametrize("what", ["", "give", "services", "SELECT"])
def test_a_made_up_kind_is_not_sent(what: str) -> None:
    assert after(pressing("give", what, SERVICE), held()).toast == Sentence("nothing_found")


@pytest.mark.parametrize(("case", "by"), [(held(), BESNIK), (held(), None), (a_case(), MIRA), (closed(), MIRA)])
def test_only_the_holder_sends_and_refers(case: Case, by: Any) -> None:
    for tap in (pressing("give", "reply", REPLY), pressing("refer", SERVICE)):
        turn = after(tap, case, by)
        assert not to_client(turn)
        assert not turn.counts
        assert turn.toast is not None


def test_before_a_referral_the_client_is_asked() -> None:
    turn = after(pressing("refer", SERVICE), held(ARTA), ARTA)
    assert turn.actions == (
        Show(ReferralAsked(SERVICE), "sq"),
        ShowAtDesk(Sentence("refer_asked", about=f"service:{SERVICE}"), "en", TAPPED),
    )
    assert turn.case.follow_ups == ()
    assert turn.deeds == ()


def test_nobody_is_referred_to_what_has_left_the_packs() -> None:
    assert after(pressing("refer", "gone"), held()).toast == Sentence("nothing_found")


def test_a_client_who_agrees_is_asked_after_some_days_whether_it_helped() -> None:
    turn = answering(held(), agreed=True)
    assert turn.case.follow_ups == (FollowUp(SERVICE, ASKED_AGAIN),)
    assert told(turn) == ["refer_yes"]
    assert turn.deeds == ("referred",)


def test_agreeing_twice_is_asked_about_once() -> None:
    before = held(follow_ups=(FollowUp(SERVICE, NOW + DAY), FollowUp("al_line", NOW + DAY)))
    assert answering(before, agreed=True).case.follow_ups == (
        FollowUp("al_line", NOW + DAY),
        FollowUp(SERVICE, ASKED_AGAIN),
    )


def test_whoever_does_not_want_to_go_is_not_asked_about_it() -> None:
    turn = answering(held(follow_ups=(FollowUp(SERVICE, NOW + DAY),)), agreed=False)
    assert turn.case.follow_ups == ()
    assert told(turn) == ["refer_no"]
    assert turn.deeds == ()


def test_an_old_yes_after_a_quick_exit_makes_nobody_write_to_them_later() -> None:
    turn = answering(closed(ended="left"), agreed=True)
    assert turn.case.follow_ups == ()


def test_a_guide_is_found_by_its_title() -> None:
    (found,) = at_desk(after(commanding("find", "offer titl"), held(), MIRA, knowing()))
    assert getattr(found, "guides", None) == (GUIDE,)


@pytest.mark.parametrize("event", [commanding("find"), pressing("found"), pressing("found", "again")])
def test_without_a_word_the_guides_are_one_button_away_even_where_there_is_no_vetted_reply(event: Any) -> None:
    assert at_desk(after(event, held(), MIRA, knowing())) == [Findings((), (), (), more=True)]


def test_the_button_for_guides_shows_all_of_them_in_place_of_the_replies() -> None:
    for case in (held(), a_case(), closed()):
        (shown,) = shown_at_desk(after(pressing("found", GUIDES), case, BESNIK, knowing()))
        assert (shown.view, shown.replaces) == (Findings((), (), (), EVERY_GUIDE), TAPPED)


def test_a_look_at_a_guide_shows_it_in_the_clients_language_and_offers_to_send_it_only_to_the_holder() -> None:
    for case, by, sends in ((held(), MIRA, True), (held(), BESNIK, False), (a_case(), MIRA, False)):
        turn = after(pressing("guide", GUIDE), case, by, knowing(spoken="en"))
        assert turn.actions == (ShowAtDesk(Preview("guide", GUIDE, "en", sends), "sq", TAPPED),)


def test_in_a_closed_case_a_guide_can_be_looked_at_and_not_sent() -> None:
    assert at_desk(after(pressing("guide", GUIDE), closed(), MIRA, knowing())) == [
        Preview("guide", GUIDE, "sq", sends=False)
    ]
    turn = after(pressing("give", "guide", GUIDE), closed(), MIRA, knowing())
    assert (to_client(turn), turn.counts, turn.toast) == ([], (), Sentence("closed"))


def test_the_client_gets_the_beginning_of_the_guide_and_the_thread_a_record_of_it() -> None:
    turn = after(pressing("give", "guide", GUIDE), held(ARTA), ARTA, knowing(spoken="sq"))
    assert turn.actions == (
        Show(GuideIntro(GUIDE, sent=True), "sq"),
        ShowAtDesk(Sentence("given", about=f"guide:{GUIDE}"), "en", TAPPED),
    )
    assert turn.counts == (Count("given", GUIDE),)


@pytest.mark.parametrize(
    ("case", "by", "toast"), [(held(), BESNIK, "not_yours"), (held(), None, "anonymous"), (a_case(), MIRA, "unclaimed")]
)
def test_only_the_holder_sends_a_guide(case: Case, by: Any, toast: str) -> None:
    turn = after(pressing("give", "guide", GUIDE), case, by, knowing())
    assert turn == CaseTurn(case, toast=turn.toast)
    assert turn.toast is not None
    assert turn.toast.what == toast


def test_a_guide_that_has_left_the_packs_is_neither_looked_at_nor_sent() -> None:
    assert at_desk(after(pressing("guide", "gone"), held(), MIRA, knowing())) == [Sentence("nothing_found")]
    given = after(pressing("give", "guide", "gone"), held(), MIRA, knowing())
    assert (given.actions, given.toast) == ((), Sentence("nothing_found"))


def test_nobody_is_referred_to_a_guide() -> None:
    assert after(pressing("refer", GUIDE), held(), MIRA, knowing()).toast == Sentence("nothing_found")


@pytest.mark.parametrize(("case", "language"), [(a_case(), "sq"), (held(), "sq"), (held(ARTA), "en")])
def test_what_a_guide_came_to_stands_in_the_thread_in_the_language_of_the_holder_and_changes_nothing_else(
    case: Case, language: str
) -> None:
    turn = client_did(case, TellOutcome(GUIDE, OUTCOME), known())
    assert turn == CaseTurn(case, (ShowAtDesk(OutcomeTold(GUIDE, OUTCOME), language),))


def test_where_there_is_no_case_nobody_is_shown_what_a_guide_came_to() -> None:
    assert client_did(None, TellOutcome(GUIDE, OUTCOME), known()) is None
