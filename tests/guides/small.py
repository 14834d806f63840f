"""Small guides, one for each thing that a guide can be; their words are made of their ids."""

from dataclasses import replace
from functools import cache
from typing import Any

import yaml

from bot.conversation.knowledge import Knowledge
from bot.packs.assets import Guide
from bot.packs.guide_schema import GuideFile, GuideStep
from bot.packs.guide_words_schema import GuideWords
from tests.builders import a_signal, knowledge_of, some_town_and_its_services, with_guides

HEAD = """
version: 1
section: leaving
minutes: 2
audience: [everyone]
countries: [AL, XK]
sources:
  one: {title: A source, url: "https://example.org/one", dated: "2025", checked: 2026-11-22}
reviewed: 2026-11-22
review_by: 2027-11-22
withhold_after: 2028-05-22
"""

OFFER = """
steps:
  - {id: kind, ask: choice, answers: [{id: job}, {id: visa, points: 3}]}
  - id: signs
    ask: several
    answers: [{id: hurry, points: 1}, {id: secret, points: 2}, {id: far}, {id: neither, alone: true}]
    when: {kind: [job]}
  - {id: passport, ask: choice, answers: [{id: mine}, {id: taken, points: 5, signal: held}]}
  - {id: contract, ask: yes_no, answers: [{id: "no", points: 1}], unless: {kind: [visa]}}
  - {id: age, ask: number, at_least: 10, at_most: 99}
  - {id: young, ask: info, when: {age: {at_most: 17}}}
results:
  - {id: high, when: {points: {at_least: 5}}, desk: true, share: true, parts: [verify], sources: [one]}
  - {id: middle, when: {points: {at_least: 2}}, sources: [one]}
  - {id: low}
"""

DAYS = """
reckon: ninety-days
steps:
  - {id: about, ask: info}
  - {id: stays, ask: stays}
results:
  - {id: over, when: {over: {at_least: 1}}}
  - {id: none, when: {left: {at_most: 0}}}
  - {id: some}
"""

LIST = """
steps:
  - {id: children, ask: yes_no}
items:
  - {id: passport, group: papers}
  - {id: copies, group: papers}
  - {id: school, group: children, when: {children: ["yes"]}}
results: [{id: list, lists: checklist}]
"""

PLAN = """
steps:
  - {id: town, ask: place, remembers: true}
  - {id: since, ask: date}
  - {id: needs, ask: several, answers: [{id: work}, {id: lawyer}], counted: need}
items:
  - {id: job, when: {needs: [work]}, service: employment_office}
  - {id: help, when: {needs: [lawyer]}, service: legal_aid}
results:
  - {id: nothing, when: {needs: [unsaid]}}
  - {id: plan, lists: plan}
"""

QUIZ = """
steps:
  - {id: gender, ask: choice, answers: [{id: woman}, {id: man}], counted: person}
  - {id: place, ask: place, counted: person}
  - {id: a1, form: a, ask: choice, answers: [{id: x}, {id: y}], right: x, sources: [one]}
  - {id: a2, form: a, ask: yes_no, right: "yes", answers: [{id: "yes"}, {id: "no"}], sources: [one]}
  - {id: b1, form: b, ask: choice, answers: [{id: x}, {id: y}], right: y, sources: [one]}
  - {id: b2, form: b, ask: yes_no, right: "no", answers: [{id: "yes"}, {id: "no"}], sources: [one]}
results:
  - {id: all, when: {points: {at_least: 2}}}
  - {id: some}
"""


def a_guide(name: str, body: str, **changes: Any) -> Guide:
    """As the files of an editor would give it."""
    facts = GuideFile.model_validate({**yaml.safe_load(HEAD), **yaml.safe_load(body), **changes})
    return Guide(name, facts, {language: words_for(name, facts, language) for language in ("sq", "en")})


def words_for(name: str, facts: GuideFile, language: str) -> GuideWords:
    gaps = " {used} {left} {over} {next} {until}" if facts.reckon else ""
    said = {
        "title": f"{name} title ({language})",
        "label": f"{name} ({language})",
        "intro": f"{name} intro",
        "steps": {step.id: _step_words(step) for step in facts.steps},
        "results": {
            result.id: {
                "title": f"{result.id} result",
                "text": f"{result.id} text{gaps}",
                "parts": {part: {"label": part, "text": f"{part} text"} for part in result.parts},
                "share": "Something to pass on" if result.share else None,
            }
            for result in facts.results
        },
        "items": {item.id: {"text": f"{item.id} to do"} for item in facts.items},
        "groups": {item.group: {"title": item.group} for item in facts.items if item.group},
    }
    return GuideWords.model_validate(said)


def _step_words(step: GuideStep) -> dict[str, Any]:
    labelled = step.ask in {"choice", "several"}
    answers = {
        answer.id: {
            "label": answer.id if labelled else None,
            "reason": f"{answer.id} says much" if answer.points else None,
        }
        for answer in step.answers
        if labelled or answer.points
    }
    return {
        "ask": f"{step.id}?",
        "why": f"why {step.id}",
        "answers": answers,
        "explain": f"{step.id} is so" if step.right else None,
    }


def small_guides() -> tuple[Guide, ...]:
    return (
        a_guide("offer", OFFER),
        a_guide("days", DAYS),
        a_guide("list", LIST),
        a_guide("plan", PLAN),
        a_guide("quiz", QUIZ),
    )


@cache
def knowing_guides(*, desk: bool = True) -> Knowledge:
    """A town, its services, a sign of danger, and all the small guides."""
    packs = with_guides(some_town_and_its_services(), *small_guides())
    return knowledge_of(replace(packs, signals={"held": a_signal("held", level="now")}), desk=desk)
