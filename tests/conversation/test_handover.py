"""A person takes part: with consent, from opening to close, and nothing of it stays where the client wants it gone."""

from typing import Any, get_args

import pytest

from bot.conversation import numbers
from bot.conversation.actions import (
    AnswerReferral,
    CopyToDesk,
    EditAtDesk,
    EndCase,
    Forget,
    OpenCase,
    Show,
    TellDesk,
    Wipe,
)
from bot.conversation.case_views import AskShare, Notice
from bot.conversation.events import (
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    Event,
    LocationShared,
    MediaSent,
    Medium,
    MessageEdited,
    Started,
)
from bot.conversation.handover import MUTE, MUTE_COMMANDS, PERSONAL, RATINGS, REACHED, REASONS
from bot.conversation.state import Count
from bot.conversation.turn import Turn
from bot.conversation.views import Danger, Menu, ServiceCard, TopicShown, Welcome
from bot.search.signals import SignalFound
from tests.builders import a_conversation
from tests.conversation.playing import MESSAGE, after, besides, show_of, tapping, the_town, view_of, writing
from tests.fakes import Canned

IN_CASE = a_conversation(case="open")
HELD = a_conversation(case="held")
ALBUM = (MESSAGE, MESSAGE + 1, MESSAGE + 4)


@pytest.mark.parametrize("event", [tapping("talk"), CommandGiven("counsellor")])
def test_before_a_person_reads_along_the_client_is_asked(event: Event) -> None:
    turn = after(event, a_conversation(awaiting="place"))
    assert view_of(turn) == Notice("consent")
    assert turn.conversation == a_conversation()
    assert turn.counts == (Count("person_asked"),)


def test_without_a_desk_nobody_is_promised() -> None:
    for event in (tapping("talk"), tapping("accept"), CommandGiven("counsellor")):
        turn = after(event, knowledge=the_town(desk=False))
        assert view_of(turn) == Notice("no_desk")
        assert turn.conversation.case == "none"


def test_with_consent_a_case_is_opened_and_the_counsellor_knows_no_more_than_is_needed() -> None:
    told = {"place": "kukes", "country": "AL", "subject": "asylum-facts", "minor": True, "shown": ("asylum-facts",)}
    before = a_conversation("en", signal="held", awaiting="place", unsure=2, home="XK", **told)
    turn = after(tapping("accept"), before)
    assert turn.actions == (
        OpenCase("en", "kukes", "asylum-facts", "held", "AL", minor=True, shown=("asylum-facts",), replaces=MESSAGE),
    )
    assert turn.conversation == a_conversation("en", home="XK", case="open", **told)
    assert turn.counts == (Count("case_opened", "asylum-facts"),)


def test_a_case_about_no_subject_is_counted_without_one() -> None:
    assert after(tapping("accept")).counts == (Count("case_opened", ""),)


@pytest.mark.parametrize("before", [IN_CASE, HELD])
def test_agreeing_twice_opens_one_case(before: Any) -> None:
    for event in (tapping("accept"), tapping("talk"), CommandGiven("counsellor")):
        turn = after(event, before)
        assert turn == Turn(before, (Show(Notice("case_open"), "sq", show_of(turn).replaces),))


@pytest.mark.parametrize("before", [IN_CASE, HELD])
def test_the_client_can_end_the_case(before: Any) -> None:
    turn = after(tapping("end"), before)
    assert turn.actions == (Show(Notice("case_ended"), "sq", MESSAGE), EndCase("client"))
    assert turn.conversation == a_conversation()
    assert turn.counts == (Count("case_closed"),)


def test_ending_a_case_that_is_over_leads_to_the_menu() -> None:
    turn = after(tapping("end"))
    assert turn == Turn(a_conversation(), (Show(Menu(), "sq", MESSAGE),))


@pytest.mark.parametrize("case", ["none", "open", "held"])
def test_deleting_ends_the_case_also_one_that_is_over_and_forgets_all_but_the_language(case: Any) -> None:
    before = a_conversation("en", place="kukes", country="AL", subject="asylum-facts", minor=True, case=case)
    turn = after(tapping("erase"), before)
    assert turn.actions == (EndCase("deleted"), Show(Notice("deleted"), "en", MESSAGE), Forget())
    assert turn.conversation == a_conversation("en")
    assert turn.counts == (Count("deleted"),)


