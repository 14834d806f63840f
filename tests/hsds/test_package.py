"""A package as files: the same text every time, and a plain sentence for what cannot be read."""

import json

import pytest

from bot.hsds.errors import ExchangeError
from bot.hsds.package import Form, Package
from bot.hsds.returned import returned
from tests.builders import a_service, some_packs
from tests.hsds.things import DAY, editions, sent_and_read

PACKS = some_packs(
    services=[a_service("al_office", hours="24/7", languages=["sq", "en"]), a_service("al_line", cost="free")]
)
SQ, EN = editions(PACKS)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_same_services_are_the_same_text(form: Form) -> None:
    assert SQ.written(form, DAY) == editions(PACKS)[0].written(form, DAY)
    assert [service["x_key"] for service in SQ.services] == ["al_line", "al_office"]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_package_is_read_as_it_was_written(form: Form) -> None:
    assert sent_and_read([SQ, EN], form) == [SQ, EN]


def test_a_package_may_have_no_service_at_all() -> None:
    empty = Package("sq", ())
    assert sent_and_read([empty], "json") == sent_and_read([empty], "csv") == [empty]


def test_both_forms_say_their_day_and_language() -> None:
    page = json.loads(EN.written("json", DAY)["services.json"])
    assert (page["x_created"], page["meta_table_description"]["language"]) == ("2026-11-22", "en")
    files = EN.written("csv", DAY)
    assert json.loads(files["datapackage.json"])["created"] == "2026-11-22T00:00:00Z"
    assert files["meta_table_descriptions.csv"].splitlines()[1].endswith(",service,en,UTF-8")


def test_tables_may_be_missing_saved_with_a_mark_have_more_columns_and_be_in_another_order() -> None:
    files = SQ.written("csv", DAY)
    head, *rows = files["languages.csv"].split("\r\n")
    more = ["\ufeffours," + head, *("," + row for row in rows if row)]
    lines = files["services.csv"].split("\r\n")
    changed = files | {"languages.csv": "\n".join(more), "services.csv": "\n".join([lines[0], *lines[:0:-1]])}
    del changed["cost_options.csv"]
    back = returned([Package.read(changed)], {})
    assert back.services == dict(PACKS.services) | {"al_line": a_service("al_line")}


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, r"neither services\.json nor datapackage\.json"),
        ({"services.json": "{}", "datapackage.json": "{}"}, r"holds datapackage\.json and services\.json"),
        ({"services.json": "{"}, r"services\.json cannot be read"),
        ({"services.json": "[]"}, r"has to be a page with 'contents'"),
        ({"services.json": '{"contents": [], "meta_table_description": {"language": 1}}'}, "has to be a text"),
        ({"services.json": '{"contents": [1], "meta_table_description": {"language": "sq"}}'}, "a list of objects"),
        ({"datapackage.json": "{}"}, r"meta_table_descriptions\.csv has to say the language"),
    ],
)
def test_what_is_no_package_is_told_in_a_sentence(files: dict[str, str], sentence: str) -> None:
    with pytest.raises(ExchangeError, match=sentence):
        Package.read(files)


@pytest.mark.parametrize(
    ("table", "old", "new", "sentence"),
    [
        ("services.csv", ",active,", ",,", r"services\.csv, row 1: status is missing\. Add it\."),
        ("services.csv", ",false,", ",no,", r"services\.csv, row 1: x_confidential is no boolean: 'no'"),
        ("services.csv", '"[{', '"[', r"services\.csv, row 1: x_sources is no array"),
        ("cost_options.csv", ",0,", ",nothing,", r"cost_options\.csv, row 1: amount is no number: 'nothing'"),
        ("phones.csv", "\r\n", "\r\n" + "1" * 200_000, r"phones\.csv is no CSV file: .* Save it as CSV"),
        ("addresses.csv", ",AL,physical", "", r"addresses\.csv, row 1: address_type, country is missing"),
    ],
)
def test_a_fault_in_a_table_is_named_by_file_and_row(table: str, old: str, new: str, sentence: str) -> None:
    files = SQ.written("csv", DAY)
    files[table] = files[table].replace(old, new, 1)
    with pytest.raises(ExchangeError, match=sentence):
        Package.read(files)
