"""What a counsellor finds and sends: replies, topics, services, guides, and a referral that the client agrees to."""

from collections.abc import Container
from dataclasses import replace
from typing import Final

from bot.conversation.actions import AnswerReferral, Show, TellOutcome
from bot.conversation.case_views import ReferralAsked, Reply
from bot.conversation.guide_views import GuideIntro
from bot.conversation.knowledge import Knowledge
from bot.conversation.views import ServiceCard, TopicShown, View
from bot.desk.case import Case, FollowUp
from bot.desk.finding import findings
from bot.desk.known import DeskKnown
from bot.desk.taps import DeskTap
from bot.desk.turn import CaseTurn
from bot.desk.views import Findings, OutcomeTold, Preview, Sentence

DAYS: Final = 7
"""After so many days the client is asked whether the service helped."""
DAY: Final = 86400
NOTHING: Final = Findings((), (), ())


def found(case: Case, words: str, known: DeskKnown, reply_to: int) -> CaseTurn:
    """What fits the words, in the language of whoever has the case."""
    found_ones = findings(words, case.desk_language, known.knowledge)
    view = Sentence("nothing_found") if found_ones == NOTHING else found_ones
    return CaseTurn(case).saying(view, reply_to=reply_to)


def preview(tap: DeskTap, case: Case | None, known: DeskKnown, *, sends: bool) -> Preview | Sentence:
    """As the client would see it, and in the client's language."""
    if tap.name not in {"reply", "topic", "service", "guide"} or not exists(tap.name, tap.argument, known.knowledge):
        return Sentence("nothing_found")
    return Preview(tap.name, tap.argument, known.spoken, sends, case.country if case else None)


def exists(what: str, which: str, knowledge: Knowledge) -> bool:
    """Whether the packs still have it: a button may be older than they are."""
    packs = knowledge.packs
    kinds: dict[str, Container[str]] = {
        "reply": packs.replies,
        "topic": packs.topics,
        "service": packs.services,
        "guide": packs.guides,
    }
    return which in kinds.get(what, ())


def given(case: Case, tap: DeskTap, known: DeskKnown, tapped: int) -> CaseTurn:
    """Send it; the record of what was sent stands in the thread."""
    if not exists(tap.argument, tap.detail, known.knowledge):
        return CaseTurn(case, toast=Sentence("nothing_found"))
    views: dict[str, View] = {
        "reply": Reply(tap.detail),
        "topic": TopicShown(tap.detail, home=case.country, sent=True),
        "service": ServiceCard(tap.detail, sent=True),
        "guide": GuideIntro(tap.detail, sent=True),
    }
    shown = Show(views[tap.argument], known.spoken)
    said = Sentence("given", about=f"{tap.argument}:{tap.detail}")
    return CaseTurn(case, (shown,)).saying(said, replaces=tapped or None).counting("given", tap.detail)


def referred(case: Case, service: str, known: DeskKnown, tapped: int) -> CaseTurn:
    """Ask the client first: nobody is sent anywhere who does not want to go."""
    if not exists("service", service, known.knowledge):
        return CaseTurn(case, toast=Sentence("nothing_found"))
    asked = Show(ReferralAsked(service), known.spoken)
    said = Sentence("refer_asked", about=f"service:{service}")
    return CaseTurn(case, (asked,)).saying(said, replaces=tapped or None)


def answered(case: Case, deed: AnswerReferral, known: DeskKnown) -> CaseTurn:
    """The client agreed, and is asked after some days; or did not, and is not. Nor is who has left in a hurry."""
    about = f"service:{deed.service}"
    others = tuple(each for each in case.follow_ups if each.service != deed.service)
    if not deed.agreed:
        return CaseTurn(replace(case, follow_ups=others)).saying(Sentence("refer_no", about=about))
    asked = () if case.ended == "left" else (FollowUp(deed.service, known.now + DAYS * DAY),)
    later = replace(case, follow_ups=(*others, *asked))
    return CaseTurn(later).saying(Sentence("refer_yes", about=about)).noting("referred")


def told(case: Case, deed: TellOutcome) -> CaseTurn:
    """What a guide came to, in the thread, because the client wants it there."""
    return CaseTurn(case).saying(OutcomeTold(deed.guide, deed.outcome))
