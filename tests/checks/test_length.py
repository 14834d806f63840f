"""What one message can hold."""

from bot.checks.length import FRAME, LIMIT, units
from tests.builders import topic_words
from tests.checks.tiny_pack import TinyPack

SOURCE = '  - {{title: "{title}", url: "https://example.org/{number}", dated: "2026", checked: 2026-11-01}}\n'


def test_sources_that_fill_more_than_a_message_are_found(pack: TinyPack) -> None:
    more = "".join(SOURCE.format(title="x" * 80, number=number) for number in range(40))
    pack.change("topics/help/police.yaml", "sources:\n", f"sources:\n{more}")
    ((file, line, sentence),) = pack.faults()
    assert (file, line) == ("topics/help/police.yaml", 1)
    assert sentence.endswith(f"characters; Telegram takes {LIMIT}.")


def test_many_sources_that_fit_are_no_fault(pack: TinyPack) -> None:
    more = "".join(SOURCE.format(title="x" * 80, number=number) for number in range(20))
    pack.change("topics/help/police.yaml", "sources:\n", f"sources:\n{more}")
    assert pack.faults() == []


def test_services_that_fill_more_than_a_message_together_are_found_at_the_longest(pack: TinyPack) -> None:
    pack.change("services/kukes.yaml", "place: kukes", f"place: kukes\n    address: {'x' * 4000}")
    found = [fault for fault in pack.faults() if "Telegram takes" in fault[2]]
    assert [(file, line) for file, line, _ in found] == [("services/kukes.yaml", 2)]


def test_abroad_more_services_stand_in_one_message(pack: TinyPack) -> None:
    """What is too long for nine may be short enough for three."""
    service = (
        "  - id: de_{number}\n    category: helpline\n    organisation: The line\n    country: {country}\n"
        "    reach: national\n    website: https://example.org\n    address: {address}\n"
        "    sources:\n      - url: https://example.org/line\n    confidence: high\n"
        "    verified: {{on: 2026-11-01, how: source, by_role: editor}}\n    recheck_by: 2027-05-01\n"
    )
    countries = ["DE", "DE", "DE", "EU"] * 2
    listed = (service.format(number=at, country=name, address="x" * 300) for at, name in enumerate(countries))
    pack.add("services/abroad.yaml", "services:\n" + "".join(listed))
    for language in ("sq", "en"):
        words = (f"de_{number}: {{name: The line, serves: Everybody}}\n" for number in range(8))
        pack.add(f"{language}/services/abroad.yaml", "".join(words))
    assert {(file, sentence.split()[-1]) for file, _, sentence in pack.faults()} == {
        ("services/abroad.yaml", f"{LIMIT}.")
    }


def test_length_is_counted_as_telegram_counts() -> None:
    assert (units("ë"), units("👤")) == (1, 2)


def test_a_topic_within_its_limits_fits_whatever_it_says() -> None:
    """No rule is needed for it, even if every letter were an emoji."""
    words = topic_words(summary="👤" * 400, details="👤" * 1500, steps=["👤" * 200] * 8, warning="👤" * 250)
    assert words.warning is not None
    parts = [words.summary + words.warning, words.details, "\n".join(f"0. {step}" for step in words.steps)]
    assert max(FRAME + units(part) for part in parts) <= LIMIT


def test_words_longer_than_their_part_are_refused_with_their_line(pack: TinyPack) -> None:
    line = pack.change("en/help/police.yaml", "details: All about the police.", f"details: {'x ' * 800}")
    (fault,) = [fault for fault in pack.faults() if fault[0] == "en/help/police.yaml"]
    assert fault == ("en/help/police.yaml", line, "details: String should have at most 1500 characters.")
