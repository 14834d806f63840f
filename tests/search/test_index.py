import pytest

from bot.search.document import Document
from bot.search.index import Index, index

ASYLUM = Document(
    "asylum", "en", ("can i get asylum", "asylum in germany"), "Asylum", "Few get it.", "Wait for a letter."
)
WORK = Document("work", "en", ("find a job", "work in germany"), "Work", "You need a visa.", "Sign a contract.")
INDEX = Index("en", index("en", [ASYLUM, WORK]))


def test_every_topic_comes_back_in_its_place() -> None:
    assert [one.slug for one in INDEX.likenesses("anything")] == ["asylum", "work"]


def test_a_question_of_a_topic_is_most_like_that_topic() -> None:
    asylum, work = INDEX.likenesses("Can I get asylum?")
    assert 0.5 < asylum.cosine <= 1
    assert asylum.cosine > 5 * work.cosine


def test_one_slip_of_the_finger_changes_little() -> None:
    asylum, work = INDEX.likenesses("can i get asilum")
    assert asylum.cosine > 0.3 > work.cosine


def test_words_of_the_body_count_a_little() -> None:
    asylum, work = INDEX.likenesses("contract")
    assert 0 < work.cosine < 0.2
    assert asylum.cosine == 0


def test_strange_words_make_a_text_less_like_anything() -> None:
    (plain, _), (strange, _) = INDEX.likenesses("asylum"), INDEX.likenesses("asylum bicycles")
    assert strange.cosine < plain.cosine


@pytest.mark.parametrize("text", ["", "?", "жж"])
def test_a_text_without_a_known_word_is_like_nothing(text: str) -> None:
    assert [one.cosine for one in INDEX.likenesses(text)] == [0, 0]


def test_an_index_of_nothing_finds_nothing() -> None:
    assert Index("en", index("en", [])).likenesses("asylum") == ()
