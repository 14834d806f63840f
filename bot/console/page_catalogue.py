"""Which pages there are, of which parts of which reports they are made, and who may see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from bot.desk.console import Role
from bot.reports.report import Report, Section


@dataclass(frozen=True)
class Page:
    """A page made of one report. `name` stands in its address.

    `sections` are those of the report that it shows, in this order; none: all of them. `by` is what is published by
    itself: a month, a quarter, or how it is now, whatever the month. `whole`: without a choice it is about all that
    was published, not about the last quarter. `bars` is the section that is shown as bars against a target.
    """

    name: str
    report: str
    sections: tuple[str, ...] = ()
    role: Role = "manager"
    by: Literal["month", "quarter", "now"] = "quarter"
    whole: bool = False
    bars: str = ""

    def chosen(self, report: Report) -> Iterator[Section]:
        """What of the report belongs on this page; what it does not have is left out."""
        if not self.sections:
            yield from report.sections
            return
        found = {section.name: section for section in report.sections}
        yield from (found[name] for name in self.sections if name in found)


OVERVIEW: Final = "overview"
FIGURES: Final = "figures"
SESSIONS: Final = "sessions"
USE: Final = (
    "people", "people-by-quarter", "months", "places", "countries", "languages", "services", "service-kinds", "danger",
    "posters", "hours",
)  # fmt: skip
"""What the report `usage` says of people and of what they did; what they asked has a page of its own."""
PAGES: Final = (
    Page("use", "usage", USE, by="month"),
    Page("subjects", "usage", ("topics", "sections", "asked", "guides"), role="editor", by="month"),
    Page("words", "content", ("words",), role="editor", by="now"),
    Page("helpful", "content", ("helpful", "reasons"), role="editor"),
    Page("due", "content", ("due",), role="editor", by="now"),
    Page("services", "content", ("mistakes",), role="editor", by="now"),
    Page("desk", "desk", by="month"),
    Page("indicators", "indicators", whole=True, bars="overview"),
    Page("needs", "needs"),
)
BY_NAME: Final = {page.name: page for page in PAGES}
GROUPS: Final = (
    ("use", (OVERVIEW, "use", "subjects", "needs")),
    ("content", ("words", "helpful", "due", "services")),
    ("programme", ("indicators", FIGURES, "desk")),
)
"""The order in which they are offered; a group's name is that of its heading."""


def may_see(role: Role, name: str) -> bool:
    """Whether this role may open the page; the overview is for everybody, and shows each what they may see."""
    if role == "manager" or name == OVERVIEW:
        return True
    return name in BY_NAME and BY_NAME[name].role == role