@pytest.mark.parametrize("case", ["none", "open", "held"])
@pytest.mark.parametrize("event", [CommandGiven("exit"), tapping("exit")])
def test_the_quick_exit_wipes_the_chat_first_and_leaves_one_neutral_line_without_a_sound(
    event: Event, case: Any
) -> None:
    before = a_conversation("en", place="kukes", country="AL", shown=("signal:held",), minor=True, case=case)
    turn = after(event, before)
    assert turn.actions == (EndCase("left"), Wipe(), Show(Notice("left"), "en", silent=True), Forget())
    assert turn.conversation == a_conversation("en")


@pytest.mark.parametrize("medium", get_args(Medium))
def test_what_we_cannot_look_at_is_said_so(medium: Medium) -> None:
    turn = after(MediaSent(medium, (MESSAGE,)))
    hint = {"photo": "photo", "video": "photo", "voice": "voice", "audio": "voice", "video_note": "voice"}
    view = view_of(turn)
    assert isinstance(view, Menu)
    assert view.hint == hint.get(medium, "media")
    assert turn.counts == (Count("media", medium),)


@pytest.mark.parametrize("medium", sorted(set(get_args(Medium)) - PERSONAL.keys()))
def test_in_a_case_a_person_gets_whatever_was_sent(medium: Medium) -> None:
    turn = after(MediaSent(medium, ALBUM, 8, "a passage"), HELD)
    assert turn == Turn(HELD, (CopyToDesk(ALBUM, 8, "a passage"),))


@pytest.mark.parametrize(
    ("medium", "what"), [("contact", "contact"), ("photo", "face"), ("video", "face"), ("video_note", "face")]
)
def test_what_may_show_who_somebody_is_waits_until_the_client_says_so(medium: Medium, what: Any) -> None:
    for before in (IN_CASE, HELD):
        assert after(MediaSent(medium, ALBUM), before) == Turn(before, (Show(AskShare(what, ALBUM), "sq"),))


def test_where_somebody_is_waits_too() -> None:
    turn = after(LocationShared(42.0769, 20.4219, MESSAGE), HELD)
    assert turn.actions == (Show(AskShare("place", (MESSAGE,)), "sq"),)


def test_what_the_client_shares_goes_to_the_counsellor_and_what_they_withhold_does_not() -> None:
    shared = after(tapping("share", *numbers.packed(ALBUM)), HELD)
    assert shared.actions == (Show(Notice("passed_on"), "sq", MESSAGE), CopyToDesk(ALBUM))
    withheld = after(tapping("withhold", *numbers.packed(ALBUM)), HELD)
    assert withheld.actions == (Show(Notice("kept_back"), "sq", MESSAGE),)


@pytest.mark.parametrize("made_up", ["", "x", "none"])
def test_a_made_up_button_shares_nothing(made_up: str) -> None:
    assert after(tapping("share", made_up), HELD).actions == (Show(Notice("kept_back"), "sq", MESSAGE),)


@pytest.mark.parametrize("name", ["share", "withhold"])
def test_after_the_case_an_old_button_shares_nothing(name: Any) -> None:
    turn = after(tapping(name, "40"))
    assert turn.actions == (Show(Menu("button"), "sq", MESSAGE),)


def test_a_message_that_was_changed_is_not_read_again() -> None:
    assert view_of(after(MessageEdited(MESSAGE, "azil?"))) == Menu("edited")


def test_in_a_case_the_counsellor_sees_what_the_message_says_now() -> None:
    edited = MessageEdited(MESSAGE, "jo", "<b>jo</b>", caption=True)
    assert after(edited, IN_CASE) == Turn(IN_CASE, (EditAtDesk(MESSAGE, "<b>jo</b>", caption=True),))


def test_danger_that_is_written_into_an_old_message_is_danger() -> None:
    danger = Canned(signals={"azil?": (SignalFound("held", "now"),)}).knowledge()
    outside = after(MessageEdited(MESSAGE, "azil?"), knowledge=danger)
    assert view_of(outside) == Danger("held", None, desk=True)
    inside = after(MessageEdited(MESSAGE, "azil?", "azil?"), HELD, danger)
    assert view_of(inside) == Danger("held", None, desk=False)
    assert besides(inside) == [TellDesk("danger", "held"), EditAtDesk(MESSAGE, "azil?")]


@pytest.mark.parametrize("name", sorted(MUTE))
def test_while_a_counsellor_has_the_case_the_menu_is_silent(name: Any) -> None:
    turn = after(tapping(name), HELD)
    assert turn == Turn(HELD, (Show(Notice("case_open"), "sq", MESSAGE),))


