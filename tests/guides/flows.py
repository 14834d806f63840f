"""Guides as flows: the small ones, one that tries to trip, and those of the packs."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from bot.guides.floip import written
from bot.packs.assets import Guide
from tests.builders import the_real_packs
from tests.contexts import the_phrases
from tests.guides.small import a_guide, small_guides

TRICKY: Final = """
steps:
  - {id: "1-st", ask: choice, answers: [{id: x-y}, {id: "no"}]}
  - {id: language, ask: several, answers: [{id: a-b, points: 2}, {id: c, points: -1}], when: {"1-st": [x-y]}}
  - {id: or, ask: number, at_least: 0, at_most: 20, unless: [{language: [c]}, {"1-st": ["no"]}]}
  - {id: born, ask: date, when: {or: {at_most: 5}}}
  - {id: name, ask: yes_no, when: {language: [unsaid, a-b], or: [unsaid]}, unless: {born: [unsaid]}}
results:
  - {id: few, when: {points: {at_most: -1}}}
  - {id: secret, when: [{or: [unsaid]}, {born: [unsaid]}, {language: [unsaid]}]}
  - {id: some, when: {or: {at_least: 3, at_most: 7}, language: [a-b]}}
  - {id: any, when: {points: {at_least: 2, at_most: 2}}}
  - {id: rest}
"""


@cache
def guides() -> Mapping[str, Guide]:
    """The small ones, and with a star before their names those of the packs."""
    small = {guide.name: guide for guide in (*small_guides(), a_guide("tricky", TRICKY))}
    return small | {f"*{name}": guide for name, guide in the_real_packs().guides.items()}


@cache
def flows(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(written(guides()[name], the_phrases()))["flows"])


GUIDES: Final = sorted(guides())
