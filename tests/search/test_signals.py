from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.packs.schema import SignalWords
from bot.search.signals import SignalFinder, SignalFound
from tests.builders import a_signal, some_packs, the_real_packs


def _words(phrases: list[str], negatives: list[str]) -> SignalWords:
    return SignalWords(say="Nuk jeni vetem.", phrases=tuple(phrases), negatives=tuple(negatives))


SUICIDE = a_signal(
    "suicide", {"sq": _words(["dua të vdes"], ["dua të vdes për një kafe"]), "en": _words(["i want to die"], [])}
)
DEBT = a_signal("debt", {"sq": _words(["më kërcënojnë për borxhin"], [])}, level="serious")
WORRY = a_signal("worry", {"sq": _words(["kam frikë nga kthimi"], ["kam frikë nga qeni"])}, level="concern")
FINDER = SignalFinder(some_packs(signals=[WORRY, DEBT, SUICIDE]))
NOW = SignalFound("suicide", "now")
REAL = SignalFinder(the_real_packs())


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


def test_harmless_words_are_no_danger() -> None:
    assert FINDER.find("po dua të vdes për një kafe", "sq") == ()


def test_harmless_words_do_not_hide_the_danger_beside_them() -> None:
    assert FINDER.find("kam frikë nga qeni dhe dua të vdes", "sq") == (NOW,)
    assert FINDER.find("dua të vdes për një kafe. jo, vërtet dua të vdes", "sq") == (NOW,)


def test_what_is_harmless_for_one_kind_can_be_another() -> None:
    words = {"sq": _words(["nuk më lënë të dal"], ["dua të vdes", "dua të vdess nga gazi"])}
    finder = SignalFinder(some_packs(signals=[SUICIDE, a_signal("held", words)]))
    assert finder.find("dua të vdes", "sq") == (NOW,)
    assert finder.find("dua të vdess nga gazi", "sq") == ()


def test_harmless_words_must_stand_there_to_the_letter() -> None:
    assert FINDER.find("dua të vdes për një kaf", "sq") == (NOW,)


def test_packs_without_signals_find_none() -> None:
    assert SignalFinder(some_packs(signals=[], topics=[])).find("dua të vdes", "sq") == ()


@pytest.mark.parametrize("kind", the_real_packs().signals)
def test_every_phrase_of_the_packs_is_found_and_no_negative(kind: str) -> None:
    for language, words in the_real_packs().signals[kind].words.items():
        missed = [said for said in words.phrases if kind not in {found.kind for found in REAL.find(said, language)}]
        alarmed = [said for said in words.negatives if REAL.find(said, language)]
        assert (missed, alarmed) == ([], [])


@pytest.mark.parametrize("text", ["dua te di si behet pasaporta", "i want to know how to get a visa", "ku jeni ju"])
def test_words_that_danger_shares_with_any_question_are_no_danger(text: str) -> None:
    assert REAL.find(text, None) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("s'po muj me durue ma kete jete, du me vdek krejt", "suicide"),
        ("they are holding my passport and never let me go out of the house", "trafficking"),
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
    assert perf_counter() - started < 0.5
