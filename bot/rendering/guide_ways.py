"""Where a result leads: its parts, a person, subjects, services, other guides, and what can be taken along."""

from typing import Final

from bot.conversation.guide_views import GuideResult
from bot.conversation.taps import Tap
from bot.rendering.buttons import ROWS, button, helpline_buttons, menu_button, pairs, shown, topic_button
from bot.rendering.context import Reader
from bot.rendering.guide_buttons import PLAY, guide_button, is_shown
from bot.rendering.guide_ended import Ended
from bot.rendering.guide_plan import screens
from bot.rendering.kinds import kind_button, kind_title
from bot.rendering.message import Button, Rows

REASONS: Final = 4
"""Reasons that a result shows at once."""

ROOM: Final = 2 * (ROWS - 1)
"""Buttons above the way to the menu."""

SUBJECTS: Final = 4
"""Subjects under a result: its own, and of a plan the first of its lines."""

PLACE: Final = "📍 "
"""Before a kind of service, which would else read like a subject or a part of a list."""

KEPT: Final = 2
"""The first subjects give way last."""


def result_rows(view: GuideResult, end: Ended) -> Rows:
    """What has no room gives way from the least needed on: further subjects, then guides, then services."""
    topics, services, guides = _topics(end), _services(end), _guides(end)
    person, mine = _person(end), (*_list(end), *_screens(end), *parts_of(end), *reasons_button(end))
    rest = (*_text(end), _sources(end), *(() if end.facts.desk else person), *_half(view, end))
    first = (*(person if end.facts.desk else ()), *mine)
    again = button(end.reader.say.gettext("↺ Start again"), Tap("play", end.guide.name, "again"))
    rest = (*rest, *(() if view.half else (again,)))
    spare = (again, *reversed(topics[KEPT:]), *reversed(guides), *reversed(services), *reversed(topics[:KEPT]))
    every = (*first, *topics, *services, *guides, *rest)
    out = set(spare[: max(0, len(every) - ROOM)])
    return (*pairs(each for each in every if each not in out), (menu_button(end.reader),))


def part_rows(view: GuideResult, end: Ended) -> Rows:
    """Back to the result, and to its other parts."""
    ways = (*_screens(end), *parts_of(end), *reasons_button(end), _sources(end), *_more_sources(view, end))
    others = (each for each in ways if each.data != end.tap(view.part).packed())
    back = button(end.reader.say.gettext("⬅ Back"), end.tap())
    return (*pairs(others), (back, menu_button(end.reader)))


def parts_of(end: Ended) -> tuple[Button, ...]:
    return tuple(button(words.label, end.tap(part)) for part in end.facts.parts if (words := end.part(part)))


def reasons_button(end: Ended) -> tuple[Button, ...]:
    """Where the result shows only some of them."""
    is_cut = len(end.reasons) > REASONS
    return (button(end.reader.say.gettext("All reasons"), end.tap("reasons")),) if is_cut else ()


def _person(end: Ended) -> tuple[Button, ...]:
    """A counsellor sees the result only after one more question; where there is no desk, the helplines."""
    reader = end.reader
    if not reader.context.desk:
        return helpline_buttons(reader)
    return (button(reader.say.gettext("👤 Show a counsellor"), end.tap("desk")),)


def _list(end: Ended) -> tuple[Button, ...]:
    if end.facts.lists != "checklist" or not end.items:
        return ()
    return (button(end.reader.say.gettext("Open my list"), Tap("list", end.guide.name)),)


def _screens(end: Ended) -> tuple[Button, ...]:
    """The rest of a plan that is too long for one screen."""
    say = end.reader.say
    said = (
        (say.gettext("Step {first}") if first == last else say.gettext("Steps {first} to {last}"), part, first, last)
        for part, (first, last) in screens(end).items()
    )
    return tuple(button(label.format(first=first, last=last), end.tap(part)) for label, part, first, last in said)


def _topics(end: Ended) -> tuple[Button, ...]:
    reader = end.reader
    of_plan = (item.topic for item in end.items if item.topic) if end.facts.lists == "plan" else ()
    slugs = [slug for slug in dict.fromkeys((*end.facts.topics, *of_plan)) if shown(slug, reader)]
    return tuple(topic_button(reader.packs.topics[slug], reader) for slug in slugs[:SUBJECTS])


def _services(end: Ended) -> tuple[Button, ...]:
    return kind_buttons(end.facts.services, end.reader)


def kind_buttons(kinds: tuple[str, ...], reader: Reader) -> tuple[Button, ...]:
    """Without the kinds that have left the packs."""
    return tuple(kind_button(kind, reader, PLACE) for kind in kinds if kind_title(kind, reader))


def _guides(end: Ended) -> tuple[Button, ...]:
    guides = end.reader.packs.guides
    known = (guides[name] for name in end.facts.guides if name in guides)
    return tuple(guide_button(guide, end.reader, PLAY) for guide in known if is_shown(guide, end.reader))


def _text(end: Ended) -> tuple[Button, ...]:
    """The same as words: what may be passed on, else a plan to keep."""
    say = end.reader.say
    if end.facts.share:
        return (button(say.gettext("Text to pass on"), end.tap("text")),)
    if end.facts.lists == "plan" and end.items:
        return (button(say.gettext("Keep as text"), end.tap("text")),)
    return ()


def _sources(end: Ended) -> Button:
    return button(end.reader.say.gettext("Sources"), end.tap("sources"))


def _more_sources(view: GuideResult, end: Ended) -> tuple[Button, ...]:
    """Only beside those that are listed."""
    if view.part not in end.source_screens:
        return ()
    said = end.reader.say.gettext("More sources")
    return tuple(button(said, end.tap(part)) for part in end.source_screens[1:])


def _half(view: GuideResult, end: Ended) -> tuple[Button, ...]:
    if not view.half:
        return ()
    return (button(end.reader.say.gettext("Other questions"), Tap("guide", end.guide.name)),)
