"""Small guides that have everything a guide may have, and what their results are packed into."""

from datetime import date

from bot.conversation.views import View
from bot.guides.outcome import Outcome, flagged, packed
from bot.packs.assets import Guide, Packs
from bot.rendering.message import Message
from bot.rendering.views import render
from bot.sandbox.formatting import parse_html
from tests.builders import TODAY, a_guide, a_service, a_topic, guide_words, some_packs, with_guides
from tests.contexts import a_context

SIGNS = ("one", "two", "three", "four", "five", "six", "seven")

ASKS = a_guide(
    "asks",
    {
        language: guide_words(
            f"Questions ({language})",
            steps={
                "told": {"ask": "This is so since 2024."},
                "kind": {
                    "ask": "What is it?",
                    "why": "To ask only what matters.",
                    "answers": {
                        "job": {"label": "A job"},
                        "agency": {"label": "An agency"},
                        "visa": {"label": "A visa"},
                    },
                },
                "signs": {
                    "ask": "What did they say?",
                    "why": "Each of it is a sign.",
                    "answers": {name: {"label": f"Sign {name}", "reason": f"They said {name}."} for name in SIGNS},
                },
                "contract": {"ask": "Do you have a contract?"},
                "many": {"ask": "How many?"},
                "few": {"ask": "How many children?"},
                "day": {"ask": "Since when?"},
                "town": {"ask": "Which town?"},
                "stays": {"ask": "Which days?"},
            },
            results={
                "high": {
                    "title": "Take care",
                    "text": "You used {used} days, {left} are left, from {next} until {until}, {other}.",
                    "parts": {"verify": {"label": "Where to verify", "text": "Ask them. {over} over."}},
                    "share": "Someone got an offer that has signs of a trap.",
                },
                "low": {"title": "Fine", "text": "Go on."},
            },
        )
        for language in ("sq", "en")
    },
    sources={
        name: {"title": title, "url": f"https://example.org/{name}", "dated": "2024", "checked": TODAY}
        for name, title in {
            "first": "The first",
            "second": "The second",
            "third": "The third",
            "last": "The last",
        }.items()
    },
    reckon="ninety-days",
    steps=[
        {"id": "told", "ask": "info", "sources": ["first"]},
        {"id": "kind", "ask": "choice", "answers": [{"id": "job"}, {"id": "agency"}, {"id": "visa"}]},
        {
            "id": "signs",
            "ask": "several",
            "answers": [{"id": name, "points": at} for at, name in enumerate(SIGNS, 1)],
            "sources": ["second"],
        },
        {"id": "contract", "ask": "yes_no"},
        {"id": "many", "ask": "number", "at_least": 0, "at_most": 40},
        {"id": "few", "ask": "number", "at_least": 1, "at_most": 6},
        {"id": "day", "ask": "date"},
        {"id": "town", "ask": "place"},
        {"id": "stays", "ask": "stays"},
    ],
    results=[
        {
            "id": "high",
            "when": {"points": {"at_least": 3}},
            "parts": ["verify"],
            "topics": ["asylum-facts", "gone"],
            "services": ["lawyer", "gone"],
            "guides": ["quiz", "gone"],
            "desk": True,
            "share": True,
            "sources": ["first"],
        },
        {"id": "low"},
    ],
)

QUIZ = a_guide(
    "quiz",
    {
        language: guide_words(
            f"What is true ({language})",
            steps={
                f"{form}{number}": {
                    "ask": f"Is it true, {number}?",
                    "answers": {"real": {"label": "True"}, "rumour": {"label": "A rumour"}},
                    "explain": "It is told so, and it is not so.",
                }
                for form in "ab"
                for number in (1, 2)
            },
            results={"end": {"title": "Well done", "text": "Read on."}},
        )
        for language in ("sq", "en")
    },
    steps=[
        {
            "id": f"{form}{number}",
            "ask": "choice",
            "form": form,
            "answers": [{"id": "real"}, {"id": "rumour"}],
            "right": "rumour",
            "sources": ["eurostat"],
        }
        for form in "ab"
        for number in (1, 2)
    ],
    results=[{"id": "end"}],
)

LINES = ("passport", "diploma", "talk", "loose")


def listing(name: str, lists: str) -> Guide:
    """A guide that ends in a list of four lines, the last of them without a group."""
    words = {
        language: guide_words(
            f"My {lists} ({language})",
            items={line: {"text": f"See to it: {line}."} for line in LINES},
            groups={"papers": {"title": "Papers"}, "people": {"title": "People"}},
            results={"list": {"title": "It is ready", "text": "Begin at the top."}},
        )
        for language in ("sq", "en")
    }
    items = [
        {"id": "passport", "group": "papers", "topic": "asylum-facts", "service": "lawyer", "sources": ["eurostat"]},
        {"id": "diploma", "group": "papers", "topic": "gone", "service": "gone"},
        {"id": "talk", "group": "people", "topic": "second-topic"},
        {"id": "loose"},
    ]
    return a_guide(name, words, items=items, results=[{"id": "list", "lists": lists}])


CHECKLIST, PLAN = listing("checklist", "checklist"), listing("plan", "plan")

PACKS = with_guides(
    some_packs(
        topics=[a_topic(), a_topic("second-topic")],
        services=[a_service("al_office", phones=["+355 24 222 333"], phone_status="confirmed")],
    ),
    ASKS,
    QUIZ,
    CHECKLIST,
    PLAN,
)

RECKONED = (40, 50, 2, date(2026, 12, 1).toordinal(), date(2027, 2, 28).toordinal())


def came_to(guide: Guide, result: str, reasons: int = 0, items: int = 4, points: int = 0) -> str:
    """Packed, as it comes back out of a button."""
    facts = guide.facts
    given = Outcome(
        facts.version,
        result,
        points,
        flagged(facts)[:reasons],
        tuple(item.id for item in facts.items)[:items],
        RECKONED if facts.reckon else (),
    )
    return packed(given, facts)


def shown(view: View, packs: Packs = PACKS, language: str = "en", *, desk: bool = True, today: date = TODAY) -> Message:
    return render(view, language, a_context(packs, desk=desk, today=today))


def text(message: Message) -> str:
    """As a person reads it."""
    return parse_html(message.html)[0]
