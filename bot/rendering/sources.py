"""Where words are from and how old they are: under a topic, and under what a guide says."""

from collections.abc import Sequence
from datetime import date

from bot.language.formats import long_date, partial_date, short_date
from bot.packs.topic_schema import Source
from bot.rendering.context import Reader
from bot.rendering.markup import italic, link, plain


def source_line(sources: Sequence[Source], reader: Reader) -> str:
    """Name one source, count several; the date is the oldest check, which all of them have behind them."""
    if not sources:
        return ""
    said = reader.say.ngettext(
        "Source: {title} · checked on {date}", "Sources ({number}) · checked on {date}", len(sources)
    )
    oldest = min(source.checked for source in sources)
    on = short_date(oldest, reader.language)
    return italic(said.format(title=sources[0].title, number=len(sources), date=on))


def source_entry(source: Source, reader: Reader) -> str:
    """One source as it stands in a list of them."""
    undated = reader.say.gettext("undated")
    dated = undated if source.dated == "undated" else partial_date(source.dated, reader.language)
    checked = reader.say.gettext("checked on {date}").format(date=short_date(source.checked, reader.language))
    return f"{link(source.url, source.title)}{plain(f' ({dated}) · {checked}')}"


def overdue(review_by: date, reader: Reader) -> str:
    """The banner over what should have been checked by now."""
    said = reader.say.gettext("⏳ This should have been checked by {date}. Ask before you rely on it.")
    return italic(said.format(date=long_date(review_by, reader.language)))


def not_yet_yours(spoken: str, reader: Reader) -> str:
    """Say that words are in another language than the reader's."""
    if spoken == reader.language:
        return ""
    return italic(reader.say.gettext("(This text is not yet in your language.)"))
