from typing import get_args

import pytest

from bot.desk.console import WISHES, AnswerAsker, Outcome, Role, wished
from bot.rendering.console_told import answer_to_asker, way_in
from tests.contexts import a_reader

URL = "https://udha.example/console/in/abc-_def"


@pytest.mark.parametrize("role", get_args(Role))
def test_the_link_stands_last_and_can_be_tapped_whoever_reads_it(role: Role) -> None:
    html = way_in(URL, role, 10, a_reader()).html
    assert html.endswith(f'<a href="{URL}">{URL}</a>')
    assert "console" in html.split("http", maxsplit=1)[0]
    assert "for 10 minutes" in html


def test_a_manager_is_asked_to_give_it_to_nobody_and_an_editor_s_goes_to_one_person() -> None:
    assert "give it to nobody" in way_in(URL, "manager", 10, a_reader()).html
    assert "Give it to that one person" in way_in(URL, "editor", 10, a_reader()).html


@pytest.mark.parametrize("what", get_args(Outcome))
@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_answer_is_one_short_message_in_italics(what: Outcome, language: str) -> None:
    message = answer_to_asker(AnswerAsker(what, language, number=2, bot="udha_bot"), a_reader(language=language))
    assert message.html.startswith("<i>")
    assert 20 < len(message.html) < 300
    assert bool(message.rows) == (what == "write_first")


def test_who_never_wrote_to_the_bot_is_led_to_it() -> None:
    (row,) = answer_to_asker(AnswerAsker("write_first", "en", bot="udha_bot"), a_reader()).rows
    assert [button.url for button in row] == ["https://t.me/udha_bot?start=console"]


@pytest.mark.parametrize(("number", "said"), [(0, "no open session"), (1, "1 session or"), (3, "3 sessions or")])
def test_how_many_ended_is_said(number: int, said: str) -> None:
    assert said in answer_to_asker(AnswerAsker("ended", "en", number=number), a_reader()).html


@pytest.mark.parametrize(
    ("rest", "wish"),
    [("", "manager"), (" Editor ", "editor"), ("redaktor", "editor"), ("off", "off"), ("JO", "off"), ("x", "unclear")],
)
def test_what_follows_the_command_is_read_in_both_languages(rest: str, wish: str) -> None:
    assert wished(rest) == wish
    assert set(WISHES.values()) == {"manager", "editor", "off"}
