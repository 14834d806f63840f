"""A counsellor finds what there is to send by a word or two."""

import pytest

from bot.conversation.knowledge import Knowledge
from bot.desk.finding import MOST, findings
from bot.desk.views import Findings
from bot.search.answer import Found, Match
from tests.builders import a_place, a_reply, a_service, knowledge_of, service_words, some_packs, the_real_packs
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
    assert max(len(found.replies), len(found.topics), len(found.services)) <= MOST
    assert set(found.replies) <= set(packs.replies)
    assert set(found.topics) <= set(packs.topics)
    assert set(found.services) <= set(packs.services)


def test_our_own_packs_answer_what_counsellors_look_for() -> None:
    assert findings("pasaporta", "sq", OURS).replies
    assert findings("azil", "sq", OURS).topics[0] == "asylum-facts"
    assert "visa-free-travel" in findings("viza", "sq", OURS).topics
    assert findings("shkoder", "sq", OURS).services


OURS = knowledge_of(the_real_packs())
