"""Every view of guides: of the real content, of the biggest and nastiest that a pack may hold, and of what is gone."""

from collections.abc import Iterator
from datetime import date
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.guide_views import (
    AskReminder,
    AskTell,
    Checklist,
    GuideExplained,
    GuideIntro,
    GuideNotice,
    GuideQuestion,
    GuideResult,
    Guides,
    GuideText,
    GuideView,
    Missed,
    Reminder,
)
from bot.conversation.taps import Tap
from bot.guides.outcome import Outcome, flagged, packed
from bot.packs.assets import Guide, Packs
from bot.packs.guide_schema import DATES_RECKONED, DAYS_RECKONED, GuideFile
from bot.packs.guide_schema import GuideResult as Result
from bot.rendering.message import Message
from bot.rendering.views import render
from tests.builders import TODAY, a_guide, guide_words, some_packs, the_real_packs, with_guides
from tests.contexts import a_context, labels, taps
from tests.rendering.some_guides import PACKS
from tests.rendering.test_views import NASTY, check

LANGUAGES = st.sampled_from(("sq", "en", "rom"))
DAYS = st.sampled_from((TODAY, date(2027, 12, 1), date(2040, 1, 1)))
ONWARD = {"menu", "play", "result", "section", "end", "forget"}
"""One of these stands under every view."""


def outcomes(guide: GuideFile) -> st.SearchStrategy[str]:
    """Anything that a button of a result may carry, ours or not."""
    reckoned = (*DAYS_RECKONED.get(guide.reckon or "", ()), *DATES_RECKONED.get(guide.reckon or "", ()))
    ours = st.builds(
        Outcome,
        st.sampled_from((guide.version, guide.version + 1)),
        st.sampled_from([result.id for result in guide.results]),
        st.integers(-9, 40),
        some_of(flagged(guide)),
        some_of(tuple(item.id for item in guide.items)),
        st.just((90,) * len(reckoned)),
    )
    return ours.map(lambda one: packed(one, guide)) | st.sampled_from(("", "1.gone....", "nonsense"))


def some_of(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(("gone", *names)), unique=True, max_size=len(names)).map(tuple)


def views_of(packs: Packs) -> st.SearchStrategy[GuideView]:
    """Any view of these guides, and of one that is gone."""
    return st.sampled_from(tuple(packs.guides.values())).flatmap(lambda guide: views_of_one(guide, packs))


def views_of_one(guide: Guide, packs: Packs) -> st.SearchStrategy[GuideView]:
    facts, yes = guide.facts, st.booleans()
    name = st.sampled_from((guide.name,) * 9 + ("gone",))
    steps = st.sampled_from(("gone", *(step.id for step in facts.steps)))
    every = tuple({answer for step in facts.steps for answer in step.ids})
    stays = st.sampled_from(("2026-01-01/2026-02-03", "2026-11-01/now", "2026-12-24/", "nonsense"))
    chosen = some_of(every) | st.lists(stays, max_size=9).map(tuple)
    places = st.sampled_from((None, "gone", *packs.places))
    among = st.lists(st.sampled_from(("gone", *packs.places)), max_size=3, unique=True).map(tuple)
    parts = st.sampled_from(("", "sources", "reasons", "gone", *(part for one in facts.results for part in one.parts)))
    items = some_of(tuple(item.id for item in facts.items))
    groups = st.sampled_from(("", "gone", *(item.group for item in facts.items if item.group)))
    services = st.sampled_from(("gone", *packs.services))
    nearest = items.flatmap(lambda some: st.tuples(*(st.tuples(st.just(one), services) for one in some)))
    ends, number = outcomes(facts), st.integers(1, 99)
    notes = st.sampled_from(("", "reminder_set", "reminder_dropped"))
    return st.one_of(
        st.builds(Guides, some_of(tuple(packs.guides))),
        st.builds(GuideIntro, name, yes, yes, yes, yes),
        st.builds(
            GuideQuestion,
            name,
            steps,
            number,
            number,
            chosen,
            st.sampled_from(get_args(Missed)),
            yes,
            places,
            among,
            yes,
        ),
        st.builds(GuideExplained, name, steps, st.sampled_from(("unsaid", "gone", *every))),
        st.builds(GuideResult, name, ends, parts, places, nearest, yes, st.none() | number),
        st.builds(GuideText, name, ends, st.sampled_from(("share", "plan")), places, nearest),
        st.builds(AskTell, name, ends, yes),
        st.builds(Checklist, name, items, items, groups, notes, st.integers(0, 90)),
        st.builds(AskReminder, name),
        st.builds(Reminder, name),
        st.builds(GuideNotice, name, st.sampled_from(get_args(get_type_hints(GuideNotice)["what"]))),
    )


def sent(view: GuideView, packs: Packs, language: str = "en", today: date = TODAY, *, desk: bool = True) -> Message:
    return render(view, language, a_context(packs, today=today, desk=desk))


@given(view=views_of(the_real_packs()), language=LANGUAGES, today=DAYS, desk=st.booleans())
def test_every_view_of_the_real_guides_can_be_sent_and_leads_on(
    *, view: GuideView, language: str, today: date, desk: bool
) -> None:
    message = sent(view, the_real_packs(), language, today, desk=desk)
    check(message)
    assert {tap.name for tap in taps(message.rows)} & ONWARD
    assert Tap("talk") not in taps(message.rows) or desk


