"""What may be said of an indicator, and what not: the report, made of what was published and what was entered."""

from datetime import date
from typing import Any

import pytest

from bot.reports.numbers import Numbers
from bot.reports.report import AtLeast, Cell, Report, Share
from bot.reports.table import ALL, SUPPRESSED
from tests.builders import the_real_packs
from tests.reports.indicating import (
    FIRST,
    LAST,
    Q1,
    Q2,
    WOMEN,
    Tables,
    a_figure,
    an_indicator,
    by_hand,
    cells,
    gain,
    halves,
    packs_with,
    people,
    reported,
    section,
)

KNOWLEDGE = an_indicator(minimum_share=WOMEN, disaggregation=["gender"], target=100)
SINCE: dict[str, Any] = {"from": date(2026, 1, 1)}
PAIRS = gain(woman=(30, 10), man=(20, 20), other=(0, 0), unsaid=(10, 0))
"""90 pairs, of which 60 gained; of these 50 have told their gender, and 30 are women."""


def of(tables: Tables) -> dict[str, Cell]:
    """The indicator's own section."""
    return cells(section(reported(packs_with(KNOWLEDGE), Numbers(tables)), "of-knowledge"))


def overview(found: Report, row: int = 0) -> dict[str, Cell]:
    return cells(section(found, "overview"), row)


def value(cell: Cell) -> float:
    assert isinstance(cell, Share)
    return cell.value


def test_a_quiz_is_told_with_its_pairs_its_gain_and_its_shares() -> None:
    told = of(PAIRS)
    assert (told["Quarter"], told["People"]) == ("Q1 2026", 60)
    assert told["Took both halves"] == 90
    assert value(told["Share with more points"]) == pytest.approx(60 / 90)
    assert value(told["Went on to the second half"]) == pytest.approx(30 / 60)
    assert (told["Women"], told["Known of"], told["Not known"]) == (30, 50, 10)
    assert value(told["Share: Women"]) == pytest.approx(30 / 50)
    assert value(told["Share of all: Women"]) == pytest.approx(30 / 60)
    assert value(told["Share not known"]) == pytest.approx(10 / 60)


def test_an_estimate_has_an_interval_and_a_count_of_all_has_none() -> None:
    told = of(PAIRS)
    estimated, counted = told["Share: Women"], told["Share not known"]
    assert isinstance(estimated, Share)
    assert isinstance(counted, Share)
    assert (estimated.low, estimated.high) == pytest.approx((0.4618, 0.7239), abs=5e-5)
    assert (counted.low, counted.high) == (None, None)


def test_the_overview_says_how_much_of_the_target_is_reached_and_what_share_was_promised() -> None:
    told = overview(reported(packs_with(KNOWLEDGE), Numbers(PAIRS)))
    assert (told["In this period"], told["So far"], told["Target"]) == (60, 60, 100)
    assert value(told["Share of the target"]) == pytest.approx(0.6)
    assert (told["Of them"], value(told["Promised share"])) == ("Women", 0.3)
    assert value(told["Share"]) == pytest.approx(30 / 50)


def test_two_quarters_are_added_up_and_the_last_row_is_their_sum() -> None:
    second = gain(Q2, woman=(10, 0), man=(10, 0), other=(0, 0), unsaid=(0, 0))
    found = reported(packs_with(KNOWLEDGE), Numbers(PAIRS | second))
    rows = [cells(section(found, "of-knowledge"), row) for row in range(3)]
    assert [(row["Quarter"], row["People"]) for row in rows] == [("Q1 2026", 60), ("Q2 2026", 20), ("Together", 80)]
    assert value(rows[2]["Share: Women"]) == pytest.approx(40 / 70)


def test_the_share_of_both_halves_taken_in_other_quarters_is_not_told() -> None:
    assert of(PAIRS | halves(Q1, 20, 30))["Went on to the second half"] is None


def test_no_pairs_at_all_are_nobody_and_have_no_share() -> None:
    told = of(people() | halves(Q1, 0, 0))
    assert (told["People"], told["Took both halves"], told["Women"], told["Known of"]) == (0, 0, 0, 0)
    assert [told[name] for name in ("Share with more points", "Share: Women", "Share not known")] == [None] * 3


