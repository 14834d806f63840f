"""Rules for services, each broken once."""

import pytest

from tests.checks.tiny_pack import TinyPack

FILE = "services/kukes.yaml"


def test_a_service_must_stand_in_a_place_that_exists(pack: TinyPack) -> None:
    line = pack.change(FILE, "place: kukes", "place: kukesi")
    assert pack.faults() == [(FILE, line, "There is no place 'kukesi'.")]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "reach: local",
            "reach: local\n    confidential: true\n    address: Rruga 1",
            "services.0: a confidential service must have neither address nor position.",
        ),
        (
            "    phone_status: confirmed\n",
            "",
            "services.0: phones and phone_status go together: give both or neither.",
        ),
    ],
)
def test_a_service_that_contradicts_itself_is_found_where_it_begins(
    pack: TinyPack, old: str, new: str, sentence: str
) -> None:
    pack.change(FILE, old, new)
    assert (FILE, 2, sentence) in pack.faults()


@pytest.mark.parametrize(("reach", "told"), [("local", True), ("regional", True), ("national", False)])
def test_a_service_for_a_part_of_the_country_must_have_a_place(pack: TinyPack, reach: str, *, told: bool) -> None:
    pack.change(FILE, "    place: kukes\n    reach: local\n", f"    reach: {reach}\n")
    assert pack.faults() == [(FILE, 2, "'al_office' serves a part of the country and has no place.")] * told


def test_abroad_a_service_needs_no_place(pack: TinyPack) -> None:
    pack.change(FILE, "    country: AL\n    place: kukes\n", "    country: CH\n")
    assert not any("has no place" in sentence for _, _, sentence in pack.faults())


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("    category: helpline\n", "", "The key 'services.1.category' is missing."),
        ("category: helpline", "category: pub", "services.1.category: Input should be 'emergency', 'helpline'"),
        ("    sources:\n      - url: https://example.org/line\n", "", "The key 'services.1.sources' is missing."),
        ("    sources:\n      - url: https://example.org/line\n", "    sources: []\n", "services.1.sources: Tuple"),
        ("      - url: https://example.org/line\n", "      - url: by telephone\n", "services.1.sources.0.url: String"),
    ],
)
def test_a_service_without_category_or_source_is_found_where_it_stands(
    pack: TinyPack, old: str, new: str, sentence: str
) -> None:
    pack.change(FILE, old, new)
    begins = pack.line(FILE, "- id: al_line")
    lines = [line for file, line, said in pack.faults() if file == FILE and said.startswith(sentence)]
    assert len(lines) == 1
    assert begins <= lines[0] < begins + 10


@pytest.mark.parametrize("part", ["does", "bring", "doubt"])
def test_what_one_language_says_of_a_service_the_other_says_too(pack: TinyPack, part: str) -> None:
    pack.add("sq/services/kukes.yaml", f"  {part}: Everybody.\n")
    line = pack.line("en/services/kukes.yaml", "al_line:")
    sentence = f"'al_line' has '{part}' in another language and not in this one."
    assert pack.faults() == [("en/services/kukes.yaml", line, sentence)]
    pack.add("en/services/kukes.yaml", f"  {part}: Everybody.\n")
    assert pack.faults() == []


def test_the_words_about_a_hiding_place_have_no_street(pack: TinyPack) -> None:
    for language in ("sq", "en"):
        pack.add(f"{language}/services/kukes.yaml", "  does: Behind the market, Rruga Dardania.\n")
    pack.change("en/services/kukes.yaml", "Rruga Dardania", "Dardania Street")
    assert not any("confidential" in sentence for _, _, sentence in pack.faults())
    pack.change(FILE, "    category: helpline\n", "    category: helpline\n    confidential: true\n")
    assert [fault for fault in pack.faults() if "confidential" in fault[2]] == [
        (f"{language}/services/kukes.yaml", 7, f"'{word}' may tell where 'al_line' is, and it is confidential.")
        for language, word in (("en", "Street"), ("sq", "Rruga"))
    ]


def test_hours_that_no_clock_can_follow_are_found_at_their_line(pack: TinyPack) -> None:
    line = pack.change(FILE, "    reach: local\n", '    reach: local\n    hours: "Mon-Fri 8-22"\n')
    form = "write hours as 'Mo-Fr 08:00-16:00', 'Mo-Fr 08:00-12:00,13:00-16:00; PH off' or '24/7'"
    assert (FILE, line + 1, f"services.0.hours: {form}.") in pack.faults()
