"""What counsellors are told in a sentence: what happened, and what they can do now."""

from typing import Final

from bot.desk.outside import TURN
from bot.desk.taps import DeskTap
from bot.desk.views import Sentence, Told
from bot.language.formats import all_of, language_in
from bot.language.phrases import Speaker
from bot.rendering.buttons import pairs
from bot.rendering.context import Context, Reader
from bot.rendering.desk_buttons import claim_button, desk_button, queue_button
from bot.rendering.desk_told import of_the_client, of_the_desk, of_the_holder, of_the_words, of_waiting
from bot.rendering.markup import ELLIPSIS, bold, link, plain
from bot.rendering.message import Button, Message
from bot.rendering.signals import signal_name
from bot.rendering.titles import quoted

TOAST: Final = 200
"""Characters of what the one who pressed is told (Bot API, answerCallbackQuery)."""

HOURS_ON_DUTY: Final = TURN // 3600

ELSEWHERE: Final[frozenset[Told]] = frozenset({"deleted_by_client", "erased", "please_delete"})
"""What is read outside the thread of its case, so that the case must be named."""

TO_BE_TAKEN: Final[frozenset[Told]] = frozenset({"released", "second_call", "on_duty", "partner", "unclaimed"})


def sentence(told: Sentence, reader: Reader, alias: str) -> Message:
    named = bold(alias) + ": " if alias and told.what in ELSEWHERE else ""
    gaps = {gap: plain(value) for gap, value in _gaps(told, reader).items()}
    if told.mentions:
        gaps["other" if told.what == "handed" else "name"] = _called(told, reader)
    # In italics, so that nobody takes the client's words, which are copied as they are, for ours.
    said = f"<i>{plain(_template(told, reader.say)).format(**gaps)}</i>"
    return Message(named + said, pairs(_buttons(told, reader)))


def toast(told: Sentence, language: str, context: Context) -> str:
    """The same for a pop-up: no markup, and never longer than Telegram shows."""
    reader = Reader(language, context)
    said = _template(told, reader.say).format(**_gaps(told, reader))
    return said if len(said) <= TOAST else said[: TOAST - len(ELLIPSIS)].rstrip() + ELLIPSIS


def _template(told: Sentence, say: Speaker) -> str:
    """The sentence with its gaps; a test sees to it that none is missing."""
    families = (of_the_client, of_the_holder, of_waiting, of_the_words, of_the_desk)
    return next(found[told.what] for found in (family(told, say) for family in families) if told.what in found)


def _gaps(told: Sentence, reader: Reader) -> dict[str, str]:
    """What goes into the gaps, raw: a name or two, a title, a count, the language of the reader."""
    names = told.name.split("\n")
    return {
        "name": all_of(names, reader.language) if told.what == "on_duty" else names[0],
        "other": names[-1],
        "about": quoted(told.about, reader) or told.about.rpartition(":")[2],
        "danger": signal_name(told.about, reader.say),
        "number": str(told.number),
        "hours": str(HOURS_ON_DUTY),
        "language": language_in(reader.language, reader.language),
    }


def _called(told: Sentence, reader: Reader) -> str:
    """Each by a link that Telegram tells them of."""
    names = told.name.split("\n")
    who = zip(names[-len(told.mentions) :], told.mentions, strict=False)
    return all_of((link(f"tg://user?id={number}", name) for name, number in who), reader.language)


def _buttons(told: Sentence, reader: Reader) -> tuple[Button, ...]:
    """What is most likely wanted next; whoever is late is told whose the case is."""
    if told.what in TO_BE_TAKEN or (told.what == "awake" and not told.name):
        return (claim_button(reader),)
    if told.what == "not_yours":
        return (desk_button(reader.say.gettext("Take it over"), DeskTap("take")),)
    return (queue_button(reader),) if told.what in {"no_case", "duty_on"} else ()
