"""The languages of a text state the same figures."""

import pytest

from bot.checks.figures import figures
from tests.checks.tiny_pack import TinyPack

WORDS = "en/help/police.yaml"


def test_a_number_that_differs_is_told_in_both_languages(pack: TinyPack) -> None:
    pack.change("sq/help/police.yaml", "All about the police.", "There are 12 offices.")
    line = pack.change(WORDS, "All about the police.", "There are 21 offices.")
    assert pack.faults() == [
        (WORDS, line, "'sq' has 12 here, 'en' has not."),
        ("sq/help/police.yaml", line, "'en' has 21 here, 'sq' has not."),
    ]


@pytest.mark.parametrize(
    ("albanian", "english", "gone"),
    [
        ("- Call 129.", "- Call.", "129"),
        ("- Call 129. https://example.org/a", "- Call 129. https://example.org/b", "example.org/a"),
        ("- Call 129. 8 prill 2026", "- Call 129. 8 May 2026", "month 4"),
        ("- 'Call 129 {number}'", "- Call 129", "{number}"),
        ("- Call 129, 129", "- Call 129", "129"),
    ],
)
def test_what_one_language_lacks_is_named_where_it_is_lacking(
    pack: TinyPack, albanian: str, english: str, gone: str
) -> None:
    pack.change("sq/help/police.yaml", "- Call 129.", albanian)
    line = pack.change(WORDS, "- Call 129.", english)
    assert (WORDS, line, f"'sq' has {gone} here, 'en' has not.") in pack.faults()


def test_a_version_for_a_country_is_compared_too(pack: TinyPack) -> None:
    pack.give_albania_its_own(sq="summary: Call 129.\n", en="summary: Call 112.\n")
    assert ("albania/en/help/police.yaml", 1, "'sq' has 129 here, 'en' has not.") in pack.faults()


@pytest.mark.parametrize(
    ("albanian", "english"),
    [
        ("45.934,20 euro", "45,934.20 euros"),
        ("1 000 000 lekë", "1,000,000 lek"),
        ("10.000 euro", "10000 euros"),
        ("1,5", "1.5"),
        ("22.11.2026", "22 November 2026"),
        ("më 1 janar 2026", "on 1 January 2026"),
        ("rreth fundit të nëntorit, 8 prilli 2026", "around the end of November, 8 April 2026"),
        ("mars 2025", "March 2025"),
        ("qershor\N{EN DASH}gusht 2026", "June\N{EN DASH}August 2026"),
        ("2025-26", "2025/2026"),
        ("mund të jetë e vërtetë", "it may be true"),
        ("niveli B2 dhe 2-vjeçare", "level B2 and 2 years"),
        ("shihni www.gov.uk/visa.", "see https://gov.uk/visa/"),
        ("shkruani /keshilltar", "write /counsellor"),
        ("20\N{EN DASH}30 nga çdo 100", "20\N{EN DASH}30 of every 100"),
        ("shtator 2026, numër 007", "September 2026, number 007"),
    ],
)
def test_each_language_writes_the_same_figures_in_its_own_way(albanian: str, english: str) -> None:
    assert figures(albanian, "sq") == figures(english, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8 prill 2026", "9 April 2026"),
        ("gov.uk/a", "gov.uk/b"),
        ("1,5", "15"),
        ("niveli B2", "level B1"),
        ("10.000", "1.000"),
    ],
)
def test_figures_that_differ_are_not_taken_for_the_same(one: str, other: str) -> None:
    assert figures(one, "sq") != figures(other, "en")


def test_a_label_may_leave_a_number_out(pack: TinyPack) -> None:
    pack.change(WORDS, "label: Police (en)", "label: Police 129")
    assert pack.faults() == []