def test_where_nothing_is_published_nothing_is_said() -> None:
    found = reported(packs_with(KNOWLEDGE), Numbers())
    told = overview(found)
    assert [told[name] for name in ("In this period", "So far", "Share of the target", "Share")] == [None] * 4
    assert [each.name for each in found.sections] == ["overview"]


def test_a_hidden_quarter_stays_hidden_and_the_sum_says_at_least() -> None:
    withheld: Tables = {("gain:know", Q2): {(ALL, ALL): SUPPRESSED}, **people(Q2), **halves(Q2, SUPPRESSED, SUPPRESSED)}
    found = reported(packs_with(KNOWLEDGE), Numbers(PAIRS | withheld))
    hidden, both = (cells(section(found, "of-knowledge"), row) for row in (1, 2))
    assert {hidden[name] for name in ("People", "Took both halves", "Women", "Known of", "Share: Women")} == {
        SUPPRESSED
    }
    assert (both["People"], both["Women"], both["Share: Women"]) == (AtLeast(60), AtLeast(30), SUPPRESSED)
    told = overview(found)
    assert (told["So far"], value(told["Share of the target"]), told["Share"]) == (AtLeast(60), 0.6, SUPPRESSED)


def test_a_table_that_could_not_be_published_is_hidden_and_not_nobody() -> None:
    assert of({key: table for key, table in PAIRS.items() if key[0] != "gain:know"})["People"] is SUPPRESSED


def test_a_quiz_that_did_not_exist_yet_had_nobody() -> None:
    assert of({("people", Q1): {}, ("halves", Q1): {("older", "first"): 50}})["People"] == 0


def test_a_share_of_fewer_than_twenty_is_hidden_while_its_numbers_are_not() -> None:
    told = of(gain(woman=(10, 0), man=(9, 0), other=(0, 0), unsaid=(0, 0)))
    assert (told["Women"], told["Known of"], told["Share: Women"]) == (10, 19, SUPPRESSED)
    assert value(of(gain(woman=(10, 0), man=(10, 0), other=(0, 0), unsaid=(0, 0)))["Share: Women"]) == 0.5


def test_where_the_few_who_did_not_tell_are_hidden_those_who_told_are_added_up() -> None:
    told = of(gain(woman=(30, 10), man=(20, 20), other=(0, 0), unsaid=(SUPPRESSED, SUPPRESSED)))
    assert (told["Known of"], value(told["Share: Women"])) == (50, 0.6)
    few = gain(woman=(30, 10), man=(20, 20), other=(SUPPRESSED, 0), unsaid=(SUPPRESSED, SUPPRESSED))
    assert (of(few)["Known of"], of(few)["Share: Women"]) == (AtLeast(50), SUPPRESSED)
    few["gain:know", Q1]["told", "strengthened"] = 53
    assert value(of(few)["Share: Women"]) == pytest.approx(30 / 53)


def test_where_it_is_not_known_how_many_told_it_the_share_of_all_is_what_is_certain() -> None:
    few = gain(woman=(30, 10), man=(20, 20), other=(SUPPRESSED, 0), unsaid=(SUPPRESSED, SUPPRESSED))
    few["gain:know", Q1][ALL, "strengthened"] = 60
    told = of(few)
    assert (told["Share: Women"], value(told["Share of all: Women"])) == (SUPPRESSED, 0.5)


def test_by_gender_stands_who_told_it_who_did_not_and_all() -> None:
    found = section(reported(packs_with(KNOWLEDGE), Numbers(PAIRS)), "gender-of-knowledge")
    assert [row[:3] for row in found.rows] == [
        ("Woman", 30, 40),
        ("man", 20, 40),
        ("Not told", 10, 10),
        ("Together", 60, 90),
    ]


def test_by_age_stands_what_of_it_could_be_published() -> None:
    ages: Tables = {("ages:know", Q1): {(ALL, ALL): SUPPRESSED}}
    packs = packs_with(an_indicator(disaggregation=["age"]))
    found = section(reported(packs, Numbers(PAIRS | ages)), "age-of-knowledge")
    assert {cell for row in found.rows for cell in row[1:]} == {SUPPRESSED}


def test_only_as_many_points_as_the_threshold_says_are_a_gain() -> None:
    more: Tables = {("gain:know", Q1): PAIRS["gain:know", Q1] | {(ALL, "strengthened:2"): 25}}
    indicator = an_indicator("more", {"kind": "quiz_gain", "quiz": "know", "threshold": 2})
    found = reported(packs_with(indicator), Numbers(PAIRS | more))
    told = cells(section(found, "of-more"))
    assert (told["People"], "With more points" in told) == (25, False)


