from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.signals import resemblances
from bot.packs.assets import Packs
from bot.packs.schema import SignalWords
from bot.search.resemblance import Resemblance
from bot.search.signals import SignalFinder, SignalFound
from tests.builders import a_signal, a_topic, some_packs, the_real_packs, topic_words


def _words(phrases: list[str], negatives: list[str]) -> SignalWords:
    return SignalWords(say="Nuk jeni vetem.", phrases=tuple(phrases), negatives=tuple(negatives))


def _finder(packs: Packs) -> SignalFinder:
    return SignalFinder(packs, resemblances(packs))


SUICIDE = a_signal(
    "suicide", {"sq": _words(["dua të vdes"], ["dua të vdes për një kafe"]), "en": _words(["i want to die"], [])}
)
DEBT = a_signal("debt", {"sq": _words(["më kërcënojnë për borxhin"], [])}, level="serious")
WORRY = a_signal("worry", {"sq": _words(["kam frikë nga kthimi"], ["kam frikë nga qeni"])}, level="concern")
FINDER = _finder(some_packs(signals=[WORRY, DEBT, SUICIDE]))
NOW = SignalFound("suicide", "now")
REAL = _finder(the_real_packs())


@pytest.mark.parametrize(
    "text", ["Dua të vdes!", "nuk muj ma, dua te vdes sot", "dua te vdess", "i want to die", "i wannt to die"]
)
@pytest.mark.parametrize("language", ["sq", "en", None])
def test_danger_is_found_in_any_language_whatever_the_chat_speaks(text: str, language: str | None) -> None:
    assert FINDER.find(text, language) == (NOW,)


@pytest.mark.parametrize("text", ["", "dua te", "ku jeni", "i want"])
def test_where_there_is_no_danger_none_is_found(text: str) -> None:
    assert FINDER.find(text, "sq") == ()


def test_the_worst_comes_first() -> None:
    text = "Kam frikë nga kthimi. Më kërcënojnë për borxhin. Dua të vdes."
    assert FINDER.find(text, "sq") == (NOW, SignalFound("debt", "serious"), SignalFound("worry", "concern"))


def test_of_two_as_pressing_the_one_said_to_the_letter_comes_first() -> None:
    story = "jetojme ne nje fshat te vogel dhe punojme token me dy lope " * 3
    assert REAL.find(f"{story} burri po me rreh {story}", "sq")[0].kind == "violence-now"


def test_questions_of_subjects_that_tell_of_a_danger_do_not_count_against_it() -> None:
    words = {"en": _words(["they lock us in and keep the papers of the house"], [])}
    questions = [
        f"in the {place} they lock us in and keep papers" for place in ("house", "flat", "farm", "bar", "barn")
    ]
    asked = a_topic("exploited", words={"en": topic_words("Exploited", questions=questions)})
    text = ["in", "the", "house", "they", "lock", "us", "in", "and", "keep", "papers"]

    def margin(*topics: str) -> float:
        packs = some_packs(signals=[a_signal("held", words, topics=topics)], topics=[asked])
        (bearing,) = Resemblance("en", resemblances(packs).part("en")).bearings(text)
        return bearing.margin

    assert margin() < 0 < margin("exploited")


def test_the_subjects_that_signals_name_exist() -> None:
    named = {slug for signal in the_real_packs().signals.values() for slug in signal.facts.topics}
    assert named - the_real_packs().topics.keys() == set()


def test_harmless_words_are_no_danger() -> None:
    assert FINDER.find("po dua të vdes për një kafe", "sq") == ()


def test_harmless_words_do_not_hide_the_danger_beside_them() -> None:
    assert FINDER.find("kam frikë nga qeni dhe dua të vdes", "sq") == (NOW,)
    assert FINDER.find("dua të vdes për një kafe. jo, vërtet dua të vdes", "sq") == (NOW,)


def test_what_is_harmless_for_one_kind_can_be_another() -> None:
    words = {"sq": _words(["nuk më lënë të dal"], ["dua të vdes", "dua të vdess nga gazi"])}
    finder = _finder(some_packs(signals=[SUICIDE, a_signal("held", words)]))
    assert finder.find("dua të vdes", "sq") == (NOW,)
    assert finder.find("dua të vdess nga gazi", "sq") == ()


def test_harmless_words_must_stand_there_to_the_letter() -> None:
    assert FINDER.find("dua të vdes për një kaf", "sq") == (NOW,)


def test_packs_without_signals_find_none() -> None:
    assert _finder(some_packs(signals=[], topics=[])).find("dua të vdes", "sq") == ()


@pytest.mark.parametrize("kind", the_real_packs().signals)
def test_every_phrase_of_the_packs_is_found_and_no_negative(kind: str) -> None:
    for language, words in the_real_packs().signals[kind].words.items():
        missed = [said for said in words.phrases if kind not in {found.kind for found in REAL.find(said, language)}]
        alarmed = [said for said in words.negatives if REAL.find(said, language)]
        assert (missed, alarmed) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "can i do it myself",
        "i want to travel by myself",
        "does he have to bring the papers himself",
        "they want me to sign that i leave the job myself",
        "my heart beats and i think i die every night",
        "me detyrojne te paguaj gjobe per biletë",
        "do të vdes për një kafe",
    ],
)
def test_ordinary_sentences_with_words_of_danger_are_no_danger(text: str) -> None:
    assert REAL.find(text, None) == ()


@pytest.mark.parametrize("text", ["dua te di si behet pasaporta", "i want to know how to get a visa", "ku jeni ju"])
def test_words_that_danger_shares_with_any_question_are_no_danger(text: str) -> None:
    assert REAL.find(text, None) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("s'po muj me durue ma kete jete, du me vdek krejt", "suicide"),
        ("they are holding my passport and never let me go out of the house", "trafficking"),
        ("he has my papers in his pocket and i may not step out of the flat", "trafficking"),
        ("prej se jena kthy burri m'nxon per flokesh e m'shkelmon perpara kalamajve", "violence-now"),
        ("my uncle crawls into my bed and touches me", "sexual-violence"),
        ("cuni i motres 14 vjec iku dje dhe askush s'e ka pare", "child-in-danger"),
        ("they hold my cousin in a cellar until we send the money for the trip", "smuggler-threat"),
        ("jena ni grup n'kamion e po na mbaron ajri", "way-danger"),
    ],
)
def test_danger_in_words_of_ones_own_is_found(text: str, kind: str) -> None:
    assert kind in {found.kind for found in REAL.find(text, None)}


def test_danger_in_a_long_story_is_found() -> None:
    story = "jetojme ne nje fshat te vogel dhe punojme token me dy lope " * 20
    assert REAL.find(f"{story} burri po me rreh tani {story}", "sq")[0].kind == "violence-now"


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    REAL.find(text, None)


@pytest.mark.parametrize("text", ["burri me rreh " * 720, "ab" * 5_000, "a mundem me marr azil " * 450])
def test_ten_thousand_characters_do_not_hold_up_the_next_client(text: str) -> None:
    started = perf_counter()
    REAL.find(text, "sq")
    assert perf_counter() - started < 2.5
