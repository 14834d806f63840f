"""A topic: the short answer first, the rest behind buttons, and where every word is from."""

from bot.conversation.taps import Tap
from bot.conversation.thumbs import RATED
from bot.conversation.views import Menu, Part, TopicShown, TopicWithheld
from bot.language.formats import country_name
from bot.packs.assets import Topic
from bot.packs.topic_schema import TopicWords
from bot.rendering.buttons import (
    ROWS,
    button,
    helpline_buttons,
    menu_button,
    pairs,
    person_buttons,
    section_button,
    shown,
    topic_button,
)
from bot.rendering.context import Reader
from bot.rendering.guide_buttons import resume_button, topic_guides
from bot.rendering.markup import bold, lines, page, plain
from bot.rendering.message import Button, Message, Rows
from bot.rendering.sent import from_counsellor
from bot.rendering.sources import not_yet_yours, overdue, source_entry, source_line
from bot.rendering.switching import switch_back, switched
from bot.rendering.thumbs import rated, thumb_of, thumbs_said, why_rows, with_ways_on
from bot.rendering.welcome import menu

RELATED = 2
"""Related subjects under a topic: more would push the menu off a small screen."""
GUIDES = 2
"""The same for guides; one that was interrupted comes first."""


def topic(view: TopicShown, reader: Reader) -> Message:
    common = reader.packs.topics.get(view.slug)
    if common is None:
        return menu(Menu("button"), reader)
    found = common.for_country(view.home)
    if found.freshness(reader.context.today) == "withheld":
        return withheld(TopicWithheld(view.slug), reader)
    said = found.said(reader.language)
    title = bold(_title(said.words, view, common, reader))
    sent = from_counsellor(reader) if view.sent else ""
    heading = lines(sent, switched(view.switched_from, reader), title, _banner(found, reader))
    if view.part == "summary":
        heading = lines(heading, plain(said.words.summary))
    sources = "" if view.part == "sources" else source_line(found.facts.sources, reader)
    notes = lines(not_yet_yours(said.language, reader), sources)
    below = thumbs_said(view, reader)
    return Message(
        page(heading, *_body(view.part, found, said.words, reader), notes, below), _rows(view, found, reader)
    )


def _title(words: TopicWords, view: TopicShown, common: Topic, reader: Reader) -> str:
    """With the country whose rules follow, where it has rules of its own."""
    if view.home is None or view.home not in common.versions:
        return words.title
    return f"{words.title} · {country_name(view.home, reader.language)}"


def withheld(view: TopicWithheld, reader: Reader) -> Message:
    found = reader.packs.topics.get(view.slug)
    title = bold(found.said(reader.language).words.title) if found else ""
    wait = reader.say.gettext(
        "We are checking this subject again. Until then we do not show it, so that nobody relies on something old."
    )
    offers = dict.fromkeys((*helpline_buttons(reader), *person_buttons(reader), menu_button(reader)))
    return Message(lines(title, plain(wait)), pairs(offers))


def _banner(found: Topic, reader: Reader) -> str:
    if found.freshness(reader.context.today) != "due":
        return ""
    return overdue(found.facts.review_by, reader)


def _body(part: Part, found: Topic, words: TopicWords, reader: Reader) -> tuple[str, ...]:
    if part == "details":
        return (plain(words.details),)
    if part == "steps":
        return (lines(*(plain(f"{number}. {step}") for number, step in enumerate(words.steps, 1))),)
    if part == "sources":
        return tuple(source_entry(source, reader) for source in found.facts.sources)
    return (plain(f"⚠️ {words.warning}"),) if words.warning else ()


def _rows(view: TopicShown, found: Topic, reader: Reader) -> Rows:
    thumb = thumb_of(view, found, reader)
    if thumb and view.thumbs == "why":
        return why_rows(thumb, reader)
    due = found.freshness(reader.context.today) == "due"
    # Below an answer that did not help a person stands already.
    person = person_buttons(reader) if due and view.thumbs != "sorry" else ()
    parts = pairs(_parts(view, found, reader))
    below = (*pairs(_homes(view, reader)), *pairs((*switch_back(view.switched_from, view.slug), *person)))
    onward = _onward(view, found, reader, ROWS - len(parts) - len(below) - 1)
    section = section_button(found.section, reader, "⬅ ")
    return with_ways_on((*parts, *onward, *below), section, thumb, view, reader)


def _onward(view: TopicShown, found: Topic, reader: Reader, room: int) -> Rows:
    """Guides and related subjects: a row each, or one of each side by side where there is no room for two rows."""
    resumed = resume_button(view.guide, reader)
    offered = (each for each in topic_guides(view.slug, reader) if each.label not in {one.label for one in resumed})
    guides, related = (*resumed, *offered)[:GUIDES], _related(found, reader)
    if guides and related and room < 2:  # noqa: PLR2004 -- two rows
        return ((guides[0], related[0]),)
    return (*pairs(guides), *pairs(related))


def _parts(view: TopicShown, found: Topic, reader: Reader) -> tuple[Button, ...]:
    """List the ways on from this part: every other part, and who helps where somebody does."""
    say, told = reader.say, RATED if rated(view) else ""
    ways = {
        "summary": button(say.gettext("The short answer"), Tap("topic", view.slug, told)),
        "details": button(say.gettext("More"), Tap("more", view.slug, told)),
        "steps": button(say.gettext("What I can do"), Tap("steps", view.slug, told)),
        "who": button(say.gettext("Who helps"), Tap("who", view.slug)),
        "sources": button(say.gettext("Sources"), Tap("sources", view.slug, told)),
    }
    del ways[view.part]
    if not found.facts.services:
        del ways["who"]
    return tuple(ways.values())


def _homes(view: TopicShown, reader: Reader) -> tuple[Button, ...]:
    """The countries whose rules differ from what is shown."""
    countries = (country for country in reader.packs.topics[view.slug].versions if country != view.home)
    return tuple(
        button(country_name(country, reader.language), Tap("home", country, view.slug)) for country in countries
    )


def _related(found: Topic, reader: Reader) -> tuple[Button, ...]:
    slugs = [slug for slug in found.facts.related if shown(slug, reader)][:RELATED]
    return tuple(topic_button(reader.packs.topics[slug], reader) for slug in slugs)
