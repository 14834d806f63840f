"""First contact, the main menu and its sections."""

from bot.conversation.views import Hint, Menu, Section
from bot.rendering.buttons import (
    exit_button,
    language_rows,
    menu_button,
    near_button,
    pairs,
    person_buttons,
    section_button,
    topic_button,
)
from bot.rendering.context import Reader
from bot.rendering.guide_buttons import guides_button, resume_button, section_guides
from bot.rendering.markup import bold, lines, page, plain
from bot.rendering.message import Button, Message, Rows
from bot.rendering.whats_on import on_button


def welcome(reader: Reader) -> Message:
    say = reader.say
    hello = say.gettext(
        "Hello. I am Udha, an automatic helper, free of charge. I have checked information about safe migration, "
        "your rights and the services near you. I do not know your name and I do not keep your messages."
    )
    own_words = say.gettext("Or write your question in your own words.")
    sections = _sections(reader)
    ways = (near_button(reader), *guides_button(reader))
    # An odd number would leave one button alone; the last section waits in the menu.
    first = sections[:-1] if (len(sections) + len(ways)) % 2 else sections
    people = pairs((*person_buttons(reader), exit_button(reader)))
    rows = (*language_rows(reader), *pairs((*first, *ways)), *people)
    return Message(page(plain(hello), plain(own_words)), rows)


def menu(view: Menu, reader: Reader) -> Message:
    why = _why(view.hint, reader) if view.hint else ""
    return Message(page(plain(why), plain(choose(reader))), menu_rows(reader, resumed=view.guide))


def section(view: Section, reader: Reader) -> Message:
    if view.section not in reader.packs.section_words:
        return menu(Menu("button"), reader)
    words = reader.packs.section(view.section, reader.language)
    topics = reader.packs.topics_by_section.get(view.section, ())
    heading = lines(bold(words.title), plain(words.intro))
    guides = section_guides(view.section, reader)
    nothing = reader.say.gettext("There is nothing here yet. Please write your question.")
    rows = (*pairs(guides), *pairs(topic_button(topic, reader) for topic in topics))
    return Message(
        page(heading, "" if rows else plain(nothing)), (*rows, *pairs((*person_buttons(reader), menu_button(reader))))
    )


def choose(reader: Reader) -> str:
    return reader.say.gettext("Choose a subject, or write your question in your own words.")


def menu_rows(
    reader: Reader, *, person_first: bool = False, resumed: str | None = None, back: tuple[Button, ...] = ()
) -> Rows:
    """With the quick exit: whatever has no room for it leads here, so that it is never more than two taps away.

    `resumed` is a guide that was interrupted, `back` leads to where one comes from.
    """
    person, near, leave = person_buttons(reader), near_button(reader), exit_button(reader)
    if person_first:
        return (*pairs(person), *pairs((*_sections(reader), near, *back, leave)))
    # All guides stand beside the interrupted one then: a row of its own would be one too many.
    resume, guides = resume_button(resumed, reader), guides_button(reader)
    first, later = (pairs((*resume, *guides)), ()) if resume else ((), guides)
    return (*first, *pairs((*_sections(reader), near, *on_button(reader), *later, *person, *back, leave)))


def _sections(reader: Reader) -> tuple[Button, ...]:
    """The sections that lead somewhere."""
    filled = (section for section in reader.packs.sections if reader.packs.topics_by_section.get(section))
    return tuple(section_button(section, reader) for section in filled)


def _why(hint: Hint, reader: Reader) -> str:
    say = reader.say
    reasons: dict[Hint, str] = {
        "edited": say.gettext("You changed a message. I read only new ones: please write it again as a new message."),
        "photo": say.gettext("I cannot look at pictures. Please write in words what you need."),
        "voice": say.gettext("I cannot listen to voice messages. Please write in words what you need."),
        "media": say.gettext("I cannot read this kind of message. Please write in words what you need."),
        "long": say.gettext("That was too long for me. Please ask in one or two sentences."),
        "empty": say.gettext("I found no words in that. Please write your question in words."),
        "button": say.gettext("That button belongs to an old message. Here is the menu as it is now."),
        "hello": say.gettext("Hello. How can I help?"),
        "thanks": say.gettext("You are welcome. I am here if you need anything else."),
        "failed": say.gettext("Something went wrong on our side. It was nothing you did. Here is the menu."),
    }
    person = say.gettext("Or talk to a person.") if reader.context.desk and hint in {"photo", "voice", "media"} else ""
    return f"{reasons[hint]} {person}".rstrip()
