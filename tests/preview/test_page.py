"""What stands on the page, and what never does."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.checks.tiny_pack import TINY, TinyPack
from tests.preview.pages import card, page, shown, text

SERVICES = "services/kukes.yaml"
WHERE_THE_OFFICE_IS = "    place: kukes\n    reach: local\n"


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def said(value: object) -> list[str]:
    """Every text of a file, whatever it stands under."""
    if isinstance(value, dict):
        return [each for part in value.values() for each in said(part)]
    if isinstance(value, list):
        return [each for part in value for each in said(part)]
    return [str(value)]


def test_every_word_of_the_packs_is_on_the_page(pack: TinyPack) -> None:
    read = text(page(pack))
    for file in (TINY / "core").glob("[es][nq]/**/*.yaml"):
        for words in said(yaml.safe_load(file.read_text("utf-8"))):
            assert words in read, file


def test_languages_stand_side_by_side_and_are_marked_for_those_who_hear_the_page(pack: TinyPack) -> None:
    police = card(page(pack), "The police (sq)")
    assert police.index('<td lang="sq" data-language="Albanian"><p>The police (sq)') < police.index(
        '<td lang="en" data-language="English"><p>The police (en)'
    )


def test_sources_and_dates_stand_with_the_topic(pack: TinyPack) -> None:
    police = text(card(page(pack), "The police (sq)"))
    assert "Source Who says so , dated 2026, checked 1 November 2026" in police
    assert "Reviewed 1 November 2026 Review by 1 November 2027 Withheld after 1 May 2028" in police
    assert "Who helps Offices (en)" in police
    assert "Related Helplines (sq) / Helplines (en)" in police


def test_each_language_of_a_topic_has_the_name_that_reports_give_its_words(pack: TinyPack) -> None:
    named = re.compile(r"Named in reports Albanian [0-9a-f]{6}, English [0-9a-f]{6}")
    before = named.search(text(card(page(pack), "The police (sq)")))
    pack.change("sq/help/police.yaml", "summary: ", "summary: Now ")
    after = named.search(text(card(page(pack), "The police (sq)")))
    assert before is not None
    assert after is not None
    assert before[0] != after[0]
    assert before[0][-6:] == after[0][-6:]


@pytest.mark.parametrize(
    ("dated", "told"),
    [('"2025-03"', "dated March 2025"), ('"2025-03-01"', "dated 1 March 2025"), ("undated", "undated")],
)
def test_a_source_says_how_old_it_is(pack: TinyPack, dated: str, told: str) -> None:
    pack.change("topics/help/police.yaml", 'dated: "2026"', f"dated: {dated}")
    assert f"Who says so , {told}, checked" in text(card(page(pack), "The police (sq)"))


def test_words_are_escaped(pack: TinyPack) -> None:
    pack.change("en/help/police.yaml", "The police helps.", "<script>alert(1)</script> & more")
    pack.change("en/services/kukes.yaml", "Everybody", "<img src=x onerror=alert(1)>")
    html = page(pack)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html
    assert "&lt;img src=x" in html
    assert html.count("<script>") == 1


def test_it_may_load_nothing(pack: TinyPack) -> None:
    html = page(pack)
    assert "default-src 'none'" in html
    assert " src=" not in html
    assert "<link" not in html


def test_a_language_that_is_missing_is_marked(pack: TinyPack) -> None:
    pack.change("pack.yaml", "languages: [sq, en]", "languages: [sq, en, de]")
    pack.add("de/help/helplines.yaml", pack.path("en/help/helplines.yaml").read_text("utf-8").replace("(en)", "(de)"))
    html = page(pack)
    police, helplines = text(card(html, "The police (sq)")), text(card(html, "Helplines (sq)"))
    assert "Missing in German: its clients see the words in English, with a note that says so." in police
    assert "Helplines (sq) Helplines (en) Helplines (de)" in helplines
    assert "Missing" not in helplines
    assert "Missing" in text(card(html, "The office (sq)"))
    assert dict(shown(pack.root).figures)["topics with a text missing in some language"] == 1


def test_a_part_that_one_language_lacks_is_marked(pack: TinyPack) -> None:
    pack.change("en/help/helplines.yaml", "warning: Somebody may see the number.\n", "")
    assert "Warning Somebody may see the number. Missing" in text(card(page(pack), "Helplines (sq)"))


@pytest.mark.parametrize(
    ("today", "kind", "told"),
    [
        (date(2027, 11, 1), None, ""),
        (date(2027, 11, 2), "due", "Due. Its review was due by 1 November 2027; clients see it under a banner"),
        (date(2028, 5, 1), "due", "Due."),
        (date(2028, 5, 2), "withheld", "Withheld. Clients are not shown this after 1 May 2028"),
    ],
)
def test_what_is_due_or_withheld_is_marked(pack: TinyPack, today: date, kind: str | None, told: str) -> None:
    police = card(page(pack, today), "The police (sq)")
    assert f'data-kinds="{kind or ""}"' in police
    assert told in text(police)
    assert ("Due." in text(police)) == (kind == "due")


def test_a_country_s_own_text_shows_what_differs(pack: TinyPack) -> None:
    pack.give_albania_its_own(
        "sources: [{title: The code, url: 'https://example.org/code', dated: '2017', checked: 2026-11-01}]\n",
        sq="summary: The police helps. It is free.\n",
        en="summary: The police helps. It costs nothing.\n",
    )
    police = card(page(pack), "The police (sq)")
    assert "The police helps. <ins>It costs nothing.</ins>" in police
    own = text(police[police.index('id="topic-police-AL-text"') :])
    assert own.count("The code") == 1
    assert "In Albania" in text(police)
    assert "As in the common text: title, button, details, steps, services, related." in own
    assert 'data-pack="core albania"' in police


def test_a_country_s_own_text_that_a_language_lacks_is_marked(pack: TinyPack) -> None:
    pack.give_albania_its_own(sq="summary: It is free.\n")
    assert "Missing in English: its clients see the words in Albanian" in text(card(page(pack), "The police (sq)"))


def test_a_country_that_only_has_other_dates_is_marked_on_its_own(pack: TinyPack) -> None:
    pack.give_albania_its_own("{reviewed: 2026-11-01, review_by: 2026-11-10, withhold_after: 2028-01-01}\n")
    police = card(page(pack), "The police (sq)")
    assert 'data-kinds="due"' in police
    assert "Due." not in text(police[: police.index("In Albania")])
    assert "Its review was due by 10 November 2026" in text(police)


def test_a_service_is_shown_as_its_clients_read_it(pack: TinyPack) -> None:
    office = text(card(page(pack), "The office (sq)"))
    assert "The office (en) Whoever looks for work ☎️ +355 24 22 22 22 📍 Kukës Hours not known: call" in office
    assert "Phone +355 24 22 22 22 (confirmed)" in office
    assert "Checked 1 November 2026, from a written source, by role: editor" in office
    assert "Check again by 1 May 2027" in office
    assert "Source example.org , undated" in office
    assert "Not confirmed. Known from written sources only" in office


def test_a_hidden_number_is_nowhere(pack: TinyPack) -> None:
    pack.change(SERVICES, "phone_status: confirmed", "phone_status: hidden")
    html = page(pack)
    office = card(html, "The office (sq)")
    assert "24 22 22 22" not in html
    assert "Number hidden. Hidden from clients: waits for a test call." in text(office)
    assert 'data-kinds="hidden unconfirmed"' in office


def test_a_hidden_number_is_not_told_by_a_service_s_name_either(pack: TinyPack) -> None:
    for file in (SERVICES, "sq/services/kukes.yaml", "en/services/kukes.yaml"):
        pack.change(file, "al_office", "al_142")
    pack.change(SERVICES, '"+355 24 22 22 22"', '"142"')
    assert "al_142" in page(pack)
    pack.change(SERVICES, "phone_status: confirmed", "phone_status: hidden")
    assert "142" not in text(page(pack))
    assert "al_142" not in page(pack)


def test_a_hiding_place_stays_hidden(pack: TinyPack) -> None:
    pack.change(SERVICES, WHERE_THE_OFFICE_IS, WHERE_THE_OFFICE_IS + "    confidential: true\n")
    pack.change(SERVICES, "https://example.org/office", "https://example.org/a-house-in-kukes")
    html = page(pack)
    assert "kukes" not in html.lower()
    assert "Kukës" not in html
    office = text(card(html, "The office (sq)"))
    assert "Confidential. No address and no map: clients and this page have its words only." in office
    assert "Source example.org, undated" in office


@pytest.mark.parametrize(
    ("today", "mark"),
    [
        (date(2027, 5, 2), "Due. It was to be checked again by 1 May 2027."),
        (date(2028, 11, 2), "Withheld. Its last check is older than 24 months; clients do not see it."),
    ],
)
def test_a_check_that_is_too_old_is_marked(pack: TinyPack, today: date, mark: str) -> None:
    assert mark in text(card(page(pack, today), "The line (sq)"))


@pytest.mark.parametrize(
    ("how", "status", "doubt"),
    [
        ("call", "confirmed", ""),
        ("visit", "unconfirmed", "Not confirmed. Its number has not been called."),
        ("source", "confirmed", "Not confirmed. Known from written sources only"),
    ],
)
def test_what_is_not_confirmed_says_why(pack: TinyPack, how: str, status: str, doubt: str) -> None:
    path = pack.path(SERVICES)
    changed = path.read_text("utf-8").replace("how: source", f"how: {how}")
    path.write_text(changed.replace("phone_status: confirmed", f"phone_status: {status}"), "utf-8")
    office = text(card(page(pack), "The office (sq)"))
    assert doubt in office
    assert ("Not confirmed." in office) == bool(doubt)


def test_danger_has_its_numbers_by_country_and_what_is_said(pack: TinyPack) -> None:
    held = text(card(page(pack), "held"))
    assert "Level: now · the counsellors are alerted" in held
    assert "Albania: 129 or 112 Elsewhere in Europe: 112" in held
    assert "Albania 129, 112 Elsewhere 112" in held
    assert "Call the police (sq). Call the police (en)." in held


def test_phrasings_are_folded_away(pack: TinyPack) -> None:
    police = card(page(pack), "The police (sq)")
    assert police.index("<details") < police.index("who comes when I call 129") < police.index("</details>")
    assert "<details open" not in police


def test_a_phrase_of_the_interface_that_is_not_translated_is_marked(pack: TinyPack, tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    for language, said_so in (("sq", "Po"), ("en", "Yes")):
        folder = locales / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        fuzzy = "#, fuzzy\n" if language == "sq" else ""
        (folder / "messages.po").write_text(
            f'{header}msgid "Yes"\nmsgstr "{said_so}"\n\n{fuzzy}msgid "No"\nmsgstr "No"\n', "utf-8"
        )
    (locales / "messages.pot").write_text(
        '#: bot/rendering/welcome.py\nmsgid "Yes"\nmsgstr ""\n\n#: bot/rendering/welcome.py\nmsgid "No"\nmsgstr ""\n',
        "utf-8",
    )
    html = page(pack, locales=locales)
    assert "welcome Phrase Albanian English 1 Po Yes 2 Missing No" in text(html[html.index('id="phrases"') :])


def test_phrases_of_the_interface_stand_in_each_language(pack: TinyPack) -> None:
    html = page(pack)
    assert "Flisni me një njeri" in html
    assert "Talk to a person" in html


def test_a_topic_whose_section_is_in_no_menu_is_on_the_page_too(pack: TinyPack) -> None:
    pack.change("pack.yaml", "sections: [help]", "sections: []")
    assert [card.slug for card in shown(pack.root).topics] == ["helplines", "police"]


def test_the_head_says_from_when_and_from_what_it_is(pack: TinyPack) -> None:
    assert "As of 22 November 2026 , from content 0123456789ab : 2 topics, 2 services, 1 danger signals." in text(
        page(pack)
    )


def test_no_hidden_number_of_the_real_packs_is_on_their_page() -> None:
    root = Path(__file__).parents[2] / "content"
    services = [
        service
        for file in root.glob("*/services/*.yaml")
        for service in yaml.safe_load(file.read_text("utf-8"))["services"]
    ]
    open_ones = {phone for each in services if each.get("phone_status") != "hidden" for phone in each.get("phones", ())}
    hidden = {
        phone for each in services if each.get("phone_status") == "hidden" for phone in each["phones"]
    } - open_ones
    read = text(page(TinyPack(root)))
    assert hidden
    assert [phone for phone in hidden if phone in read] == []
