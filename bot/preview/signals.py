"""Signs of danger: what is said first, the numbers of each country, and what people write."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from bot.language.formats import country_name
from bot.language.phrases import Phrases
from bot.packs.assets import FALLBACK, Packs, Signal
from bot.packs.reading import Reading
from bot.preview.cells import Row, categories, row
from bot.preview.services import Shown
from bot.rendering.context import Context, Reader
from bot.rendering.danger import ELSEWHERE, numbers_first


@dataclass(frozen=True)
class SignalCard:
    """`numbers` by country; `first` is what stands on top where the country is not known, as the bot renders it."""

    kind: str
    level: str
    desk: bool
    pack: str
    countries: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    first: tuple[Shown, ...]
    say: Row
    services: tuple[str, ...]
    phrasings: tuple[Row, ...]


def signal_cards(reading: Reading, packs: Packs, phrases: Phrases, today: date) -> tuple[SignalCard, ...]:
    context = Context.on(packs, phrases, today, desk=True)
    return tuple(_card(signal, reading, context) for signal in packs.signals.values())


def _card(signal: Signal, reading: Reading, context: Context) -> SignalCard:
    facts, languages = signal.facts, context.packs.languages
    path, _ = reading.signals[signal.kind]
    return SignalCard(
        signal.kind,
        facts.level,
        facts.alert_desk,
        path.relative_to(reading.root).parts[0],
        tuple(code for code in facts.numbers if code != ELSEWHERE),
        tuple((_country(code), ", ".join(numbers)) for code, numbers in facts.numbers.items()),
        tuple(_first(signal, Reader(language, context)) for language in languages),
        row("Is said", {language: words.say for language, words in signal.words.items()}, languages),
        categories(facts.services, context.packs),
        _phrasings(signal, languages),
    )


def _country(code: str) -> str:
    return "Elsewhere" if code == ELSEWHERE else country_name(code, FALLBACK)


def _first(signal: Signal, reader: Reader) -> Shown:
    html = numbers_first(dict(signal.facts.numbers), None, reader)
    return Shown(reader.language, Markup(html))  # noqa: S704 -- bot.rendering.markup has escaped every word of it


def _phrasings(signal: Signal, languages: tuple[str, ...]) -> tuple[Row, ...]:
    phrases = {language: words.phrases for language, words in signal.words.items()}
    harmless = {language: words.negatives for language, words in signal.words.items()}
    named = {"Taken as danger": phrases, "Sounds like it, is not": harmless}
    return tuple(row(name, said, languages) for name, said in named.items() if any(said.values()))
