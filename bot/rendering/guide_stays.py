"""The days that somebody was somewhere, as far as they are told, and what to write next."""

from datetime import date, timedelta

from bot.guides.ninety_days import pending, stay_of
from bot.language.formats import date_range, long_date
from bot.rendering.context import Reader
from bot.rendering.guide_asked import Asked, example
from bot.rendering.markup import lines, plain

AGO = timedelta(days=60)
LONG = timedelta(days=20)


def stays(asked: Asked) -> str:
    """One line a stay; one that is not understood any more is left out."""
    told = filter(None, (_line(each, asked.reader) for each in asked.view.chosen))
    return lines(*(plain(f"{number}. {line}") for number, line in enumerate(told, 1)))


def stay_hint(asked: Asked) -> str:
    """What to write next, with days of our own time as the example."""
    say, today = asked.say, asked.reader.context.today
    if asked.view.chosen and pending(asked.view.chosen[-1]) is not None:
        return say.gettext("Now write the day you left, like this: {day}").format(day=example(today))
    both = f"{example(today - AGO)} \N{EN DASH} {example(today - AGO + LONG)}"
    if asked.view.chosen:
        return say.gettext("Write the next stay in the same way, or tap “Done”.")
    return say.gettext("Write the day you came and the day you left, like this: {days}").format(days=both)


def _line(told: str, reader: Reader) -> str:
    entry = pending(told)
    if entry is not None:
        return reader.say.gettext("from {day}, until when?").format(day=long_date(entry, reader.language))
    stay = stay_of(told)
    return _stay(stay.first, stay.last, reader) if stay else ""


def _stay(first: date, last: date | None, reader: Reader) -> str:
    say = reader.say
    number = ((last or reader.context.today) - first).days + 1
    said = say.ngettext("{number} day", "{number} days", number).format(number=number)
    if last is None:
        since = say.gettext("since {day}, still there").format(day=long_date(first, reader.language))
        return f"{since} · {said}"
    return f"{date_range(first, last, reader.language)} · {said}"
