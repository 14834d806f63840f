"""How people say their age is read from the packs, and the faults of such a file are named."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.packs.loader import load, read
from bot.packs.packed import packed, unpacked
from tests.builders import the_real_packs
from tests.checks.tiny_pack import TinyPack

FILE = "en/ages.yaml"
AGES = """alike:
  I: [me]
numbers:
  17: [seventeen]
forms:
  - say:
      - I am {age}
      - I am {age} years
    not_before: [away]
minor:
  - say: [I am a minor]
"""


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def test_all_that_the_file_says_is_there_and_nothing_for_a_language_without_one(pack: TinyPack) -> None:
    pack.add(FILE, AGES)
    (language, ages), *others = load(pack.root).ages.items()
    assert (language, others) == ("en", [])
    assert ages.numbers == {17: ("seventeen",)}
    assert ages.forms[0].say == ("I am {age}", "I am {age} years")
    assert (ages.forms[0].not_before, ages.forms[0].only_before) == (("away",), None)
    assert (ages.minor[0].say, ages.adult) == (("I am a minor",), ())


def test_packs_without_such_words_have_none(pack: TinyPack) -> None:
    assert load(pack.root).ages == {}


def test_our_own_packs_have_them_in_both_languages_and_keep_them_for_the_next_start() -> None:
    packs = the_real_packs()
    assert set(packs.ages) == {"sq", "en"}
    assert unpacked(packed(packs)).ages == packs.ages


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("I am {age}\n", "I am\n", "forms.0.say.0: a form says {age} once, as a word of its own."),
        ("I am {age}\n", "I am {age} not {age}\n", "forms.0.say.0: a form says {age} once, as a word of its own."),
        ("I am {age}\n", "I am{age}\n", "forms.0.say.0: a form says {age} once, as a word of its own."),
        ("not_before", "not_befor", "The key 'forms.0.not_befor' is unknown."),
    ],
)
def test_a_fault_is_named_with_its_line(pack: TinyPack, old: str, new: str, sentence: str) -> None:
    pack.add(FILE, AGES)
    line = pack.change(FILE, old, new)
    (problem,) = read(pack.root).problems
    assert (pack.named(problem), problem.line, problem.sentence) == (FILE, line, sentence)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[seventeen]", "[seven teen]"),
        ("forms:", "form:"),
        ("17:", "many:"),
        ("I am a minor", "???"),
        ("I am a minor", "I am a/ minor"),
        ("away", "..."),
        ("I: [me]", "I too: [me]"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(pack: TinyPack, old: str, new: str) -> None:
    pack.add(FILE, AGES.replace(old, new))
    with pytest.raises(ContentError):
        load(pack.root)


def test_a_language_has_one_such_file(pack: TinyPack) -> None:
    pack.add(FILE, AGES)
    pack.add("../more/pack.yaml", "{name: more, title: More, languages: [en], countries: [XK], owner: editors}\n")
    pack.add("../more/en/ages.yaml", AGES)
    (problem,) = read(pack.root).problems
    assert problem.sentence == "The list of ages in 'en' stands in another file too."
