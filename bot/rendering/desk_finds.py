"""What a counsellor finds to send, and a look at it as the client would see it."""

from bot.conversation.case_views import Reply
from bot.conversation.guide_views import GuideIntro
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
        *(("▶", DeskTap("guide", each)) for each in view.guides),
    )
    titled = ((mark, _title(tap, reader), tap) for mark, tap in looks)
    found = [desk_button(f"{mark} {said}", tap) for mark, said, tap in titled if said]
    look = say.gettext("Tap to see it as the client would. It is sent only by a second tap.")
    none = say.gettext("Nothing found for this. Please try another word.")
    search = say.gettext("To look for something: /find and a word or two.")
    return Message(
        lines(plain(look if found or view.more else none), plain(search)),
        (*_more(view, reader), *pairs(found), (back_button(reader),)),
    )


def _title(tap: DeskTap, reader: Reader) -> str:
    """Of a guide its label, which was made for a button; nothing of what has left the packs."""
    guide = reader.packs.guides.get(tap.argument) if tap.name == "guide" else None
    return guide.said(reader.language).words.label if guide else title(f"{tap.name}:{tap.argument}", reader)


def _more(view: Findings, reader: Reader) -> Rows:
    """The guides behind a button of their own: there are enough replies already."""
    if not view.more:
        return ()
    return ((desk_button(reader.say.gettext("▶ Guides to send"), DeskTap("found", "guides")),),)


def preview(view: Preview, reader: Reader) -> Message:
    """Letter for letter what the client would get, so without a heading of ours; the client's buttons are left out."""
    shown = render(_as_sent(view), view.language, reader.context)
    back = desk_button(reader.say.gettext("⬅ Back"), DeskTap("found", "guides" if view.what == "guide" else "again"))
    return Message(shown.html, (*_sending(view, reader), (back,)))


def _as_sent(view: Preview) -> View:
    match view.what:
        case "reply":
            return Reply(view.which)
        case "topic":
            return TopicShown(view.which, home=view.home, sent=True)
        case "service":
            return ServiceCard(view.which, sent=True)
        case "guide":
            return GuideIntro(view.which, sent=True)


def _sending(view: Preview, reader: Reader) -> Rows:
    """Nothing where whoever looks has no case to send it to."""
    if not view.sends:
        return ()
    say = reader.say
    give = desk_button(say.gettext("Send it"), DeskTap("give", view.what, view.which))
    refer = desk_button(say.gettext("Refer to it"), DeskTap("refer", view.which))
    return ((give, refer),) if view.what == "service" else ((give,),)
