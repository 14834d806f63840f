"""The ways to guides from elsewhere: all of them, one of them, and the one that was interrupted."""

from typing import Final

from bot.conversation.taps import Tap
from bot.packs.assets import Guide
from bot.rendering.buttons import button
from bot.rendering.context import Reader
from bot.rendering.message import Button

PLAY: Final = "▶ "
"""Marks a guide among buttons that only open something to read."""

MOST: Final = 4
"""Guides above the subjects of a section: two rows."""


def is_shown(guide: Guide, reader: Reader) -> bool:
    """Whether it is not too old to be shown."""
    return guide.freshness(reader.context.today) != "withheld"


def guide_button(guide: Guide, reader: Reader, mark: str = "") -> Button:
    return button(mark + guide.said(reader.language).words.label, Tap("guide", guide.name))


def guides_button(reader: Reader) -> tuple[Button, ...]:
    """Lead to every guide, where there are any."""
    anything = any(is_shown(guide, reader) for guide in reader.packs.guides.values())
    return (button(reader.say.gettext("Step by step"), Tap("guides")),) if anything else ()


def resume_button(name: str | None, reader: Reader) -> tuple[Button, ...]:
    """Go on with the guide that was interrupted; nothing for one that has left the packs or is too old by now."""
    guide = reader.packs.guides.get(name or "")
    if guide is None or not is_shown(guide, reader):
        return ()
    return (button(PLAY + guide.said(reader.language).words.label, Tap("play", guide.name, "on")),)


def section_guides(section: str, reader: Reader) -> tuple[Button, ...]:
    """The guides of a section; where they are many, the last button leads to all of them."""
    guides = (one for one in reader.packs.guides.values() if one.facts.section == section and is_shown(one, reader))
    found = tuple(guide_button(guide, reader, PLAY) for guide in guides)
    every = button(reader.say.gettext("Step by step"), Tap("guides", section))
    return found if len(found) <= MOST else (*found[: MOST - 1], every)


def topic_guides(slug: str, reader: Reader) -> tuple[Button, ...]:
    """The guides under a topic; what is due for a review is not pressed on anybody."""
    guides = reader.packs.guides_by_topic.get(slug, ())
    fresh = (guide for guide in guides if guide.freshness(reader.context.today) == "fresh")
    return tuple(guide_button(guide, reader, PLAY) for guide in fresh)
