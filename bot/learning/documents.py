"""What the packs say in one language, as documents for the index."""

from collections import defaultdict

from bot.learning.document import Document
from bot.packs.assets import Packs, Topic


def documents(packs: Packs, language: str) -> list[Document]:
    """Topics first, then the subjects outside that editors know of.

    A near miss is a question that sounds like one topic and belongs to another: it is an example of that other one.
    Where there is no such topic, the subject competes without ever being offered, so that its questions are not
    answered with the neighbour's words.
    """
    missed = _near_misses(packs, language)
    for subject, said in packs.outside.get(language, {}).items():
        missed.setdefault(subject, []).extend(said)
    topics = [_document(topic, language, missed.pop(slug, [])) for slug, topic in packs.topics.items()]
    return topics + [Document(slug, language, tuple(questions)) for slug, questions in missed.items()]


def _near_misses(packs: Packs, language: str) -> defaultdict[str, list[str]]:
    missed: defaultdict[str, list[str]] = defaultdict(list)
    for topic in packs.topics.values():
        for near in topic.said(language).words.near_misses:
            missed[near.topic].append(near.question)
    return missed


def _document(topic: Topic, language: str, more_questions: list[str]) -> Document:
    said = topic.said(language)
    words = said.words
    body = "\n".join((words.details, *words.steps, words.warning or ""))
    return Document(topic.slug, said.language, (*words.questions, *more_questions), words.title, words.summary, body)
