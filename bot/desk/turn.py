"""What comes of one thing that happened to a case: the case, what to do, what to count, what the trail keeps."""

from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from bot.conversation.actions import Action
from bot.conversation.state import Count
from bot.desk.actions import DeskAction, ShowAtDesk
from bot.desk.case import Case
from bot.desk.views import DeskView, Sentence

Deed: TypeAlias = Literal[
    "opened", "claimed", "released", "handed", "taken", "urgent", "called", "referred", "closed", "reopened", "erased"
]
"""What the audit trail keeps of a case: what was done, by whom, when; never a word."""


def not_theirs(case: Case) -> Sentence:
    """Why somebody who has not taken the case cannot do this: it is somebody else's, or nobody's yet."""
    return Sentence("not_yours", case.holder.name) if case.holder else Sentence("unclaimed")


@dataclass(frozen=True)
class CaseTurn:
    """`toast` is what the one who pressed is told at once; everybody else does not see it."""

    case: Case
    actions: tuple[Action | DeskAction, ...] = ()
    counts: tuple[Count, ...] = ()
    deeds: tuple[Deed, ...] = ()
    toast: Sentence | None = None

    def then(self, *actions: Action | DeskAction) -> "CaseTurn":
        return replace(self, actions=(*self.actions, *actions))

    def counting(self, kind: str, subject: str = "") -> "CaseTurn":
        return replace(self, counts=(*self.counts, Count(kind, subject)))

    def noting(self, *deeds: Deed) -> "CaseTurn":
        return replace(self, deeds=(*self.deeds, *deeds))

    def saying(self, view: DeskView, **how: Any) -> "CaseTurn":
        """Show it in the thread, in the language of whoever has the case now."""
        return self.then(ShowAtDesk(view, self.case.desk_language, **how))
