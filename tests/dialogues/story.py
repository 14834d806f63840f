"""A dialogue as it stands in a file: who does what, and what the others then see. README.md explains it to people."""

from datetime import date
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.packs.yaml_file import line_of, parse
from tests.builders import TODAY

FOLDER = Path(__file__).parent
DOES = (
    "client", "pastes", "press", "old_button", "shares", "sends", "edits", "client_does",
    "counsellor", "counsellor_note", "counsellor_sends", "counsellor_presses", "counsellor_edits",
    "counsellor_does", "colleague", "colleague_presses", "anonymous", "passes", "breaks",
)  # fmt: skip
LONGEST = 4096
"""Characters of one message (Bot API, Message.text)."""

Thing = Literal["photo", "voice", "video", "sticker", "document", "contact", "poll"]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Seen(Strict):
    """What stands in one message, by its promises: a few words, its buttons; `nothing` means that none comes."""

    nothing: bool = False
    title: str | None = None
    topic: str | None = None
    section: str | None = None
    language: str | None = None
    says: tuple[str, ...] = ()
    says_not: tuple[str, ...] = ()
    starts: str | None = None
    buttons: tuple[str, ...] = ()
    only_buttons: tuple[str, ...] | None = None
    no_buttons: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    holds: Thing | Literal["map", "location"] | None = None

    @model_validator(mode="before")
    @classmethod
    def nothing_is_a_word(cls, written: Any) -> Any:
        return {"nothing": True} if written == "nothing" else written

    @model_validator(mode="after")
    def it_promises_something(self) -> Self:
        if not self.model_fields_set - {"language", "in_place"}:
            raise ValueError("nothing is promised here; name some words or buttons, or write 'nothing'")
        return self


class BotSeen(Seen):
    """In a client's chat. An answer to a button stands in place of the message with the button, unless said."""

    in_place: bool | None = None
    gone: tuple[str, ...] = ()
    """Words of messages that no longer stand in the chat."""


class DeskSeen(Seen):
    """At the desk. `thread` is whether it opens a thread, `closed` whether the thread is closed or gone after it.

    `news` is whether it stands in the thread of the desk's own news. `toast` is what only the one who pressed a button
    reads, at once; nobody need promise it. An edit shows the message in place.
    """

    thread: bool = False
    news: bool = False
    closed: bool | None = None
    toast: tuple[str, ...] = ()


class Named(Strict):
    """A button for something in the packs, whatever its label is today."""

    topic: str | None = None
    section: str | None = None
    need: str | None = None
    map: str | None = None

    @model_validator(mode="after")
    def it_is_one_of_them(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("name one topic, section, need or map")
        return self

    @property
    def data(self) -> str:
        """What the button says back."""
        (kind,) = self.model_fields_set
        return f"{kind}:{getattr(self, kind)}"


class Pasted(Strict):
    text: str
    times: int = Field(gt=0)


class Shared(Strict):
    """A place of the packs, or a point (latitude, longitude)."""

    place: str | None = None
    point: tuple[float, float] | None = None

    @model_validator(mode="after")
    def it_is_one_of_the_two(self) -> Self:
        if (self.place is None) == (self.point is None):
            raise ValueError("give either a place or a point")
        return self


class Step(Strict):
    """One line of the dialogue: exactly one thing that somebody does or sees."""

    client: str | None = None
    pastes: Pasted | None = None
    press: str | Named | None = None
    old_button: str | None = None
    shares: Shared | None = None
    sends: Thing | None = None
    edits: str | None = None
    client_does: Literal["blocks", "returns"] | None = None
    counsellor: str | None = None
    counsellor_note: str | None = None
    counsellor_sends: Thing | None = None
    counsellor_presses: str | None = None
    counsellor_edits: str | None = None
    counsellor_does: Literal["closes", "reopens"] | None = None
    colleague: str | None = None
    colleague_presses: str | None = None
    anonymous: str | None = None
    passes: dict[Literal["minutes", "hours", "days"], int] | None = None
    breaks: str | None = None
    bot: BotSeen | None = None
    desk: DeskSeen | None = None

    @model_validator(mode="after")
    def it_is_one_thing(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("a step is one thing that somebody does or sees")
        if self.counsellor_note is not None and not self.counsellor_note.startswith("//"):
            raise ValueError("a note begins with //")
        return self

    @property
    def kind(self) -> str:
        (kind,) = self.model_fields_set
        return kind

    @property
    def by_staff(self) -> bool:
        """Whether a counsellor does it, a colleague, or an administrator who writes in the name of the group."""
        return self.kind.startswith(("counsellor", "colleague", "anonymous"))

    @property
    def staff_presses(self) -> str | None:
        return self.counsellor_presses or self.colleague_presses

    @property
    def button(self) -> str:
        """The label of the button that is pressed, or what it says back."""
        return self.press.data if isinstance(self.press, Named) else self.press or ""

    @property
    def texts(self) -> list[str]:
        """What is written in it; Telegram's apps send a long text as several messages."""
        pasted = self.pastes.text * self.pastes.times if self.pastes else ""
        text = self.client or self.counsellor or self.counsellor_note or self.colleague or self.anonymous or pasted
        return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]


class Story(Strict):
    """`phone` is the language of the client's Telegram; `today` the day on which the story happens."""

    story: str
    phone: str | None = None
    today: date = TODAY
    desk: bool = True
    steps: tuple[Step, ...] = Field(min_length=1)

    @property
    def alone(self) -> bool:
        """Whether it is played through the rules alone: something of ours fails in it, or time passes."""
        return any(step.breaks or step.passes for step in self.steps)


class Dialogue:
    """A story with the file that tells it; the file's folder is the language that is spoken."""

    def __init__(self, path: Path) -> None:
        found, problems = parse(Story, path)
        if found is None:
            raise AssertionError("\n".join(map(str, problems)))
        self.path, self.story, self.language = path, found, path.parent.name
        self.phone = found.phone or self.language

    def where(self, step: int) -> str:
        """File, line and number of the step, for whoever must look at it."""
        return f"{self.path}:{line_of(self.path, ['steps', step])}: step {step + 1}"


def files() -> list[Path]:
    return sorted(FOLDER.glob("*/*.yaml"))
