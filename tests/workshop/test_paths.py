"""The paths of a guide, as an editor reads them."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.errors import ContentError
from bot.workshop.paths import ranges, register
from tests.checks.tiny_guides import give_it
from tests.checks.tiny_pack import TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    copied = TinyPack.copied_to(tmp_path)
    for name in ("offer", "list", "days"):
        give_it(copied, name)
    return copied


def said(pack: TinyPack, *arguments: str) -> list[str]:
    app = typer.Typer()
    register(app, lambda: pack.root)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["paths", *arguments], catch_exceptions=False).output.splitlines()


def test_each_path_is_told_in_words_with_the_results_and_points_in_which_it_can_end(pack: TinyPack) -> None:
    assert said(pack, "offer") == [
        "1.",
        "   Who helps here? [Work / The office]",
        "   May somebody see the number?",
        "   What may help? [0\N{EN DASH}17]",
        "   > Take care (high): 2 points",
        "   > Help (young): 0 points",
        "",
        "2.",
        "   Who helps here? [Work / The office]",
        "   May somebody see the number?",
        "   What may help? [18\N{EN DASH}120 / unsaid]",
        "   > Take care (high): 2 points",
        "   > Call (low): 0 points",
        "",
        "3.",
        "   Who helps here? [Nobody helps / unsaid]",
        "   What may help? [0\N{EN DASH}17]",
        "   > Help (young): 0 points",
        "",
        "4.",
        "   Who helps here? [Nobody helps / unsaid]",
        "   What may help? [18\N{EN DASH}120 / unsaid]",
        "   > Call (low): 0 points",
        "",
        "offer: 4 paths.",
        "  Take care (high): 2 points",
        "  Help (young): 0 points",
        "  Call (low): 0 points",
    ]


def test_ids_take_one_line_a_path_and_points_are_told_where_there_are_some(pack: TinyPack) -> None:
    assert said(pack, "days", "--ids") == [
        "1. stays=told, over=0 > some",
        "2. stays=told, over=1+ > over",
        "3. stays=unsaid > some",
        "days: 3 paths.",
        "  over",
        "  some",
    ]


def test_a_guide_of_one_path_has_one(pack: TinyPack) -> None:
    assert said(pack, "list", "--lang", "en") == [
        "1.",
        "   Who helps here?",
        "   > What may help (list)",
        "",
        "list: 1 path.",
        "  What may help (list)",
    ]


def test_a_language_that_there_is_not_leaves_the_ids(pack: TinyPack) -> None:
    assert said(pack, "list", "--lang", "de")[0] == "1. home > list"


def test_of_many_paths_the_first_are_listed(pack: TinyPack) -> None:
    lines = said(pack, "offer", "--ids", "--most", "2")
    assert lines[1:3] == [
        "2. kind=job/office, paper, age=18\N{EN DASH}120/unsaid > high: 2 points; low: 0 points",
        "offer: 4 paths. The first 2 are listed; --most lists more.",
    ]


def test_a_path_without_a_result_is_told(pack: TinyPack) -> None:
    pack.change("guides/list.yaml", "lists: checklist", "when: {home: [al]}, lists: checklist")
    assert said(pack, "list", "--ids") == [
        "1. home=al > list",
        "2. home=xk/unsaid > no result at all",
        "list: 2 paths.",
        "  list",
        "  No result for home: xk, points: 0.",
    ]


def test_an_unknown_guide_is_answered_with_those_that_there_are(pack: TinyPack) -> None:
    with pytest.raises(ContentError, match=r"There is no guide 'offers'\. There are: days, list, offer\."):
        said(pack, "offers")


def test_a_guide_that_cannot_be_read_is_no_unknown_one(pack: TinyPack) -> None:
    pack.change("guides/offer.yaml", "version: 1", "version: none")
    with pytest.raises(ContentError, match=r"The guide 'offer' cannot be read\. Run 'udha content check'\."):
        said(pack, "offer")


def test_another_folder_of_packs_can_be_named(pack: TinyPack, tmp_path: Path) -> None:
    other = TinyPack.copied_to(tmp_path / "other")
    give_it(other, "quiz")
    assert said(pack, "quiz", "--ids", "--content-dir", str(other.root))[-3] == "quiz: 2 paths."


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([], "no"),
        ([3], "3"),
        ([1, 2, 3], "1\N{EN DASH}3"),
        ([0, 2, 3, 5], "0, 2\N{EN DASH}3, 5"),
        ([-2, -1], "-2\N{EN DASH}-1"),
    ],
)
def test_numbers_in_a_row_are_told_as_one_range(numbers: list[int], told: str) -> None:
    assert ranges(numbers) == told
