"""The report `content`, for editors: what helped and what did not, what was not understood, what is due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.language.formats import country_name
from bot.packs.deadlines import Deadline, due
from bot.rendering.mistakes import mistake_title
from bot.rendering.reasons import reason_titles
from bot.reports.amounts import added, least, share
from bot.reports.months import quarter_with
from bot.reports.named import Names
from bot.reports.report import Cell, Column, Report, Section
from bot.reports.shown import Known
from bot.reports.table import ALL, Suppressed
from bot.reports.tables_of_counts import few
from bot.reports.thumbs import AT, GIVEN, HELPFUL, NO, NONE_GIVEN, REASONS, YES
from bot.reports.wanted import Wanted

NAME: Final = "content"
TABLES: Final = (HELPFUL, REASONS)
"""What it is made of, besides what is in the packs and what people said is wrong."""
AHEAD: Final = timedelta(days=30)
"""What ends within this is due."""
BANDS: Final = ((20, "20+"), (10, "10\N{EN DASH}19"), (5, "5\N{EN DASH}9"))
"""How many chats used a word, as coarsely as it is told; no word of fewer is ever readable."""


@dataclass(frozen=True)
class Unclear:
    """A word that no pack has, the language of the chats, and how many different ones used it lately."""

    word: str
    language: str
    chats: int


@dataclass(frozen=True, order=True)
class Reported:
    """That something on the card of a service was said to be wrong; how often stays untold."""

    service: str
    what: str


def report(wanted: Wanted, words: Iterable[Unclear], wrong: Iterable[Reported]) -> Report:
    """Thumbs are of whole quarters; all else is as it is today."""
    sections = (_helpful(wanted), _reasons(wanted), _words(words, wanted), _due(wanted), _wrong(wrong, wanted))
    return wanted.report(NAME, wanted.say.gettext("Content"), sections)


def _helpful(wanted: Wanted) -> Section:
    """By topic and version; of one with several versions all of them first."""
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    rows: list[tuple[Cell, ...]] = []
    for text in _by_thumbs_down(wanted):
        topic, _, version = text.partition(AT)
        yes, no = (wanted.shown.of_quarters(HELPFUL, text, thumb) for thumb in (YES, NO))
        both = None if yes is None or no is None else share(yes, added([yes, no]), sure=True)
        rows.append((names.topic(topic), version or say.gettext("all versions"), yes, no, both))
    columns = (
        Column(say.gettext("Topic"), "text"),
        Column(
            say.gettext("Version"), "text", say.gettext("Another text of the answer, or another language, is another.")
        ),
        Column(say.gettext("Helped"), meaning=say.gettext("Thumbs up under the answer.")),
        Column(say.gettext("Did not help"), meaning=say.gettext("Thumbs down under the answer.")),
        Column(say.gettext("Share that helped"), "share", say.gettext("Thumbs up of all thumbs.")),
    )
    title = say.gettext("Did the answer help?")
    notes = (*_whole_quarters(wanted), few(say))
    return Section("helpful", title, columns, tuple(rows), notes, chart="bars", drawn=(2, 3))


def _by_thumbs_down(wanted: Wanted) -> list[str]:
    """Those with the most thumbs down first; a version that is the only one stands for its topic."""
    texts = [text for text in wanted.shown.subjects(HELPFUL) if _is_shown(text, wanted)]
    versions: dict[str, list[str]] = {}
    for text in texts:
        versions.setdefault(text.partition(AT)[0], []).append(text)
    alone = {topic for topic, listed in versions.items() if len(listed) == 2}  # noqa: PLR2004 -- itself and one version
    down = {topic: wanted.shown.of_quarters(HELPFUL, topic, NO) for topic in versions}
    ordered = sorted(versions, key=lambda topic: (-_least(down[topic]), topic))
    return [text for topic in ordered for text in versions[topic] if topic not in alone or AT in text]


def _is_shown(text: str, wanted: Wanted) -> bool:
    numbers = (wanted.shown.of_quarters(HELPFUL, text, thumb) for thumb in (YES, NO))
    return any(n is not None and not isinstance(n, Suppressed) and n != 0 for n in numbers)


def _least(n: Known) -> int:
    return 0 if n is None else least(n)


def _reasons(wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    titles: dict[str, str] = {NONE_GIVEN: say.gettext("No reason given")}
    titles.update(reason_titles(say).items())
    topics = [topic for topic in wanted.shown.subjects(REASONS) if topic != ALL]
    rows: list[tuple[Cell, ...]] = []
    for topic in (ALL, *topics):
        name = say.gettext("All topics") if topic == ALL else names.topic(topic)
        numbers = ((titles[each], wanted.shown.of_quarters(REASONS, topic, each)) for each in (*GIVEN, NONE_GIVEN))
        rows += [(name, title, n) for title, n in numbers if n is not None and n != 0]
    columns = (
        Column(say.gettext("Topic"), "text"),
        Column(say.gettext("Why not"), "text"),
        Column(say.gettext("Times"), meaning=say.gettext("Who gave a thumb down may give one reason.")),
    )
    note = say.gettext("Only topics with many thumbs down are divided by reasons.")
    return Section(
        "reasons", say.gettext("Why it did not help"), columns, tuple(rows), (*_whole_quarters(wanted), note)
    )


def _words(words: Iterable[Unclear], wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    rows = tuple((each.word, names.language(each.language), _band(each.chats)) for each in words if _band(each.chats))
    columns = (
        Column(say.gettext("Word"), "text", say.gettext("One that no answer has; only what five chats used is kept.")),
        Column(say.gettext("Language"), "text", say.gettext("That of the chats in which it was used.")),
        Column(say.gettext("Chats"), "text", say.gettext("How many used it in the last 30 days before today.")),
    )
    return Section("words", say.gettext("Words that were not understood"), columns, rows)


def _band(chats: int) -> str:
    return next((name for low, name in BANDS if chats >= low), "")


def _due(wanted: Wanted) -> Section:
    say = wanted.say
    found = due(wanted.packs.deadlines, wanted.made, AHEAD)
    rows = tuple(tuple(_deadline(deadline, wanted)) for deadline in found)
    columns = (
        Column(say.gettext("What"), "text"),
        Column(say.gettext("Kind"), "text"),
        Column(say.gettext("Country"), "text"),
        Column(say.gettext("In charge"), "text", say.gettext("Who answers for it, as its pack says.")),
        Column(
            say.gettext("Check by"),
            "day",
            say.gettext("The last day on which it may be trusted without being checked."),
        ),
        Column(say.gettext("How it stands"), "text"),
    )
    note = say.gettext("What is due within {days} days, and what is overdue.").format(days=AHEAD.days)
    return Section("due", say.gettext("To be checked again"), columns, rows, (note,))


def _deadline(deadline: Deadline, wanted: Wanted) -> Iterator[Cell]:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    kinds = {
        "topic": (say.gettext("Topic"), names.topic(deadline.name)),
        "guide": (say.gettext("Guide"), names.guide(deadline.name)),
        "service": (say.gettext("Service"), names.service(deadline.name)),
        "activities": (say.gettext("Calendar"), say.gettext("calendar of what is on")),
        "holidays": (say.gettext("Calendar"), say.gettext("calendar of public holidays")),
    }
    kind, name = kinds[deadline.kind]
    yield name
    yield kind
    yield country_name(deadline.country, say.language) if deadline.country else ""
    yield deadline.owner
    yield deadline.by
    if deadline.is_withheld(wanted.made):
        yield say.gettext("Clients no longer see it")
    else:
        yield say.gettext("Overdue") if deadline.by < wanted.made else say.gettext("Due")


def _wrong(wrong: Iterable[Reported], wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    rows = tuple((names.service(one.service), mistake_title(one.what, say)) for one in wrong)
    columns = (
        Column(say.gettext("Service"), "text"),
        Column(say.gettext("What is said to be wrong"), "text", say.gettext("Somebody tapped “This is wrong” on it.")),
    )
    note = say.gettext("In the last 30 days. How often it was said is not told.")
    return Section("mistakes", say.gettext("Services that were said to be wrong"), columns, rows, (note,))


def _whole_quarters(wanted: Wanted) -> Iterator[str]:
    shown = wanted.shown
    if shown.months and quarter_with(shown.months[-1]) not in shown.quarters:
        yield wanted.say.gettext("Only whole quarters are in this table.")
