"""What is done with words: danger first, then the case, then the vetted answer or an honest doubt."""

from datetime import timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.actions import Alert, CopyToDesk, Show, TellDesk
from bot.conversation.advance import advance
from bot.conversation.answering import LONGEST, OFFERED
from bot.conversation.events import TextWritten
from bot.conversation.state import Conversation, Count
from bot.conversation.turn import Turn
from bot.conversation.views import AskPlace, Choice, Danger, Hint, Menu, Services, TopicShown, TopicWithheld
from bot.language.identify import Identified
from bot.search.answer import Decision, Found, Match
from bot.search.signals import SignalFound
from tests.builders import a_conversation, a_topic, some_packs, the_real_packs
from tests.conversation.playing import MESSAGE, NOW, after, besides, show_of, tapping, view_of, writing
from tests.fakes import Canned, CannedFinder

TOPIC = "asylum-facts"
NOW_IN_DANGER = (SignalFound("held", "now"), SignalFound("sad", "concern"))
ENGLISH = Identified("en", sure=True)
HOUR = int(NOW.timestamp()) // 3600


def found(decision: Decision, *scores: float) -> Found:
    """The topics `t0`, `t1` ... with these scores; the first one is a topic that exists."""
    slugs = (TOPIC, *(f"t{number}" for number in range(1, len(scores))))
    return Found(decision, tuple(Match(slug, score) for slug, score in zip(slugs, scores, strict=False)))


def asked(canned: Canned, conversation: Conversation | None = None, text: str = "azil?", *, desk: bool = True) -> Turn:
    return after(writing(text), conversation, canned.knowledge(desk=desk))


SURE = Canned({"azil?": found("answer", 0.9)})
TORN = Canned({"azil?": found("choose", 0.4, 0.3, 0.2, 0.1)})
LOST = Canned({"azil?": found("unsure", 0.3, 0.25, 0.24)})
IN_DANGER = Canned({"azil?": found("answer", 0.9)}, signals={"azil?": NOW_IN_DANGER})


def test_a_sure_answer_is_the_topic() -> None:
    turn = asked(SURE, a_conversation(awaiting="place", unsure=2))
    assert turn.actions == (Show(TopicShown(TOPIC), "sq"),)
    assert turn.conversation == a_conversation(subject=TOPIC, shown=(TOPIC,))
    assert turn.counts == (Count("topic", TOPIC), Count("asked", "answer"))


def test_a_sure_answer_that_is_too_old_is_withheld() -> None:
    old = a_topic(reviewed="2020-01-01", review_by="2020-01-01", withhold_after="2020-01-01")
    assert view_of(after(writing("azil?"), knowledge=SURE.knowledge(some_packs([old])))) == TopicWithheld(TOPIC)


def test_between_a_few_topics_the_client_chooses() -> None:
    turn = asked(TORN, a_conversation(awaiting="place", unsure=2))
    assert view_of(turn) == Choice((TOPIC, "t1", "t2"))
    assert turn.conversation == a_conversation()
    assert turn.counts == (Count("asked", "choose"),)


def test_not_being_sure_is_said_and_the_nearest_topics_are_offered() -> None:
    turn = asked(LOST)
    assert view_of(turn) == Choice((TOPIC, "t1"))
    assert turn.conversation == a_conversation(unsure=1)
    assert turn.counts == (Count("asked", "unsure"),)


def test_not_being_sure_again_is_said_differently() -> None:
    turn = asked(LOST, a_conversation(unsure=1))
    assert view_of(turn) == Choice((TOPIC, "t1"), again=True)
    assert turn.conversation.unsure == 2


def test_a_topic_that_has_nothing_to_do_with_it_is_not_offered() -> None:
    assert view_of(asked(Canned({"azil?": found("unsure", 0.249)}))) == Choice(())


@given(st.lists(st.floats(0, 1), max_size=8))
def test_never_more_is_offered_than_one_can_take_in(scores: list[float]) -> None:
    view = view_of(asked(Canned({"azil?": found("unsure", *sorted(scores, reverse=True))})))
    assert isinstance(view, Choice)
    assert len(view.slugs) <= OFFERED


def test_a_text_in_a_language_that_we_do_not_have_is_told_so() -> None:
    foreign = Canned(languages={"azil?": Identified(None, sure=False, foreign=True)})
    assert view_of(asked(foreign)) == Choice((), foreign=True)


