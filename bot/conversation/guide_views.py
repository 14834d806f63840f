"""What a client can be shown of guides. A packed outcome carries all that a result says; see bot/guides/outcome.py."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Missed = Literal["", "number", "date", "days", "place", "future"]
"""Why what was written is no answer: a number out of bounds, no date, a stay that ends before it begins, a place that
we do not know, a day too far away."""


@dataclass(frozen=True)
class Guides:
    """Every guide there is, or those for one section."""

    names: tuple[str, ...]
    kind: Literal["guides"] = "guides"


@dataclass(frozen=True)
class GuideIntro:
    """What a guide is for.

    `under_way`: it was interrupted; `listed`: a list of it is kept; `second`: its first half is done, the second
    comes; `sent`: a counsellor sent it.
    """

    guide: str
    under_way: bool = False
    listed: bool = False
    second: bool = False
    sent: bool = False
    kind: Literal["guide_intro"] = "guide_intro"


@dataclass(frozen=True)
class GuideQuestion:
    """One step. `number` of about `total`; `chosen` is what is ticked or written so far.

    `why` shows why we ask. `town` is a municipality that is known already, `among` are those that share the name that
    was written. `overheard`: a counsellor reads what is typed.
    """

    guide: str
    step: str
    number: int
    total: int
    chosen: tuple[str, ...] = ()
    missed: Missed = ""
    why: bool = False
    town: str | None = None
    among: tuple[str, ...] = ()
    overheard: bool = False
    kind: Literal["guide_question"] = "guide_question"


@dataclass(frozen=True)
class GuideExplained:
    """What is true, after a question with a right answer was answered; `right` is whether it was that."""

    guide: str
    step: str
    answer: str
    kind: Literal["guide_explained"] = "guide_explained"


@dataclass(frozen=True)
class GuideResult:
    """How a guide ended, opened at a part: a part's name, `sources`, `p2` for a plan's second screen, or nothing.

    `nearest` are services for the items of a plan, `half` whether the other half of a quiz is still to come.
    `before` is how many points the first half of a quiz had.
    """

    guide: str
    outcome: str
    part: str = ""
    place: str | None = None
    nearest: tuple[tuple[str, str], ...] = ()
    half: bool = False
    before: int | None = None
    kind: Literal["guide_result"] = "guide_result"


@dataclass(frozen=True)
class GuideText:
    """The result to pass on or to keep: words only, with nothing to tap but the way to the menu.

    `what` is `share` for the text that says nothing of who asked, `plan` for the whole plan, of which `screen` is one
    message, counted from one.
    """

    guide: str
    outcome: str
    what: Literal["share", "plan"]
    place: str | None = None
    nearest: tuple[tuple[str, str], ...] = ()
    screen: int = 1
    kind: Literal["guide_text"] = "guide_text"


@dataclass(frozen=True)
class AskTell:
    """Ask before a counsellor sees a result; `opens` is whether a case has to be opened for it."""

    guide: str
    outcome: str
    opens: bool
    kind: Literal["ask_tell"] = "ask_tell"


@dataclass(frozen=True)
class Checklist:
    """A list that one can tick off: all its groups, or one of them. Ids of items in `items` and `ticked`."""

    guide: str
    items: tuple[str, ...]
    ticked: tuple[str, ...]
    group: str = ""
    note: Literal["", "reminder_set", "reminder_dropped"] = ""
    days: int = 0
    kind: Literal["checklist"] = "checklist"


@dataclass(frozen=True)
class AskReminder:
    """Ask in how many days we shall write."""

    guide: str
    kind: Literal["ask_reminder"] = "ask_reminder"


@dataclass(frozen=True)
class Reminder:
    """What the client asked for some days ago: the first line says nothing of what it is about (voice rule 9)."""

    guide: str
    kind: Literal["reminder"] = "reminder"


@dataclass(frozen=True)
class GuideNotice:
    """A sentence about a guide, with ways on.

    It was left and its answers are gone; its questions have changed; it is over, so this button leads nowhere; its
    list is deleted, or shall it be? It is too old to be shown (design rule 2); the counsellor has the result.
    """

    guide: str
    what: Literal["left", "changed", "over", "list_deleted", "ask_delete_list", "withheld", "told"]
    kind: Literal["guide_notice"] = "guide_notice"


GuideView: TypeAlias = (
    Guides | GuideIntro | GuideQuestion | GuideExplained | GuideResult | GuideText | AskTell | Checklist | AskReminder
    | Reminder | GuideNotice
)  # fmt: skip
