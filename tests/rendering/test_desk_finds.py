from bot.conversation.case_views import Reply
from bot.conversation.views import ServiceCard, TopicShown, View
from bot.desk.taps import DeskTap
from bot.desk.views import Findings, Preview
from bot.rendering.at_desk import at_desk
from bot.rendering.views import render
from tests.builders import a_reply, a_service, some_packs, the_real_packs, with_replies
from tests.contexts import a_context, desk_taps, labels

CONTEXT = a_context(with_replies(some_packs(services=[a_service("al_line")]), a_reply("greeting")))


def test_each_thing_found_has_a_button_that_leads_to_a_look() -> None:
    message = at_desk(Findings(("greeting",), ("asylum-facts",), ("al_line",)), "en", CONTEXT)
    assert labels(message) == ["↩ greeting (en)", "📄 Asylum facts (en)", "📍 Zyra e punës", "⬅ Back"]
    assert desk_taps(message.rows) == [
        DeskTap("reply", "greeting"),
        DeskTap("topic", "asylum-facts"),
        DeskTap("service", "al_line"),
        DeskTap("card"),
    ]


def test_what_has_left_the_packs_is_not_offered() -> None:
    message = at_desk(Findings(("gone",), (), ()), "en", CONTEXT)
    assert "Nothing found" in message.html
    assert desk_taps(message.rows) == [DeskTap("card")]


def test_a_look_is_letter_for_letter_what_the_client_would_get() -> None:
    shown: dict[Preview, View] = {
        Preview("reply", "greeting", "sq", sends=True): Reply("greeting"),
        Preview("topic", "asylum-facts", "sq", sends=True): TopicShown("asylum-facts", sent=True),
        Preview("service", "al_line", "sq", sends=True): ServiceCard("al_line", sent=True),
    }
    for preview, sent in shown.items():
        assert at_desk(preview, "en", CONTEXT).html == render(sent, "sq", CONTEXT).html


def test_only_a_second_tap_sends_and_only_a_service_can_be_referred_to() -> None:
    found = DeskTap("found", "again")
    reply, service = (
        desk_taps(at_desk(Preview(what, which, "sq", sends=True), "en", CONTEXT).rows)  # type: ignore[arg-type]  # kinds
        for what, which in (("reply", "greeting"), ("service", "al_line"))
    )
    assert reply == [DeskTap("give", "reply", "greeting"), found]
    assert service == [DeskTap("give", "service", "al_line"), DeskTap("refer", "al_line"), found]


def test_whoever_does_not_have_the_case_may_only_look() -> None:
    message = at_desk(Preview("service", "al_line", "sq", sends=False), "en", CONTEXT)
    assert desk_taps(message.rows) == [DeskTap("found", "again")]


def test_every_name_in_the_packs_fits_into_a_button() -> None:
    packs = the_real_packs()
    kinds = {"reply": packs.replies, "topic": packs.topics, "service": packs.services}
    for what, names in kinds.items():
        for which in names:
            DeskTap("give", what, which).packed()
