"""How well the search does on questions that no pack has."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from bot.conversation.knowledge import Knowledge
from bot.workshop.told_questions import Kind, Told


@dataclass(frozen=True)
class Measured:
    """Shares, of one language.

    Of the questions: the right topic first, among three; answered wrongly. Of what lies outside: answered. Of the
    dangers: seen. Of harmless texts that sound like danger, of what lies outside, and of questions: taken for danger.
    A question of a topic that tells of danger may well be danger itself; those topics do not count there.
    """

    first: float
    three: float
    wrong: float
    outside: float
    danger: float
    alarm: float
    alarm_outside: float
    alarm_in_questions: float


Change = Callable[[str], str]


def measured(knowledge: Knowledge, asked: Sequence[Told], language: str, change: Change = str) -> Measured:
    """Over the texts of this language, each `change`d first: without its marks, say."""
    texts: dict[str, list[tuple[str, str]]] = {kind: [] for kind in get_args(Kind)}
    for each in asked:
        if each.language == language:
            texts[each.kind].append((each.topic, change(each.text)))

    def found(text: str) -> tuple[str, list[str]]:
        found = knowledge.finder.find(text, language)
        return found.decision, [match.slug for match in found.matches]

    def alarm(text: str) -> bool:
        return any(sign.pressing for sign in knowledge.signals.find(text, language))

    questions = [(topic, *found(text)) for topic, text in texts["question"]]
    return Measured(
        first=_share(slugs[:1] == [topic] for topic, _, slugs in questions),
        three=_share(topic in slugs[:3] for topic, _, slugs in questions),
        wrong=_share(decision == "answer" and slugs[:1] != [topic] for topic, decision, slugs in questions),
        outside=_share(found(text)[0] == "answer" for _, text in texts["outside"]),
        danger=_share(alarm(text) for _, text in texts["danger"]),
        alarm=_share(alarm(text) for _, text in texts["harmless"]),
        alarm_outside=_share(alarm(text) for _, text in texts["outside"]),
        alarm_in_questions=_share(
            alarm(text) for topic, text in texts["question"] if topic not in knowledge.packs.about_danger
        ),
    )


def _share(those: Iterable[bool]) -> float:
    listed = list(those)
    return sum(listed) / len(listed) if listed else 0.0
