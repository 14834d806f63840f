"""Plays a dialogue through anything that can do what people do, and compares what they see with what was promised."""

from dataclasses import dataclass, field
from typing import Protocol

from bot.packs.assets import Packs
from tests.dialogues.story import DOES, BotSeen, DeskSeen, Dialogue, Seen, Step


@dataclass(frozen=True)
class Shown:
    """One message as a person sees it.

    `taps` is what its buttons say back, `thread` whether a thread was opened for it.
    """

    text: str
    buttons: tuple[str, ...] = ()
    taps: tuple[str | None, ...] = ()
    holds: str = "text"
    in_place: bool = False
    thread: bool = False
    news: bool = False

    def __str__(self) -> str:
        where = " (in place)" if self.in_place else ""
        return f"{self.holds}{where}: {self.text!r} {list(self.buttons)}"


@dataclass
class Outcome:
    """What came of one deed: in the client's chat, and at the desk.

    `toast` is what a counsellor who pressed a button reads at once, `stands` all that stands in the client's chat now.
    """

    client: list[Shown] = field(default_factory=list)
    desk: list[Shown] = field(default_factory=list)
    closed: bool = False
    toast: str = ""
    stands: tuple[str, ...] = ()


class Player(Protocol):
    async def do(self, step: Step) -> Outcome: ...


async def play(dialogue: Dialogue, player: Player, packs: Packs) -> None:
    """Every message must be expected: one too many fails as well as one that does not come."""
    outcome, pressed, last = Outcome(), False, 0
    for number, step in enumerate(dialogue.story.steps):
        where = dialogue.where(number)
        if step.kind in DOES:
            nothing_left(outcome, dialogue.where(last))
            outcome, pressed, last = await player.do(step), step.kind in {"press", "old_button"}, number
        elif step.bot is not None:
            reader = Reader(where, dialogue.language, packs)
            reader.client_sees(step.bot, outcome, pressed=pressed)
        elif step.desk is not None:
            Reader(where, dialogue.language, packs).desk_sees(step.desk, outcome)
    nothing_left(outcome, dialogue.where(last))


def nothing_left(outcome: Outcome, where: str) -> None:
    for who, left in (("the client", outcome.client), ("the desk", outcome.desk)):
        assert not left, f"{where}: {who} was also shown {left[0]}"


@dataclass(frozen=True)
class Reader:
    """Compares one expectation with one message."""

    where: str
    language: str
    packs: Packs

    def client_sees(self, expected: BotSeen, outcome: Outcome, *, pressed: bool) -> None:
        for words in expected.gone:
            left = [text for text in outcome.stands if words in text]
            assert not left, f"{self.where}: this should be gone from the chat: {left[0]!r}"
        if not expected.model_fields_set - {"gone"}:
            return
        shown = self._next(expected, outcome.client)
        if shown is None:
            return
        self._compare(expected, shown)
        in_place = pressed and shown.holds == "text" if expected.in_place is None else expected.in_place
        place = "in place of the message with the button" if in_place else "as a new message"
        assert shown.in_place == in_place, f"{self.where}: this should have come {place}: {shown}"

    def desk_sees(self, expected: DeskSeen, outcome: Outcome) -> None:
        if expected.closed is not None:
            assert outcome.closed == expected.closed, f"{self.where}: the thread is {_state(outcome.closed)}"
        for words in expected.toast:
            assert words in outcome.toast, f"{self.where}: whoever pressed should read {words!r}, not {outcome.toast!r}"
        if not expected.model_fields_set - {"closed", "toast"}:
            return
        shown = self._next(expected, outcome.desk)
        if shown is None:
            return
        self._compare(expected, shown)
        opened = "in a new thread" if expected.thread else "in the thread that there was"
        assert shown.thread == expected.thread, f"{self.where}: this should have come {opened}: {shown}"
        assert shown.news == expected.news, (
            f"{self.where}: this should have come in the {_news(expected.news)}: {shown}"
        )

    def _next(self, expected: Seen, queue: list[Shown]) -> Shown | None:
        if expected.nothing:
            assert not queue, f"{self.where}: nothing should have come, but {queue[0]} did"
            return None
        assert queue, f"{self.where}: nothing came"
        return queue.pop(0)

    def _compare(self, expected: Seen, shown: Shown) -> None:
        __tracebackhide__ = True
        faults = [*self._words(expected, shown), *self._buttons(expected, shown)]
        held = expected.holds or "text"
        if held != shown.holds:
            faults.insert(0, f"it should be a {held}")
        assert not faults, f"{self.where}: {'; '.join(faults)}. What came is {shown}"

    def _words(self, expected: Seen, shown: Shown) -> list[str]:
        text = " ".join(shown.text.split())
        faults = [f"it should say {part!r}" for part in expected.says if part not in text]
        faults += [f"it should not say {part!r}" for part in expected.says_not if part in text]
        faults += [f"its title should be {title!r}" for title in self._titles(expected) if not has(title, shown)]
        if expected.starts is not None and not text.startswith(expected.starts):
            faults.append(f"it should start with {expected.starts!r}")
        return faults

    def _titles(self, expected: Seen) -> list[str]:
        language = expected.language or self.language
        topic = self.packs.topics[expected.topic].words[language].title if expected.topic else None
        section = self.packs.section(expected.section, language).title if expected.section else None
        return [title for title in (topic, section, expected.title) if title]

    def _buttons(self, expected: Seen, shown: Shown) -> list[str]:
        faults = [f"the button {label!r} is missing" for label in expected.buttons if label not in shown.buttons]
        faults += [f"a button for {slug!r} is missing" for slug in expected.offers if f"topic:{slug}" not in shown.taps]
        faults += [
            f"the button {label!r} should not be there" for label in expected.no_buttons if label in shown.buttons
        ]
        if expected.only_buttons is not None and shown.buttons != expected.only_buttons:
            faults.append(f"its buttons should be {list(expected.only_buttons)}")
        return faults


def has(title: str, shown: Shown) -> bool:
    """A title is a line of its own."""
    return title in shown.text.split("\n")


def _news(news: bool) -> str:  # noqa: FBT001 -- one word for a fact
    return "desk's own news" if news else "thread of the case"


def _state(closed: bool) -> str:  # noqa: FBT001 -- one word for a fact
    return "closed" if closed else "open"
