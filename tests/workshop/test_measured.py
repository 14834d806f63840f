from bot.packs.schema import SignalWords
from bot.workshop.measured import Measured, measured
from bot.workshop.told_questions import Told
from tests.builders import a_signal, a_topic, knowledge_of, some_packs, topic_words

ASKED = ["can i get asylum", "asylum in germany", "asylum seeker", "ask for asylum", "asylum papers"]
WORK = ["find a job", "a job in germany", "contract for work", "work abroad", "my boss and my wage"]
HELD = SignalWords(say="Call.", phrases=("they hold me here", "i am locked in"), negatives=("hold me tight",))
KNOWLEDGE = knowledge_of(
    some_packs(
        topics=[
            a_topic("asylum-facts", words={"en": topic_words("Asylum", questions=ASKED)}),
            a_topic("work", words={"en": topic_words("Work", questions=WORK)}),
        ],
        signals=[a_signal("held", {"en": HELD}, topics=("work",))],
    )
)
TOLD = [
    Told("question", "en", "may i ask for asylum", "asylum-facts"),
    Told("question", "en", "where do i find a job", "asylum-facts"),
    Told("question", "en", "they hold me here at work", "work"),
    Told("outside", "en", "bicycles"),
    Told("danger", "en", "they hold me here"),
    Told("danger", "en", "bicycles"),
    Told("harmless", "en", "i hold on to my bicycle"),
    Told("question", "sq", "dua azil", "work"),
]


def test_each_share_is_of_its_own_texts() -> None:
    found = measured(KNOWLEDGE, TOLD, "en")
    assert (found.first, found.three, found.outside, found.danger) == (2 / 3, 1, 0, 0.5)
    assert found.wrong in {0, 1 / 3}
    assert found.alarm_outside == 0


def test_a_question_about_a_danger_may_be_taken_for_one() -> None:
    assert measured(KNOWLEDGE, TOLD, "en").alarm_in_questions == 0


def test_texts_can_be_changed_before_they_are_asked() -> None:
    assert measured(KNOWLEDGE, TOLD, "en", lambda _: "they hold me here").danger == 1


def test_without_texts_every_share_is_nothing() -> None:
    assert measured(KNOWLEDGE, [], "en") == Measured(0, 0, 0, 0, 0, 0, 0, 0)
