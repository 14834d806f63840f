"""What is said in Telegram about the console: the private message with the link, and the answers at the desk."""

from typing import Final

from bot.desk.console import START_CODE, AnswerAsker, Role
from bot.language.phrases import Speaker
from bot.rendering.buttons import cut
from bot.rendering.context import Reader
from bot.rendering.markup import italic, link, page, plain
from bot.rendering.message import Button, Message

AT_TELEGRAM: Final = "https://t.me/{bot}?start={code}"


def way_in(url: str, role: Role, minutes: int, reader: Reader) -> Message:
    """The link, last, so that a locked screen shows the sentence; `minutes` is how long it works."""
    say = reader.say
    said = {
        "manager": say.ngettext(
            "Your way into the console. The link works once, for {number} minute. Please give it to nobody.",
            "Your way into the console. The link works once, for {number} minutes. Please give it to nobody.",
            minutes,
        ),
        "editor": say.ngettext(
            "A way into the console for one editor. The link works once, for {number} minute. "
            "Give it to that one person and nobody else.",
            "A way into the console for one editor. The link works once, for {number} minutes. "
            "Give it to that one person and nobody else.",
            minutes,
        ),
    }
    return Message(page(plain(said[role].format(number=minutes)), link(url, url)))


def answer_to_asker(told: AnswerAsker, reader: Reader) -> Message:
    """In italics, as all that the bot itself says at the desk."""
    button = Button(cut(reader.say.gettext("Write to the bot")), url=AT_TELEGRAM.format(bot=told.bot, code=START_CODE))
    rows = ((button,),) if told.what == "write_first" and told.bot else ()
    return Message(italic(_said(told, reader.say)), rows)


def _said(told: AnswerAsker, say: Speaker) -> str:
    return {
        "sent": say.gettext("The link to the console is in your own chat with the bot."),
        "write_first": say.gettext(
            "Telegram lets a bot write only to people who have written to it first. Press the button, then “Start”."
        ),
        "not_admin": say.gettext(
            "The console is for the administrators of this group. One of them can give you a link for editors."
        ),
        "unknown": say.gettext(
            "Telegram does not say who is an administrator here. Please make the bot an administrator of this group, "
            "then ask again."
        ),
        "anonymous": say.gettext(
            "You write as an anonymous administrator, so nobody knows to whom the link should go. "
            "Turn off “Remain Anonymous” for a moment."
        ),
        "ended": say.ngettext(
            "Ended: {number} session or open link of yours.",
            "Ended: {number} sessions or open links of yours.",
            told.number,
        ).format(number=told.number)
        if told.number
        else say.gettext("You have no open session and no open link."),
        "unclear": say.gettext(
            "/console gives you a link to the console, /console editor one for an editor. "
            "/console off ends all of yours."
        ),
    }[told.what]
