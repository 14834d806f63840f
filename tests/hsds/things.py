"""Services of every shape, the real ones, and HSDS's own schemas to hold them against."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot.hsds.outward import Edition, services
from bot.hsds.package import Form, Package
from bot.packs.assembling import assemble
from bot.packs.assets import Packs
from bot.packs.loader import read
from bot.packs.reading import Reading
from bot.packs.service_schema import Service, ServiceWords
from bot.packs.terms import Category, Group
from tests.builders import some_packs

DAY = date(2026, 11, 22)
HSDS: dict[str, Any] = json.loads((Path(__file__).parent / "hsds-3.0.json").read_text("utf-8"))


def faults(kind: str, thing: object) -> list[str]:
    """What HSDS's schema of this kind has against it."""
    schema = {"$ref": f"#/$defs/{kind}", "$defs": HSDS["$defs"]}
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(thing)]


@cache
def the_real_reading() -> Reading:
    """All that stands in content/, whatever faults other files than those of services have."""
    return read(Path(__file__).parents[2] / "content")


@cache
def the_real_services() -> Packs:
    return assemble(the_real_reading())


def editions(packs: Packs, *, with_hidden: bool = False) -> list[Package]:
    """A package for each language."""
    return [Package(language, tuple(services(Edition(packs, language, with_hidden)))) for language in packs.languages]


def sent_and_read(packages: list[Package], form: Form) -> list[Package]:
    """As they are after they were files."""
    return [Package.read(package.written(form, DAY)) for package in packages]


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip()) and ServiceWords(name=text, serves="x").name != ""
)
urls = st.from_regex(r"\Ahttps?://[a-z]{1,9}\.example(/[a-z0-9%&=?,-]{0,12})?\Z")
short_dates = st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2019", "2021-05"])
positions = st.fixed_dictionaries(
    {
        "lat": st.floats(-90, 90),
        "lon": st.floats(-180, 180),
        "precision": st.sampled_from(["street", "town"]),
    }
)
hours = st.sampled_from(["24/7", "Mo-Fr 08:00-12:00,13:00-16:00; PH off", "Apr-Sep 20:00-02:00"])
languages = st.sampled_from(["sq", "en", "sr", "rom", "de", "xx"])
sources = st.fixed_dictionaries({"url": urls}, optional={"dated": short_dates})
maybe = st.none() | texts
words = st.builds(ServiceWords, name=texts, serves=texts, does=maybe, bring=maybe, doubt=maybe)
words_in_some_language = st.fixed_dictionaries({}, optional={"sq": words, "en": words}).filter(bool)


def _service(facts: dict[str, Any]) -> Service:
    """Without what the rules of a service forbid together."""
    if facts.get("confidential"):
        facts = {name: value for name, value in facts.items() if name not in {"address", "position"}}
    if not facts.get("phones"):
        facts = {name: value for name, value in facts.items() if name not in {"phones", "phone_status"}}
    return Service.model_validate(facts)


a_whole_service = st.fixed_dictionaries(
    {
        "id": st.from_regex(r"\A[a-z0-9_]{1,8}\Z"),
        "category": st.sampled_from(get_args(Category)),
        "organisation": texts,
        "country": st.sampled_from(["AL", "XK", "DE", "EU", "NO"]),
        "reach": st.sampled_from(["local", "regional", "national"]),
        "phone_status": st.sampled_from(["confirmed", "unconfirmed", "hidden"]),
        "sources": st.lists(sources, min_size=1, max_size=3),
        "confidence": st.sampled_from(["high", "medium", "low"]),
        "verified": st.fixed_dictionaries(
            {"on": st.dates(), "how": st.sampled_from(["call", "visit", "source", "provider"]), "by_role": texts}
        ),
        "recheck_by": st.dates(),
    },
    optional={
        "place": st.sampled_from(["kukes", "prizren", "a-place-of-no-pack"]),
        "city": texts,
        "address": texts,
        "position": positions,
        "confidential": st.booleans(),
        "phones": st.lists(st.from_regex(r"\A\+?[0-9][0-9 ]{0,9}[0-9]\Z"), max_size=3),
        "phone_note": st.just("inside_country"),
        "hours": hours,
        "languages": st.lists(languages, max_size=3),
        "cost": st.sampled_from(["free", "paid"]),
        "appointment": st.sampled_from(["none", "needed"]),
        "women_staff": st.booleans(),
        "groups": st.lists(st.sampled_from(get_args(Group)), max_size=3),
        "website": urls,
    },
).map(_service)


@st.composite
def directories(draw: st.DrawFn) -> Packs:
    """Up to four services of any shape, each with words in one language or in both."""
    found = draw(st.lists(a_whole_service, min_size=1, max_size=4, unique_by=lambda service: service.id))
    return some_packs(services={service: draw(words_in_some_language) for service in found})
