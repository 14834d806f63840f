"""Danger: the number first, one sentence, one question; no link and no emoji."""

from collections import Counter
from typing import Final

from bot.conversation.taps import Tap
from bot.conversation.views import Danger
from bot.language.formats import any_of, country_name
from bot.rendering.buttons import button, menu_button
from bot.rendering.context import Reader
from bot.rendering.markup import bold, lines, page, plain
from bot.rendering.message import Button, Message

ELSEWHERE: Final = "other"
"""The key of a signal's numbers for every country that it does not name."""


def danger(view: Danger, reader: Reader) -> Message:
    say = reader.say
    signal = reader.packs.signals.get(view.signal)
    sentence = signal.said(reader.language).words.say if signal else ""
    numbers = numbers_first(_numbers(view.signal, reader), view.country, reader)
    if not view.desk:
        return Message(page(numbers, plain(sentence)), (_way_on(view, reader),))
    question = say.gettext("Would you like to talk to a counsellor here?")
    answers = (button(say.gettext("Yes, now"), Tap("accept")), button(say.gettext("No, thank you"), Tap("menu")))
    return Message(page(numbers, plain(sentence), plain(question)), (answers,))


def _way_on(view: Danger, reader: Reader) -> tuple[Button, ...]:
    """Where a person is there already, or none can be: back to the questions that it interrupted, else the menu."""
    if view.guide is None or view.guide not in reader.packs.guides:
        return (menu_button(reader),)
    return (button(reader.say.gettext("Go on"), Tap("play", view.guide, "on")),)


def if_urgent(reader: Reader) -> str:
    """Say whom to call in danger; it stands in every text that may make someone wait."""
    numbers = any_danger(reader)
    return lines(bold(reader.say.gettext("If it is urgent, do not wait. Call:")), numbers) if numbers else ""


def any_danger(reader: Reader) -> str:
    """Emergency numbers a line per country, for texts that know neither the danger nor the country."""
    return _by_country(_common_numbers(reader), reader)


def numbers_in(country: str, reader: Reader) -> str:
    """What to call there in any danger, for texts without markup: 129 or 112."""
    numbers = _common_numbers(reader)
    return any_of(numbers.get(country) or numbers.get(ELSEWHERE, ()), reader.language)


def numbers_first(numbers: dict[str, tuple[str, ...]], country: str | None, reader: Reader) -> str:
    if country is None:
        return _by_country(numbers, reader)
    called = any_of(numbers.get(country) or numbers.get(ELSEWHERE, ()), reader.language)
    return bold(reader.say.gettext("Call {numbers}.").format(numbers=called))


def _by_country(numbers: dict[str, tuple[str, ...]], reader: Reader) -> str:
    names = {code: country_name(code, reader.language) for code in numbers}
    names[ELSEWHERE] = reader.say.gettext("Elsewhere in Europe")
    order = sorted(numbers, key=lambda code: code == ELSEWHERE)
    return lines(*(bold(f"{names[code]}: {any_of(numbers[code], reader.language)}") for code in order))


def _numbers(kind: str, reader: Reader) -> dict[str, tuple[str, ...]]:
    """Find the numbers for this signal, and for one that has left the packs those for any danger."""
    signal = reader.packs.signals.get(kind)
    return dict(signal.facts.numbers) if signal else _common_numbers(reader)


def _common_numbers(reader: Reader) -> dict[str, tuple[str, ...]]:
    """Take what most signals give for a country: that is what one calls in any danger."""
    given: dict[str, Counter[tuple[str, ...]]] = {}
    for signal in reader.packs.signals.values():
        for country, numbers in signal.facts.numbers.items():
            given.setdefault(country, Counter())[numbers] += 1
    return {country: counts.most_common(1)[0][0] for country, counts in given.items()}
