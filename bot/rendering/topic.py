"""A topic: the short answer first, the rest behind buttons, and where every word is from."""

from bot.conversation.taps import Tap
from bot.conversation.views import Menu, Part, TopicShown, TopicWithheld
from bot.language.formats import country_name, long_date, partial_date, short_date
from bot.packs.assets import Said, Topic
from bot.packs.topic_schema import Source, TopicWords
from bot.rendering.buttons import (
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
from bot.rendering.markup import bold, italic, lines, link, page, plain
from bot.rendering.message import Button, Message, Rows
from bot.rendering.sent import from_counsellor
from bot.rendering.switching import switch_back, switched
from bot.rendering.welcome import menu

RELATED = 2
"""Related subjects under a topic: more would push the menu off a small screen."""


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
    notes = lines(_fallback(said, reader), _source_line(view.part, found, reader))
    return Message(page(heading, *_body(view.part, found, said.words, reader), notes), _rows(view, found, reader))


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
    said = reader.say.gettext("⏳ This should have been checked by {date}. Ask before you rely on it.")
    return italic(said.format(date=long_date(found.facts.review_by, reader.language)))


def _fallback(said: Said[TopicWords], reader: Reader) -> str:
    if said.language == reader.language:
        return ""
    return italic(reader.say.gettext("(This text is not yet in your language.)"))


def _source_line(part: Part, found: Topic, reader: Reader) -> str:
    """Name one source, count several; the date is the oldest check, which all of them have behind them."""
    sources = found.facts.sources
    if part == "sources":
        return ""
    said = reader.say.ngettext(
        "Source: {title} · checked on {date}", "Sources ({number}) · checked on {date}", len(sources)
    )
    oldest = min(source.checked for source in sources)
    date = short_date(oldest, reader.language)
    return italic(said.format(title=sources[0].title, number=len(sources), date=date))


def _body(part: Part, found: Topic, words: TopicWords, reader: Reader) -> tuple[str, ...]:
    if part == "details":
        return (plain(words.details),)
    if part == "steps":
        return (lines(*(plain(f"{number}. {step}") for number, step in enumerate(words.steps, 1))),)
    if part == "sources":
        return tuple(_source(source, reader) for source in found.facts.sources)
    return (plain(f"⚠️ {words.warning}"),) if words.warning else ()


def _source(source: Source, reader: Reader) -> str:
    undated = reader.say.gettext("undated")
    dated = undated if source.dated == "undated" else partial_date(source.dated, reader.language)
    checked = reader.say.gettext("checked on {date}").format(date=short_date(source.checked, reader.language))
    return f"{link(source.url, source.title)}{plain(f' ({dated}) · {checked}')}"


def _rows(view: TopicShown, found: Topic, reader: Reader) -> Rows:
    due = found.freshness(reader.context.today) == "due"
    person = person_buttons(reader) if due else ()
    places = (section_button(found.section, reader, "⬅ "), menu_button(reader))
    return (
        *pairs(_parts(view, found, reader)),
        *pairs(_related(found, reader)),
        *pairs(_homes(view, reader)),
        *pairs((*switch_back(view.switched_from, view.slug), *person)),
        places,
    )


def _parts(view: TopicShown, found: Topic, reader: Reader) -> tuple[Button, ...]:
    """List the ways on from this part: every other part, and who helps where somebody does."""
    say = reader.say
    ways = {
        "summary": button(say.gettext("The short answer"), Tap("topic", view.slug)),
        "details": button(say.gettext("More"), Tap("more", view.slug)),
        "steps": button(say.gettext("What I can do"), Tap("steps", view.slug)),
        "who": button(say.gettext("Who helps"), Tap("who", view.slug)),
        "sources": button(say.gettext("Sources"), Tap("sources", view.slug)),
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
