"""What counsellors can be shown. A view names what to show; the words come in rendering."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.desk.case import Case, Colleague

Told = Literal[
    "ended_by_client", "deleted_by_client", "left_by_client", "closed", "closed_by", "reopened_by", "back_again",
    "unreachable", "back", "edited", "danger",
    "not_copied", "not_passed_on", "not_reached", "not_edited", "not_deleted",
    "too_old", "taken_back", "nothing_to_take_back",
    "thread_again", "claimed", "released", "handed", "taken_over",
    "unclaimed", "not_yours", "anonymous", "note_kept",
    "urgent", "not_urgent", "snoozed", "awake", "second_call", "on_duty", "partner",
    "given", "refer_asked", "refer_yes", "refer_no", "shared", "no_case", "nothing_found", "erased",
    "please_delete", "desk_lost",
    "duty_on", "duty_off", "language", "one_of", "desk_again", "no_threads",
]  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """One thing that happened. `name` is a colleague's, `about` an id whose title is shown, `number` a count."""

    what: Told
    name: str = ""
    about: str = ""
    number: int = 0
    mentions: tuple[int, ...] = ()
    """Telegram's numbers of the colleagues who are called by name; `name` then has their names, a line each."""
    kind: Literal["sentence"] = "sentence"


@dataclass(frozen=True)
class CaseCard:
    """The head of a thread: who (an alias), where, about what, who has the case, and what can be done."""

    case: Case
    kind: Literal["card"] = "card"


@dataclass(frozen=True)
class CaseMenu:
    """Everything that can be done with the case, for whoever has it or might."""

    case: Case
    holds: bool
    kind: Literal["case_menu"] = "case_menu"


@dataclass(frozen=True)
class ChooseColleague:
    colleagues: tuple[Colleague, ...]
    kind: Literal["choose_colleague"] = "choose_colleague"


@dataclass(frozen=True)
class ChooseOutcome:
    """`apart` is whether it stands in a message of its own, and not in the place of the card."""

    apart: bool = False
    kind: Literal["choose_outcome"] = "choose_outcome"


@dataclass(frozen=True)
class ChooseSnooze:
    kind: Literal["choose_snooze"] = "choose_snooze"


@dataclass(frozen=True)
class ConfirmTaking:
    """Ask whether to really take the case from whoever has it."""

    holder: str
    key: str = ""
    """The holder's: an old question must not take it from somebody else."""
    kind: Literal["confirm_taking"] = "confirm_taking"


@dataclass(frozen=True)
class AskSure:
    """What a counsellor wrote would let the client find them: a second tap sends it."""

    message_ids: tuple[int, ...]
    why: Literal["mention", "phone", "link", "mail", "contact"]
    kind: Literal["ask_sure"] = "ask_sure"


@dataclass(frozen=True)
class Findings:
    """What a search found: vetted replies, topics, services, guides."""

    replies: tuple[str, ...]
    topics: tuple[str, ...]
    services: tuple[str, ...]
    guides: tuple[str, ...] = ()
    more: bool = False
    """Whether there are guides to look at besides."""
    kind: Literal["findings"] = "findings"


@dataclass(frozen=True)
class Preview:
    """A reply, topic, service or guide as the client would see it, in the client's language."""

    what: Literal["reply", "topic", "service", "guide"]
    which: str
    language: str
    sends: bool
    home: str | None = None
    """The country whose version of a topic the client would get."""
    kind: Literal["preview"] = "preview"


@dataclass(frozen=True)
class OutcomeTold:
    """What a guide came to for the client, who wants the counsellor to see it; `outcome` is packed."""

    guide: str
    outcome: str
    kind: Literal["outcome_told"] = "outcome_told"


@dataclass(frozen=True)
class QueuedCase:
    """One line of the queue; `thread` is where it is in the group, `minutes` since it was opened."""

    case: int
    thread: int | None
    minutes: int
    facts: Case


@dataclass(frozen=True)
class Queue:
    """Open cases, who is on duty, and how much of the group's minute is used."""

    cases: tuple[QueuedCase, ...]
    on_duty: tuple[str, ...]
    used: int
    kind: Literal["queue"] = "queue"


@dataclass(frozen=True)
class Help:
    kind: Literal["help"] = "help"


@dataclass(frozen=True)
class Alarm:
    """Somebody wrote of danger and was given the number: without a word of what was written."""

    signal: str
    language: str
    place: str | None
    kind: Literal["alarm"] = "alarm"


DeskView: TypeAlias = (
    Sentence | CaseCard | CaseMenu | ChooseColleague | ChooseOutcome | ChooseSnooze | ConfirmTaking | AskSure
    | Findings | Preview | OutcomeTold | Queue | Help | Alarm
)  # fmt: skip
