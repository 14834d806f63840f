import pytest

from bot.rendering.commands import DESK_ENGLISH, DESK_NAMES, ENGLISH, NAMES, both_spellings, commands, desk_commands
from tests.contexts import the_phrases


def test_albanian_commands_have_albanian_names() -> None:
    assert commands("sq", the_phrases())[0] == ("menu", "Të gjitha temat")
    assert [name for name, _ in commands("sq", the_phrases())] == list(NAMES["sq"])
    assert [name for name, _ in desk_commands("sq", the_phrases())] == list(DESK_NAMES["sq"])


def test_every_other_language_uses_the_english_names() -> None:
    assert [name for name, _ in commands("en", the_phrases())] == list(ENGLISH)
    assert [name for name, _ in commands("de", the_phrases())] == list(ENGLISH)
    assert [name for name, _ in desk_commands("de", the_phrases())] == list(DESK_ENGLISH)


def test_the_quick_exit_is_a_command() -> None:
    assert "exit" in dict(commands("en", the_phrases()))
    assert "dil" in dict(commands("sq", the_phrases()))


@pytest.mark.parametrize("language", ["sq", "en"])
def test_descriptions_fit_beside_their_command(language: str) -> None:
    """Bot API, BotCommand: 1-256 characters; a phone shows about forty."""
    described = (*commands(language, the_phrases()), *desk_commands(language, the_phrases()))
    assert all(0 < len(said) <= 40 for _, said in described)


def test_help_names_each_command_as_everybody_may_type_it() -> None:
    assert both_spellings("sq", the_phrases())[0][0] == "/radha, /queue"
    assert both_spellings("en", the_phrases())[0][0] == "/queue, /radha"
