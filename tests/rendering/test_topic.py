from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from bot.conversation.taps import Tap
from bot.conversation.views import Menu, Part, TopicShown, TopicWithheld
from bot.rendering.message import Message
from bot.rendering.views import render
from tests.builders import TODAY, a_topic, some_packs, topic_words, with_versions
from tests.contexts import a_context, labels, ways

SLUG = "asylum-facts"
SOURCES = [
    {"title": "Eurostat", "url": "https://example.org/a?b=1&c=2", "dated": "2024", "checked": TODAY},
    {"title": "UNHCR", "url": "https://example.org/u", "dated": "undated", "checked": date(2026, 10, 1)},
]
HELPLINES = a_topic("helplines", "help")


def shown(part: Part = "summary", today: date = TODAY, **facts: Any) -> Message:
    packs = some_packs(topics=[a_topic(SLUG, **facts), a_topic("legal-routes"), a_topic("smuggling"), HELPLINES])
    return render(TopicShown(SLUG, part), "en", a_context(packs, today=today))


def test_the_short_answer_comes_first_and_its_source_last() -> None:
    assert shown().html == (
        "<b>Asylum facts (en)</b>\nAsylum facts (en): a short answer.\n\n"
        "<i>Source: Eurostat · checked on 22/11/2026</i>"
    )


def test_several_sources_are_counted_with_the_oldest_check() -> None:
    assert shown(sources=SOURCES).html.endswith("<i>Sources (2) · checked on 01/10/2026</i>")


def test_a_warning_has_its_sign() -> None:
    words = {"en": topic_words("Title", warning="Pay <nobody>.")}
    message = render(TopicShown(SLUG), "en", a_context(some_packs(topics=[a_topic(words=words)])))
    assert "\n\n⚠️ Pay &lt;nobody&gt;.\n\n" in message.html


def test_details_and_steps_are_parts_of_their_own() -> None:
    assert "Asylum facts (en): all that is known." in shown("details").html
    assert "1. Ask at the office.\n2. Keep your papers." in shown("steps").html


def test_sources_are_links_with_their_dates() -> None:
    html = shown("sources", sources=SOURCES).html
    assert '<a href="https://example.org/a?b=1&amp;c=2">Eurostat</a> (2024) · checked on 22/11/2026' in html
    assert '<a href="https://example.org/u">UNHCR</a> (undated) · checked on 01/10/2026' in html


@pytest.mark.parametrize("part", get_args(Part))
def test_every_part_leads_to_all_others(part: Part) -> None:
    parts = {"summary": "topic", "details": "more", "steps": "steps", "sources": "sources"}
    names = {tap.name for tap in ways(shown(part).rows)} - {"helpful", "unhelpful"}
    assert names == {*parts.values(), "who", "section", "menu"} - {parts[part]}


def test_nobody_is_offered_where_nobody_helps() -> None:
    assert Tap("who", SLUG) not in ways(shown(services=()).rows)


def test_two_related_subjects_are_offered_and_none_that_is_not_there() -> None:
    message = shown(related=("gone", "legal-routes", "smuggling", "helplines"))
    assert [tap.argument for tap in ways(message.rows) if tap.name == "topic"] == ["legal-routes", "smuggling"]


def test_an_overdue_topic_says_so_and_offers_a_person() -> None:
    message = shown(today=date(2027, 12, 1))
    assert "⏳ This should have been checked by 22 November 2027. Ask before you rely on it." in message.html
    assert Tap("talk") in ways(message.rows)


def test_a_topic_that_is_too_old_is_not_shown_at_all() -> None:
    message = shown(today=date(2028, 6, 1))
    assert "a short answer" not in message.html
    assert "checking this subject again" in message.html


def test_a_text_in_another_language_is_marked() -> None:
    packs = some_packs(topics=[a_topic(words={"en": topic_words("English only")})])
    assert "(Ky tekst nuk është ende në gjuhën tuaj.)" in render(TopicShown(SLUG), "sq", a_context(packs)).html
    assert "not yet in your language" not in render(TopicShown(SLUG), "en", a_context(packs)).html


@pytest.mark.parametrize(
    ("home", "title", "summary", "others"),
    [
        (None, "Asylum facts (en)", "a short answer", ["AL", "XK"]),
        ("AL", "Asylum facts (en) · Albania", "In Albania.", ["XK"]),
        ("XK", "Asylum facts (en) · Kosovo", "In Kosovo.", ["AL"]),
        ("DE", "Asylum facts (en)", "a short answer", ["AL", "XK"]),
    ],
)
def test_a_country_with_rules_of_its_own_is_named_and_the_others_are_one_tap_away(
    home: str | None, title: str, summary: str, others: list[str]
) -> None:
    packs = some_packs([with_versions(a_topic(), AL="In Albania.", XK="In Kosovo.")])
    message = render(TopicShown(SLUG, home=home), "en", a_context(packs))
    assert f"<b>{title}</b>" in message.html
    assert summary in message.html
    assert [tap for tap in ways(message.rows) if tap.name == "home"] == [Tap("home", other, SLUG) for other in others]


def test_a_version_that_is_too_old_is_not_shown_while_the_common_text_is() -> None:
    old = a_topic(SLUG, reviewed=date(2020, 1, 1), review_by=date(2021, 1, 1), withhold_after=date(2022, 1, 1))
    packs = some_packs([replace(a_topic(SLUG), versions={"XK": old})])
    assert "checking this subject again" in render(TopicShown(SLUG, home="XK"), "en", a_context(packs)).html
    assert "a short answer" in render(TopicShown(SLUG), "en", a_context(packs)).html


def test_a_switch_of_language_is_said_and_can_be_taken_back() -> None:
    message = render(TopicShown(SLUG, switched_from="en"), "sq", a_context())
    assert message.html.startswith("Po ju përgjigjem shqip.\n")
    assert Tap("lang", "en", SLUG) in ways(message.rows)
    assert "English" in labels(message)


def test_a_topic_that_is_gone_gives_the_menu() -> None:
    assert render(TopicShown("gone"), "en", a_context()) == render(Menu("button"), "en", a_context())


def test_a_withheld_topic_gives_helplines_and_a_person() -> None:
    packs = some_packs(topics=[a_topic(SLUG), HELPLINES])
    message = render(TopicWithheld(SLUG), "en", a_context(packs))
    assert message.html.startswith("<b>Asylum facts (en)</b>\n")
    assert ways(message.rows) == [Tap("topic", "helplines"), Tap("talk"), Tap("menu")]


def test_helplines_are_offered_once_where_there_is_no_desk() -> None:
    packs = some_packs(topics=[HELPLINES])
    message = render(TopicWithheld("gone"), "en", a_context(packs, desk=False))
    assert ways(message.rows) == [Tap("topic", "helplines"), Tap("menu")]
