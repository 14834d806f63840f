"""Every view, with the real content and with the biggest and nastiest that a pack may hold."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.case_views import (
    AskShare,
    CaseWaits,
    Notice,
    Personal,
    ReferralAsked,
    ReferralReached,
    Reply,
)
from bot.conversation.taps import LIMIT as TAP_LIMIT
from bot.conversation.taps import Tap, unpacked
from bot.conversation.views import (
    AskPlace,
    Choice,
    Countries,
    Danger,
    HelpersFor,
    Hint,
    Menu,
    MistakeAsked,
    MistakeTold,
    Needs,
    Part,
    Section,
    ServiceCard,
    Services,
    Thumbs,
    TopicShown,
    TopicWithheld,
    Traits,
    View,
    Welcome,
    WhatsOn,
)
from bot.directory.offer import Offer
from bot.directory.wish import LETTERS
from bot.packs.assets import Packs
from bot.packs.terms import Audience, Category
from bot.rendering.markup import LIMIT
from bot.rendering.message import Message
from bot.rendering.views import render, venue
from bot.sandbox.formatting import parse_html
from bot.sandbox.units import units
from tests.builders import (
    TODAY,
    a_reply,
    a_service,
    a_topic,
    reply_words,
    service_words,
    some_packs,
    the_real_packs,
    topic_words,
    with_replies,
)
from tests.contexts import a_context, taps

NASTY = "<b>&amp;\"'</i>😀"
LANGUAGES = st.sampled_from(("sq", "en", "rom"))
DAYS = st.sampled_from((TODAY, date(2027, 12, 1), date(2040, 1, 1)))


def views_of(packs: Packs) -> st.SearchStrategy[View]:
    """Any view of these packs, and of what has left them."""
    slugs = st.sampled_from((*packs.topics, "gone"))
    places = st.sampled_from((None, "gone", *packs.places))
    kinds = st.sampled_from((*get_args(Category), *packs.needs))
    services = st.sampled_from((*packs.services, "gone"))
    countries, letters = st.sampled_from(("DE", "IT", "GB")), st.sampled_from(("", "f", "awo.en", ".rom"))
    found = st.builds(Offer, services, st.none() | st.floats(0, 300))
    offers = st.lists(found, max_size=6, unique_by=lambda offer: offer.service).map(tuple)
    needs = st.lists(kinds, max_size=21, unique=True).map(tuple)
    audiences = st.none() | st.sampled_from(get_args(Audience))
    events = st.lists(st.sampled_from(("gone", *packs.activities)), max_size=3, unique=True).map(tuple)
    seen, switched = st.integers(0, 200), st.sampled_from((None, "sq", "en"))
    return st.one_of(
        st.just(Welcome()),
        st.builds(Menu, st.sampled_from((None, *get_args(Hint)))),
        st.builds(Section, st.sampled_from((*packs.sections, "gone"))),
        st.builds(
            TopicShown,
            slugs,
            st.sampled_from(get_args(Part)),
            switched,
            sent=st.booleans(),
            thumbs=st.sampled_from(get_args(Thumbs)),
        ),
        st.builds(TopicWithheld, slugs),
        st.builds(Choice, st.lists(slugs, max_size=4, unique=True).map(tuple), st.booleans(), st.booleans()),
        st.builds(
            Danger, st.sampled_from((*packs.signals, "gone")), st.sampled_from((None, "AL", "XK", "DE")), st.booleans()
        ),
        st.builds(AskPlace, st.booleans(), st.lists(places.map(str), max_size=3).map(tuple)),
        st.builds(Countries, st.lists(countries, max_size=20, unique=True).map(tuple)),
        st.builds(Services, places, st.none() | kinds, offers, needs, seen, seen, letters=letters),
        st.builds(
            Services,
            st.none(),
            st.none() | kinds,
            offers,
            needs,
            seen,
            seen,
            st.just(value=True),
            st.none() | countries,
            letters,
            st.booleans(),
            st.booleans(),
        ),
        st.builds(Traits, places, kinds, letters, st.just((*LETTERS.values(), ".sq", ".rom"))),
        st.builds(
            ServiceCard,
            services,
            st.none() | st.floats(0, 900),
            places,
            st.just("") | kinds,
            st.none() | services,
            st.booleans(),
        ),
        st.builds(MistakeAsked, services),
        st.builds(MistakeTold, services),
        st.builds(Needs, places, needs),
        st.builds(HelpersFor, slugs, places, offers),
        st.builds(Notice, st.sampled_from(get_args(get_type_hints(Notice)["what"]))),
        st.builds(CaseWaits, seen, st.none() | st.integers(0, 2**32), st.booleans(), st.booleans()),
        st.builds(AskShare, st.sampled_from(get_args(Personal)), albums()),
        st.builds(Reply, st.sampled_from((*packs.replies, "gone"))),
        st.builds(ReferralAsked, services),
        st.builds(ReferralReached, services),
        st.builds(WhatsOn, places, audiences, events, st.just(get_args(Audience)), seen, seen),
    )


def albums() -> st.SearchStrategy[tuple[int, ...]]:
    """As many messages as an album has (Bot API, sendMediaGroup), with great numbers."""
    return st.tuples(st.integers(1, 2**31), st.integers(1, 10)).map(lambda one: tuple(range(one[0], one[0] + one[1])))


def without_buttons(view: View) -> bool:
    """What reads like a person's own words, and the one line that stays after the quick exit."""
    return isinstance(view, Reply) or view == Notice("left")


