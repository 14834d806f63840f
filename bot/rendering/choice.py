"""Not sure: the nearest subjects, a way to say "none of them", and a person."""

from bot.conversation.taps import Tap
from bot.conversation.views import Choice
from bot.language.formats import all_of, language_in
from bot.rendering.buttons import button, language_rows, menu_button, pairs, person_buttons, shown, topic_button
from bot.rendering.context import Reader
from bot.rendering.markup import lines, page, plain
from bot.rendering.message import Message
from bot.rendering.switching import switch_back, switched
from bot.rendering.welcome import choose, menu_rows

OFFERED = 3
"""Subjects that one can take in at a glance (voice, "not sure")."""


def choice(view: Choice, reader: Reader) -> Message:
    if view.foreign:
        return _foreign(reader)
    topics = [reader.packs.topics[slug] for slug in view.slugs if shown(slug, reader)][:OFFERED]
    if not topics:
        return _nothing(view, reader)
    said = [topic.said(reader.language).words for topic in topics]
    # A label is short; where it leaves something out, the whole title is read above the buttons.
    listed = [words.title for words in said] if any(words.label != words.title for words in said) else []
    asked = plain(reader.say.gettext("I am not sure what you are asking. Is it one of these?"))
    offered = pairs(topic_button(topic, reader) for topic in topics)
    none = button(reader.say.gettext("None of them"), Tap("none"))
    person = person_buttons(reader)
    rest = (none, menu_button(reader)) if view.again else (none, *person, menu_button(reader))
    rows = (*pairs(person if view.again else ()), *offered, *pairs(rest))
    asking = lines(asked, *(plain(f"• {title}") for title in listed))
    spoken = plain(switched(view.switched_from, reader))
    rows = (*rows, *pairs(switch_back(view.switched_from)))
    return Message(page(spoken, plain(_person_first(view, reader)), asking), rows)


def _nothing(view: Choice, reader: Reader) -> Message:
    sorry = reader.say.gettext("I am sorry, I have no checked answer to this.")
    spoken = plain(switched(view.switched_from, reader))
    said = lines(spoken, plain(sorry), plain(_person_first(view, reader)), plain(choose(reader)))
    rows = menu_rows(reader, person_first=view.again, back=switch_back(view.switched_from))
    return Message(said, rows)


def _person_first(view: Choice, reader: Reader) -> str:
    if not (view.again and reader.context.desk):
        return ""
    return reader.say.gettext("A counsellor may understand you better than I do.")


def _foreign(reader: Reader) -> Message:
    """Say it in every language that we speak: which of them this person reads is what we do not know."""
    packs = reader.packs
    said = []
    for language in packs.languages:
        spoken = all_of((language_in(other, language) for other in packs.languages), language)
        said.append(reader.context.phrases.speak(language).gettext("I speak {languages}.").format(languages=spoken))
    rows = (*language_rows(reader), *pairs((*person_buttons(reader), menu_button(reader))))
    return Message(lines(*map(plain, said)), rows)
