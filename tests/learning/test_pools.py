"""What documents say, counted; and what search makes of the counts."""

import math

import numpy as np
import pytest

from bot.language.rows import checksum
from bot.learning.corpus import Corpus
from bot.learning.document import BODY, QUESTION, TITLE, Document
from bot.learning.pools import Pools
from bot.search.features import pairs, stem_feature
from bot.search.postings import Postings
from bot.search.space import Space

ASYLUM = Document("asylum", "en", ("can i get asylum", "asylum in germany"), "Asylum", "", "Wait for a letter.")
WORK = Document("work", "en", ("find a job",), "Work")


def pools(documents: list[Document]) -> Pools:
    return Corpus(documents).pools()


def _count(feature: int, number: int) -> float:
    pooled = pools([ASYLUM, WORK])
    row = int(np.searchsorted(pooled.sums, feature))
    entry = (pooled.rows == row) & (pooled.numbers == number)
    return float(pooled.counts[entry].sum()) if pooled.sums[row] == feature else 0.0


def _stem(word: str) -> int:
    return checksum(stem_feature(word, "en"))


def test_a_stem_counts_twice_in_each_passage_and_once_in_the_body() -> None:
    assert _count(_stem("asylum"), 0) == pytest.approx(2 * (TITLE + 2 * QUESTION))
    assert _count(_stem("letter"), 0) == pytest.approx(BODY)
    assert _count(_stem("asylum"), 1) == 0


def test_n_grams_count_once_for_each_word_and_never_of_the_body() -> None:
    assert _count(checksum("asy"), 0) == pytest.approx(TITLE + 2 * QUESTION)
    assert _count(checksum("ett"), 0) == 0


def test_pairs_are_counted_as_search_asks_for_them() -> None:
    stems = [_stem(word) for word in ("can", "i", "get", "asylum")]
    assert [_count(pair, 0) for pair in pairs(stems)] == [1] * 5


def test_no_pair_reaches_from_one_question_into_the_next() -> None:
    across = next(iter(pairs([_stem("asylum"), _stem("asylum")])))
    assert _count(across, 0) == 0


def test_the_rarer_a_feature_the_more_it_says() -> None:
    pooled = pools([ASYLUM, WORK, Document("other", "en", ("a job", "the job", "job"))])
    rarity = dict(zip(pooled.sums.tolist(), pooled.rarities(), strict=True))
    assert pooled.unknown() > rarity[_stem("germany")] > rarity[_stem("job")] > 0


def test_every_document_is_of_length_one() -> None:
    pooled = pools([ASYLUM, WORK])
    lengths = np.bincount(pooled.numbers, pooled.units(pooled.rarities()) ** 2)
    assert lengths.tolist() == pytest.approx([1, 1])


def test_a_passage_by_itself_is_the_same_vector_as_when_it_is_asked() -> None:
    corpus = Corpus([ASYLUM, WORK])
    pooled = corpus.pools()
    counted = pooled.vectors(corpus.each())
    its = counted.texts == corpus.passages.index("can i get asylum")
    asked = Space("en", pooled.space()).asked(["can", "i", "get", "asylum"])
    assert dict(zip(counted.rows[its].tolist(), counted.shares[its].tolist(), strict=True)) == pytest.approx(
        asked, rel=1e-5
    )


def test_postings_give_the_scalar_products() -> None:
    pooled = pools([ASYLUM, WORK])
    asked = Space("en", pooled.space()).asked(["find", "asylum"])
    weights = pooled.pooled()
    expected = [
        math.fsum(
            asked.get(int(row), 0.0) * weight
            for row, number, weight in zip(pooled.rows, pooled.numbers, weights, strict=True)
            if number == document
        )
        for document in (0, 1)
    ]
    assert Postings(pooled.postings()).products(asked) == pytest.approx(expected, rel=1e-5)


def test_a_richer_document_gains_a_little_by_being_so() -> None:
    more = Document("asylum", "en", tuple(f"can i get asylum {number}" for number in range(50)))
    pooled = pools([more, WORK])
    long, short = np.sqrt(np.bincount(pooled.numbers, pooled.pooled() ** 2))
    assert short < 1 < long < 1.5


@pytest.mark.parametrize("documents", [[], [Document("empty", "en", ())], [Document("marks", "en", ("?", ""))]])
def test_nothing_said_is_nothing_known(documents: list[Document]) -> None:
    pooled = pools(documents)
    assert Postings(pooled.postings()).products(Space("en", pooled.space()).asked(["a"])) == [0.0] * len(documents)
