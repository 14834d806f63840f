"""A result as words alone, to pass on or to keep; and the question before a counsellor sees one."""

from collections.abc import Sequence
from typing import Final

from bot.conversation.guide_views import AskTell, GuideText
from bot.language.formats import long_date
from bot.packs.topic_schema import Source
from bot.rendering.buttons import button, exit_button, menu_button
from bot.rendering.case_notices import consent_words
from bot.rendering.danger import if_urgent
from bot.rendering.guide_ended import Ended
from bot.rendering.guide_plan import whole_plan
from bot.rendering.guide_result import reason_blocks
from bot.rendering.markup import lines, page, plain
from bot.rendering.message import Message

NAMED: Final = 3
"""Sources that stand under a text by their names."""


def guide_text(view: GuideText, end: Ended) -> Message:
    """Without markup, so that it can be copied as it stands."""
    said = _plan(view, end) if view.what == "plan" else _share(end)
    return Message(said, ((menu_button(end.reader),),))


def _share(end: Ended) -> str:
    """Whoever gets it may have the phone locked: the first line is long enough to say nothing (voice rule 9)."""
    lead = end.reader.say.gettext("Here is something to read when you have time:")
    share = plain(end.filled(end.words.share or end.words.title))
    return page(plain(lead), share, *reason_blocks(end.reasons, end), _sources(end.sources, end))


def _plan(view: GuideText, end: Ended) -> str:
    today = long_date(end.reader.context.today, end.reader.language)
    lead = end.reader.say.gettext("My next steps, written down on {date}:").format(date=today)
    first, last = view.screen == 1, view.screen == end.outcome.screens
    listed = whole_plan(end, view.nearest, view.place, view.screen)
    return page(plain(lead) if first else "", *listed, _sources(end.of_items, end) if last else "")


def _sources(sources: Sequence[Source], end: Ended) -> str:
    """The first by name, as many of them would be longer than what they bear out."""
    say, titles = end.reader.say, [source.title for source in sources]
    more = len(titles) - NAMED
    others = say.ngettext("and {number} more", "and {number} more", more).format(number=more) if more > 0 else ""
    named = " ".join(filter(None, (" · ".join(titles[:NAMED]), others)))
    return plain(say.gettext("From: {titles}").format(titles=named))


def ask_tell(view: AskTell, end: Ended) -> Message:
    """A counsellor sees nothing of a result that the client has not agreed to show."""
    say = end.reader.say
    sees = lines(
        plain(say.gettext("The counsellor will see this and no other answer:")),
        *(plain(f"• {each}") for each in _shown(end)),
    )
    who = consent_words(end.reader) if view.opens else ()
    ask = say.gettext("Shall I show it, and connect you?") if view.opens else say.gettext("Shall I show it?")
    urgent = if_urgent(end.reader) if view.opens else ""
    yes = button(say.gettext("Yes, show it"), end.tap("open" if view.opens else "told"))
    no = button(say.gettext("No, do not show it"), end.tap())
    return Message(page(urgent, sees, *map(plain, who), plain(ask)), ((yes, no), (exit_button(end.reader),)))


def _shown(end: Ended) -> list[str]:
    say, reasons = end.reader.say, len(end.reasons)
    items = len(end.items) if end.facts.lists == "plan" else 0
    why = say.ngettext("{number} reason for it", "{number} reasons for it", reasons).format(number=reasons)
    listed = say.ngettext("{number} line of your plan", "{number} lines of your plan", items).format(number=items)
    days = [say.gettext("the days that were counted")] if end.outcome.reckoned else []
    names = [f"“{end.guide.words.title}”", f"“{end.filled(end.words.title)}”"]
    return [*names, *days, *([why] if reasons else []), *([listed] if items else [])]
