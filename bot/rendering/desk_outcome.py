"""What a guide came to for a client, as counsellors see it: only where the client wanted that."""

from bot.desk.views import OutcomeTold
from bot.rendering.context import Reader
from bot.rendering.guide_ended import Ended, ended
from bot.rendering.guide_opened import opened
from bot.rendering.guide_plan import plan
from bot.rendering.guide_result import reason_blocks
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Message


def outcome_told(view: OutcomeTold, reader: Reader) -> Message:
    """In the counsellor's language, however the client read it: answers have ids that no language changes."""
    guide = opened(view.guide, reader)
    end = ended(view.outcome, guide) if guide else None
    if end is None:
        return Message(plain(reader.say.gettext("The client showed a result that is too old to be read here.")))
    return Message(_told(end))


def _told(end: Ended) -> str:
    """All reasons: a counsellor has the room and the time for them."""
    head = end.reader.say.gettext("The client shows you what a guide came to:")
    title = plain(end.guide.words.title)
    screens = range(1, end.outcome.screens + 1) if end.facts.lists == "plan" else ()
    listed = [line for screen in screens for line in plan(end, (), None, screen)]
    days = plain(end.filled(end.words.text)) if end.outcome.reckoned else ""
    result = lines(bold(end.filled(end.words.title)), days)
    return page(lines(italic(head), title), result, *reason_blocks(end.reasons, end), *listed)
