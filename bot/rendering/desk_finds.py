"""What a counsellor finds to send, and a look at it as the client would see it."""

from bot.conversation.case_views import Reply
from bot.conversation.views import ServiceCard, TopicShown, View
from bot.desk.taps import DeskTap
from bot.desk.views import Findings, Preview
from bot.rendering.buttons import pairs
from bot.rendering.context import Reader
from bot.rendering.desk_buttons import back_button, desk_button
from bot.rendering.markup import lines, plain
from bot.rendering.message import Message, Rows
from bot.rendering.titles import title
from bot.rendering.views import render


def findings(view: Findings, reader: Reader) -> Message:
    """One button each; it leads only to a look."""
    say = reader.say
    looks: tuple[tuple[str, DeskTap], ...] = (
        *(("↩", DeskTap("reply", each)) for each in view.replies),
        *(("📄", DeskTap("topic", each)) for each in view.topics),
        *(("📍", DeskTap("service", each)) for each in view.services),
    )
    titled = ((mark, title(f"{tap.name}:{tap.argument}", reader), tap) for mark, tap in looks)
    found = [desk_button(f"{mark} {said}", tap) for mark, said, tap in titled if said]
    look = say.gettext("Tap to see it as the client would. It is sent only by a second tap.")
    none = say.gettext("Nothing found for this. Please try another word.")
    search = say.gettext("To look for something: /find and a word or two.")
    return Message(lines(plain(look if found else none), plain(search)), (*pairs(found), (back_button(reader),)))


def preview(view: Preview, reader: Reader) -> Message:
    """Letter for letter what the client would get, so without a heading of ours; the client's buttons are left out."""
    shown = render(_as_sent(view), view.language, reader.context)
    back = desk_button(reader.say.gettext("⬅ Back"), DeskTap("found", "again"))
    return Message(shown.html, (*_sending(view, reader), (back,)))


def _as_sent(view: Preview) -> View:
    match view.what:
        case "reply":
            return Reply(view.which)
        case "topic":
            return TopicShown(view.which, home=view.home, sent=True)
        case "service":
            return ServiceCard(view.which, sent=True)


def _sending(view: Preview, reader: Reader) -> Rows:
    """Nothing where whoever looks has no case to send it to."""
    if not view.sends:
        return ()
    say = reader.say
    give = desk_button(say.gettext("Send it"), DeskTap("give", view.what, view.which))
    refer = desk_button(say.gettext("Refer to it"), DeskTap("refer", view.which))
    return ((give, refer),) if view.what == "service" else ((give,),)
