"""How a guide ended: what it means, why, and what to do now; the rest behind buttons."""

from bot.conversation.guide_views import GuideResult
from bot.packs.guide_words_schema import PartWords
from bot.rendering.guide_ended import Ended, Reason
from bot.rendering.guide_plan import plan, screens
from bot.rendering.guide_ways import REASONS, part_rows, result_rows
from bot.rendering.markup import bold, lines, page, plain
from bot.rendering.message import Message
from bot.rendering.sources import source_entry, source_line


def result(view: GuideResult, end: Ended) -> Message:
    """At one of its parts, or, where there is no such part any more, itself."""
    words = end.part(view.part)
    if words:
        return _part(view, words, end)
    if view.part == "reasons" and end.reasons:
        return _all_reasons(view, end)
    if view.part in screens(end):
        return _screen(view, end)
    if view.part in end.source_screens:
        return _sources(view, end)
    return _itself(view, end)


def _itself(view: GuideResult, end: Ended) -> Message:
    heading = lines(end.guide.banner, bold(end.filled(end.words.title)), plain(_points(view, end)))
    listed = plan(end, view.nearest, view.place, 1) if end.facts.lists == "plan" else ()
    said = page(
        heading,
        plain(end.filled(end.words.text)),
        *reason_blocks(_strongest(end.reasons), end),
        *listed,
        _notes(end),
    )
    return Message(said, result_rows(view, end))


def _part(view: GuideResult, words: PartWords, end: Ended) -> Message:
    said = page(_heading(end), plain(end.filled(words.text)), _notes(end))
    return Message(said, part_rows(view, end))


def _screen(view: GuideResult, end: Ended) -> Message:
    """The next lines of a plan."""
    listed = plan(end, view.nearest, view.place, int(view.part[1:]))
    return Message(page(_heading(end), *listed, _notes(end)), part_rows(view, end))


def _all_reasons(view: GuideResult, end: Ended) -> Message:
    return Message(page(_heading(end), *reason_blocks(end.reasons, end), _notes(end)), part_rows(view, end))


def _sources(view: GuideResult, end: Ended) -> Message:
    entries = (source_entry(source, end.reader) for source in end.sources_on(view.part))
    return Message(page(_heading(end), *entries, end.guide.foreign), part_rows(view, end))


def _heading(end: Ended) -> str:
    return lines(end.guide.banner, bold(end.filled(end.words.title)))


def _notes(end: Ended) -> str:
    return lines(end.guide.foreign, source_line(end.sources, end.reader))


def reason_blocks(reasons: tuple[Reason, ...], end: Ended) -> tuple[str, ...]:
    """What speaks for caution; and apart from it what does not, so that nothing good is read as a warning."""
    say = end.reader.say
    against = [plain(f"• {reason.text}") for reason in reasons if reason.points > 0]
    in_favour = [plain(f"• {reason.text}") for reason in reasons if reason.points <= 0]
    return (
        lines(plain(say.gettext("What speaks for caution:")), *against) if against else "",
        lines(plain(say.gettext("What is reassuring:")), *in_favour) if in_favour else "",
    )


def _strongest(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Those that weigh most, in the order of the questions; of equal ones the earlier."""
    order = sorted(range(len(reasons)), key=lambda at: -abs(reasons[at].points))
    return tuple(reasons[at] for at in sorted(order[:REASONS]))


def _points(view: GuideResult, end: Ended) -> str:
    """Of a quiz only: what the signs of a risk add up to would be a number that nobody can read."""
    if not end.most:
        return ""
    say, points = end.reader.say, end.outcome.points
    said = say.gettext("{points} of {most} right").format(points=points, most=end.most)
    if view.before is None:
        return said
    gain = say.gettext("before {before}, now {now}").format(before=view.before, now=points)
    return f"{said} · {gain}"