def check(message: Message, *, silent: bool = False) -> str:
    """Telegram takes it, and a person can use it; returns the text as they read it."""
    text, _ = parse_html(message.html)
    assert text.strip()
    assert units(text) <= LIMIT
    buttons = [button for row in message.rows for button in row]
    assert silent or 0 < len(buttons) <= 100
    assert all(1 <= len(row) <= (3 if taps((row,))[0].name in {"tick", "helpful"} else 2) for row in message.rows)
    for button in buttons:
        assert 0 < len(button.label) <= 24
        assert button.data is not None
        assert len(button.data.encode()) <= TAP_LIMIT
        assert unpacked(button.data) is not None
    return text


def leads_on(message: Message) -> bool:
    """To the menu, or it has the sections of the menu itself; in a talk with a counsellor to what comes next in it."""
    names = [tap.name for tap in taps(message.rows)]
    return bool({"menu", "end", "withhold"} & set(names)) or names.count("section") > 2


def leaves(message: Message) -> bool:
    """The quick exit at once, or by way of the menu, where it always stands."""
    return any(tap.name in {"exit", "menu", "section"} for tap in taps(message.rows))


@given(view=views_of(the_real_packs()), language=LANGUAGES, desk=st.booleans(), today=DAYS)
def test_every_view_of_the_real_content_can_be_sent_and_leads_on(
    *, view: View, language: str, desk: bool, today: date
) -> None:
    message = render(view, language, a_context(the_real_packs(), desk=desk, today=today))
    check(message, silent=without_buttons(view))
    assert without_buttons(view) or (leads_on(message) and leaves(message))
    assert Tap("talk") not in taps(message.rows) or desk


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("hint", [None, *get_args(Hint)])
def test_the_menu_always_has_the_quick_exit(language: str, hint: Hint | None) -> None:
    message = render(Menu(hint), language, a_context(the_real_packs()))
    assert Tap("exit") in taps(message.rows)
    assert len(message.rows) <= 6


@pytest.mark.parametrize("desk", [True, False])
def test_under_danger_there_are_two_answers_at_most_and_no_exit(*, desk: bool) -> None:
    message = render(Danger("suicide", None, desk), "sq", a_context(the_real_packs(), desk=desk))
    assert Tap("exit") not in taps(message.rows)


def test_the_quick_exit_stands_under_a_place_on_the_map_too() -> None:
    position = {"lat": 42.0, "lon": 20.0, "precision": "street"}
    place = venue("al_office", "en", a_context(some_packs(services=[a_service("al_office", position=position)])))
    assert place is not None
    assert taps(place.rows) == [Tap("menu"), Tap("exit")]


def the_biggest() -> Packs:
    """As long as the schema allows, each character two units long, and of all that has no limit a lot."""
    source = {"title": "😀" * 80, "url": "https://example.org/?a=1&b=2", "dated": "2024-01-01", "checked": TODAY}
    words = topic_words("😀" * 48, summary="😀" * 400, details="😀" * 1500, steps=["😀" * 200] * 8, warning="😀" * 250)
    topic = a_topic(words={"xx": words}, sources=[source] * 60)
    said = service_words("😀" * 120, serves="😀" * 200, doubt="😀" * 200)
    position = {"lat": 42.0, "lon": 20.0}
    offices = (a_service(f"al_{n}", address="😀" * 300, position=position) for n in range(9))
    services = {office.model_copy(update={"hours": "😀" * 300}): {"xx": said} for office in offices}
    replies = (a_reply("big", words={"xx": reply_words("😀" * 40, "😀" * 600)}),)
    return with_replies(some_packs(topics=[topic], services=services), *replies)


BIGGEST = the_biggest()


@given(views_of(BIGGEST), LANGUAGES, DAYS)
def test_the_biggest_content_still_fits_a_message(view: View, language: str, today: date) -> None:
    check(render(view, language, a_context(BIGGEST, today=today)), silent=without_buttons(view))


def nasty() -> Packs:
    topic = a_topic(words={"en": topic_words(NASTY, summary=NASTY, details=NASTY, steps=[NASTY], warning=NASTY)})
    said = service_words(NASTY, serves=NASTY, doubt=NASTY)
    service = a_service(address=NASTY, city=NASTY).model_copy(update={"hours": NASTY})
    return some_packs(topics=[topic], services={service: {"en": said}})


@pytest.mark.parametrize(
    ("view", "times"),
    [
        (TopicShown("asylum-facts"), 3),
        (TopicShown("asylum-facts", "details"), 2),
        (TopicShown("asylum-facts", "steps"), 2),
        (TopicWithheld("asylum-facts"), 1),
        (HelpersFor("asylum-facts", None, (Offer("al_zyra_kukes"),)), 5),
        (ServiceCard("al_zyra_kukes"), 5),
    ],
)
def test_nothing_from_a_pack_is_taken_for_markup(view: View, times: int) -> None:
    text = check(render(view, "en", a_context(nasty())))
    assert text.count(NASTY) == times


@given(views_of(the_real_packs()))
def test_the_same_view_is_always_the_same_message(view: View) -> None:
    context = a_context(the_real_packs())
    assert render(view, "sq", context) == render(view, "sq", replace(context))


def a_section_of_many() -> dict[str, Any]:
    return {"topics": [a_topic(f"subject-{n}") for n in range(90)]}


def test_a_long_section_stays_below_a_hundred_buttons() -> None:
    check(render(Section("leaving"), "en", a_context(some_packs(**a_section_of_many()))))
