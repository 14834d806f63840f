"""What a client can be shown. A view names what to show; the words come in rendering, from packs and locales."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.conversation.case_views import AskShare, CaseWaits, Notice, ReferralAsked, ReferralReached, Reply
from bot.conversation.guide_views import GuideView
from bot.directory.offer import Offer

Part = Literal["summary", "details", "steps", "sources"]
Reason = Literal["not_asked", "hard", "missing", "wrong"]
"""Why an answer did not help."""
Thumbs = Literal["asked", "thanked", "why", "sorry", "rated", "none"]
"""What stands below an answer: the question whether it helped, what comes after it was said, or nothing at all.

`rated` is where it was said of another part of the same topic.
"""
Mistake = Literal["phone", "hours", "address", "closed", "other"]
Hint = Literal["edited", "media", "photo", "voice", "long", "empty", "button", "hello", "thanks", "failed"]


@dataclass(frozen=True)
class Welcome:
    """First contact: who speaks, both languages, and the menu, in one message."""

    kind: Literal["welcome"] = "welcome"


@dataclass(frozen=True)
class Menu:
    """The main menu; `hint` is why it comes now, where the client did something it cannot take.

    `guide` is one that was interrupted and can be gone on with.
    """

    hint: Hint | None = None
    guide: str | None = None
    kind: Literal["menu"] = "menu"


@dataclass(frozen=True)
class Section:
    """The subjects of one section."""

    section: str
    kind: Literal["section"] = "section"


@dataclass(frozen=True)
class TopicShown:
    """A topic, opened at one part, as it holds in the country `home`.

    `switched_from` is the language spoken before this answer.
    """

    slug: str
    part: Part = "summary"
    switched_from: str | None = None
    home: str | None = None
    sent: bool = False
    """Whether a counsellor sent it."""
    guide: str | None = None
    """A guide that was interrupted and can be gone on with."""
    thumbs: Thumbs = "asked"
    kind: Literal["topic"] = "topic"


@dataclass(frozen=True)
class TopicWithheld:
    """The topic is too old to be shown: helplines and a person instead (design rule 2)."""

    slug: str
    kind: Literal["withheld"] = "withheld"


@dataclass(frozen=True)
class Choice:
    """Not sure: the nearest subjects; `foreign` when the words seem to be in none of our languages."""

    slugs: tuple[str, ...]
    foreign: bool = False
    again: bool = False
    switched_from: str | None = None
    kind: Literal["choice"] = "choice"


@dataclass(frozen=True)
class Danger:
    """A sign of danger: the number first, one sentence, one question. `desk` is whether a person can be offered."""

    signal: str
    country: str | None
    desk: bool
    guide: str | None = None
    """A guide that was interrupted by it and can be gone on with."""
    kind: Literal["danger"] = "danger"


@dataclass(frozen=True)
class AskPlace:
    """Where are you? `unknown` when the last answer named no place that we know, `among` when it named several."""

    unknown: bool = False
    among: tuple[str, ...] = ()
    kind: Literal["ask_place"] = "ask_place"


@dataclass(frozen=True)
class Countries:
    """In which country are you? Those where we know somebody."""

    countries: tuple[str, ...]
    kind: Literal["countries"] = "countries"


@dataclass(frozen=True)
class Services:
    """Services near a municipality, or national ones when no place is known.

    `needs` are what one can narrow down to; `seen` is how many came before, `total` how many there are. `letters` are
    those of a `Wish`; `missed` when none is surely like that, `farther` when nothing of that kind is known near.
    """

    place: str | None
    need: str | None
    offers: tuple[Offer, ...]
    needs: tuple[str, ...] = ()
    seen: int = 0
    total: int = 0
    abroad: bool = False
    country: str | None = None
    letters: str = ""
    missed: bool = False
    farther: bool = False
    kind: Literal["services"] = "services"


@dataclass(frozen=True)
class Traits:
    """What services for a need can be chosen by: `letters` of what is chosen, `possible` of each that some are."""

    place: str | None
    need: str
    letters: str
    possible: tuple[str, ...]
    kind: Literal["traits"] = "traits"


@dataclass(frozen=True)
class ServiceCard:
    """One service: how far it is (km), from which municipality, and which comes next for the same need."""

    service: str
    km: float | None = None
    place: str | None = None
    need: str = ""
    following: str | None = None
    sent: bool = False
    """Whether a counsellor sent it."""
    kind: Literal["card"] = "card"


@dataclass(frozen=True)
class MistakeAsked:
    """Ask what of this service is wrong."""

    service: str
    kind: Literal["mistake_asked"] = "mistake_asked"


@dataclass(frozen=True)
class MistakeTold:
    """Thanks for telling us."""

    service: str
    kind: Literal["mistake_told"] = "mistake_told"


@dataclass(frozen=True)
class Needs:
    """Every kind of service that there is for people from this place."""

    place: str | None
    needs: tuple[str, ...]
    kind: Literal["needs"] = "needs"


@dataclass(frozen=True)
class HelpersFor:
    """Who helps with a topic: near a place, in one country, or in one of `countries`, which are asked for."""

    slug: str
    place: str | None
    offers: tuple[Offer, ...]
    country: str | None = None
    countries: tuple[str, ...] = ()
    kind: Literal["helpers"] = "helpers"


@dataclass(frozen=True)
class WhatsOn:
    """Activities near a municipality, or for whole countries when no place is known; ids in `activities`.

    `audiences` are those one can narrow down to; `seen` is how many came before, `total` how many there are.
    """

    place: str | None
    audience: str | None
    activities: tuple[str, ...]
    audiences: tuple[str, ...] = ()
    seen: int = 0
    total: int = 0
    kind: Literal["whats_on"] = "whats_on"


View: TypeAlias = (
    Welcome
    | Menu
    | Section
    | TopicShown
    | TopicWithheld
    | Choice
    | Danger
    | AskPlace
    | Countries
    | Services
    | Traits
    | ServiceCard
    | MistakeAsked
    | MistakeTold
    | Needs
    | HelpersFor
    | WhatsOn
    | CaseWaits
    | AskShare
    | Reply
    | ReferralAsked
    | ReferralReached
    | Notice
    | GuideView
)
