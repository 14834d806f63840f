"""Guides as they are played: step by step, back, interrupted, left, through; with answers that nobody keeps."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation.actions import Alert, DropReminder, Remind, Show, TellOutcome
from bot.conversation.advance import advance
from bot.conversation.events import ButtonPressed, CommandGiven, Event, LocationShared, ReminderDue, Started
from bot.conversation.guide_views import (
    AskReminder,
    AskTell,
    Checklist,
    GuideExplained,
    GuideIntro,
    GuideNotice,
    GuideQuestion,
    GuideResult,
    Guides,
    GuideText,
    Reminder,
)
from bot.conversation.state import Conversation, Count
from bot.conversation.taps import Tap
from bot.conversation.turn import Turn
from bot.conversation.views import Danger, Menu, TopicShown, View
from bot.guides.outcome import unpacked
from bot.search.answer import Found, Match
from tests.builders import a_conversation, a_signal, a_topic, some_packs, with_guides
from tests.conversation.playing import MESSAGE, NOW, show_of, tapping, view_of, writing
from tests.fakes import Canned
from tests.guides.small import knowing_guides, small_guides


class Talk:
    """One chat, tap by tap."""

    def __init__(self, conversation: Conversation | None = None, *, desk: bool = True) -> None:
        self.conversation = conversation or a_conversation("en")
        self.desk = desk
        self.counted: list[Count] = []
        self.now = NOW
        self.turn = Turn(self.conversation)

    def does(self, event: Event) -> View:
        self.turn = advance(self.conversation, event, knowing_guides(desk=self.desk), self.now)
        self.conversation = self.turn.conversation
        self.counted += self.turn.counts
        return view_of(self.turn)

    def taps(self, name: str, argument: str, detail: str = "") -> View:
        return self.does(ButtonPressed(Tap(name, argument, detail), MESSAGE))  # type: ignore[arg-type]

    def starts(self, guide: str) -> View:
        return self.taps("play", guide, "start")

    def answers(self, guide: str, *answers: str) -> View:
        seen: View = Menu()
        for answer in answers:
            seen = self.taps("answer", guide, answer)
        return seen

    def counts_of(self, kind: str) -> list[str]:
        return [count.subject for count in self.counted if count.kind == kind]


def step_of(view: View) -> str:
    assert isinstance(view, GuideQuestion)
    return view.step


def test_every_guide_is_offered_and_opens_with_what_it_is_for() -> None:
    talk = Talk()
    assert talk.does(CommandGiven("guides")) == Guides(("offer", "days", "list", "plan", "quiz"))
    assert talk.taps("guides", "returning") == Guides(())
    assert talk.taps("guide", "offer") == GuideIntro("offer")


def test_a_link_leads_straight_to_a_guide_and_where_it_hangs_is_counted() -> None:
    talk = Talk()
    assert talk.does(Started("quiz_kukes")) == GuideIntro("quiz")
    assert talk.counts_of("started") == ["quiz"]
    assert talk.turn.campaign == "quiz_kukes"
    talk.does(Started("quiz"))
    assert talk.turn.campaign == "", "this one hangs nowhere"


def test_the_questions_come_in_the_order_of_the_file_and_only_where_they_apply() -> None:
    talk = Talk()
    assert step_of(talk.starts("offer")) == "kind"
    assert step_of(talk.answers("offer", "kind.visa")) == "passport"
    assert step_of(talk.answers("offer", "passport.mine")) == "age"


def test_every_question_can_be_left_unsaid_and_the_guide_still_ends() -> None:
    talk = Talk()
    talk.starts("offer")
    view = talk.answers("offer", "kind.unsaid", "passport.unsaid", "contract.unsaid", "age.unsaid")
    assert isinstance(view, GuideResult)
    assert view.outcome.startswith("1.low.")


def test_several_answers_are_ticked_and_unticked_until_one_goes_on() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.job")
    talk.taps("pick", "offer", "signs.secret.on")
    talk.taps("pick", "offer", "signs.secret.on")
    view = talk.taps("pick", "offer", "signs.hurry.on")
    assert isinstance(view, GuideQuestion)
    assert view.chosen == ("hurry", "secret")
    talk.taps("pick", "offer", "signs.hurry.off")
    assert step_of(talk.taps("done", "offer", "signs")) == "passport"
    assert dict(talk.conversation.guide.answers)["signs"] == ("secret",)  # type: ignore[union-attr]


def test_several_with_nothing_ticked_is_nothing_said() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.job")
    talk.taps("done", "offer", "signs")
    assert dict(talk.conversation.guide.answers)["signs"] == ("unsaid",)  # type: ignore[union-attr]


def test_a_number_is_tapped_or_written_and_one_out_of_bounds_is_asked_for_again() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.visa", "passport.mine")
    missed = talk.does(writing("jam 7 vjeç"))
    assert isinstance(missed, GuideQuestion)
    assert (missed.step, missed.missed) == ("age", "number")
    assert step_of(talk.does(writing("16"))) == "young"
    assert isinstance(talk.taps("done", "offer", "young"), GuideResult)


def test_the_result_carries_its_reasons_and_the_answers_are_gone() -> None:
    talk = Talk()
    talk.starts("offer")
    view = talk.answers("offer", "kind.visa", "passport.unsaid", "age.unsaid")
    assert isinstance(view, GuideResult)
    guide = knowing_guides().packs.guides["offer"].facts
    came = unpacked(view.outcome, guide)
    assert came is not None
    assert (came.result, came.points, came.reasons) == ("middle", 3, ("kind/visa",))
    assert talk.conversation.guide is None
    assert "visa" not in repr(talk.conversation)
    assert talk.counts_of("guide_result") == ["offer:1:middle"]


def test_an_answer_that_tells_of_danger_brings_the_number_first_and_the_guide_can_be_gone_on_with() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.visa")
    view = talk.answers("offer", "passport.taken")
    assert isinstance(view, Danger)
    assert any(isinstance(action, Alert) for action in talk.turn.actions)
    menu = talk.taps("menu", "")
    assert isinstance(menu, Menu)
    assert menu.guide == "offer"
    assert step_of(talk.taps("play", "offer", "on")) == "age"


def test_the_same_dangerous_answer_tapped_again_goes_on() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.visa", "passport.taken")
    assert step_of(talk.answers("offer", "passport.taken")) == "age"


def test_danger_in_words_comes_before_the_guide() -> None:
    talk = Talk()
    talk.starts("plan")
    phrase = knowing_guides().packs.signals["held"].words["en"].phrases[0]
    assert isinstance(talk.does(writing(phrase)), Danger)
    assert talk.conversation.guide is not None


def test_back_goes_one_question_back_and_from_the_first_to_the_beginning() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.job")
    talk.taps("pick", "offer", "signs.far.on")
    talk.taps("done", "offer", "signs")
    view = talk.taps("play", "offer", "back")
    assert isinstance(view, GuideQuestion)
    assert (view.step, view.chosen) == ("signs", ("far",))
    assert step_of(talk.taps("play", "offer", "back")) == "kind"
    assert talk.taps("play", "offer", "back") == GuideIntro("offer", under_way=True)


def test_a_button_of_an_earlier_question_goes_back_to_it() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.visa", "passport.mine")
    assert step_of(talk.answers("offer", "kind.job")) == "signs"


def test_the_same_tap_twice_does_no_harm() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.visa")
    assert step_of(talk.answers("offer", "kind.visa")) == "passport"


def test_starting_again_forgets_what_was_said() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.visa", "passport.mine")
    assert step_of(talk.taps("play", "offer", "again")) == "kind"
    assert talk.conversation.guide is not None
    assert talk.conversation.guide.answers == ()


def test_leaving_forgets_the_answers_at_once() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.visa")
    assert talk.taps("play", "offer", "leave") == GuideNotice("offer", "left")
    assert talk.conversation.guide is None
    assert talk.taps("play", "offer", "on") == GuideNotice("offer", "over")
    assert talk.answers("offer", "passport.mine") == GuideNotice("offer", "over")


def test_a_question_in_between_is_answered_and_the_way_back_is_offered() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.visa")
    talk.does(writing("hello"))
    talk.does(CommandGiven("menu"))
    assert view_of(talk.turn) == Menu(guide="offer")
    assert step_of(talk.taps("play", "offer", "on")) == "passport"


def test_a_guide_whose_answers_mean_something_else_by_now_begins_anew() -> None:
    talk = Talk()
    talk.starts("offer")
    playing = talk.conversation.guide
    assert playing is not None
    talk.conversation = replace(talk.conversation, guide=replace(playing, version=2))
    assert talk.taps("play", "offer", "on") == GuideNotice("offer", "changed")
    assert talk.conversation.guide is None


def test_why_we_ask_is_said_under_the_same_question() -> None:
    talk = Talk()
    talk.starts("offer")
    view = talk.taps("why", "offer", "kind")
    assert isinstance(view, GuideQuestion)
    assert (view.step, view.why) == ("kind", True)


@pytest.mark.parametrize(
    ("name", "argument", "detail"),
    [
        ("guide", "gone", ""),
        ("play", "gone", "start"),
        ("answer", "offer", "gone.job"),
        ("answer", "offer", "kind.gone"),
        ("answer", "offer", "kind"),
        ("answer", "offer", ""),
        ("answer", "offer", "age.twelve"),
        ("pick", "offer", "signs.far"),
        ("pick", "list", "children.yes.on"),
        ("done", "offer", "gone"),
        ("done", "days", "stays"),
        ("undo", "days", "stays"),
        ("why", "offer", "signs"),
        ("result", "offer", "9.high.....x"),
        ("result", "offer", "1.gone....."),
        ("result", "offer", "rubbish"),
        ("result", "days", "1.some.....zzzzzzzzz_1_1_1_1."),
        ("list", "list", ""),
        ("tick", "list", "passport.on"),
        ("tick", "offer", "x.on"),
        ("remind", "list", "3"),
        ("forget", "list", ""),
        ("play", "offer", "sideways"),
    ],
)
def test_a_button_that_is_old_or_made_up_leads_somewhere(name: str, argument: str, detail: str) -> None:
    assert isinstance(Talk().taps(name, argument, detail), Menu | GuideNotice | GuideQuestion)
    talk = Talk()
    talk.starts("offer")
    assert isinstance(talk.taps(name, argument, detail), Menu | GuideNotice | GuideQuestion)


def test_stays_are_told_in_one_message_or_entry_and_exit_apart() -> None:
    talk = Talk()
    talk.starts("days")
    talk.taps("done", "days", "about")
    talk.does(writing("01.09.2026 - 30.09.2026"))
    view = talk.does(writing("10.11.2026"))
    assert isinstance(view, GuideQuestion)
    assert view.chosen == ("2026-09-01/2026-09-30", "2026-11-10/")
    assert isinstance(talk.taps("done", "days", "stays"), GuideQuestion)
    talk.taps("answer", "days", "stays.now")
    result = talk.taps("done", "days", "stays")
    assert isinstance(result, GuideResult)
    came = unpacked(result.outcome, knowing_guides().packs.guides["days"].facts)
    assert came is not None
    assert came.days(knowing_guides().packs.guides["days"].facts)["used"] == 30 + 13


def test_a_stay_that_ends_before_it_begins_or_lies_far_away_is_asked_for_again() -> None:
    talk = Talk()
    talk.starts("days")
    talk.taps("done", "days", "about")
    for words, missed in (("30.09.2026 - 01.09.2026", "days"), ("01.09.2036", "future"), ("99.99.2026", "date")):
        view = talk.does(writing(words))
        assert isinstance(view, GuideQuestion)
        assert view.missed == missed
    assert talk.conversation.guide is not None
    assert talk.conversation.guide.draft == ()


def test_the_last_stay_can_be_taken_back_and_no_stay_at_all_is_an_answer() -> None:
    talk = Talk()
    talk.starts("days")
    talk.taps("done", "days", "about")
    talk.does(writing("01.09.2026 - 30.09.2026"))
    view = talk.taps("undo", "days", "stays")
    assert isinstance(view, GuideQuestion)
    assert view.chosen == ()
    assert isinstance(talk.taps("done", "days", "stays"), GuideResult)


def test_a_town_is_written_or_known_and_remembered_only_where_the_question_says_so() -> None:
    talk = Talk()
    talk.starts("plan")
    view = talk.does(writing("asgjëkund fare"))
    assert isinstance(view, GuideQuestion)
    assert view.missed == "place"
    assert step_of(talk.does(writing("Kukës"))) == "since"
    assert talk.conversation.place == "kukes"
    quiz = Talk()
    quiz.starts("quiz")
    quiz.answers("quiz", "gender.woman")
    quiz.does(writing("Kukës"))
    assert quiz.conversation.place is None


def test_a_shared_point_answers_the_question_for_a_town() -> None:
    talk = Talk()
    talk.starts("plan")
    assert step_of(talk.does(LocationShared(42.07, 20.42, MESSAGE))) == "since"


def test_a_plan_names_the_nearest_service_of_the_town_and_counts_needs_by_municipality() -> None:
    talk = Talk()
    talk.starts("plan")
    talk.does(writing("Kukës"))
    talk.does(writing("sot"))
    talk.taps("pick", "plan", "needs.work.on")
    view = talk.taps("done", "plan", "needs")
    assert isinstance(view, GuideResult)
    assert [item for item, _ in view.nearest] == ["job"]
    assert talk.counts_of("need") == ["work:kukes"]
    text = talk.taps("result", "plan", f"{view.outcome}.text")
    assert isinstance(text, GuideText)
    assert (text.what, text.nearest) == ("plan", view.nearest)
    assert show_of(talk.turn).replaces is None


def test_a_quiz_is_matched_within_the_conversation_and_nothing_stays_of_it() -> None:
    talk = Talk()
    talk.starts("quiz")
    talk.answers("quiz", "gender.woman", "place.unsaid")
    form = talk.conversation.guide.form  # type: ignore[union-attr]
    explained = talk.answers("quiz", f"{form}1.x")
    assert explained == GuideExplained("quiz", f"{form}1", "x")
    talk.taps("done", "quiz", f"{form}1")
    talk.answers("quiz", f"{form}2.unsaid")
    view = talk.taps("done", "quiz", f"{form}2")
    assert isinstance(view, GuideResult)
    assert view.half
    assert talk.taps("guide", "quiz") == GuideIntro("quiz", second=True)
    other = {"a": "b", "b": "a"}[form]
    assert step_of(talk.starts("quiz")) == f"{other}1"
    right = {"a": ("x", "yes"), "b": ("y", "no")}[other]
    for number, answer in zip("12", right, strict=True):
        talk.answers("quiz", f"{other}{number}.{answer}")
        view = talk.taps("done", "quiz", f"{other}{number}")
    assert isinstance(view, GuideResult)
    before, gain = (1, "+1") if form == "a" else (0, "+2")
    assert (view.half, view.before) == (False, before)
    assert talk.conversation.halves == ()
    assert talk.counts_of("quiz_gain") == [f"quiz:1:{before}>2:{form}"]
    assert talk.counts_of("quiz_gain_by") == [f"quiz:gender=woman:{gain}", f"quiz:place=unsaid:{gain}"]
    assert len(talk.counts_of("quiz_item")) == 4


def test_which_half_of_a_quiz_comes_first_changes_from_minute_to_minute() -> None:
    forms = set()
    for minute in range(2):
        talk = Talk()
        talk.now = NOW + timedelta(minutes=minute)
        talk.starts("quiz")
        forms.add(talk.conversation.guide.form)  # type: ignore[union-attr]
    assert forms == {"a", "b"}


def test_a_list_is_ticked_off_kept_and_deleted() -> None:
    talk = Talk()
    talk.starts("list")
    assert isinstance(talk.answers("list", "children.no"), GuideResult)
    assert talk.taps("list", "list", "") == Checklist("list", ("passport", "copies"), ())
    ticked = talk.taps("tick", "list", "copies.on")
    assert ticked == Checklist("list", ("passport", "copies"), ("copies",), "papers")
    talk.does(CommandGiven("menu"))
    assert talk.taps("guide", "list") == GuideIntro("list", listed=True)
    assert talk.taps("list", "list", "") == Checklist("list", ("passport", "copies"), ("copies",))
    talk.starts("list")
    talk.answers("list", "children.yes")
    assert talk.taps("list", "list", "") == Checklist("list", ("passport", "copies", "school"), ("copies",))
    assert talk.taps("forget", "list", "") == GuideNotice("list", "ask_delete_list")
    assert talk.taps("forget", "list", "yes") == GuideNotice("list", "list_deleted")
    assert DropReminder("list") in talk.turn.actions
    assert talk.conversation.lists == ()


def test_a_reminder_comes_only_where_it_was_asked_for_and_the_list_is_still_there() -> None:
    talk = Talk()
    talk.starts("list")
    talk.answers("list", "children.no")
    assert talk.taps("remind", "list", "") == AskReminder("list")
    view = talk.taps("remind", "list", "7")
    assert isinstance(view, Checklist)
    assert (view.note, view.days) == ("reminder_set", 7)
    assert Remind("list", 7) in talk.turn.actions
    assert talk.does(ReminderDue("list")) == Reminder("list")
    talk.taps("remind", "list", "0")
    assert DropReminder("list") in talk.turn.actions
    talk.taps("forget", "list", "yes")
    assert advance(talk.conversation, ReminderDue("list"), knowing_guides(), NOW).actions == ()


def test_a_result_goes_to_a_counsellor_only_after_a_second_tap() -> None:
    talk = Talk(a_conversation("en", case="held"))
    talk.starts("offer")
    view = talk.answers("offer", "kind.visa", "passport.mine", "age.unsaid")
    assert isinstance(view, GuideResult)
    assert not any(isinstance(action, TellOutcome) for action in talk.turn.actions)
    assert talk.taps("result", "offer", f"{view.outcome}.desk") == AskTell("offer", view.outcome, opens=False)
    assert not any(isinstance(action, TellOutcome) for action in talk.turn.actions)
    talk.conversation = replace(talk.conversation, case="none")
    tap = ButtonPressed(Tap("result", "offer", f"{view.outcome}.told"), MESSAGE)
    asked_again = advance(talk.conversation, tap, knowing_guides(), NOW)
    assert view_of(asked_again) == AskTell("offer", view.outcome, opens=True)
    turn = advance(replace(talk.conversation, case="held"), tap, knowing_guides(), NOW)
    assert [action.view for action in turn.actions if isinstance(action, Show)] == [
        view,
        GuideNotice("offer", "told"),
    ]
    assert turn.actions[-1] == TellOutcome("offer", view.outcome)


def test_without_a_case_the_same_consent_opens_one() -> None:
    talk = Talk()
    talk.starts("offer")
    view = talk.answers("offer", "kind.visa", "passport.mine", "age.unsaid")
    assert isinstance(view, GuideResult)
    assert talk.taps("result", "offer", f"{view.outcome}.desk") == AskTell("offer", view.outcome, opens=True)
    tap = ButtonPressed(Tap("result", "offer", f"{view.outcome}.open"), MESSAGE)
    turn = advance(talk.conversation, tap, knowing_guides(), NOW)
    assert [type(action).__name__ for action in turn.actions] == ["Show", "OpenCase", "TellOutcome"]
    assert turn.conversation.case == "open"


def test_what_is_typed_while_a_counsellor_reads_along_reaches_them_too() -> None:
    talk = Talk(a_conversation("en", case="held"))
    talk.starts("offer")
    view = talk.answers("offer", "kind.visa", "passport.mine")
    assert isinstance(view, GuideQuestion)
    assert view.overheard
    event = writing("16")
    turn = advance(talk.conversation, event, knowing_guides(), NOW)
    assert [type(action).__name__ for action in turn.actions] == ["Show", "CopyToDesk"]
    words = advance(talk.conversation, writing("thank you, I will ask my mother first"), knowing_guides(), NOW)
    assert [type(action).__name__ for action in words.actions] == ["CopyToDesk"]
    assert words.conversation.guide == talk.conversation.guide
    assert words.conversation.awaiting == "guide"


def test_a_guide_past_its_date_is_not_shown() -> None:
    talk = Talk()
    talk.now = NOW + timedelta(days=1000)
    assert talk.taps("guide", "offer") == GuideNotice("offer", "withheld")
    assert talk.starts("offer") == GuideNotice("offer", "withheld")
    assert talk.does(tapping("guides")) == Guides(())


def test_of_a_quiz_the_first_answer_counts_and_back_shows_only_what_is_right() -> None:
    talk = Talk()
    talk.starts("quiz")
    talk.answers("quiz", "gender.unsaid", "place.unsaid", "a1.y")
    talk.taps("done", "quiz", "a1")
    assert talk.taps("play", "quiz", "back") == GuideExplained("quiz", "a1", "y")
    assert talk.answers("quiz", "a1.x") == GuideExplained("quiz", "a1", "y")
    assert step_of(talk.taps("done", "quiz", "a1")) == "a2"


def test_none_of_these_unticks_the_others_and_they_untick_it() -> None:
    talk = Talk()
    talk.starts("offer")
    talk.answers("offer", "kind.job")
    talk.taps("pick", "offer", "signs.hurry.on")
    alone = talk.taps("pick", "offer", "signs.neither.on")
    assert isinstance(alone, GuideQuestion)
    assert alone.chosen == ("neither",)
    other = talk.taps("pick", "offer", "signs.far.on")
    assert isinstance(other, GuideQuestion)
    assert other.chosen == ("far",)


def test_whoever_would_rather_not_say_where_they_are_is_not_near_the_town_they_once_told() -> None:
    talk = Talk(a_conversation("en", place="kukes", country="AL"))
    asked = talk.starts("plan")
    assert isinstance(asked, GuideQuestion)
    assert asked.town == "kukes"
    talk.answers("plan", "town.unsaid")
    assert (talk.conversation.place, talk.conversation.country) == (None, "AL")


def test_a_danger_that_was_tapped_alarms_the_desk_also_where_it_is_not_acute() -> None:
    for alert_desk, alarms in ((True, 1), (False, 0)):
        packs = knowing_guides().packs
        signal = a_signal("held", level="serious", alert_desk=alert_desk)
        knowledge = Canned().knowledge(replace(packs, signals={"held": signal}))
        started = advance(a_conversation("en"), tapping("play", "offer", "start"), knowledge, NOW)
        chosen = advance(started.conversation, tapping("answer", "offer", "kind.visa"), knowledge, NOW)
        turn = advance(chosen.conversation, tapping("answer", "offer", "passport.taken"), knowledge, NOW)
        assert sum(isinstance(action, Alert) for action in turn.actions) == alarms


def test_a_question_that_a_topic_surely_answers_is_no_unknown_town() -> None:
    knowledge = Canned({"azil?": Found("answer", (Match("asylum-facts", 0.9),))}).knowledge(
        with_guides(some_packs([a_topic()]), *small_guides())
    )
    started = advance(a_conversation("en"), tapping("play", "plan", "start"), knowledge, NOW)
    assert isinstance(view_of(advance(started.conversation, writing("azil"), knowledge, NOW)), TopicShown)
    missed = view_of(advance(started.conversation, writing("over there"), knowledge, NOW))
    assert isinstance(missed, GuideQuestion)
    assert missed.missed == "place"
