from dataclasses import replace
from typing import get_args

import pytest

from bot.conversation.taps import Tap
from bot.conversation.views import Hint, Menu, Section, Welcome
from bot.rendering.views import render
from tests.builders import SECTIONS, a_topic, some_packs
from tests.contexts import a_context, labels, taps

FULL = some_packs(topics=[a_topic(f"about-{section}", section) for section in SECTIONS])


def test_the_first_contact_is_as_the_voice_has_it() -> None:
    message = render(Welcome(), "sq", a_context(FULL))
    assert message.html.startswith("Përshëndetje. Jam Udha, një ndihmës automatik, falas.")
    assert message.html.endswith("Ose shkruani pyetjen me fjalët tuaja.")
    assert [len(row) for row in message.rows] == [2, 2, 2, 2, 2]
    assert labels(message)[:2] == ["Shqip ✓", "English"]
    assert labels(message)[-2:] == ["👤 Flisni me një njeri", "✕ Dil"]


def test_an_odd_number_of_sections_all_stand_in_the_first_contact() -> None:
    packs = replace(FULL, sections=("leaving", "risks", "rights"))
    message = render(Welcome(), "en", a_context(packs))
    assert [len(row) for row in message.rows] == [2, 2, 2, 2]


def test_the_menu_has_every_section_that_leads_somewhere() -> None:
    message = render(Menu(), "en", a_context(FULL))
    assert [tap.argument for tap in taps(message.rows) if tap.name == "section"] == list(SECTIONS)
    few = render(Menu(), "en", a_context(some_packs(topics=[a_topic("one", "risks")])))
    assert [tap.argument for tap in taps(few.rows) if tap.name == "section"] == ["risks"]
    assert len(message.rows) <= 6


@pytest.mark.parametrize("hint", get_args(Hint))
def test_the_menu_says_why_it_comes(hint: Hint) -> None:
    plain, why = (render(Menu(each), "en", a_context()).html for each in (None, hint))
    assert why.endswith(plain)
    assert len(why) > len(plain) + 10


def test_a_person_is_offered_only_where_there_is_one() -> None:
    assert "Or talk to a person." in render(Menu("voice"), "en", a_context()).html
    assert "Or talk to a person." not in render(Menu("voice"), "en", a_context(desk=False)).html
    assert "Or talk to a person." not in render(Menu("long"), "en", a_context()).html


def test_a_section_lists_its_subjects() -> None:
    packs = some_packs(topics=[a_topic("one"), a_topic("two"), a_topic("three", "risks")])
    message = render(Section("leaving"), "en", a_context(packs))
    assert message.html == "<b>Leaving (en)</b>\nAbout leaving."
    assert [tap.argument for tap in taps(message.rows) if tap.name == "topic"] == ["one", "two"]
    assert Tap("menu") in taps(message.rows)


def test_a_section_without_subjects_says_so() -> None:
    assert "nothing here yet" in render(Section("rights"), "en", a_context()).html


def test_a_section_that_is_gone_gives_the_menu() -> None:
    assert render(Section("gone"), "en", a_context()) == render(Menu("button"), "en", a_context())
