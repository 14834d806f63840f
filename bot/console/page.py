"""The form and its notices as HTML: every word is escaped where it is set, and nothing comes from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from bot.console import wording
from bot.console.entry import Entry, Slot
from bot.console.standing import rows
from bot.console.submitted import LONGEST, Typed
from bot.language.formats import language_in, language_name
from bot.language.phrases import Speaker
from bot.packs.assets import Packs
from bot.packs.correction import LONGEST_REMARK
from bot.packs.service_schema import ServiceWords

if TYPE_CHECKING:
    from jinja2 import Environment

HOURS: Final = ("Mo-Fr 08:00-16:00", "Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00", "24/7")
"""Examples of opening_hours."""
TALL: Final = frozenset({"serves", "does", "bring", "phones"})
"""Fields that want more than one line."""


@dataclass(frozen=True)
class Input:
    """One field as it stands on the page; `longest` in characters."""

    name: str
    label: str
    language: str
    values: tuple[str, ...]
    kind: str
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    examples: tuple[str, ...] = ()
    fault: str = ""
    longest: int = LONGEST


@dataclass(frozen=True)
class Group:
    """Fields that stand together; folded up, if so, unless one of them has a fault."""

    title: str
    inputs: list[Input]
    folded: bool = False
    opened: bool = False


@dataclass(frozen=True)
class Shown:
    """What a form is made of; after a fault, `typed` has what was sent, and `trouble` the sentence above it."""

    entry: Entry
    packs: Packs
    say: Speaker
    until: str
    typed: Typed | None = None
    faults: frozenset[str] = frozenset()
    trouble: str = ""

    def values(self, slot: Slot) -> tuple[str, ...]:
        return self.entry.typed(slot) if self.typed is None else tuple(self.typed.get(slot.name, ()))


def form(shown: Shown, css: str, languages: Sequence[str]) -> str:
    """The page of one service; `css` is the way to the stylesheet from there."""
    say = shown.say
    return _rendered(
        "form.html",
        say,
        css,
        shown=shown,
        words=wording.page(say),
        rows=rows(shown.entry, shown.packs, say),
        groups=list(_groups(shown)),
        remark=_remark(shown),
        languages=[(each, language_name(each)) for each in languages],
        until=wording.page(say)["until"].format(day=shown.until),
    )


def notice(kind: str, say: Speaker, css: str) -> str:
    """A page that only says something, such as "Thank you"."""
    title, sentence = wording.notices(say)[kind]
    return _rendered("notice.html", say, css, title=title, sentence=sentence)


def _groups(shown: Shown) -> Iterator[Group]:
    """What changes most comes first; the words in another language than the page's are folded up."""
    facts = wording.page(shown.say)["facts"]
    yield Group(facts, _inputs(shown, None))
    for place, language in enumerate(shown.entry.words):
        title = wording.page(shown.say)["spoken"].format(language=language_in(language, shown.say.language))
        inputs = _inputs(shown, language)
        yield Group(title, inputs, folded=place > 0, opened=any(each.fault for each in inputs))


def _inputs(shown: Shown, language: str | None) -> list[Input]:
    return [_input(shown, slot) for slot in shown.entry.slots() if slot.language == language]


def _input(shown: Shown, slot: Slot) -> Input:
    say = shown.say
    options = _options(shown).get(slot.field, ())
    many = isinstance(shown.entry.value(slot), bool | tuple) and slot.field != "phones"
    sentence = wording.faults(say).get(slot.field, wording.troubles(say)["faulty"])
    return Input(
        slot.name,
        wording.labels(say)[slot.field],
        slot.language or say.language,
        shown.values(slot),
        ("boxes" if many else "choice") if options else "lines" if slot.field in TALL else "line",
        options,
        wording.hints(say).get(slot.field, ""),
        HOURS if slot.field == "hours" else (),
        sentence if slot.name in shown.faults else "",
        _longest(slot),
    )


def _remark(shown: Shown) -> Input:
    words = wording.page(shown.say)
    typed = tuple(shown.typed.get("remark", ())) if shown.typed else ("",)
    fault = wording.faults(shown.say)["remark"] if "remark" in shown.faults else ""
    return Input(
        "remark",
        words["remark"],
        shown.say.language,
        typed,
        "lines",
        hint=words["remark_hint"],
        fault=fault,
        longest=LONGEST_REMARK,
    )


def _options(shown: Shown) -> Mapping[str, tuple[tuple[str, str], ...]]:
    reader = shown.say.language
    spoken = dict.fromkeys((*shown.packs.languages, *_spoken(shown.packs), *shown.entry.service.languages))
    return {**wording.choices(shown.say), "languages": tuple((each, language_in(each, reader)) for each in spoken)}


def _spoken(packs: Packs) -> Iterator[str]:
    """The languages of every service of the home countries, so that the list holds what people here speak."""
    for service in packs.services.values():
        if service.country in packs.home_countries:
            yield from service.languages


def _longest(slot: Slot) -> int:
    """What the schema says; a name has to be shorter than the rest."""
    limits = ServiceWords.model_fields[slot.field].metadata if slot.language else ()
    return next((limit.max_length for limit in limits if hasattr(limit, "max_length")), LONGEST)


def _rendered(template: str, say: Speaker, css: str, **told: Any) -> str:
    return environment().get_template(template).render(lang=say.language, css=css, **told)


@cache
def environment() -> "Environment":
    # As long as nobody opens a form, a running bot has no use for templates.
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 -- see the line above

    return Environment(
        loader=PackageLoader("bot.console", "static"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
