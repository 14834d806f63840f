from bot.learning.documents import documents
from tests.builders import a_topic, some_packs, topic_words


def _near(question: str, topic: str) -> dict[str, str]:
    return {"question": question, "topic": topic}


def test_a_near_miss_is_an_example_of_the_topic_it_belongs_to() -> None:
    words = topic_words("Asylum", near_misses=[_near("can i work there", "work-germany")])
    packs = some_packs(topics=[a_topic(words={"en": words}), a_topic("work-germany")])
    asylum, work = documents(packs, "en")
    assert "can i work there" not in asylum.questions
    assert "can i work there" in work.questions


def test_a_near_miss_of_a_topic_that_no_pack_has_stands_for_itself() -> None:
    words = topic_words("Asylum", near_misses=[_near("study abroad", "study-abroad")])
    asylum, study = documents(some_packs(topics=[a_topic(words={"en": words})]), "en")
    assert "study abroad" not in asylum.questions
    assert (study.slug, study.questions) == ("study-abroad", ("study abroad",))


def test_a_topic_without_words_in_a_language_is_found_by_its_english_ones() -> None:
    (document,) = documents(some_packs(topics=[a_topic(words={"en": topic_words("Asylum")})]), "sq")
    assert (document.language, document.title) == ("en", "Asylum")


def test_the_warning_belongs_to_the_body() -> None:
    (document,) = documents(some_packs(topics=[a_topic(words={"en": topic_words(warning="Never pay.")})]), "en")
    assert document.body.endswith("Never pay.")
