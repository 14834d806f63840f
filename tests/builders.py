"""Small pieces of content with defaults, so that each test shows only what matters to it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.learning.everything import learnt
from bot.packs.activity_schema import Activity, ActivityWords
from bot.packs.ages_schema import AgesFile
from bot.packs.assets import Guide, Packs, Reply, Signal, Topic
from bot.packs.directory_schema import DirectoryWords, Need, NeedWords, Union
from bot.packs.guide_schema import GuideFile
from bot.packs.guide_words_schema import GuideWords
from bot.packs.loader import load
from bot.packs.place_schema import Place
from bot.packs.reply_schema import ReplyFile, ReplyWords
from bot.packs.schema import CategoryWords, SectionWords, SignalFile, SignalWords
from bot.packs.service_schema import Service, ServiceWords
from bot.packs.topic_schema import TopicFile, TopicWords

TODAY = date(2026, 11, 22)
LANGUAGES = ("sq", "en")
SECTIONS = ("leaving", "risks", "rights", "returning", "children", "help")


def topic_words(title: str = "Azili dhe ju", **changes: Any) -> TopicWords:
    words: dict[str, Any] = {
        "title": title,
        "label": title[:24],
        "summary": f"{title}: a short answer.",
        "details": f"{title}: all that is known.",
        "steps": ["Ask at the office.", "Keep your papers."],
        "questions": [f"{title} {number}?" for number in range(5)],
    }
    return TopicWords(**words | changes)


def a_topic(
    slug: str = "asylum-facts", section: str = "leaving", words: dict[str, TopicWords] | None = None, **facts: Any
) -> Topic:
    known: dict[str, Any] = {
        "sources": [{"title": "Eurostat", "url": "https://example.org/a?b=1&c=2", "dated": "2024", "checked": TODAY}],
        "reviewed": TODAY,
        "review_by": date(2027, 11, 22),
        "withhold_after": date(2028, 5, 22),
        "audience": ["everyone"],
        "countries": ["AL", "XK"],
        "services": ["legal_aid"],
    }
    if words is None:
        title = slug.replace("-", " ").capitalize()
        words = {language: topic_words(f"{title} ({language})") for language in LANGUAGES}
    return Topic(slug, section, TopicFile(**known | facts), words)


def with_versions(topic: Topic, **summaries: str) -> Topic:
    """With a version for each country that only has a summary of its own."""
    versions = {
        country: replace(
            topic,
            words={said: words.model_copy(update={"summary": text}) for said, words in topic.words.items()},
        )
        for country, text in summaries.items()
    }
    return replace(topic, versions=versions)


def a_service(service_id: str = "al_zyra_kukes", **changes: Any) -> Service:
    known: dict[str, Any] = {
        "id": service_id,
        "category": "employment_office",
        "organisation": "Agjencia",
        "country": "AL",
        "place": "kukes",
        "reach": "local",
        "sources": [{"url": "https://example.org"}],
        "confidence": "medium",
        "verified": {"on": TODAY, "how": "source", "by_role": "editor"},
        "recheck_by": date(2027, 5, 22),
    }
    return Service(**known | changes)


def service_words(name: str = "Zyra e punës", **changes: Any) -> ServiceWords:
    return ServiceWords(**{"name": name, "serves": "Kush kërkon punë"} | changes)


def an_activity(activity_id: str = "al_meeting", **changes: Any) -> Activity:
    known: dict[str, Any] = {
        "id": activity_id,
        "kind": "meeting",
        "country": "AL",
        "place": "kukes",
        "organisation": "Bashkia",
        "starts": date(2026, 12, 3),
        "audiences": ["parents"],
        "sources": [{"url": "https://example.org/meeting"}],
        "verified": {"on": TODAY, "how": "source", "by_role": "editor"},
    }
    return Activity(**known | changes)


def activity_words(title: str = "Takim me prindër", **changes: Any) -> ActivityWords:
    return ActivityWords(**{"title": title, "about": "About school.", "join": "Just come."} | changes)


def with_activities(packs: Packs, *activities: Activity) -> Packs:
    """These packs with activities, each titled by its id and its language."""
    words = {one.id: {language: activity_words(f"{one.id} {language}") for language in LANGUAGES} for one in activities}
    return replace(packs, activities={one.id: one for one in activities}, activity_words=words)


def a_place(place_id: str = "kukes", **changes: Any) -> Place:
    known = {"id": place_id, "country": "AL", "name": "Kukës", "lat": 42.0769, "lon": 20.4219}
    return Place(**known | changes)


def a_signal(kind: str = "held", words: dict[str, SignalWords] | None = None, **facts: Any) -> Signal:
    known: dict[str, Any] = {
        "level": "now",
        "numbers": {"AL": ["129", "112"], "XK": ["192", "112"], "other": ["112"]},
        "alert_desk": True,
    }
    if words is None:
        say = {"sq": "Ju nuk keni faj.", "en": "It is not your fault."}
        words = {language: SignalWords(say=say[language], phrases=(f"held {language}",)) for language in LANGUAGES}
    return Signal(kind, SignalFile(**known | facts), words)


def a_reply(name: str = "greeting", purpose: str = "opening", words: dict[str, ReplyWords] | None = None) -> Reply:
    if words is None:
        words = {language: reply_words(f"{name} ({language})") for language in LANGUAGES}
    return Reply(name, ReplyFile.model_validate({"for": purpose}), words)


def reply_words(title: str = "Hello", text: str = "Good to hear from you.", *keywords: str) -> ReplyWords:
    return ReplyWords(title=title, text=text, keywords=keywords)


def with_replies(packs: Packs, *replies: Reply) -> Packs:
    return replace(packs, replies={reply.name: reply for reply in replies})


def a_guide(name: str = "check-offer", words: dict[str, GuideWords] | None = None, **facts: Any) -> Guide:
    """One question and two ways to end, where nothing else is given."""
    source = {"title": "Eurostat", "url": "https://example.org/guide", "dated": "2024", "checked": TODAY}
    known: dict[str, Any] = {
        "version": 1,
        "section": "leaving",
        "topics": ["asylum-facts"],
        "minutes": 3,
        "audience": ["everyone"],
        "countries": ["AL", "XK"],
        "sources": {"eurostat": source},
        "reviewed": TODAY,
        "review_by": date(2027, 11, 22),
        "withhold_after": date(2028, 5, 22),
        "steps": [{"id": "paid", "ask": "yes_no", "answers": [{"id": "yes", "points": 3}]}],
        "results": [{"id": "high", "when": {"points": {"at_least": 3}}}, {"id": "low"}],
    }
    if words is None:
        words = {language: guide_words(f"{name} ({language})") for language in LANGUAGES}
    return Guide(name, GuideFile.model_validate(known | facts), words)


def guide_words(title: str = "Check an offer", **changes: Any) -> GuideWords:
    words: dict[str, Any] = {
        "title": title,
        "label": title[:24],
        "intro": f"{title}: what it is for.",
        "steps": {"paid": {"ask": "Have you paid?", "answers": {"yes": {"reason": "You have paid already."}}}},
        "results": {"high": {"title": "Take care", "text": "Ask first."}, "low": {"title": "Fine", "text": "Go on."}},
    }
    return GuideWords.model_validate(words | changes)


def with_guides(packs: Packs, *guides: Guide) -> Packs:
    return replace(packs, guides={guide.name: guide for guide in guides})


def with_ages(packs: Packs, **files: AgesFile) -> Packs:
    """By language, how people say how old they are."""
    return replace(packs, ages=files)


def section_words(section: str, language: str) -> SectionWords:
    return SectionWords(title=f"{section.capitalize()} ({language})", intro=f"About {section}.")


def some_packs(
    topics: Sequence[Topic] | None = None,
    services: dict[Service, dict[str, ServiceWords]] | Sequence[Service] = (),
    places: Sequence[Place] | None = None,
    signals: Sequence[Signal] | None = None,
) -> Packs:
    """Packs of what is given; what is left out is one topic, two towns, one signal and no service."""
    topics = [a_topic()] if topics is None else topics
    places = [a_place(), a_place("prizren", country="XK", name="Prizren")] if places is None else places
    signals = [a_signal()] if signals is None else signals
    both = {language: service_words() for language in LANGUAGES}
    words = services if isinstance(services, dict) else dict.fromkeys(services, both)
    return Packs(
        languages=LANGUAGES,
        sections=SECTIONS,
        topics={topic.slug: topic for topic in topics},
        services={service.id: service for service in words},
        service_words={service.id: by_language for service, by_language in words.items()},
        places={place.id: place for place in places},
        signals={signal.kind: signal for signal in signals},
        section_words={name: {language: section_words(name, language) for language in LANGUAGES} for name in SECTIONS},
        category_words={
            service.category: {lang: CategoryWords(title=service.category.replace("_", " ")) for lang in LANGUAGES}
            for service in words
        },
        topics_by_section={name: tuple(topic for topic in topics if topic.section == name) for name in SECTIONS},
        needs={"lawyer": Need(categories=("legal_aid",)), "bed": Need(categories=("dv_service",))},
        unions={"EU": Union(members=("DE", "IT"), source="https://example.org")},
        directory_words=directory_words(),
    )


def directory_words() -> dict[str, DirectoryWords]:
    """A few words of each kind."""
    return {
        "sq": DirectoryWords(
            needs={
                "lawyer": NeedWords(title="Avokat", said=("avokat",)),
                "bed": NeedWords(title="Strehë", said=("strehë",)),
            },
            traits={"free": ("falas",), "open_now": ("hapur tani",)},
            languages={"en": ("flet anglisht",)},
            countries={"DE": ("Gjermani", "Gjermania")},
            staying=("jam në", "unë jam në"),
            before=("në", "afër"),
            here=("afër meje",),
            besides=("ku", "ka", "dua", "një"),
        ),
        "en": DirectoryWords(
            needs={
                "lawyer": NeedWords(title="A lawyer", said=("lawyer",)),
                "bed": NeedWords(title="A bed", said=("bed",)),
            },
            traits={"free": ("free",), "open_now": ("open now",)},
            languages={"en": ("speaks English",)},
            before=("in", "near"),
            here=("near me",),
            besides=("where", "is", "a", "who"),
        ),
    }


def a_conversation(language: str = "sq", **changes: Any) -> Conversation:
    return Conversation(language, **changes)


@cache
def the_real_packs() -> Packs:
    """What is in content/, read once for all tests of a process."""
    return load(Path(__file__).parents[1] / "content")


def some_town_and_its_services() -> Packs:
    """A town with offices near and far, a line for the country, a hiding place, and an embassy abroad."""
    services = [
        a_service("al_office"),
        a_service(
            "al_office_door", position={"lat": 42.0780, "lon": 20.4230, "precision": "street"}, category="legal_aid"
        ),
        a_service("al_far_office", place="vlore", category="legal_aid"),
        a_service("al_line", category="helpline", reach="national", place=None),
        a_service("al_emergency", category="emergency", reach="national", place=None),
        a_service("al_refuge", category="dv_service", confidential=True),
        a_service("xk_line", category="helpline", reach="national", place=None, country="XK"),
        a_service("de_embassy", category="embassy", country="DE", place=None, position={"lat": 52.5, "lon": 13.4}),
        a_service("de_embassy_branch", category="embassy", country="DE", place=None),
        a_service("it_embassy", category="embassy", country="IT", place=None, position={"lat": 41.9, "lon": 12.5}),
        a_service("eu_line", category="helpline", country="EU", place=None, reach="national"),
    ]
    places = [
        a_place(),
        a_place("vlore", name="Vlorë", also=("Vlora",), lat=40.4686, lon=19.4914),
        a_place("prizren", country="XK", name="Prizren", lat=42.2139, lon=20.7397),
    ]
    return some_packs(services=services, places=places)


def knowledge_of(packs: Packs, *, desk: bool = True) -> Knowledge:
    """What the core knows of these packs, learnt now."""
    return Knowledge.of(packs, learnt(packs), desk=desk)
