import pytest

from bot.learning.document import Document
from bot.learning.topics import index
from bot.search.index import Index, Likeness

ASYLUM = Document(
    "asylum", "en", ("can i get asylum", "asylum in germany"), "Asylum", "Few get it.", "Wait for a letter."
)
WORK = Document("work", "en", ("find a job", "work in germany"), "Work", "You need a visa.", "Sign a contract.")
INDEX = Index("en", index([ASYLUM, WORK]))


def nearest(text: str) -> dict[str, Likeness]:
    return {one.slug: one for one in INDEX.nearest(text, most=2, among=2)}


def test_the_nearest_comes_first_and_only_so_many() -> None:
    assert [one.slug for one in INDEX.nearest("find work", most=2, among=2)] == ["work", "asylum"]
    assert [one.slug for one in INDEX.nearest("find work", most=1, among=2)] == ["work"]


def test_a_subject_that_is_not_among_them_is_a_rival_and_nothing_else() -> None:
    (asylum,) = INDEX.nearest("find work", most=2, among=1)
    assert asylum.slug == "asylum"
    assert asylum.margin < 0


def test_the_margin_is_the_lead_over_the_best_of_the_others() -> None:
    near = nearest("asylum and work in germany")
    asylum, work = near["asylum"], near["work"]
    assert asylum.margin == pytest.approx(asylum.cosine - work.cosine)
    assert work.margin == pytest.approx(-asylum.margin)


def test_a_question_of_a_topic_is_most_like_that_topic() -> None:
    near = nearest("Can I get asylum?")
    assert 0.5 < near["asylum"].cosine <= 1
    assert near["asylum"].cosine > 5 * near["work"].cosine


def test_one_slip_of_the_finger_changes_little() -> None:
    near = nearest("can i get asilum")
    assert near["asylum"].cosine > 0.3 > near["work"].cosine


def test_words_of_the_body_count_a_little() -> None:
    near = nearest("contract")
    assert 0 < near["work"].cosine < 0.2
    assert near["asylum"].cosine == 0


def test_strange_words_make_a_text_less_like_anything() -> None:
    assert nearest("asylum bicycles")["asylum"].cosine < nearest("asylum")["asylum"].cosine


@pytest.mark.parametrize("text", ["", "?", "жж"])
def test_a_text_without_a_known_word_is_like_nothing(text: str) -> None:
    assert [one.cosine for one in INDEX.nearest(text, most=2, among=2)] == [0, 0]


def test_an_index_of_nothing_finds_nothing() -> None:
    assert Index("en", index([])).nearest("asylum", most=3, among=3) == ()


def test_reasons_are_the_words_that_count_with_their_shares() -> None:
    reasons = {reason.words: reason.share for reason in INDEX.reasons("can i get asylum tomorrow", "asylum")}
    assert max(reasons, key=reasons.__getitem__) == "asylum"
    assert "tomorrow" not in reasons
    assert "get asylum" in reasons
    assert sum(reasons.values()) == pytest.approx(1)


def test_what_is_not_like_it_at_all_has_no_reasons() -> None:
    assert INDEX.reasons("жж", "asylum") == ()


def test_words_are_known_in_every_form() -> None:
    assert INDEX.knows("contracts")
    assert not INDEX.knows("bicycle")
