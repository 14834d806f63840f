from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.workshop.told_questions import Told, told


def _write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "en" / f"{name.replace('_', '-')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_the_name_of_a_file_says_what_its_texts_are(tmp_path: Path) -> None:
    folder = _write(
        tmp_path,
        asylum_facts="- can i get asylum\n",
        out_of_scope="near: [a car]\nfar: [a song]\n",
        danger_unseen="- {text: help me, kind: held}\n",
        harmless="- help yourself\n",
    )
    assert told(folder) == [
        Told("question", "en", "can i get asylum", "asylum-facts"),
        Told("danger", "en", "help me"),
        Told("harmless", "en", "help yourself"),
        Told("outside", "en", "a car"),
        Told("outside", "en", "a song"),
    ]


def test_a_folder_without_questions_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"There are no questions in .* Name the folder with --questions"):
        told(tmp_path)


@pytest.mark.parametrize("text", ["- [a list]\n", "- {kind: held}\n", "near: [7]\n", "- 'open\n"])
def test_a_file_that_is_something_else_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(ContentError, match=r"harmless\.yaml"):
        told(_write(tmp_path, harmless=text))
