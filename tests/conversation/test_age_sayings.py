"""What the conditions of `ages.yaml` mean, each tried alone."""

from typing import Any

import pytest

from bot.conversation.age import Ages
from bot.packs.ages_schema import AgesFile
from tests.builders import some_packs, with_ages

FORMS = {"say": ["I am {age}"]}


def told(text: str, **parts: Any) -> bool | None:
    """What the text tells by a file of these parts."""
    file = AgesFile.model_validate({"forms": [FORMS]} | parts)
    return Ages(with_ages(some_packs(), en=file)).told(text).get("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i am 17", True),
        ("i am 18", False),
        ("hello i am 17 and alone", True),
        ("i am 17now", True),
        ("i am 6", None),
        ("i am 117", None),
        ("i am 017", None),
        ("i was 17", None),
        ("am 17", None),
        ("i am", None),
        ("i am 16 17", None),
        ("", None),
    ],
)
def test_an_age_counts_where_the_words_of_a_form_stand_around_it(text: str, expected: object) -> None:
    assert told(text) is expected


def test_the_last_age_counts() -> None:
    assert told("i am 19 no i am 17") is True
    assert told("i am 17 no i am 19") is False


def test_of_words_with_a_stroke_between_them_any_one_may_be_said() -> None:
    forms = [{"say": ["I am/feel a/an {age} years/winters old"]}]
    assert told("i am a 16 winters old", forms=forms) is True
    assert told("i feel an 18 years old", forms=forms) is False
    assert told("i feel 18 years old", forms=forms) is None


def test_what_is_alike_counts_as_the_word_that_it_is_like() -> None:
    alike = {"I": ["me", "it's me who"]}
    assert told("me am 16", alike=alike) is True
    assert told("its me who am 16", alike=alike) is True


def test_ages_may_be_written_out() -> None:
    numbers = {17: ["seventeen", "Séventeen"], 20: ["twenty"]}
    assert told("i am seventeen", numbers=numbers) is True
    assert told("i am twenty", numbers=numbers) is False
    assert told("i am eighteen", numbers=numbers) is None


def test_right_after_certain_words_it_is_something_else() -> None:
    assert told("when i am 17", not_after=["when", "they say that"]) is None
    assert told("they say that i am 17", not_after=["when", "they say that"]) is None
    assert told("when they came i am 17", not_after=["when"]) is True
    assert told("when i am 17", forms=[FORMS | {"not_after": ["when"]}]) is None


def test_right_before_certain_words_it_is_something_else() -> None:
    forms = [FORMS | {"not_before": ["km/miles", "in line"]}]
    assert told("i am 17 miles away", forms=forms) is None
    assert told("i am 17 in line", forms=forms) is None
    assert told("i am 17 in italy", forms=forms) is True


def test_some_count_only_beside_certain_words_or_where_the_message_ends() -> None:
    forms = [FORMS | {"only_after": ["hello"], "only_before": ["and alone"]}]
    assert told("i am 17", forms=forms) is True
    assert told("hello i am 17 and alone", forms=forms) is True
    assert told("well i am 17", forms=forms) is None
    assert told("i am 17 and old", forms=forms) is None


def test_far_from_either_end_of_a_long_message_it_is_not_taken_for_an_end() -> None:
    forms = [FORMS | {"only_after": [], "only_before": []}]
    assert told("i am 17", forms=forms) is True
    assert told("word " * 40 + "i am 17" + " word" * 40, forms=forms) is None


def test_set_phrases_tell_it_without_a_number_and_an_age_outdoes_them() -> None:
    phrases: dict[str, Any] = {
        "minor": [{"say": ["I am a minor", "I am under 18"]}],
        "adult": [{"say": ["I am grown up"]}],
    }
    assert told("i am a minor", **phrases) is True
    assert told("i am under 18", **phrases) is True
    assert told("i am grown up", **phrases) is False
    assert told("i am grown up no i am a minor", **phrases) is True
    assert told("i am 19 and in the paper i am a minor", **phrases) is False


def test_each_language_tells_by_its_own_words() -> None:
    english, albanian = (AgesFile.model_validate({"forms": [{"say": [say]}]}) for say in ("I am {age}", "jam {age}"))
    ages = Ages(with_ages(some_packs(), en=english, sq=albanian))
    assert ages.told("i am 17") == {"en": True}
    assert ages.told("jam 19") == {"sq": False}
    assert ages.told("jam 19 i am 17") == {"en": True, "sq": False}
    assert Ages(some_packs()).told("i am 17") == {}
