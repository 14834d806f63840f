"""What a talk with a counsellor brings: waiting, vetted replies, and questions that only the client can answer."""

from typing import TypeAlias, assert_never

from bot.conversation import numbers
from bot.conversation.case_views import AskShare, CaseWaits, Personal, ReferralAsked, ReferralReached, Reply
from bot.conversation.taps import Tap
from bot.conversation.views import Menu
from bot.directory.offer import Offer
from bot.rendering.buttons import button, exit_button, menu_button, pairs
from bot.rendering.case_waits import case_waits
from bot.rendering.context import Reader
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Message
from bot.rendering.offer import Found, found
from bot.rendering.welcome import menu

Talk: TypeAlias = CaseWaits | AskShare | Reply | ReferralAsked | ReferralReached


def talk(view: Talk, reader: Reader) -> Message:
    match view:
        case CaseWaits():
            return case_waits(view, reader)
        case AskShare():
            return ask_share(view, reader)
        case Reply():
            return reply(view, reader)
        case ReferralAsked():
            return referral_asked(view, reader)
        case ReferralReached():
            return referral_reached(view, reader)
        case _:
            assert_never(view)


def ask_share(view: AskShare, reader: Reader) -> Message:
    """Before a counsellor sees what may show who somebody is."""
    say = reader.say
    asked = say.gettext("The counsellor has not seen it yet. Shall I send it?")
    ids = numbers.packed(view.message_ids)
    send = button(say.gettext("Yes, send it"), Tap("share", *ids))
    keep = button(say.gettext("No, keep it"), Tap("withhold", *ids))
    return Message(page(plain(_shows(view.what, reader)), plain(asked)), ((send, keep), (exit_button(reader),)))


def reply(view: Reply, reader: Reader) -> Message:
    """Without a button, like everything that a counsellor writes; what has left the packs gives the menu."""
    if view.reply not in reader.packs.replies:
        return menu(Menu(), reader)
    said = reader.packs.reply(view.reply, reader.language)
    foreign = reader.say.gettext("(This text is not yet in your language.)")
    return Message(page(plain(said.words.text), italic(foreign) if said.language != reader.language else ""))


def referral_asked(view: ReferralAsked, reader: Reader) -> Message:
    """Nobody is sent anywhere who does not want to go, and nobody is told of them."""
    say, named = reader.say, found(Offer(view.service), None, reader)
    if named is None:
        return menu(Menu(), reader)
    # Long enough to keep the name of a service off a locked screen (voice rule 9); so is the lead of the next view.
    lead = say.gettext("The counsellor knows somebody who may be able to help you:")
    asked = say.gettext("Shall I give you what we know about it? The counsellor learns only yes or no.")
    alone = say.gettext("We tell them nothing about you.")
    answers = (
        button(say.gettext("Yes"), Tap("refer", "yes", view.service)),
        button(say.gettext("No"), Tap("refer", "no", view.service)),
    )
    said = page(plain(lead), _service(named), lines(plain(asked), plain(alone)))
    return Message(said, (answers, (menu_button(reader),)))


def referral_reached(view: ReferralReached, reader: Reader) -> Message:
    """Some days later."""
    say = reader.say
    if view.service not in reader.packs.services:
        return menu(Menu(), reader)
    lead = say.gettext("Hello again. I have one short question; one tap is enough.")
    asked = say.gettext("Some days ago you got this from the counsellor. Did it help?")
    answers = (
        button(say.gettext("Yes, it helped"), Tap("reached", "helped", view.service)),
        button(say.gettext("It did not help"), Tap("reached", "not_helped", view.service)),
        button(say.gettext("I did not reach them"), Tap("reached", "not_reached", view.service)),
    )
    name = bold(reader.packs.service(view.service, reader.language).words.name)
    return Message(page(plain(lead), lines(plain(asked), name)), (*pairs(answers), (menu_button(reader),)))


def _shows(what: Personal, reader: Reader) -> str:
    say = reader.say
    shows = {
        "contact": say.gettext("This shows somebody's name and telephone number."),
        "place": say.gettext("This shows exactly where you are."),
        "face": say.gettext("A picture may show a face, a name or a place."),
    }
    return shows[what]


def _service(named: Found) -> str:
    words = named.said.words
    return lines(bold(words.name), plain(words.serves), plain(words.does or ""))
