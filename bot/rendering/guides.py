"""Guides: the list of them, how one begins, and which file shows the rest."""

from typing import assert_never

from bot.conversation.guide_views import (
    AskReminder,
    AskTell,
    Checklist,
    GuideExplained,
    GuideIntro,
    GuideNotice,
    GuideQuestion,
    GuideResult,
    Guides,
    GuideText,
    GuideView,
    Reminder,
)
from bot.conversation.taps import Tap
from bot.conversation.views import Menu
from bot.rendering.buttons import button, menu_button, pairs, person_buttons
from bot.rendering.context import Reader
from bot.rendering.guide_buttons import guide_button, is_shown
from bot.rendering.guide_ended import ended
from bot.rendering.guide_list import ask_reminder, checklist, reminder
from bot.rendering.guide_notices import guide_notice, withheld
from bot.rendering.guide_opened import Opened, opened
from bot.rendering.guide_question import explained, question
from bot.rendering.guide_result import result
from bot.rendering.guide_text import ask_tell, guide_text
from bot.rendering.markup import bold, lines, page, plain
from bot.rendering.message import Button, Message
from bot.rendering.sent import from_counsellor
from bot.rendering.welcome import menu


def guides(view: GuideView, reader: Reader) -> Message:
    """What has left the packs since, be it a guide, a step or an item, gives the menu."""
    match view:
        case Guides():
            shown = every_guide(view, reader)
        case GuideNotice():
            shown = guide_notice(view, reader)
        case Reminder():
            # It comes by itself: that a button is old would be no answer to anything.
            return reminder(view, reader) or menu(Menu("hello"), reader)
        case _:
            shown = _of_one(view, reader)
    return shown or menu(Menu("button"), reader)


Playable = GuideIntro | GuideQuestion | GuideExplained | GuideResult | GuideText | AskTell | Checklist | AskReminder


def _of_one(view: Playable, reader: Reader) -> Message | None:
    guide = opened(view.guide, reader)
    if guide is None:
        return None
    if reader.packs.guides[view.guide].freshness(reader.context.today) == "withheld":
        return withheld(guide)
    match view:
        case GuideIntro() | GuideQuestion() | GuideExplained():
            return _played(view, guide)
        case Checklist() | AskReminder():
            return _listed(view, guide)
        case GuideResult() | GuideText() | AskTell():
            return _at_the_end(view, guide)
        case _:
            assert_never(view)


def _played(view: GuideIntro | GuideQuestion | GuideExplained, guide: Opened) -> Message | None:
    match view:
        case GuideIntro():
            return intro(view, guide)
        case GuideQuestion():
            return question(view, guide)
        case GuideExplained():
            return explained(view, guide)
        case _:
            assert_never(view)


def _listed(view: Checklist | AskReminder, guide: Opened) -> Message | None:
    match view:
        case Checklist():
            return checklist(view, guide)
        case AskReminder():
            return ask_reminder(guide)
        case _:
            assert_never(view)


def _at_the_end(view: GuideResult | GuideText | AskTell, guide: Opened) -> Message | None:
    end = ended(view.outcome, guide)
    if end is None:
        return None
    match view:
        case GuideResult():
            return result(view, end)
        case GuideText():
            return guide_text(view, end)
        case AskTell():
            return ask_tell(view, end)
        case _:
            assert_never(view)


def every_guide(view: Guides, reader: Reader) -> Message | None:
    """Those that may be shown; None where there are none."""
    say = reader.say
    known = (reader.packs.guides[name] for name in view.names if name in reader.packs.guides)
    buttons = tuple(guide_button(guide, reader) for guide in known if is_shown(guide, reader))
    if not buttons:
        return None
    how = say.gettext("A few questions, one tap each. At the end you see what fits you.")
    ways = (*person_buttons(reader), menu_button(reader))
    return Message(lines(bold(say.gettext("Step by step")), plain(how)), (*pairs(buttons), *pairs(ways)))


def intro(view: GuideIntro, guide: Opened) -> Message:
    reader, words = guide.reader, guide.words
    minutes = reader.say.ngettext(
        "It takes about {number} minute.", "It takes about {number} minutes.", guide.facts.minutes
    )
    sent = from_counsellor(reader) if view.sent else ""
    said = page(
        lines(sent, bold(words.title), guide.banner, plain(words.intro)),
        plain(" ".join((minutes.format(number=guide.facts.minutes), _kept(guide)))),
        guide.foreign,
    )
    return Message(said, (*pairs(_beginnings(view, reader)), (menu_button(reader),)))


def _kept(guide: Opened) -> str:
    """What becomes of the answers."""
    say = guide.reader.say
    if guide.facts.has_forms:
        return say.gettext("Until the second part we keep your points and what you say of yourself, nothing else.")
    return say.gettext("We do not keep your answers: they are deleted as soon as you are through.")


def _beginnings(view: GuideIntro, reader: Reader) -> tuple[Button, ...]:
    say = reader.say
    on = button(say.gettext("Go on"), Tap("play", view.guide, "on"))
    again = button(say.gettext("↺ Start again"), Tap("play", view.guide, "again"))
    kept = (button(say.gettext("Open my list"), Tap("list", view.guide)),) if view.listed else ()
    if view.under_way:
        return (on, again, *kept)
    if kept:
        return (*kept, again)
    start = say.gettext("Start the second part") if view.second else say.gettext("Start")
    return (button(start, Tap("play", view.guide, "start")),)
