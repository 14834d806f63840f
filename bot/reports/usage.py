"""The report `usage`: how many people Udha reached, where they are, and what they did with it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.rendering.signals import signal_name
from bot.reports.named import Names
from bot.reports.people_published import PEOPLE
from bot.reports.published_tables import HOURS, KIND, NO_POSTER, SECTION
from bot.reports.report import Column, Report, Section
from bot.reports.tables_of_counts import Told, by_month, in_order, largest_first
from bot.reports.usage_people import REACHED_WHERE, by_language, by_place, by_quarter, people
from bot.reports.wanted import Wanted
from bot.reports.whereabouts import LANGUAGES

NAME: Final = "usage"
TABLES: Final = (
    "topics", "asked", "guides", "services", "danger", "opened", "campaigns", "hours", PEOPLE, LANGUAGES, REACHED_WHERE
)  # fmt: skip
"""What it is made of."""


def report(wanted: Wanted) -> Report:
    """Of whole months; how many people there were is known of whole quarters only."""
    sections = (
        *people(wanted),
        *by_quarter(wanted),
        _months(wanted),
        _topics(wanted),
        _sections(wanted),
        _asked(wanted),
        _guides(wanted),
        *_services(wanted),
        _danger(wanted),
        _posters(wanted),
        *by_place(wanted),
        *by_language(wanted),
        _hours(wanted),
    )
    return wanted.report(NAME, wanted.say.gettext("Use"), sections)


def _months(wanted: Wanted) -> Section:
    say = wanted.say
    columns = {
        "topics": Column(say.gettext("Topics opened"), meaning=say.gettext("How often an answer was opened.")),
        "asked": Column(
            say.gettext("Questions"), meaning=say.gettext("Questions that people wrote in their own words.")
        ),
        "guides": Column(
            say.gettext("Guides finished"),
            meaning=say.gettext("How often a guide was gone through to its result; quizzes are counted apart."),
        ),
        "services": Column(say.gettext("Services shown"), meaning=_service_meaning(wanted)),
        "opened": Column(
            say.gettext("Cases opened"), meaning=say.gettext("How often somebody asked for a counsellor.")
        ),
        "danger": Column(say.gettext("Signs of danger"), meaning=_danger_meaning(wanted)),
    }
    return by_month("months", say.gettext("Month by month"), columns, wanted)


def _topics(wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    told = Told(
        "topics",
        "topics",
        say.gettext("Topics that were opened"),
        say.gettext("Topic"),
        say.gettext("How often the answer was opened. Who opens it twice counts twice."),
    )
    slugs = (slug for slug in wanted.shown.subjects("topics") if not slug.startswith(SECTION))
    return largest_first(told, ((slug, names.topic(slug)) for slug in slugs), wanted)


def _sections(wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    told = Told(
        "topics",
        "sections",
        say.gettext("Topics by section"),
        say.gettext("Section"),
        say.gettext("How often an answer of this section was opened."),
    )
    return in_order(told, ((SECTION + each, names.section(each)) for each in wanted.packs.sections), wanted)


def _asked(wanted: Wanted) -> Section:
    say = wanted.say
    told = Told(
        "asked",
        "asked",
        say.gettext("Questions in people's own words"),
        say.gettext("What they got"),
        say.gettext("How often a written question ended so."),
    )
    ends = (
        ("answer", say.gettext("An answer")),
        ("choose", say.gettext("Some to choose from")),
        ("unsure", say.gettext("“I did not understand”")),
        ("none", say.gettext("None of those offered")),
    )
    return in_order(told, ends, wanted)


def _guides(wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    told = Told(
        "guides",
        "guides",
        say.gettext("Guides that were finished"),
        say.gettext("Guide"),
        say.gettext("How often it was gone through to its result."),
    )
    return in_order(told, ((each, names.guide(each)) for each in wanted.shown.subjects("guides")), wanted)


def _services(wanted: Wanted) -> Iterator[Section]:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    subjects = wanted.shown.subjects("services")
    kinds = [(each, names.kind(each.removeprefix(KIND))) for each in subjects if each.startswith(KIND)]
    alone = [(each, names.service(each)) for each in subjects if not each.startswith(KIND)]
    heading, meaning = say.gettext("Service"), _service_meaning(wanted)
    yield largest_first(
        Told("services", "services", say.gettext("Services that were shown"), heading, meaning), alone, wanted
    )
    heading = say.gettext("Kind of service")
    yield largest_first(
        Told("services", "service-kinds", say.gettext("Services by kind"), heading, meaning), kinds, wanted
    )


def _danger(wanted: Wanted) -> Section:
    say = wanted.say
    title = say.gettext("Signs of danger that were noticed")
    told = Told("danger", "danger", title, say.gettext("Sign"), _danger_meaning(wanted))
    return in_order(told, ((kind, signal_name(kind, say)) for kind in wanted.shown.subjects("danger")), wanted)


def _posters(wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    told = Told(
        "campaigns",
        "posters",
        say.gettext("How people began"),
        say.gettext("Poster"),
        say.gettext("How often somebody began from this poster. It hangs there; where they are it does not say."),
    )
    posters = wanted.shown.subjects("campaigns")
    listed = sorted(posters, key=lambda poster: (poster == NO_POSTER, poster))
    return largest_first(told, ((poster, names.campaign(poster)) for poster in listed), wanted)


def _hours(wanted: Wanted) -> Section:
    say = wanted.say
    told = Told(
        "hours",
        "hours",
        say.gettext("Hours of the day"),
        say.gettext("Hour"),
        say.gettext("Messages and taps that came in this hour, by the clock in Albania and Kosovo."),
    )
    drawn = in_order(told, ((hour, f"{hour}:00") for hour in HOURS), wanted)
    return replace(drawn, chart="lines") if drawn.chart == "bars" else drawn


def _service_meaning(wanted: Wanted) -> str:
    return wanted.say.gettext("How often the card of a service was opened, with its address and telephone number.")


def _danger_meaning(wanted: Wanted) -> str:
    return wanted.say.gettext("How often somebody wrote of danger, and got the numbers to call at once.")