@given(view=views_of(PACKS), language=LANGUAGES, today=DAYS)
def test_every_view_of_a_small_guide_can_be_sent(view: GuideView, language: str, today: date) -> None:
    check(sent(view, PACKS, language, today))


def everything(text: str, **sizes: int) -> Packs:
    """A guide all of whose words are this text, at most as long as the schema allows."""

    def cut(most: int) -> str:
        return text[:most] or text

    asked = {"ask": cut(400), "why": cut(200), "explain": cut(400)}
    answers = {name: {"label": cut(24), "reason": cut(200)} for name in "abcdefgh"}
    result = {
        "title": cut(60),
        "text": cut(500),
        "share": cut(500),
        "parts": {name: {"label": cut(24), "text": cut(900)} for name in ("one", "two", "three", "four")},
    }
    words = guide_words(
        cut(48),
        label=cut(24),
        intro=cut(400),
        steps={"all": {**asked, "answers": answers}, "right": {**asked, "answers": answers}},
        results={"plan": result, "list": result},
        items={f"item-{number}": {"text": cut(160)} for number in range(sizes["items"])},
        groups={"all": {"title": cut(18)}},
    )
    points = [{"id": name, "points": 1} for name in "abcdefgh"]
    source = {"title": cut(80), "url": "https://example.org/?a=1&b=2", "dated": "2024", "checked": TODAY}
    guide = a_guide(
        "big",
        {"en": words},
        sources={f"source-{number}": source for number in range(sizes["sources"])},
        steps=[
            {"id": "all", "ask": "several", "answers": points},
            {"id": "right", "ask": "choice", "answers": [{"id": "a"}, {"id": "b"}], "right": "b"},
        ],
        items=[{"id": f"item-{number}", "group": "all"} for number in range(sizes["items"])],
        results=[
            {"id": name, "lists": lists, "parts": ["one", "two", "three", "four"], "share": True, "desk": True}
            for name, lists in {"plan": "plan", "list": "checklist"}.items()
        ],
    )
    return with_guides(some_packs(), guide)


BIGGEST = everything("😀" * 1000, items=40, sources=60)


@given(views_of(BIGGEST), LANGUAGES, DAYS)
def test_the_biggest_guide_still_fits_a_message(view: GuideView, language: str, today: date) -> None:
    check(sent(view, BIGGEST, language, today))


@pytest.mark.parametrize(
    ("view", "times"),
    [
        (GuideIntro("big"), 2),
        (GuideQuestion("big", "all", 1, 2, why=True), 3),
        (GuideExplained("big", "right", "a"), 3),
        (GuideResult("big", "1.plan..1.1."), 5),
        (GuideResult("big", "1.plan..1.1.", "one"), 3),
        (GuideText("big", "1.plan..1.1.", "share"), 3),
        (GuideText("big", "1.plan..1.1.", "plan"), 2),
        (AskTell("big", "1.plan..1.1.", opens=True), 2),
        (Checklist("big", ("item-0",), (), "all"), 3),
    ],
)
def test_nothing_of_a_guide_is_taken_for_markup(view: GuideView, times: int) -> None:
    assert check(sent(view, everything(NASTY, items=1, sources=1))).count(NASTY) == times


LINES = 10
"""A plan of more lines is no plan; the rules of the packs advise against it."""


def played(guide: Guide) -> Iterator[GuideView]:
    """Each screen of a guide as it comes when nothing is odd."""
    name, facts, most = guide.name, guide.facts, len(guide.facts.steps)
    yield GuideIntro(name)
    for step in facts.steps:
        yield GuideQuestion(name, step.id, most, most)
        yield GuideQuestion(name, step.id, most, most, why=True)
        if step.right:
            yield GuideExplained(name, step.id, "unsaid")
    for result in facts.results:
        end = packed(at_its_longest(result, facts), facts)
        yield from (GuideResult(name, end, part) for part in ("", "sources", "reasons", *result.parts))
        if result.share or result.lists == "plan":
            yield GuideText(name, end, "share" if result.share else "plan")
    if any(result.lists == "checklist" for result in facts.results):
        groups = dict.fromkeys(item.group or "" for item in facts.items)
        yield from (Checklist(name, tuple(item.id for item in facts.items), (), group) for group in ("", *groups))


def at_its_longest(result: Result, facts: GuideFile) -> Outcome:
    """With every reason, and with as many lines as a plan may have."""
    lines = tuple(item.id for item in facts.items) if result.lists else ()
    listed = lines[:LINES] if result.lists == "plan" else lines
    reckoned = (9, 81, 0, TODAY.toordinal(), TODAY.toordinal()) if facts.reckon else ()
    return Outcome(facts.version, result.id, 9, flagged(facts), listed, reckoned)


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("name", the_real_packs().guides)
def test_each_screen_of_the_real_guides_fits_one_phone(name: str, language: str) -> None:
    """Labels of answers are whole: where one is cut, nobody knows what they tap."""
    packs = the_real_packs()
    for view in played(packs.guides[name]):
        message = sent(view, packs, language)
        assert "…" not in check(message), view
        # No way through a guide brings all lines of a group at once, as here.
        assert len(message.rows) <= (7 if isinstance(view, Checklist) else 6), view
        cut = [label for label in labels(message) if label.endswith("…")]
        assert not cut or not isinstance(view, GuideQuestion), (view, cut)
