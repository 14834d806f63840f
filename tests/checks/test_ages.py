"""The rule for how people say their age, broken once."""

from tests.checks.tiny_pack import TinyPack

FILE = "ages.yaml"
AGES = "forms:\n  - say:\n      - I am {age}\n"


def test_packs_that_do_not_know_how_people_say_their_age_are_right(pack: TinyPack) -> None:
    assert pack.faults() == []


def test_what_one_language_knows_the_other_must_know(pack: TinyPack) -> None:
    pack.add(f"sq/{FILE}", AGES)
    assert pack.faults() == [(f"sq/{FILE}", 1, "There is no list of how people say their age in 'en'.")]
    pack.add(f"en/{FILE}", AGES)
    assert pack.faults() == []


def test_a_file_that_cannot_be_read_is_told_once(pack: TinyPack) -> None:
    pack.add(f"sq/{FILE}", AGES)
    pack.add(f"en/{FILE}", "forms: [{say: [I am]}]\n")
    assert pack.faults() == [(f"en/{FILE}", 1, "forms.0.say.0: a form says {age} once, as a word of its own.")]


def test_a_translation_may_be_behind(pack: TinyPack) -> None:
    for language in ("sq", "en"):
        pack.add(f"{language}/{FILE}", AGES)
    before = pack.faults()
    pack.change("pack.yaml", "languages: [sq, en]", "languages: [sq, en, de]")
    assert [fault for fault in pack.faults() if "their age" in fault[2]] == before == []
