"""Sentences around a guide: it was left, it has changed, its list is deleted, a counsellor has its result."""

from bot.conversation.guide_views import GuideNotice
from bot.conversation.taps import Tap
from bot.rendering.buttons import button, exit_button, helpline_buttons, menu_button, pairs, person_buttons
from bot.rendering.context import Reader
from bot.rendering.guide_opened import Opened, opened
from bot.rendering.markup import bold, lines, plain
from bot.rendering.message import Button, Message


def guide_notice(view: GuideNotice, reader: Reader) -> Message | None:
    """None where the guide that it is about has left the packs, and nothing can be said without it."""
    if view.what in {"told", "list_deleted"}:
        return Message(plain(_sentence(view, reader)), (_after(view, reader),))
    guide = opened(view.guide, reader)
    if guide is None:
        return None
    if view.what == "withheld":
        return withheld(guide)
    if view.what == "ask_delete_list":
        return Message(plain(_sentence(view, reader)), (_delete_or_not(view.guide, reader),))
    again = button(reader.say.gettext("↺ Start again"), Tap("play", view.guide, "again"))
    return Message(plain(_sentence(view, reader)), ((again,), (menu_button(reader),)))


def withheld(guide: Opened) -> Message:
    """As of a topic (design rule 2)."""
    reader = guide.reader
    wait = reader.say.gettext(
        "We are checking this subject again. Until then we do not show it, so that nobody relies on something old."
    )
    offers = dict.fromkeys((*helpline_buttons(reader), *person_buttons(reader), menu_button(reader)))
    return Message(lines(bold(guide.words.title), plain(wait)), pairs(offers))


def _sentence(view: GuideNotice, reader: Reader) -> str:
    say = reader.say
    sentences = {
        "left": say.gettext("We stopped here, and your answers are deleted. You can start again at any time."),
        "changed": say.gettext("These questions have changed since you began. Please start again."),
        "over": say.gettext("That button belongs to a guide that is over. You can start again."),
        "ask_delete_list": say.gettext("Your list and what you ticked off will be deleted. Shall I delete it?"),
        "list_deleted": say.gettext("Your list is deleted, and the reminder too if there was one."),
        "told": say.gettext("The counsellors can see your result now."),
    }
    return sentences[view.what]


def _delete_or_not(name: str, reader: Reader) -> tuple[Button, ...]:
    say = reader.say
    return (
        button(say.gettext("Yes, delete it"), Tap("forget", name, "yes")),
        button(say.gettext("No"), Tap("list", name)),
    )


def _after(view: GuideNotice, reader: Reader) -> tuple[Button, ...]:
    """In a talk the menu is silent, so that no button leads there."""
    if view.what == "told":
        return button(reader.say.gettext("End the talk"), Tap("end")), exit_button(reader)
    return (menu_button(reader),)
