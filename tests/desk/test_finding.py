"""A counsellor finds what there is to send by a word or two."""

import pytest

from bot.conversation.knowledge import Knowledge
from bot.desk.finding import MOST, every_guide, findings
from bot.desk.views import Findings
from bot.search.answer import Found, Match
from tests.builders import (
    a_guide,
    a_place,
    a_reply,
    a_service,
    guide_words,
    knowledge_of,
    service_words,
    some_packs,
    the_real_packs,
)
from tests.builders import with_guides as guiding
from tests.builders import with_replies as replying
from tests.fakes import Canned

NAMES = {"al_shelter": "Strehëza e Kukësit", "al_school": "Shkolla \u201cDituria\u201d", "al_line": "Linja e fëmijëve"}
TOWN = {
    a_service(one, place=None if one == "al_line" else "kukes", reach="national" if one == "al_line" else "local"): {
        language: service_words(name) for language in ("sq", "en")
    }
    for one, name in NAMES.items()
}


def the_knowledge(found: dict[str, Found] | None = None) -> Knowledge:
    packs = some_packs(services=TOWN, places=[a_place()])
    return Canned(found or {}).knowledge(replying(packs, a_reply("greeting"), a_reply("shelter", "referral")))


@pytest.mark.parametrize(
    ("words", "services"),
    [
        ("strehëza", ("al_shelter",)),
        ("STREHEZA", ("al_shelter",)),
        ("streh", ("al_shelter",)),
        ("dituria", ("al_school",)),
        ("kukes", ("al_shelter", "al_school")),
        ("shkolla kuk", ("al_school",)),
        ("linja kukes", ()),
        ("ehëza", ()),
        ("vlore", ()),
    ],
)
def test_a_service_is_found_by_the_beginning_of_each_word_of_its_name_and_place(
    words: str, services: tuple[str, ...]
) -> None:
    assert findings(words, "sq", the_knowledge()).services == services


def test_a_topic_is_found_by_its_title_after_those_that_answer_the_words() -> None:
    likely = the_knowledge({"asyl": Found("choose", (Match("likely", 0.5), Match("asylum-facts", 0.01)))})
    assert findings("asyl", "sq", likely).topics == ("likely", "asylum-facts")
    assert findings("facts asyl", "sq", the_knowledge()).topics == ("asylum-facts",)
    assert findings("sylum", "sq", the_knowledge()).topics == ()


def test_topics_come_best_first_and_not_those_that_are_far_from_it() -> None:
    scores = (("a", 0.6), ("b", 0.3), ("c", 0.06), ("d", 0.05), ("e", 0.05), ("f", 0.049))
    found = Found("choose", tuple(Match(slug, score) for slug, score in scores))
    assert findings("azil", "sq", the_knowledge({"azil": found})).topics == ("a", "b", "c", "d")


@pytest.mark.parametrize("words", ["", "  ", "?!", "\n", "\u200b", "//"])
def test_without_a_word_all_vetted_replies_are_offered_and_nothing_at_random(words: str) -> None:
    assert findings(words, "sq", the_knowledge()) == Findings(("greeting", "shelter"), (), ())


@pytest.mark.parametrize("words", ["k", "zyra", "shkoder", "pasaporta", "ndihm\u00eb", "a"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_of_our_own_packs_each_kind_fits_on_a_screen_and_all_of_it_exists(words: str, language: str) -> None:
    packs = the_real_packs()
    found = findings(words, language, OURS)
    assert max(len(found.replies), len(found.topics), len(found.services), len(found.guides)) <= MOST
    assert set(found.replies) <= set(packs.replies)
    assert set(found.guides) <= set(packs.guides)
    assert set(found.topics) <= set(packs.topics)
    assert set(found.services) <= set(packs.services)


def test_our_own_packs_answer_what_counsellors_look_for() -> None:
    assert findings("pasaporta", "sq", OURS).replies
    assert findings("azil", "sq", OURS).topics[0] == "asylum-facts"
    assert "visa-free-travel" in findings("viza", "sq", OURS).topics
    assert findings("shkoder", "sq", OURS).services


TITLES = {
    "offer": ("Kontrolloni një ofertë pune", "Check a job offer"),
    "days": ("Ditët tuaja pa vizë", "Your days without a visa"),
    "papers": ("Letrat për rrugë", "Papers for the road"),
}


def knowing_guides(found: dict[str, Found] | None = None, **topics: tuple[str, ...]) -> Knowledge:
    """Three guides, each under the given topics or none."""
    guides = (
        a_guide(
            name,
            {language: guide_words(title) for language, title in zip(("sq", "en"), titles, strict=True)},
            topics=topics.get(name, ()),
        )
        for name, titles in TITLES.items()
    )
    return Canned(found or {}).knowledge(guiding(some_packs(), *guides))


@pytest.mark.parametrize(
    ("words", "language", "guides"),
    [
        ("oferte", "sq", ("offer",)),
        ("OFERTË pu", "sq", ("offer",)),
        ("vize", "sq", ("days",)),
        ("visa", "en", ("days",)),
        ("your", "en", ("days",)),
        ("for road", "en", ("papers",)),
        ("rruge pune", "sq", ()),
        ("ferte", "sq", ()),
        ("visa", "sq", ()),
    ],
)
def test_a_guide_is_found_by_the_beginning_of_each_word_of_its_title(
    words: str, language: str, guides: tuple[str, ...]
) -> None:
    assert findings(words, language, knowing_guides()).guides == guides


def test_after_those_with_such_a_title_come_the_guides_under_the_topic_that_fits_best_and_no_guide_twice() -> None:
    found = {"offer": Found("choose", (Match("asylum-facts", 0.6), Match("second", 0.3)))}
    under = {"days": ("asylum-facts",), "offer": ("asylum-facts",), "papers": ("second",)}
    assert findings("offer", "en", knowing_guides(found, **under)).guides == ("offer", "days")


def test_a_search_that_finds_something_does_not_offer_all_guides_besides() -> None:
    assert not findings("visa", "en", knowing_guides()).more


@pytest.mark.parametrize("words", ["", "  ", "?!"])
def test_without_a_word_the_guides_are_not_listed_but_a_way_leads_to_them(words: str) -> None:
    found = findings(words, "sq", knowing_guides())
    assert (found.guides, found.more) == ((), True)
    assert not findings(words, "sq", the_knowledge()).more


def test_every_guide_is_listed_in_the_order_of_the_packs_and_nothing_else() -> None:
    assert every_guide(knowing_guides()) == Findings((), (), (), tuple(TITLES))
    assert every_guide(the_knowledge()) == Findings((), (), ())


def test_of_many_guides_with_such_a_title_a_few_are_shown() -> None:
    many = [a_guide(f"guide-{number}") for number in range(MOST + 2)]
    knowledge = Canned().knowledge(guiding(some_packs(), *many))
    assert findings("guide", "en", knowledge).guides == tuple(guide.name for guide in many[:MOST])


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_guide_of_ours_is_found_by_its_whole_title(language: str) -> None:
    for guide in the_real_packs().guides.values():
        assert guide.name in findings(guide.said(language).words.title, language, OURS).guides


OURS = knowledge_of(the_real_packs())
