"""What a message asks of the directory."""

import pytest

from bot.directory.asked import Asked, Asking
from bot.directory.wish import ANYTHING, Wish
from tests.builders import the_real_packs

ASKING = Asking(the_real_packs())


@pytest.mark.parametrize(
    ("language", "text", "wish", "place"),
    [
        ("sq", "avokat falas ne shkoder", Wish("lawyer", ("free",)), "shkoder"),
        ("sq", "Avokat falas Shkodër", Wish("lawyer", ("free",)), "shkoder"),
        ("sq", "ku ka mjek ne kukes", Wish("doctor"), "kukes"),
        ("sq", "qysh me gjet avokat n'prizren", Wish("lawyer"), "prizren"),
        ("sq", "kurs ne Prizren qe flet anglisht", Wish("course", speaks="en"), "prizren"),
        ("sq", "strehe per sonte ne durres", Wish("bed"), "durres"),
        ("sq", "qendra per pune sociale ferizaj", Wish("money"), "ferizaj"),
        ("sq", "psikolog per femije ne gjakove", Wish("talk", ("children",)), "gjakove"),
        ("sq", "zyra e punes tirane hapur tani", Wish("job", ("open_now",)), "tirane"),
        ("en", "a lawyer for free in Shkoder", Wish("lawyer", ("free",)), "shkoder"),
        ("en", "a bed tonight in Tirana", Wish("bed"), "tirane"),
        ("en", "doctor who speaks English in Pristina", Wish("doctor", speaks="en"), "prishtine"),
        ("en", "where is the employment office in Peja", Wish("job"), "peje"),
        ("en", "somebody to talk to in Gjilan", Wish("talk"), "gjilan"),
        ("en", "avokat ne vlore", Wish("lawyer"), "vlore"),
        ("sq", "s'kam ku te fle sonte, jam ne durres", Wish("bed"), "durres"),
        ("sq", "qkmf prizren", Wish("doctor"), "prizren"),
        ("sq", "gjendja civile lushnje", Wish("papers"), "lushnje"),
        ("sq", "shkolle per femije rome ne fushe kosove", Wish("school", ("roma_egyptian",)), "fushe-kosove"),
        ("en", "womens shelter in Vlora", Wish("safety"), "vlore"),
        ("en", "where can my kids go to school in Kukes", Wish("school"), "kukes"),
    ],
)
def test_a_need_and_a_place_in_people_s_words(language: str, text: str, wish: Wish, place: str) -> None:
    found = ASKING.asked(text, language)
    assert (found.wish, found.places, found.is_for_directory) == (wish, (place,), True)


@pytest.mark.parametrize(
    ("text", "language"), [("dua nje avokat afer meje", "sq"), ("where is a lawyer near me", "en")]
)
def test_near_me_is_a_place_too(text: str, language: str) -> None:
    found = ASKING.asked(text, language)
    assert (found.wish, found.here, found.is_for_directory) == (Wish("lawyer"), True, True)


@pytest.mark.parametrize("text", ["Kukes", "kukësi", "në Kukës", "jam ne Kukes", "KUKËS!", "unë jam në Kukës"])
def test_a_place_by_itself_is_a_place_and_no_wish(text: str) -> None:
    found = ASKING.asked(text, "sq")
    assert (found.places, found.wish, found.names_only) == (("kukes",), ANYTHING, True)


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("Gjermani", "sq", "DE"),
        ("jam ne gjermani", "sq", "DE"),
        ("Angli", "sq", "GB"),
        ("Greece", "en", "GR"),
        ("I am in Switzerland", "en", "CH"),
    ],
)
def test_a_country_by_itself_is_a_country(text: str, language: str, country: str) -> None:
    found = ASKING.asked(text, language)
    assert (found.country, found.names_only) == (country, True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a mundem me regjistru djalin n'shkoll ne tirane pa letra nga gjermania", "sq"),
        ("si te shkoj ne gjermani me pune", "sq"),
        ("my son was beaten by a teacher at a school in Tirana", "en"),
        ("can I travel from Tirana to Rome without a passport", "en"),
        ("pershendetje", "sq"),
        ("dua te jetoj ne gjermani", "sq"),
        ("konsullata e shqiperise ne bolonje", "sq"),
        ("zyra gjermane tirane", "sq"),
        ("nurse from Prishtina wants to work in Austria, which steps", "en"),
        ("i am ashkali from fushe kosove, is there some help for us", "en"),
        ("", "sq"),
    ],
)
def test_a_question_is_left_to_the_topics(text: str, language: str) -> None:
    assert not ASKING.asked(text, language).is_for_directory


@pytest.mark.parametrize("typed", ["prizern", "prizeren", "prizrn", "ne prizern"])
def test_one_slip_in_a_place_that_we_asked_for_is_forgiven(typed: str) -> None:
    assert ASKING.nearly(typed, "sq").places == ("prizren",)


@pytest.mark.parametrize(
    ("text", "wish", "place"),
    [
        ("avokat falas ne shkodr", Wish("lawyer", ("free",)), "shkoder"),
        ("avokatt falas shkoder", Wish("lawyer", ("free",)), "shkoder"),
        ("mjekk ne tirna", Wish("doctor"), "tirane"),
    ],
)
def test_slips_are_forgiven_where_a_few_words_are_a_need_somewhere(text: str, wish: Wish, place: str) -> None:
    found = ASKING.asked(text, "sq")
    assert (found.wish, found.places) == (wish, (place,))


@pytest.mark.parametrize(("text", "language"), [("aktivitete ne kukes", "sq"), ("what is on in Kukes", "en")])
def test_what_is_on_is_asked_for_in_words_too(text: str, language: str) -> None:
    found = ASKING.asked(text, language)
    assert (found.events, found.places, found.spare, found.names_only) == (True, ("kukes",), 0, False)


def test_what_is_like_no_place_is_none() -> None:
    assert ASKING.nearly("hajde neser", "sq") == Asked(spare=1)
    assert ASKING.nearly("abc", "sq").places == ()


def test_the_words_of_another_language_of_ours_are_understood_as_well() -> None:
    assert ASKING.asked("lawyer in kukes", "sq").wish == Wish("lawyer")
