import pytest

from bot.rendering.titles import place_name, quoted, title
from tests.builders import a_reply, a_service, some_packs, with_replies
from tests.contexts import a_reader

READER = a_reader(with_replies(some_packs(services=[a_service("al_line")]), a_reply("greeting")))


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("asylum-facts", "Asylum facts (en)"),
        ("topic:asylum-facts", "Asylum facts (en)"),
        ("al_line", "Zyra e punës"),
        ("service:al_line", "Zyra e punës"),
        ("reply:greeting", "greeting (en)"),
        ("signal:trafficking", "emergency numbers (held or exploited)"),
        ("greeting", ""),
        ("service:asylum-facts", ""),
        ("topic:gone", ""),
        ("", ""),
    ],
)
def test_an_id_is_shown_by_its_title(about: str, said: str) -> None:
    assert title(about, READER) == said


def test_only_titles_stand_in_quotation_marks() -> None:
    assert quoted("topic:asylum-facts", READER) == "“Asylum facts (en)”"
    assert quoted("signal:suicide", READER) == "emergency numbers (thoughts of suicide)"
    assert quoted("topic:gone", READER) == ""


def test_a_place_that_is_not_known_gives_its_country() -> None:
    assert place_name("kukes", "Albania", READER) == "Kukës"
    assert place_name("gone", "Albania", READER) == "Albania"
    assert place_name(None, "", READER) == ""
