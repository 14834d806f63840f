"""How well and how fast topics are found: Udha beside plain baselines, on the same questions, in the same run.

`python -m benchmarks.search` prints the tables for benchmarks/README.md. Every baseline gets the same folded texts: all
that the packs say and ask about a topic, pooled (for fuzzy matching each question by itself, which is its way).
"""

import gc
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

import bm25s  # type: ignore[import-untyped]  # it has no types
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]  # it has no types

from bot.conversation.knowledge import Knowledge
from bot.language.folding import folded
from bot.learning.document import Document
from bot.learning.documents import documents
from bot.learning.everything import learnt
from bot.learning.signals import resemblances
from bot.learning.topics import index, indexes
from bot.packs.assets import Packs
from bot.packs.loader import load
from bot.search.index import Index
from bot.workshop.slips import slipped
from bot.workshop.told_questions import Told, told

Ranking = Callable[[str], Sequence[str]]
"""Slugs of at least three topics for a folded text, best first."""

THREE = 3
STEP = 5
"""Every fifth message is timed: some five hundred."""

MANY = 10_000
PART_OF_MANY = 12
"""Questions of each of the ten thousand made-up topics."""


def pooled(document: Document) -> str:
    return folded(" ".join((document.title, document.summary, document.body, *document.questions)))


def of_udha(language: str, known: Sequence[Document]) -> Ranking:
    held = Index(language, index(known))
    return lambda text: [one.slug for one in held.nearest(text, THREE, len(known))]


def of_fts5(_language: str, known: Sequence[Document]) -> Ranking:
    """Words, any of them, by SQLite's own BM25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE topics USING fts5(slug UNINDEXED, said)")
    database.executemany("INSERT INTO topics VALUES (?, ?)", ((each.slug, pooled(each)) for each in known))

    def ranked(text: str) -> list[str]:
        asked = " OR ".join(f'"{word}"' for word in text.split()) or '""'
        rows = database.execute("SELECT slug FROM topics WHERE topics MATCH ? ORDER BY rank LIMIT 3", (asked,))
        return [slug for (slug,) in rows]

    return ranked


def of_bm25(_language: str, known: Sequence[Document]) -> Ranking:
    held = bm25s.BM25()
    held.index([pooled(each).split() for each in known], show_progress=False)
    slugs = [each.slug for each in known]

    def ranked(text: str) -> list[str]:
        found, _ = held.retrieve([text.split() or [""]], k=THREE, show_progress=False)
        return [slugs[number] for number in found[0]]

    return ranked


def of_grams(_language: str, known: Sequence[Document]) -> Ranking:
    """Three to five letters inside words: what measured best of the plain methods (language notes §3)."""
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    held = vectors.fit_transform([pooled(each) for each in known]).T.tocsr()
    slugs = [each.slug for each in known]

    def ranked(text: str) -> list[str]:
        found = (vectors.transform([text]) @ held).toarray()[0]
        return [slugs[number] for number in found.argsort()[::-1][:THREE]]

    return ranked


def of_fuzzy(_language: str, known: Sequence[Document]) -> Ranking:
    """The questions that are most alike, word by word (rapidfuzz, token_set_ratio)."""
    asked = [(folded(question), each.slug) for each in known for question in each.questions]
    texts = [text for text, _ in asked]

    def ranked(text: str) -> list[str]:
        found = process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=50)
        return list(dict.fromkeys(asked[number][1] for *_, number in found))[:THREE]

    return ranked


METHODS: dict[str, Callable[[str, Sequence[Document]], Ranking]] = {
    "SQLite FTS5, words": of_fts5,
    "BM25, words (bm25s)": of_bm25,
    "fuzzy, best question (rapidfuzz)": of_fuzzy,
    "TF-IDF, 3 to 5 letters (scikit-learn)": of_grams,
    "**Udha**": of_udha,
}


def quality(packs: Packs, asked: Sequence[Told]) -> None:
    print("| method | language | first | among three | first, one slip | ms a question | s to build |")
    print("|---|---|---|---|---|---|---|")
    for name, method in METHODS.items():
        for language in packs.languages:
            questions = [each for each in asked if (each.kind, each.language) == ("question", language)]
            known = documents(packs, language)
            started = time.perf_counter()
            ranked = method(language, known)
            built = time.perf_counter() - started
            started = time.perf_counter()
            found = [(each.topic, ranked(folded(each.text))) for each in questions]
            took = (time.perf_counter() - started) / len(questions) * 1000
            typed = [(each.topic, ranked(folded(slipped(each.text)))) for each in questions]
            first, three = (
                share(topic in near[:1] for topic, near in found),
                share(topic in near for topic, near in found),
            )
            slip = share(topic in near[:1] for topic, near in typed)
            print(f"| {name} | {language} | {first} | {three} | {slip} | {took:.2f} | {built:.2f} |")


def share(those: Iterable[bool]) -> str:
    listed = list(those)
    return f"{sum(listed) / len(listed):.1%}"


def speed(packs: Packs, asked: Sequence[Told]) -> None:
    """A whole message: language, danger, topics; today's packs, and ten thousand topics made of their questions."""
    print("\n| packs | s to build the index | ms a message | 99 of 100 below |\n|---|---|---|---|")
    for name, those in (("today's", packs), (f"{MANY:,} topics", with_many_topics(packs))):
        gc.disable()  # as the bot starts
        started = time.perf_counter()
        indexes(those)
        built = time.perf_counter() - started
        gc.enable()
        knowledge = Knowledge.of(those, learnt(those), desk=False)
        # As the bot does once it has started, so that the garbage collector does not go through the packs.
        gc.collect()
        gc.freeze()
        took = sorted(milliseconds(knowledge, each) for each in asked[::STEP])
        print(f"| {name} | {built:.2f} | {sum(took) / len(took):.2f} | {quantiles(took, n=100)[98]:.2f} |")


def milliseconds(knowledge: Knowledge, each: Told) -> float:
    started = time.perf_counter()
    knowledge.identifier.identify(each.text)
    knowledge.signals.find(each.text, each.language)
    knowledge.finder.find(each.text, each.language)
    return (time.perf_counter() - started) * 1000


def with_many_topics(packs: Packs) -> Packs:
    """Every made-up topic takes its questions from all real ones, each time others."""
    real = list(packs.topics.values())
    topics = {}
    for number in range(MANY):
        like = real[number % len(real)]
        words = {
            language: said.model_copy(update={"questions": _some(packs, language, number), "near_misses": ()})
            for language, said in like.words.items()
        }
        topics[f"topic-{number}"] = replace(like, slug=f"topic-{number}", words=words, versions={})
    return replace(packs, topics=topics, outside={})


def _some(packs: Packs, language: str, number: int) -> tuple[str, ...]:
    real = [topic.words[language].questions for topic in packs.topics.values()]
    return tuple(real[(number * 7 + step * 13) % len(real)][(number + step) % 100] for step in range(PART_OF_MANY))


def main() -> None:
    packs, asked = load(Path("content")), told(Path("tests/questions"))
    quality(packs, asked)
    speed(packs, asked)
    started = time.perf_counter()
    resemblances(packs)
    print(f"\nSigns of danger are learnt in {time.perf_counter() - started:.2f} s.")


if __name__ == "__main__":
    main()
