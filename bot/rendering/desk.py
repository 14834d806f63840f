"""What counsellors see in a thread of the desk: never a name, an id or a text of the client."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.conversation.actions import OpenCase, TellDesk
from bot.conversation.taps import Tap
from bot.language.formats import country_name, language_in, short_date
from bot.language.phrases import Speaker
from bot.packs.deadlines import Deadline
from bot.rendering.buttons import button
from bot.rendering.context import Context, Reader
from bot.rendering.markup import bold, italic, lines, page, plain
from bot.rendering.message import Button, Message
from bot.rendering.mistakes import mistake_title

LISTED: Final = 15
"""Lines of the weekly list that one message has room for."""

DESK_LANGUAGE: Final = "sq"
"""The counsellors' working language."""


def case_card(alias: str, action: OpenCase, context: Context) -> Message:
    """Open a thread: who (an alias), in which language, where, about what, and whether there is danger."""
    reader = _desk(context)
    say = reader.say
    known = (language_in(action.language, reader.language), _place(action, reader), _subject(action, reader))
    facts = [plain(fact) for fact in (*known, _signal(action.signal, say)) if fact]
    hint = say.gettext(
        "What you write here goes to the client; 👍 says that they have it. Begin a note for the team with //."
    )
    return Message(page(" · ".join((bold(alias), *facts)), plain(hint)), ((_close(say),),))


def told(action: TellDesk, context: Context) -> Message:
    say = _desk(context).say
    sentences = {
        "ended_by_client": say.gettext("The client has ended the case. What you write here no longer reaches them."),
        "deleted_by_client": say.gettext(
            "The client has asked us to delete everything. Please delete this thread too; "
            "what you write here no longer reaches them."
        ),
        "closed": say.gettext("The case is closed. What you write here no longer reaches the client."),
        "unreachable": say.gettext(
            "The client cannot be reached: the bot was stopped or the chat deleted. Your messages do not arrive."
        ),
        "edited": say.gettext("The client has changed a message. This is how it is now:"),
        "not_copied": say.gettext("One message could not be passed on. Please send it again, or ask the client to."),
        "reopened": say.gettext(
            "This thread was deleted and is open again. What you write here goes to the client; // begins a note."
        ),
        "back": say.gettext("The client is back. Your messages arrive again."),
    }
    rows = ((_close(say),),) if action.what == "reopened" else ()
    return Message(plain(sentences[action.what]), rows)


def _close(say: Speaker) -> Button:
    return button(say.gettext("Close the case"), Tap("close"))


def set_aside(context: Context) -> Message:
    """Warn that one update could not be handled, without a word of it."""
    said = _desk(context).say.gettext(
        "One message could not be handled, even at the fifth try, and was set aside. "
        "Please ask whoever runs Udha to look into the log."
    )
    return Message(plain(f"⚠️ {said}"))


def due_list(found: Sequence[Deadline], within: timedelta, context: Context) -> Message:
    """What has to be checked again, the longest past first; what has no room is counted."""
    reader = _desk(context)
    say = reader.say
    heading = say.ngettext(
        "{number} thing to check within {days} days:", "{number} things to check within {days} days:", len(found)
    ).format(number=len(found), days=within.days)
    listed = [_deadline(deadline, reader) for deadline in found]
    rest = len(found) - LISTED
    more = say.ngettext("and {number} more", "and {number} more", rest).format(number=rest) if rest > 0 else ""
    return _bulleted(heading, listed, say.gettext("All of them: udha content due"), more)


def proposal_list(services: Sequence[str], context: Context) -> Message:
    """Of which services a provider has written, each as often as it did; what, is read with the command."""
    reader = _desk(context)
    heading = reader.say.gettext("Providers wrote about their own entry, and nobody has decided yet:")
    named = [_service(service, reader) for service in services if service in reader.packs.services]
    return _bulleted(heading, named, reader.say.gettext("All of it: udha content proposals"))


def mistake_list(told: Sequence[tuple[str, str]], context: Context) -> Message:
    """What people said is wrong, by service and part of its card; what has no room is left to the command."""
    reader = _desk(context)
    heading = reader.say.gettext("People say that this is wrong:")
    services = reader.packs.services
    named = [f"{_service(one, reader)}: {mistake_title(what, reader.say)}" for one, what in told if one in services]
    return _bulleted(heading, named, reader.say.gettext("All of it: udha content mistakes"))


def _bulleted(heading: str, items: Sequence[str], how: str, more: str = "") -> Message:
    """As many as one message has room for; `how` says where all of them are."""
    listed = (plain(f"• {item}") for item in items[:LISTED])
    return Message(page(bold(heading), lines(*listed, plain(more)), italic(how)))


def _service(service: str, reader: Reader) -> str:
    return reader.packs.service(service, reader.language).words.name


def unclear_list(words: Sequence[str], context: Context) -> Message:
    """Words that several people used and no pack has, the commonest first; what has no room is left to the command."""
    say = _desk(context).say
    heading = say.gettext("Words that several people used and Udha did not understand:")
    how = say.gettext("All of them, with numbers: udha content unclear. A new way of asking, or a new topic?")
    return Message(page(bold(heading), plain(", ".join(words[:LISTED])), italic(how)))


def _deadline(deadline: Deadline, reader: Reader) -> str:
    topics, services = reader.packs.topics, reader.packs.service_words
    named = deadline.name
    if deadline.kind == "topic" and deadline.name in topics:
        named = topics[deadline.name].said(reader.language).words.title
    if deadline.kind == "service" and deadline.name in services:
        named = _service(deadline.name, reader)
    if deadline.kind == "holidays":
        named = reader.say.gettext("calendar of public holidays")
    if deadline.kind == "activities":
        named = reader.say.gettext("calendar of what is on")
    country = f" · {country_name(deadline.country, reader.language)}" if deadline.country else ""
    hidden = reader.say.gettext(" (clients no longer see it)") if deadline.is_withheld(reader.context.today) else ""
    return f"{short_date(deadline.by, reader.language)} · {named}{country} · {deadline.owner}{hidden}"


def signal_name(kind: str, say: Speaker) -> str:
    """Name a sign of danger for a colleague; one that has no phrase yet by its own name."""
    names = {
        "child-in-danger": say.pgettext("signal", "a child in danger"),
        "sexual-violence": say.pgettext("signal", "sexual violence"),
        "smuggler-threat": say.pgettext("signal", "threatened by smugglers"),
        "suicide": say.pgettext("signal", "thoughts of suicide"),
        "trafficking": say.pgettext("signal", "held or exploited"),
        "violence-now": say.pgettext("signal", "violence at home"),
        "way-danger": say.pgettext("signal", "in danger on the way"),
    }
    return names.get(kind, kind.replace("-", " "))


def _desk(context: Context) -> Reader:
    return Reader(DESK_LANGUAGE, context)


def _place(action: OpenCase, reader: Reader) -> str:
    known = action.place in reader.packs.places
    return reader.packs.place_name(action.place, reader.language) if action.place and known else ""


def _subject(action: OpenCase, reader: Reader) -> str:
    """A topic, or a service whose card the client had open."""
    subject, packs = action.subject or "", reader.packs
    if subject in packs.services:
        return _service(subject, reader)
    topic = packs.topics.get(subject)
    return topic.said(reader.language).words.title if topic else ""


def _signal(kind: str | None, say: Speaker) -> str:
    return f"⚠️ {signal_name(kind, say)}" if kind else ""