@pytest.mark.parametrize("command", sorted(MUTE_COMMANDS))
def test_so_are_the_commands_that_lead_there(command: Any) -> None:
    assert after(CommandGiven(command), HELD) == Turn(HELD, (Show(Notice("case_open"), "sq"),))


def test_starting_again_while_a_counsellor_has_the_case_says_so_and_a_link_still_leads_to_its_subject() -> None:
    again = after(Started(), HELD)
    assert (again.conversation, view_of(again)) == (HELD, Notice("case_open"))
    assert view_of(after(Started(), IN_CASE)) == Welcome()
    assert view_of(after(Started("asylum-facts"), HELD)) == TopicShown("asylum-facts", thumbs="none")


@pytest.mark.parametrize("event", [tapping("menu"), CommandGiven("menu")])
def test_while_the_client_only_waits_the_menu_is_there(event: Event) -> None:
    assert view_of(after(event, IN_CASE)) == Menu()


@pytest.mark.parametrize(
    ("event", "view"),
    [
        (tapping("service", "al_line"), None),
        (tapping("privacy"), Notice("privacy")),
        (tapping("delete"), Notice("ask_delete")),
        (CommandGiven("language"), Notice("language")),
        (CommandGiven("delete"), Notice("ask_delete")),
        (CommandGiven("help"), Notice("help")),
    ],
)
def test_what_a_counsellor_sent_and_what_protects_the_client_stays_alive(event: Event, view: Any) -> None:
    turn = after(event, HELD)
    assert view_of(turn) == view if view else isinstance(view_of(turn), ServiceCard)
    assert turn.conversation.case == "held"


def test_in_a_held_case_words_go_to_the_counsellor_and_nobody_else_answers() -> None:
    assert after(writing("Kukës"), HELD) == Turn(HELD, (CopyToDesk((MESSAGE,)),))


def test_a_client_who_agrees_to_a_referral_gets_the_card_and_the_counsellor_knows() -> None:
    turn = after(tapping("refer", "yes", "al_line"), HELD)
    assert turn.actions == (
        Show(ServiceCard("al_line", sent=True), "sq", MESSAGE),
        AnswerReferral("al_line", agreed=True),
    )
    assert turn.counts == (Count("referred", "al_line"),)


@pytest.mark.parametrize("answer", ["no", "", "perhaps"])
def test_anything_but_a_yes_is_none(answer: str) -> None:
    turn = after(tapping("refer", answer, "al_line"), HELD)
    assert turn.actions == (Show(Notice("not_referred"), "sq", MESSAGE), AnswerReferral("al_line", agreed=False))
    assert not turn.counts


@pytest.mark.parametrize("how", REACHED)
def test_whether_a_service_helped_is_only_counted(how: str) -> None:
    turn = after(tapping("reached", how, "al_line"))
    assert view_of(turn) == Notice("thanks" if how == "helped" else "not_helped")
    assert turn.counts == (Count("referral", f"al_line:{how}"),)
    assert not besides(turn)


@pytest.mark.parametrize("how", RATINGS)
def test_how_the_talk_was_is_only_counted_and_whoever_was_not_helped_may_say_why(how: str) -> None:
    turn = after(tapping("rate", how))
    assert view_of(turn) == Notice("thanks" if how == "yes" else "why_not")
    assert turn.counts == (Count("rating", how),)


@pytest.mark.parametrize("why", REASONS)
def test_why_not_is_only_counted(why: str) -> None:
    turn = after(tapping("reason", why))
    assert (view_of(turn), turn.counts) == (Notice("thanks"), (Count("rating_reason", why),))


@pytest.mark.parametrize(
    "made_up",
    [
        tapping("rate", "my name"),
        tapping("reason", "my name"),
        tapping("reached", "my name", "al_line"),
        tapping("reached", "helped", "gone"),
        tapping("refer", "yes", "gone"),
    ],
)
def test_nothing_made_up_is_counted(made_up: Event) -> None:
    turn = after(made_up)
    assert turn.actions == (Show(Menu("button"), "sq", MESSAGE),)
    assert not turn.counts


def test_the_desk_hears_that_the_client_cannot_be_reached_only_while_there_is_a_case() -> None:
    assert after(ClientBlocked(), HELD).actions == (TellDesk("unreachable"),)
    assert after(ClientReturned(), HELD).actions == (TellDesk("back"),)
    assert after(ClientBlocked()).actions == ()
