"""`udha poster`, as somebody uses it who wants to hang one up."""

from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.poster_command import register
from tests.builders import TODAY
from tests.checks.tiny_pack import TinyPack
from tests.poster.posters import opened, scanned, size_of, text_of


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def run(
    pack: TinyPack, *options: str, place: str = "kukes", topic: str = "police", today: date = TODAY
) -> tuple[int, str]:
    app = typer.Typer()
    register(app, lambda: pack.root, lambda: today)
    app.callback()(lambda: None)
    result = CliRunner().invoke(app, ["poster", "--place", place, "--topic", topic, *options])
    said = result.output if result.exit_code != 1 else str(result.exception)
    return result.exit_code, said


def test_a_pdf_and_a_picture_are_written_that_lead_to_the_topic(pack: TinyPack, tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    code, said = run(pack, "--bot", "UdhaBot", "--out", str(out))
    assert code == 0, said
    assert f"{out / 'kukes-police.pdf'} and .png lead to t.me/UdhaBot?start=police_kukes." in said
    assert size_of((out / "kukes-police.pdf").read_bytes()) == (210, 297)
    assert scanned(opened((out / "kukes-police.png").read_bytes())) == ["https://t.me/UdhaBot?start=police_kukes"]


def test_its_languages_can_be_chosen(pack: TinyPack, tmp_path: Path) -> None:
    assert run(pack, "--bot", "UdhaBot", "--out", str(tmp_path), "--language", "en", "--language", "en")[0] == 0
    text = text_of((tmp_path / "kukes-police.pdf").read_bytes())
    assert text.count("Printed on 22 November 2026.") == 1


@pytest.mark.parametrize("options", [("--bot", "me"), ("--bot", "https://t.me/UdhaBot"), ("--bot", "a b c d")])
def test_without_a_name_that_telegram_allows_it_asks_for_one(pack: TinyPack, options: tuple[str, ...]) -> None:
    code, said = run(pack, *options)
    assert (code, said) == (
        1,
        "Give the bot's name on Telegram, such as --bot UdhaBot. @BotFather shows it under /mybots.",
    )


def test_without_a_name_it_is_a_trial_print_that_says_so(pack: TinyPack, tmp_path: Path) -> None:
    code, said = run(pack, "--out", str(tmp_path))
    assert code == 0, said
    assert "This is a trial print for the name UdhaBot" in said
    text = text_of((tmp_path / "kukes-police.pdf").read_bytes())
    assert "Trial print: do not hang it up." in text
    assert scanned(opened((tmp_path / "kukes-police.png").read_bytes())) == ["https://t.me/UdhaBot?start=police_kukes"]


def test_one_to_hang_up_says_nothing_of_a_trial(pack: TinyPack, tmp_path: Path) -> None:
    assert "trial" not in run(pack, "--bot", "UdhaBot", "--out", str(tmp_path))[1]
    assert "Trial" not in text_of((tmp_path / "kukes-police.pdf").read_bytes())


def test_the_name_may_have_its_at_sign(pack: TinyPack, tmp_path: Path) -> None:
    assert "t.me/UdhaBot?start=" in run(pack, "--bot", "@UdhaBot", "--out", str(tmp_path))[1]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"topic": "polise"}, "There is no topic 'polise' in the packs. Did you mean police?"),
        ({"place": "Kukës"}, "There is no place 'Kukës' in the packs. Did you mean kukes?"),
    ],
)
def test_a_wrong_name_is_told_with_those_spelt_nearly_so(pack: TinyPack, wrong: dict[str, str], said: str) -> None:
    assert run(pack, "--bot", "UdhaBot", **wrong) == (1, said)  # type: ignore[arg-type]  # no date is among them


def test_a_name_like_no_other_is_told_with_all_there_are(pack: TinyPack) -> None:
    code, said = run(pack, "--bot", "UdhaBot", "--language", "xx")
    assert (code, said) == (1, "There is no language 'xx' in the packs. There are: en, sq.")


def test_no_poster_leads_to_what_is_withheld(pack: TinyPack, tmp_path: Path) -> None:
    code, said = run(pack, "--bot", "UdhaBot", "--out", str(tmp_path / "to"), today=date(2040, 1, 1))
    assert code == 1
    assert said.startswith("The topic 'police' is withheld since ")
    assert not (tmp_path / "to").exists()


def test_where_it_cannot_be_written_is_said_plainly(pack: TinyPack, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    code, said = run(pack, "--bot", "UdhaBot", "--out", str(tmp_path / "file"))
    assert code == 2
    assert "cannot be written" in said


def test_a_font_that_is_none_is_told_plainly(pack: TinyPack, tmp_path: Path) -> None:
    code, said = run(pack, "--bot", "UdhaBot", "--font", str(tmp_path / "none.ttf"), "--out", str(tmp_path / "to"))
    assert (code, said.endswith("cannot be read as a font. Give a TrueType file (.ttf).")) == (1, True)
    assert not (tmp_path / "to").exists()