def test_a_threshold_that_came_after_a_quarter_was_published_is_hidden_there() -> None:
    indicator = an_indicator("more", {"kind": "quiz_gain", "quiz": "know", "threshold": 3})
    found = reported(packs_with(indicator), Numbers(PAIRS))
    assert cells(section(found, "of-more"))["People"] is SUPPRESSED


def test_people_are_an_estimate_with_its_bounds() -> None:
    indicator = an_indicator("services", {"kind": "service_shown"}, counts="people")
    tables: Tables = {
        ("people", Q1): {("service",): 500, ("service", "low"): 495, ("service", "high"): 506},
        ("people", Q2): {("service",): 40, ("service", "low"): 40, ("service", "high"): 41},
    }
    found = reported(packs_with(indicator), Numbers(tables))
    told = [cells(section(found, "of-services"), row) for row in range(3)]
    assert [(row["People"], row["Lowest"], row["Highest"]) for row in told] == [
        (500, 495, 506),
        (40, 40, 41),
        (540, 535, 547),
    ]


def test_bounds_of_a_sum_with_a_hidden_part_are_not_told() -> None:
    indicator = an_indicator("services", {"kind": "service_shown"}, counts="people")
    tables: Tables = {
        ("people", Q1): {("service",): 500, ("service", "low"): 495, ("service", "high"): 506},
        ("people", Q2): {("service",): SUPPRESSED},
    }
    told = cells(section(reported(packs_with(indicator), Numbers(tables)), "of-services"), 2)
    assert (told["People"], told["Lowest"], told["Highest"]) == (AtLeast(500), None, None)


@pytest.mark.parametrize(
    ("source", "n"),
    [
        ({"kind": "topic_read"}, 90),
        ({"kind": "topic_read", "topics": ["smuggling", "forgotten"]}, 30),
        ({"kind": "topic_read", "topics": ["smuggling", "small-boats-uk"]}, AtLeast(30)),
        ({"kind": "service_shown", "needs": ["lawyer"]}, 70),
        ({"kind": "service_shown", "needs": ["lawyer"], "services": ["al_lawyer"]}, 70),
        ({"kind": "referral_reached"}, 12),
        ({"kind": "guide_finished"}, SUPPRESSED),
    ],
)
def test_how_often_is_added_up_over_what_the_indicator_names(source: dict[str, object], n: Cell) -> None:
    tables: Tables = {
        ("people", Q1): {},
        ("topics", Q1): {("smuggling", ALL): 30, ("small-boats-uk", ALL): SUPPRESSED, (ALL, ALL): 90},
        ("services", Q1): {("al_lawyer", ALL): 70, ("al_line", ALL): 9, (ALL, ALL): 79},
        ("referrals", Q1): {("yes", ALL): 12, (ALL, ALL): 30},
    }
    packs = packs_with(an_indicator("times", source, counts="times"))
    assert cells(section(reported(packs, Numbers(tables)), "of-times"))["Times"] == n


def test_what_was_entered_is_added_and_told_with_its_source() -> None:
    indicator = an_indicator(
        "knowledge", {"kind": "quiz_gain", "quiz": "know"}, {"kind": "by_hand"}, minimum_share=WOMEN, target=100
    )
    figure = a_figure(40, indicator="knowledge", having=25, known=40, source="List of a workshop")
    found = reported(packs_with(indicator), Numbers(PAIRS), figure)
    told = cells(section(found, "of-knowledge"))
    assert (told["People"], told["By Udha"], told["By hand"]) == (100, 60, 40)
    assert value(told["Share: Women"]) == pytest.approx((30 + 25) / (50 + 40))
    assert section(found, "entered").rows == (("Knowledge", "Q1 2026", 40, "List of a workshop"),)


def test_of_fewer_than_five_who_were_entered_neither_number_nor_source_is_told() -> None:
    found = reported(packs_with(by_hand(target=268)), Numbers(people()), a_figure(4))
    assert section(found, "entered").rows == (("Income", "Q1 2026", SUPPRESSED, None),)
    assert (overview(found)["So far"], value(overview(found)["Share of the target"])) == (SUPPRESSED, 0.0)


