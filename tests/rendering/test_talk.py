"""What a talk brings: questions that only the client can answer, and words that a counsellor sent."""

from typing import get_args

import pytest

from bot.conversation import numbers
from bot.conversation.case_views import AskShare, Personal, ReferralAsked, ReferralReached, Reply
from bot.conversation.taps import Tap
from bot.conversation.views import Menu, ServiceCard, TopicShown, View
from bot.rendering.message import Message
from bot.rendering.views import render
from bot.sandbox.formatting import parse_html
from tests.builders import a_reply, a_service, reply_words, service_words, some_packs, with_replies
from tests.contexts import a_context, taps, ways

LOCKED = 40
"""Characters that a locked screen may show (voice rule 9)."""
SERVICE = a_service("al_line")
PACKS = with_replies(some_packs(services=[SERVICE]), a_reply("greeting"))


def shown(view: View, language: str = "en") -> Message:
    return render(view, language, a_context(PACKS))


def on_a_locked_screen(message: Message) -> str:
    return parse_html(message.html)[0][:LOCKED]


@pytest.mark.parametrize("what", get_args(Personal))
def test_what_may_show_who_somebody_is_asks_first(what: Personal) -> None:
    message = shown(AskShare(what, (5, 7)))
    assert "has not seen it yet" in message.html
    share, withhold, leave = taps(message.rows)
    assert (share.name, withhold.name, leave.name) == ("share", "withhold", "exit")
    assert numbers.unpacked(share.argument, share.detail) == (5, 7)
    assert numbers.unpacked(withhold.argument, withhold.detail) == (5, 7)


def test_a_whole_album_fits_into_its_buttons() -> None:
    album = tuple(range(2_000_000_000, 2_000_000_010))
    share = taps(shown(AskShare("face", album)).rows)[0]
    assert numbers.unpacked(share.argument, share.detail) == album


def test_a_vetted_reply_is_its_text_and_nothing_else() -> None:
    message = shown(Reply("greeting"))
    assert message.html == "Good to hear from you."
    assert message.rows == ()


def test_a_reply_that_is_not_in_this_language_says_so() -> None:
    packs = with_replies(PACKS, a_reply("greeting", words={"en": reply_words(text="Hello.")}))
    message = render(Reply("greeting"), "sq", a_context(packs))
    assert message.html == "Hello.\n\n<i>(Ky tekst nuk është ende në gjuhën tuaj.)</i>"


@pytest.mark.parametrize("view", [Reply("gone"), ReferralAsked("gone"), ReferralReached("gone")])
def test_what_has_left_the_packs_gives_the_menu(view: View) -> None:
    assert shown(view) == shown(Menu())


def test_a_referral_is_the_clients_own_choice() -> None:
    message = shown(ReferralAsked("al_line"))
    assert "Zyra e punës" in message.html
    assert "learns only yes or no" in message.html
    assert ways(message.rows) == [Tap("refer", "yes", "al_line"), Tap("refer", "no", "al_line"), Tap("menu")]


def test_after_some_days_one_tap_says_how_it_went() -> None:
    answers = [Tap("reached", each, "al_line") for each in ("helped", "not_helped", "not_reached")]
    assert ways(shown(ReferralReached("al_line")).rows) == [*answers, Tap("menu")]


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize(
    "view",
    [
        ReferralAsked("al_line"),
        ReferralReached("al_line"),
        ServiceCard("al_line", sent=True),
        TopicShown("asylum-facts", sent=True),
    ],
)
def test_what_comes_by_itself_names_nothing_on_a_locked_screen(view: View, language: str) -> None:
    telling = {"Zyra", "Asylum"}
    assert not telling & set(on_a_locked_screen(shown(view, language)).split())


@pytest.mark.parametrize("view", [ServiceCard("al_line", sent=True), TopicShown("asylum-facts", sent=True)])
def test_what_a_counsellor_sent_says_so(view: View) -> None:
    assert shown(view).html.startswith("From the counsellor, ")


def test_what_one_opened_oneself_comes_from_nobody() -> None:
    assert "From the counsellor" not in shown(TopicShown("asylum-facts")).html
    assert "From the counsellor" not in shown(ServiceCard("al_line")).html


def test_words_of_a_reply_are_never_taken_for_markup() -> None:
    packs = with_replies(PACKS, a_reply("greeting", words={"en": reply_words(text="<b>&amp;")}))
    assert parse_html(render(Reply("greeting"), "en", a_context(packs)).html)[0] == "<b>&amp;"


def test_words_of_a_service_are_never_taken_for_markup() -> None:
    packs = some_packs(services={SERVICE: {"en": service_words("<b>&amp;")}})
    for view in (ReferralAsked("al_line"), ReferralReached("al_line")):
        assert "<b>&amp;" in parse_html(render(view, "en", a_context(packs)).html)[0]
