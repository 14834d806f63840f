import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.ask import Explainer, register
from bot.packs.schema import SignalWords
from tests.builders import a_signal, a_topic, knowledge_of, some_packs, topic_words

PACKS = some_packs(
    topics=[
        a_topic(
            words={
                "sq": topic_words(
                    "Azili", questions=["a mundem me kerku azil", "azil", "azilant", "si behet azili", "azili"]
                ),
                "en": topic_words(
                    "Asylum", questions=["can i get asylum", "asylum", "asylum seeker", "ask asylum", "refuge"]
                ),
            }
        ),
        a_topic(
            "work-germany",
            words={
                "sq": topic_words(
                    "Puna", questions=["dua te punoj", "pune ne gjermani", "kontrate", "si gjej pune", "rroga"]
                ),
                "en": topic_words(
                    "Work", questions=["i want to work", "a job there", "contract", "find a job", "wage"]
                ),
            },
        ),
    ],
    signals=[a_signal("suicide", {"sq": SignalWords(say="Nuk jeni vetem.", phrases=("dua të vdes",))})],
)


def _app() -> typer.Typer:
    app = typer.Typer()
    register(app, lambda: knowledge_of(PACKS, desk=True))

    @app.callback()
    def _nothing() -> None:
        """Make `ask` a command with a name, as it is in `udha`."""

    return app


def _run(*arguments: str, typed: bytes = b"") -> tuple[int, str]:
    result = CliRunner().invoke(_app(), ["ask", *arguments], input=typed)
    return result.exit_code, result.output


def _objects(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_message_is_one_object_of_the_contract() -> None:
    code, output = _run("--json", "a mundem me kerku azil")
    (found,) = _objects(output)
    assert code == 0
    assert list(found) == ["text", "language", "decision", "topics", "signals", "ms"]
    assert found["text"] == "a mundem me kerku azil"
    assert (found["language"], found["decision"], found["signals"]) == ("sq", "answer", [])
    assert isinstance(found["topics"], list)
    assert [list(topic) for topic in found["topics"]] == [["id", "score"], ["id", "score"]]
    assert found["topics"][0]["id"] == "asylum-facts"
    assert isinstance(found["ms"], float)


def test_danger_goes_before_any_answer() -> None:
    (found,) = _objects(_run("--json", "dua te vdes")[1])
    assert found["decision"] == "danger"
    assert found["signals"] == [{"kind": "suicide", "level": "now"}]


def test_a_mere_concern_leaves_the_answer_as_it_is() -> None:
    worry = a_signal("worry", {"sq": SignalWords(say="Jemi ketu.", phrases=("kam frike nga azili",))}, level="concern")
    packs = some_packs(topics=list(PACKS.topics.values()), signals=[worry])
    explained = Explainer(knowledge_of(packs, desk=True)).explain("kam frike nga azili", "sq")
    assert [signal.level for signal in explained.signals] == ["concern"]
    assert explained.decision == "answer"


def test_a_batch_gives_one_object_for_each_line_in_their_order(tmp_path: Path) -> None:
    batch = tmp_path / "texts.txt"
    batch.write_bytes("azil\n\nsi gjej pune\u2028atje\r\n\xff".encode())
    code, output = _run("--batch", str(batch), "--json", "--lang", "sq")
    assert code == 0
    assert [found["text"] for found in _objects(output)] == ["azil", "", "si gjej pune\u2028atje", "\xff"]


def test_a_batch_can_come_from_standard_input() -> None:
    texts = [found["text"] for found in _objects(_run("--batch", "-", "--json", typed=b"azil\n\n\xff\n")[1])]
    assert texts == ["azil", "", "\ufffd"]


def test_an_empty_batch_gives_nothing() -> None:
    assert _run("--batch", "-", "--json") == (0, "")


def test_the_language_of_the_chat_goes_before_what_the_text_seems_to_be() -> None:
    (found,) = _objects(_run("--json", "--lang", "en", "a mundem me kerku azil")[1])
    assert found["language"] == "en"


def test_what_nothing_can_be_made_of_has_no_language() -> None:
    (found,) = _objects(_run("--json", "?")[1])
    assert (found["language"], found["decision"]) == (None, "unsure")


def test_what_asks_for_a_place_that_helps_is_looked_up_in_the_directory() -> None:
    knowledge = knowledge_of(some_packs())
    explainer = Explainer(knowledge)
    said = list(explainer.told(explainer.explain("avokat falas ne Kukes", "sq")))
    assert "Directory services kukes: lawyer (free), unless it is danger" in said
    assert not [line for line in explainer.told(explainer.explain("azil", "sq")) if line.startswith("Directory")]


def test_a_word_of_any_language_takes_the_one_in_which_it_is_answered() -> None:
    (found,) = _objects(_run("--json", "asylum")[1])
    assert (found["language"], found["decision"]) == ("en", "answer")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "a mundem me kerku azil",
            ["sq (sure)", "no sign of it", "answer: the bot shows 'Azili'", "asylum-facts: Azili"],
        ),
        ("dua te vdes", ["suicide (now)", "danger: the emergency number comes first"]),
        ("pune mundem france", ["choose: the bot asks which of the nearest topics is meant"]),
        ("azil", ["cannot be told from so little"]),
        ("punoj", ["sq (a guess"]),
        ("како да дојдам", ["probably none of ours", "unsure: the bot says that it is not sure"]),
        ("?", ["(no words in it)", "cannot be told from so little"]),
    ],
)
def test_an_editor_reads_in_sentences_what_the_bot_would_do(text: str, sentences: list[str]) -> None:
    code, output = _run(text)
    assert code == 0
    assert [sentence for sentence in sentences if sentence not in output] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Give one message, or --batch"),
        (["azil", "--batch", "-"], "Give one message, or --batch"),
        (["--lang", "sr", "azil"], "The packs have no language 'sr'"),
        (["--batch", "no-such-file"], "cannot be read"),
    ],
)
def test_a_wrong_use_is_told_in_a_sentence(arguments: list[str], sentence: str) -> None:
    code, output = _run(*arguments)
    assert code == 2
    assert sentence in " ".join(output.replace("│", " ").split())
