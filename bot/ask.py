"""`udha ask`: what the bot would do with a message, for an editor to read or for another tool to count."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Annotated, Final, Literal

import typer

from bot.conversation.knowledge import Knowledge
from bot.language.folding import folded
from bot.language.identify import Identified
from bot.search.answer import Decision, Found, Match
from bot.search.signals import Evidence, SignalFound

SHOWN: Final = 5
"""Topics that an editor is shown; the JSON has ten."""

REASONS: Final = 5
"""Words that are shown for a topic."""

SURENESS: Final = {True: "sure", False: "a guess; the bot keeps to the chat's"}


@dataclass(frozen=True)
class Explanation:
    """`language` is the one the bot would answer in, None where it keeps to the chat's; `ms` is how long it took."""

    text: str
    language: str | None
    identified: Identified
    decision: Decision | Literal["danger"]
    topics: tuple[Match, ...]
    signals: tuple[SignalFound, ...]
    ms: float

    def as_json(self) -> str:
        """One line, as the contract in docs/architecture.md fixes it."""
        return json.dumps(
            {
                "text": self.text,
                "language": self.language,
                "decision": self.decision,
                "topics": [{"id": match.slug, "score": round(match.score, 4)} for match in self.topics],
                "signals": [{"kind": signal.kind, "level": signal.level} for signal in self.signals],
                "ms": round(self.ms, 3),
            }
        )


class Explainer:
    """All that decides about a message, built once for any number of texts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._packs = knowledge.packs
        self._identifier = knowledge.identifier
        self._finder = knowledge.finder
        self._signals = knowledge.signals
        self._asking = knowledge.asking

    def explain(self, text: str, language: str | None) -> Explanation:
        """`language` is the chat's, where it is known."""
        started = perf_counter()
        identified = self._identifier.identify(text)
        spoken = language or identified.language
        found = self._finder.find(text, spoken)
        signals = self._signals.find(text, spoken)
        ms = (perf_counter() - started) * 1000
        return Explanation(
            text, spoken or _guessed(found), identified, _outcome(found, signals), found.matches, signals, ms
        )

    def told(self, explanation: Explanation) -> Iterator[str]:
        """In sentences, line by line."""
        yield f"Text      {explanation.text}"
        yield f"Compared  {folded(explanation.text) or '(no words in it)'}"
        yield f"Language  {_language_told(explanation)}"
        yield f"Danger    {_signals_told(explanation.signals)}"
        for evidence in self._signals.evidence(folded(explanation.text), explanation.language):
            yield f"          {_evidence_told(evidence)}"
        if looked_for := self._looked_for(explanation):
            yield f"Directory {looked_for}"
        yield f"Decision  {explanation.decision}: {self._decision_told(explanation)}"
        for match in explanation.topics[:SHOWN]:
            yield f"  {match.score:4.0%}  {match.slug}: {self._title(match.slug, explanation)}"
            yield f"        for {self._reasons(match.slug, explanation)}"

    def _looked_for(self, explanation: Explanation) -> str:
        """What the bot would look up in the directory of services instead of answering with a topic."""
        language = explanation.language or self._packs.languages[0]
        asked = self._asking.asked(explanation.text, language)
        if not (asked.is_for_directory and (asked.places or asked.here or asked.staying)):
            return ""
        where = ", ".join(asked.places) or asked.country or "near the client"
        like = " ".join((*asked.wish.traits, *((f"speaks {asked.wish.speaks}",) if asked.wish.speaks else ())))
        return f"services {where}: {asked.wish.need or 'any kind'}{f' ({like})' if like else ''}, unless it is danger"

    def _decision_told(self, explanation: Explanation) -> str:
        if explanation.decision == "danger":
            return "the emergency number comes first, with the offer of a person."
        if explanation.decision == "answer":
            return f"the bot shows '{self._title(explanation.topics[0].slug, explanation)}'."
        if explanation.decision == "choose":
            return "the bot asks which of the nearest topics is meant."
        return "the bot says that it is not sure, and offers the nearest topics and a person."

    def _reasons(self, slug: str, explanation: Explanation) -> str:
        """The words that speak for a topic, with their shares."""
        language = explanation.language or self._packs.languages[0]
        reasons = self._finder.reasons(explanation.text, slug, language)[:REASONS]
        return ", ".join(f"'{reason.words}' {reason.share:.0%}" for reason in reasons) or "no word in it"

    def _title(self, slug: str, explanation: Explanation) -> str:
        return self._packs.topics[slug].said(explanation.language or self._packs.languages[0]).words.title


def _guessed(found: Found) -> str | None:
    return None if found.decision == "unsure" else found.language


def _outcome(found: Found, signals: Iterable[SignalFound]) -> Decision | Literal["danger"]:
    pressing = any(signal.pressing for signal in signals)
    return "danger" if pressing else found.decision


def _language_told(explanation: Explanation) -> str:
    identified = explanation.identified
    if identified.foreign:
        return "probably none of ours"
    if identified.language is None:
        return "cannot be told from so little; the bot keeps to the chat's"
    return f"{identified.language} ({SURENESS[identified.sure]})"


def _signals_told(signals: tuple[SignalFound, ...]) -> str:
    return ", ".join(f"{signal.kind} ({signal.level})" for signal in signals) or "no sign of it"


def _evidence_told(evidence: Evidence) -> str:
    if evidence.phrase is None:
        return f"{evidence.kind}: in words like those that tell of it, {evidence.likely:.0%} likely"
    return f"{evidence.kind}: '{evidence.phrase}', {evidence.likely:.0%} alike"


def _texts(batch: str) -> list[str]:
    """One text per line feed, and nothing else ends a text; `-` is standard input."""
    raw = typer.get_binary_stream("stdin").read() if batch == "-" else _read(Path(batch))
    lines = raw.decode("utf-8", "replace").removesuffix("\n").split("\n") if raw else []
    return [line.removesuffix("\r") for line in lines]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise typer.BadParameter(f"'{path}' cannot be read: {fault.strerror}.") from fault


TextArgument = Annotated[str | None, typer.Argument(help="The message of a client.")]
BatchOption = Annotated[str | None, typer.Option(help="A file with one message per line; - is standard input.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object per message.")]
LangOption = Annotated[str | None, typer.Option(help="The language of the chat, such as sq or en.")]


def register(app: typer.Typer, know: Callable[[], Knowledge]) -> None:
    """Add the command `ask`. `know` is called only when it is used."""

    @app.command("ask")
    def ask(
        text: TextArgument = None,
        batch: BatchOption = None,
        as_json: JsonOption = False,  # noqa: FBT002 -- a flag is how typer says it
        lang: LangOption = None,
    ) -> None:
        """Explain what the bot would do with this message."""
        if (text is None) == (batch is None):
            raise typer.BadParameter("Give one message, or --batch with a file of messages.")
        texts = [text or ""] if batch is None else _texts(batch)
        knowledge = know()
        languages = knowledge.packs.languages
        if lang is not None and lang not in languages:
            raise typer.BadParameter(f"The packs have no language '{lang}'; they have {', '.join(languages)}.")
        _answer(Explainer(knowledge), texts, lang, as_json=as_json)


def _answer(explainer: Explainer, texts: Iterable[str], lang: str | None, *, as_json: bool) -> None:
    for text in texts:
        explanation = explainer.explain(text, lang)
        for line in [explanation.as_json()] if as_json else [*explainer.told(explanation), ""]:
            typer.echo(line)
