from pathlib import Path

import pytest

from bot.language.grams import GramModel, grams_of
from bot.language.training import LanguageDataError, Sentence, read, train
from tests.builders import a_topic, some_packs, topic_words
from tests.language.sentences import HEADER, SAID, sentence_files

NOTHING = some_packs(topics=[])


def test_the_same_sentences_make_the_same_table(tmp_path: Path) -> None:
    sentences = read(sentence_files(tmp_path))
    assert len(sentences) == sum(map(len, SAID.values()))
    made = train(sentences, NOTHING)
    assert made.to_bytes() == train(read(tmp_path), NOTHING).to_bytes()
    assert made.words["kinds"] == ["en", "sq", "sr", "sr-latin"]


def test_the_table_tells_what_it_was_trained_on(tmp_path: Path) -> None:
    model = GramModel(train(read(sentence_files(tmp_path)), NOTHING))
    leads = model.leads(grams_of(["qysh", "me", "shku"]))
    assert max(leads, key=leads.__getitem__) == "sq"


def test_what_is_held_out_is_not_trained_on(tmp_path: Path) -> None:
    sentences = read(sentence_files(tmp_path))
    held_out = [sentence for sentence in sentences if sentence.held_out]
    assert 0 < len(held_out) < len(sentences) / 2
    rest = [sentence for sentence in sentences if not sentence.held_out]
    assert train(sentences, NOTHING).to_bytes() == train(rest, NOTHING).to_bytes()


def test_what_the_packs_expect_people_to_ask_is_learnt_too_but_no_language_of_theirs_alone(tmp_path: Path) -> None:
    words = {"sq": topic_words("Kujdestaria"), "rom": topic_words("Amaro kher")}
    packs = some_packs(topics=[a_topic(words=words)])
    made = train(read(sentence_files(tmp_path)), packs)
    assert "rom" not in made.words["kinds"]
    assert GramModel(made).leads(grams_of(["kujdestaria"]))["sq"] > 0


@pytest.mark.parametrize(
    ("variety", "text", "language", "kind"),
    [
        ("sq_gheg", "qysh je", "sq", "sq"),
        ("hr", "Želim raditi", "sr", "sr-latin"),
        ("sr", "Где је", "sr", "sr"),  # noqa: RUF001 -- Cyrillic letters are the point
        ("el", "Πού", "el", "el"),
    ],
)
def test_a_sentence_knows_what_it_is(variety: str, text: str, language: str, kind: str) -> None:
    sentence = Sentence(text, variety)
    assert (sentence.language, sentence.kind) == (language, kind)


def test_a_sentence_that_may_not_be_passed_on_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageDataError, match="may not be passed on: all rights reserved"):
        read(sentence_files(tmp_path, "all rights reserved"))


def test_a_line_without_its_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "langid_sq.tsv").write_text(HEADER + "Ku?\n", "utf-8")
    with pytest.raises(LanguageDataError, match="not text, source and licence: Ku"):
        read(tmp_path)


def test_a_folder_without_sentences_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageDataError, match="has no file such as langid_sq"):
        read(tmp_path)
