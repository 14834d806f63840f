from bot.conversation.taps import Tap
from bot.conversation.views import Choice
from bot.rendering.views import render
from tests.builders import a_topic, some_packs, topic_words
from tests.contexts import a_context, labels, ways

LONG = "Të regjistroj fëmijën e lindur jashtë"
PACKS = some_packs(topics=[a_topic("one"), a_topic("two"), a_topic("long", words={"sq": topic_words(LONG)})])


def test_near_subjects_are_offered_with_a_way_out() -> None:
    message = render(Choice(("one", "two")), "en", a_context(PACKS))
    assert message.html == "I am not sure what you are asking. Is it one of these?"
    assert ways(message.rows) == [Tap("topic", "one"), Tap("topic", "two"), Tap("none"), Tap("talk"), Tap("menu")]


def test_a_title_that_its_button_shortens_is_read_in_full() -> None:
    message = render(Choice(("long",)), "sq", a_context(PACKS))
    assert message.html.endswith(f"\n• {LONG}")
    assert labels(message)[0] == LONG[:24].strip()


def test_no_more_than_three_subjects_are_offered_and_none_that_is_gone() -> None:
    packs = some_packs(topics=[a_topic(slug) for slug in "abcd"])
    message = render(Choice(("gone", "a", "b", "c", "d")), "en", a_context(packs))
    assert [tap.argument for tap in ways(message.rows) if tap.name == "topic"] == ["a", "b", "c"]


def test_a_second_miss_offers_a_person_first() -> None:
    message = render(Choice(("one",), again=True), "en", a_context(PACKS))
    assert message.html.startswith("A counsellor may understand you better than I do.")
    assert ways(message.rows) == [Tap("talk"), Tap("topic", "one"), Tap("none"), Tap("menu")]


def test_no_person_is_promised_where_there_is_no_desk() -> None:
    message = render(Choice(("one",), again=True), "en", a_context(PACKS, desk=False))
    assert "counsellor" not in message.html
    assert Tap("talk") not in ways(message.rows)


def test_without_any_near_subject_the_menu_comes_with_a_kind_word() -> None:
    message = render(Choice(()), "en", a_context())
    assert message.html.startswith("I am sorry, I have no checked answer to this.")
    assert ways(message.rows)[0].name == "section"


def test_without_any_near_subject_twice_a_person_comes_before_the_menu() -> None:
    message = render(Choice((), again=True), "en", a_context())
    assert "A counsellor may understand you better than I do." in message.html
    names = [tap.name for tap in ways(message.rows)]
    assert names[0] == "talk"
    assert names.count("talk") == 1


def test_a_foreign_text_is_answered_in_every_language_that_we_speak() -> None:
    message = render(Choice((), foreign=True), "sq", a_context())
    assert message.html == "Unë flas shqip dhe anglisht.\nI speak Albanian and English."
    assert ways(message.rows) == [Tap("lang", "sq"), Tap("lang", "en"), Tap("talk"), Tap("menu")]