def test_a_short_text_after_the_question_for_a_place_was_meant_as_a_place() -> None:
    turn = asked(LOST, a_conversation(awaiting="place"), "azil?")
    assert view_of(turn) == AskPlace(unknown=True)
    assert turn.conversation == a_conversation(awaiting="place")


def test_a_long_text_after_the_question_for_a_place_is_a_question() -> None:
    text = "what can I do about my papers"
    assert isinstance(view_of(asked(LOST, a_conversation(awaiting="place"), text)), Choice)


def test_the_language_changes_only_on_strong_evidence() -> None:
    strong = Canned({"en azil?": found("answer", 0.9)}, {"azil?": ENGLISH})
    turn = asked(strong)
    assert show_of(turn) == Show(TopicShown(TOPIC, switched_from="sq"), "en")
    assert turn.conversation.language == "en"
    weak = Canned(SURE.found, {"azil?": Identified("en", sure=False)})
    assert show_of(asked(weak)) == Show(TopicShown(TOPIC), "sq")


def test_a_language_that_the_packs_do_not_have_is_not_switched_to() -> None:
    german = Canned(SURE.found, {"azil?": Identified("de", sure=True)})
    assert show_of(asked(german)) == Show(TopicShown(TOPIC), "sq")


def test_a_choice_is_offered_in_the_language_of_the_question() -> None:
    assert show_of(asked(Canned(TORN.found, {"azil?": ENGLISH}))).language == "en"


def test_another_language_is_searched_only_where_the_clients_own_has_no_sure_answer() -> None:
    for said, languages in ((LOST, ["sq", "en"]), (SURE, ["sq"])):
        knowledge = Canned(said.found, {"azil?": ENGLISH}).knowledge()
        after(writing("azil?"), knowledge=knowledge)
        assert isinstance(knowledge.finder, CannedFinder)
        assert [language for _, language in knowledge.finder.asked] == languages


def test_a_long_story_is_searched_by_its_beginning() -> None:
    knowledge = Canned().knowledge()
    after(writing("azil " * 800), knowledge=knowledge)
    assert isinstance(knowledge.finder, CannedFinder)
    assert [len(text) for text, _ in knowledge.finder.asked] == [LONGEST]


@pytest.mark.parametrize("text", ["", "   ", "?!", "\U0001f642", "\u200b", "..."])
def test_a_text_without_words_leads_to_the_menu(text: str) -> None:
    turn = asked(Canned(), text=text)
    assert view_of(turn) == Menu("empty")
    assert turn.counts == ()


def test_danger_comes_before_the_answer() -> None:
    turn = asked(IN_DANGER, a_conversation(country="AL", awaiting="place", unsure=2))
    assert turn.actions == (Show(Danger("held", "AL", desk=True), "sq"), Alert("held", "sq", None, "AL"))
    alarmed = a_conversation(country="AL", signal="held", shown=("signal:held",), alerted=HOUR)
    assert turn.conversation == alarmed
    assert turn.counts == (Count("danger", "held"),)


def test_danger_is_answered_in_the_language_of_the_cry() -> None:
    assert show_of(asked(Canned(languages={"azil?": ENGLISH}, signals=IN_DANGER.signals))).language == "en"


def test_without_a_desk_danger_promises_nobody_and_alarms_nobody() -> None:
    assert asked(IN_DANGER, desk=False).actions == (Show(Danger("held", None, desk=False), "sq"),)


def test_the_desk_is_alarmed_once_an_hour_for_the_same_danger_and_at_once_for_another_one() -> None:
    first = asked(IN_DANGER, a_conversation(place="kukes", country="AL"))
    assert besides(first) == [Alert("held", "sq", "kukes", "AL")]
    assert besides(asked(IN_DANGER, first.conversation)) == []
    assert besides(asked(IN_DANGER, a_conversation(signal="violence", alerted=HOUR))) == [Alert("held", "sq")]
    later = advance(first.conversation, writing("azil?"), IN_DANGER.knowledge(), NOW + timedelta(hours=1))
    assert besides(later) == [Alert("held", "sq", "kukes", "AL")]


