from bot.rendering.commands import ENGLISH, NAMES, commands
from tests.contexts import the_phrases


def test_albanian_commands_have_albanian_names() -> None:
    assert commands("sq", the_phrases())[0] == ("menu", "Të gjitha temat")
    assert [name for name, _ in commands("sq", the_phrases())] == list(NAMES["sq"])


def test_every_other_language_uses_the_english_names() -> None:
    assert [name for name, _ in commands("en", the_phrases())] == list(ENGLISH)
    assert [name for name, _ in commands("de", the_phrases())] == list(ENGLISH)


def test_descriptions_fit_beside_their_command() -> None:
    """Bot API, BotCommand: 1-256 characters; a phone shows about forty."""
    assert all(0 < len(said) <= 40 for language in ("sq", "en") for _, said in commands(language, the_phrases()))