def test_what_was_entered_for_a_quarter_that_is_not_over_waits() -> None:
    late = a_figure(40, date(2027, 1, 3))
    found = reported(packs_with(by_hand()), Numbers(people()), late, days=(FIRST, date(2027, 3, 31)))
    assert overview(found)["So far"] == 0
    assert "entered" not in {each.name for each in found.sections}


def test_what_was_entered_for_a_quarter_before_udha_counted_is_there_and_udha_s_part_is_nobody() -> None:
    indicator = an_indicator("knowledge", {"kind": "quiz_gain", "quiz": "know"}, {"kind": "by_hand"})
    sooner = a_figure(40, date(2025, 11, 3), indicator="knowledge")
    later = a_figure(20, date(2026, 8, 3), indicator="knowledge")
    found = reported(packs_with(indicator), Numbers(PAIRS), sooner, later, days=(date(2025, 1, 1), LAST))
    rows = [row[:4] for row in section(found, "of-knowledge").rows]
    assert rows[0] == ("Q4 2025", 40, 0, 40)
    assert rows[2] == ("Q3 2026", AtLeast(20), SUPPRESSED, 20)


def test_quarters_outside_the_programme_do_not_count_and_those_before_the_report_do() -> None:
    dated = by_hand(**SINCE)
    quarters = people("2025-Q4") | people(Q1) | people(Q2)
    figures = [a_figure(n, day) for n, day in ((7, date(2025, 12, 1)), (8, date(2026, 2, 1)), (9, date(2026, 5, 1)))]
    found = reported(packs_with(dated), Numbers(quarters), *figures, days=(date(2026, 4, 1), date(2026, 6, 30)))
    told = overview(found)
    assert (told["In this period"], told["So far"]) == (9, 17)


def test_people_by_country_stand_beside_those_who_did_not_tell_it() -> None:
    indicator = an_indicator("services", {"kind": "service_shown"}, counts="people", disaggregation=["country"])
    where: Tables = {
        ("people", Q1): {("service",): 60},
        ("where:service", Q1): {("AL",): 40, ("XK",): 0, ("abroad",): 15, ("-",): 5, (ALL,): 60},
    }
    found = section(reported(packs_with(indicator), Numbers(where)), "country-of-services")
    rows = [("Albania", 40), ("Kosovo", 0), ("Abroad", 15), ("Not told", 5), ("Together", 60)]
    assert list(found.rows) == rows


def test_people_who_are_not_divided_by_country_are_hidden_there_unless_they_are_nobody() -> None:
    indicator = an_indicator("services", {"kind": "service_shown"}, counts="people", disaggregation=["country"])
    for n, told in ((60, SUPPRESSED), (0, 0)):
        found = section(reported(packs_with(indicator), Numbers(people(service=n))), "country-of-services")
        assert {row[1] for row in found.rows} == {told}


def test_every_number_of_a_quiz_stands_beside_what_it_does_not_show() -> None:
    notes = " ".join(section(reported(packs_with(KNOWLEDGE), Numbers(PAIRS)), "of-knowledge").notes)
    for said in ("without a control group", "takes the quiz again", "once in a quarter", "those of whom it is known"):
        assert said in notes


def test_an_indicator_that_is_a_report_is_named_and_has_no_number() -> None:
    needs = an_indicator("needs", {"kind": "report", "report": "needs"})
    found = reported(packs_with(KNOWLEDGE, needs), Numbers(PAIRS))
    assert len(section(found, "overview").rows) == 1
    assert found.notes == ("Needs: see the report “Needs”.",)


def test_the_definitions_say_what_is_counted_for_whom_and_when() -> None:
    words = {"sq": "Programi", "en": "The programme"}
    dated = by_hand(programme=words, asked_by=words, **SINCE)
    found = reported(packs_with(dated), Numbers())
    said = "Who is counted. Programme: The programme. Asked for by: The programme."
    assert found.definitions == (("Income", f"{said} The programme's days: from 01/01/2026 on."),)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_our_own_indicators_make_a_report_in_every_language(language: str) -> None:
    found = reported(the_real_packs(), Numbers(PAIRS | people(service=40, gained=60)), language=language)
    for each in found.sections:
        assert all(len(row) == len(each.columns) for row in each.rows)
        assert not each.places or len(each.places) == len(each.rows)
        assert all(column.meaning for column in each.columns[1:])
    assert len(section(found, "overview").rows) == 4
    assert len({each.name for each in found.sections}) == len(found.sections)
