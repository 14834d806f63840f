"""Commands as people write them."""

import pytest

from bot.channels.slash import Slash, slash


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/menu", Slash("menu", "")),
        ("  /Menu@Udha_bot  x y ", Slash("menu", "x y")),
        ("/Këshilltar\nju lutem", Slash("keshilltar", "ju lutem")),
        ("/a_1", Slash("a_1", "")),
        ("/", None),
        ("/ menu", None),
        ("//menu", None),
        ("/!", None),
        ("24/7", None),
        ("", None),
    ],
)
def test_a_command_is_read_in_any_case_and_without_diacritics(text: str, command: Slash | None) -> None:
    assert slash(text) == command