def test_a_danger_that_can_wait_alarms_nobody() -> None:
    serious = Canned(signals={"azil?": (SignalFound("held", "serious"),)})
    turn = asked(serious)
    assert view_of(turn) == Danger("held", None, desk=True)
    assert besides(turn) == []


@pytest.mark.parametrize("case", ["open", "held"])
def test_in_a_case_danger_is_answered_told_and_copied_to_the_desk(case: Literal["open", "held"]) -> None:
    turn = asked(IN_DANGER, a_conversation(case=case, awaiting="place"))
    copied = CopyToDesk((MESSAGE,))
    assert turn.actions == (Show(Danger("held", None, desk=False), "sq"), TellDesk("danger", "held"), copied)
    assert turn.conversation.case == case


def test_in_a_case_every_word_of_danger_is_copied_and_the_desk_told_of_it_once_an_hour() -> None:
    first = asked(IN_DANGER, a_conversation(case="held", signal="held"))
    assert besides(first) == [TellDesk("danger", "held"), CopyToDesk((MESSAGE,))]
    assert besides(asked(IN_DANGER, first.conversation)) == [CopyToDesk((MESSAGE,))]
    later = advance(first.conversation, writing("azil?"), IN_DANGER.knowledge(), NOW + timedelta(hours=1))
    assert TellDesk("danger", "held") in later.actions


def test_after_an_alarm_whoever_then_asks_for_a_person_is_told_of_in_their_case_too() -> None:
    first = asked(IN_DANGER)
    opened = after(tapping("accept"), first.conversation, IN_DANGER.knowledge())
    assert TellDesk("danger", "held") in asked(IN_DANGER, opened.conversation).actions


def test_a_concern_alone_is_no_danger() -> None:
    worried = Canned(SURE.found, signals={"azil?": (SignalFound("sad", "concern"),)})
    assert view_of(asked(worried)) == TopicShown(TOPIC)


def test_in_a_case_every_text_goes_to_the_desk_and_nobody_else_answers() -> None:
    turn = asked(SURE, a_conversation(case="open", unsure=1))
    assert turn == Turn(a_conversation(case="open", unsure=1), (CopyToDesk((MESSAGE,)),))


def test_in_a_case_an_answer_stays_an_answer_with_the_passage_that_it_quotes() -> None:
    turn = after(TextWritten("po", MESSAGE, 33, "a passage"), a_conversation(case="held"))
    assert turn.actions == (CopyToDesk((MESSAGE,), 33, "a passage"),)


def test_in_a_case_even_a_text_without_words_goes_to_the_desk() -> None:
    assert asked(Canned(), a_conversation(case="open"), "\U0001f642").actions == (CopyToDesk((MESSAGE,)),)


def test_a_town_is_understood_before_anything_is_searched() -> None:
    assert isinstance(view_of(asked(Canned({"Kukës": found("answer", 0.9)}), text="Kukës")), Services)


@pytest.mark.parametrize(("said", "kind"), [("Përshëndetje!", "hello"), ("pershendetje", "hello"), ("flm", "thanks")])
def test_who_only_greets_or_thanks_is_answered_in_kind(said: str, kind: Hint) -> None:
    turn = after(writing(said), knowledge=Canned().knowledge(the_real_packs()))
    assert view_of(turn) == Menu(kind)
    assert turn.counts == (Count("courtesy", kind),)


def test_a_long_story_that_is_not_understood_is_asked_for_again_in_short() -> None:
    assert view_of(asked(Canned(), text="a " * LONGEST)) == Menu("long")


def test_doubt_in_another_language_is_said_in_that_language_with_a_way_back() -> None:
    turn = asked(Canned({"azil?": found("unsure", 0.28)}, {"azil?": ENGLISH}))
    assert view_of(turn) == Choice((TOPIC,), switched_from="sq")
    assert turn.conversation == a_conversation("en", unsure=1)


def test_words_that_no_pack_has_are_noted_when_nothing_was_understood() -> None:
    lost = Canned({"xhaxhi xol azil?": found("unsure", 0.3)})
    assert asked(lost, text="xhaxhi xol azil?").unclear == ("xhaxhi", "xol")


def test_of_what_was_understood_no_word_is_noted() -> None:
    assert asked(Canned({"xhaxhi azil?": found("answer", 0.9)}), text="xhaxhi azil?").unclear == ()
