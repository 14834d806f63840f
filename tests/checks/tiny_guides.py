"""Small guides for the tiny pack, each without fault, for a test to break."""

from tests.checks.tiny_pack import TinyPack

HEAD = """version: 1
section: help
topics: [police]
minutes: 2
audience: [everyone]
countries: [AL]
sources:
  who:
    title: Who says so
    url: https://example.org/lines
    dated: "2026"
    checked: 2026-11-01
reviewed: 2026-11-01
review_by: 2027-11-01
withhold_after: 2028-05-01
"""

OFFER = f"""{HEAD}steps:
  - id: kind
    ask: choice
    answers:
      - {{id: job}}
      - {{id: office}}
      - {{id: held, signal: held}}
  - id: paper
    ask: yes_no
    when: {{kind: [job, office]}}
    answers:
      - {{id: "no", points: 2}}
    sources: [who]
  - id: age
    ask: number
    at_least: 0
    at_most: 120
results:
  - id: high
    when: {{points: {{at_least: 2}}}}
    parts: [more]
    topics: [helplines]
    services: [helpline]
    desk: true
    share: true
    sources: [who]
  - id: young
    when:
      age: {{at_most: 17}}
    sources: [who]
  - id: low
    sources: [who]
"""
OFFER_WORDS = """title: The work
label: Work
intro: What may help.
steps:
  kind:
    ask: Who helps here?
    why: Somebody may help.
    answers:
      job: {label: Work}
      office: {label: The office}
      held: {label: Nobody helps}
  paper:
    ask: May somebody see the number?
    answers:
      "no": {reason: Nobody may see the number.}
  age:
    ask: What may help?
results:
  high:
    title: Take care
    text: Call the police.
    parts:
      more: {label: Lines, text: There are lines.}
    share: The police helps.
  young:
    title: Help
    text: Call the line.
  low:
    title: Call
    text: Call the office.
"""

LIST = f"""{HEAD}steps:
  - {{id: home, ask: choice, answers: [{{id: al}}, {{id: xk}}]}}
items:
  - {{id: card, group: papers, topic: police}}
  - {{id: line, group: help, service: helpline, when: {{home: [xk]}}}}
results:
  - {{id: list, lists: checklist, sources: [who]}}
"""
LIST_WORDS = """title: What helps
label: What helps
intro: What may help.
steps:
  home: {ask: Who helps here?, answers: {al: {label: The office}, xk: {label: The line}}}
items:
  card: {text: Take the number.}
  line: {text: Call the line.}
groups:
  papers: {title: The number}
  help: {title: Help}
results:
  list: {title: What may help, text: Write down.}
"""

QUIZ = f"""{HEAD}steps:
  - {{id: a1, ask: yes_no, form: a, right: "yes", sources: [who]}}
  - {{id: b1, ask: yes_no, form: b, right: "no", sources: [who]}}
results:
  - {{id: much, when: {{points: {{at_least: 1}}}}, sources: [who]}}
  - {{id: some, sources: [who]}}
"""
QUIZ_WORDS = """title: Who helps
label: Who helps
intro: What may help.
steps:
  a1: {ask: The police helps., explain: The police helps.}
  b1: {ask: Nobody helps., explain: Somebody helps.}
results:
  much: {title: Help, text: Somebody helps.}
  some: {title: Help, text: Somebody may help.}
"""

DAYS = f"""{HEAD}reckon: ninety-days
steps:
  - {{id: stays, ask: stays}}
results:
  - {{id: over, when: {{over: {{at_least: 1}}}}, sources: [who]}}
  - {{id: some, sources: [who]}}
"""
DAYS_WORDS = """title: The number
label: The number
intro: What may help.
steps:
  stays: {ask: Write down all.}
results:
  over: {title: Call, text: "The number: {over}"}
  some: {title: Call, text: "The number: {left}"}
"""

GUIDES = {
    "offer": (OFFER, OFFER_WORDS),
    "list": (LIST, LIST_WORDS),
    "quiz": (QUIZ, QUIZ_WORDS),
    "days": (DAYS, DAYS_WORDS),
}


def give_it(pack: TinyPack, name: str, called: str = "") -> None:
    """Add one of these guides, with its words in both languages."""
    facts, words = GUIDES[name]
    pack.add(f"guides/{called or name}.yaml", facts)
    for language in ("sq", "en"):
        pack.add(f"{language}/guides/{called or name}.yaml", words)
