"""What counsellors write, answer, change and command, through each library's own decoding."""

from typing import get_args

import pytest

from bot.channels.desk_message import COMMANDS, CONSOLE
from bot.channels.inbound import ForConsole, FromDesk
from bot.desk.events import (
    Commanded,
    DeskCommand,
    DeskEvent,
    Rewritten,
    Said,
    ThreadClosed,
    ThreadReopened,
)
from bot.desk_service import Person, Where
from bot.rendering.commands import DESK_ENGLISH, DESK_NAMES
from tests.both_channels import through_both
from tests.builders_telegram import (
    BOT,
    COLLEAGUE,
    COUNSELLOR,
    DESK,
    MESSAGE,
    THREAD,
    Raw,
    a_desk_letter,
    a_user,
    an_update,
    in_desk,
)
from tests.channels.letters import ANONYMOUS, CHANNEL, MEDIA, OTHER, field, heard, without_nothing

HERE = Where(DESK, THREAD)
ARTA = Person(COUNSELLOR, "Arta")


def desk(event: DeskEvent, by: Person | None = ARTA, where: Where = HERE) -> FromDesk:
    return FromDesk(where, event, by)


def letter(**fields: object) -> Raw:
    return an_update("message", without_nothing(a_desk_letter(**fields)))


def answering(author: Raw, number: int = 9, **fields: object) -> Raw:
    return {"reply_to_message": a_desk_letter(**{"message_id": number, "text": "x"} | author | fields)}


OF_THE_BOT: Raw = {"from": a_user(BOT)}
OF_A_COLLEAGUE: Raw = {"from": a_user(COLLEAGUE)}
MINE: Raw = {"from": a_user(COUNSELLOR)}


@through_both
@pytest.mark.parametrize("name", ["text", "location", "venue", *MEDIA])
def test_what_a_counsellor_sends_in_a_thread_is_said_there(library: str, name: str) -> None:
    words = field(name)[name] if name == "text" else ""
    said = Said((MESSAGE,), words, personal=name == "contact")
    assert heard(library, in_desk(**field(name))) == desk(said)


@through_both
@pytest.mark.parametrize("name", OTHER)
def test_what_is_not_on_the_list_stays_at_the_desk(library: str, name: str) -> None:
    assert heard(library, in_desk(**field(name))) is None


DESK_SAYS: list[tuple[str, Raw, DeskEvent]] = [
    ("a note", {"text": "// e njoh rastin"}, Said((MESSAGE,), "// e njoh rastin")),
    ("a caption", {**field("photo"), "caption": "// dokument"}, Said((MESSAGE,), "// dokument")),
    (
        "a part of an album",
        {**field("photo"), "media_group_id": "7"},
        Said((MESSAGE,), album="7"),
    ),
    ("a reply to a copy or a card", {"text": "Po", **answering(OF_THE_BOT)}, Said((MESSAGE,), "Po", 9)),
    (
        "a quote",
        {"text": "Po", "quote": {"text": "ku?", "position": 3}, **answering(OF_THE_BOT)},
        Said((MESSAGE,), "Po", 9, "ku?"),
    ),
    (
        "a reply to a colleague",
        {"text": "Po", **answering(OF_A_COLLEAGUE)},
        Said((MESSAGE,), "Po", 9, to_colleague=True),
    ),
    (
        "a reply to an anonymous colleague",
        {"text": "Po", **answering(ANONYMOUS)},
        Said((MESSAGE,), "Po", 9, to_colleague=True),
    ),
    ("a reply to oneself", {"text": "Po", **answering(MINE)}, Said((MESSAGE,), "Po", 9)),
    (
        "a reply to one's own note",
        {"text": "Po", **answering(MINE, text=" // e njoh")},
        Said((MESSAGE,), "Po", 9, to_colleague=True),
    ),
    (
        "the thread's first message, which a colleague wrote",
        {"text": "Po", **answering(OF_A_COLLEAGUE, THREAD)},
        Said((MESSAGE,), "Po"),
    ),
    ("the thread closed by hand", field("forum_topic_closed"), ThreadClosed()),
    ("the thread opened by hand", field("forum_topic_reopened"), ThreadReopened()),
]


@through_both
@pytest.mark.parametrize(("fields", "event"), [pytest.param(*rest, id=name) for name, *rest in DESK_SAYS])
def test_what_happens_in_a_thread_is_told_with_whoever_did_it(library: str, fields: Raw, event: DeskEvent) -> None:
    assert heard(library, letter(**fields)) == desk(event)


NOBODY: list[tuple[str, Raw]] = [
    ("a bot", {"text": "x", **OF_THE_BOT}),
    ("nobody", {"text": "x", "from": None}),
    ("a channel", {"text": "x", **CHANNEL}),
    ("the thread closed by the bot", {**field("forum_topic_closed"), **OF_THE_BOT}),
    ("a command of a bot", {"text": "/close", **OF_THE_BOT}),
]


@through_both
@pytest.mark.parametrize("fields", [pytest.param(fields, id=name) for name, fields in NOBODY])
def test_what_no_person_did_is_nothing_for_us(library: str, fields: Raw) -> None:
    assert heard(library, letter(**fields)) is None


@through_both
def test_an_anonymous_administrator_is_somebody_whom_nobody_knows(library: str) -> None:
    assert heard(library, letter(text="Mirë", **ANONYMOUS)) == desk(Said((MESSAGE,), "Mirë"), None)
    assert heard(library, letter(text="/close", **ANONYMOUS)) == desk(Commanded("close", MESSAGE), None)
    assert heard(library, letter(**field("forum_topic_closed"), **ANONYMOUS)) == desk(ThreadClosed(), None)


SPELT: dict[str, DeskCommand] = {
    "/queue": "queue",
    "/radha": "queue",
    "/RADHA": "queue",
    "/duty": "duty",
    "/dezhur": "duty",
    "/find": "find",
    "/gjej": "find",
    "/case": "case",
    "/rasti": "case",
    "/help": "help",
    "/ndihme": "help",
    "/ndihmë": "help",
    "/start": "help",
    "/language": "language",
    "/gjuha": "language",
    "/close": "close",
    "/Mbyll@Udha_bot": "close",
    "/undo": "undo",
    "/kthe": "undo",
    "/menu": "unknown",
    "/fshi": "unknown",
}


@through_both
@pytest.mark.parametrize("where", [HERE, Where(DESK, None)], ids=["in a thread", "in General"])
@pytest.mark.parametrize(("text", "command"), SPELT.items())
def test_the_desk_is_commanded_in_both_spellings(library: str, where: Where, text: str, command: DeskCommand) -> None:
    place: Raw = {} if where.thread else {"message_thread_id": None, "is_topic_message": None}
    assert heard(library, letter(text=text, **place)) == desk(Commanded(command, MESSAGE), where=where)


@through_both
def test_what_follows_a_command_comes_with_it_and_so_does_what_it_answers(library: str) -> None:
    assert heard(library, letter(text="/gjej  strehë Kukës ")) == desk(Commanded("find", MESSAGE, "strehe Kukes"))
    assert heard(library, letter(text="/undo", **answering(MINE))) == desk(Commanded("undo", MESSAGE, reply_to=9))
    assert heard(library, letter(text="/undo", **answering(OF_A_COLLEAGUE, THREAD))) == desk(Commanded("undo", MESSAGE))


def test_every_command_of_the_menus_is_understood_and_each_has_a_name() -> None:
    listed = {*DESK_ENGLISH, *(name for names in DESK_NAMES.values() for name in names)}
    understood = COMMANDS | dict.fromkeys(CONSOLE, "console")
    assert listed <= understood.keys()
    assert set(get_args(DeskCommand)) - set(COMMANDS.values()) == {"unknown"}
    for names in DESK_NAMES.values():
        assert [understood[name] for name in names] == [understood[name] for name in DESK_ENGLISH]


@through_both
@pytest.mark.parametrize("text", ["/console", "/Konsola", "/console@udha_bot  editor"])
def test_asking_for_the_console_is_no_case_s_concern(library: str, text: str) -> None:
    rest = "editor" if "editor" in text else ""
    assert heard(library, letter(text=text)) == ForConsole(HERE, MESSAGE, rest, ARTA)


@through_both
def test_an_anonymous_administrator_who_asks_for_it_is_nobody(library: str) -> None:
    assert heard(library, letter(text="/console", **ANONYMOUS)) == ForConsole(HERE, MESSAGE)


@through_both
@pytest.mark.parametrize("place", ["text", "caption"])
def test_an_edit_is_told_with_how_it_reads_now(library: str, place: str) -> None:
    bold: Raw = {"type": "bold", "offset": 0, "length": 4}
    content: Raw = {"text": "Mirë!", "entities": [bold]}
    if place == "caption":
        content = {"caption": "Mirë!", "caption_entities": [bold], **field("photo")}
    raw = an_update("edited_message", a_desk_letter(edit_date=1_790_000_009, **content))
    assert heard(library, raw) == desk(Rewritten(MESSAGE, "Mirë!", "<b>Mirë</b>!", caption=place == "caption"))


@through_both
@pytest.mark.parametrize(
    "fields",
    [
        field("photo"),
        field("location"),
        {"text": "x", **OF_THE_BOT},
        {"text": "x", **CHANNEL},
        {"text": "x", "message_thread_id": None, "is_topic_message": None},
    ],
    ids=["no words", "a place that moves", "a bot", "a channel", "General"],
)
def test_an_edit_with_nothing_to_carry_over_is_nothing_for_us(library: str, fields: Raw) -> None:
    assert heard(library, an_update("edited_message", without_nothing(a_desk_letter(**fields)))) is None


BEHIND: list[tuple[Raw, str]] = [
    ({"type": "text_link", "offset": 0, "length": 4, "url": "https://t.me/mira_k"}, "https://t.me/mira_k"),
    ({"type": "text_mention", "offset": 0, "length": 4, "user": a_user(777)}, "tg://user?id=777"),
]


@through_both
@pytest.mark.parametrize("place", ["text", "caption"])
@pytest.mark.parametrize(("entity", "leads"), BEHIND, ids=["a link", "a person"])
def test_what_is_hidden_behind_the_words_is_looked_at_too(library: str, place: str, entity: Raw, leads: str) -> None:
    content: Raw = {"text": "këtu, p.sh.", "entities": [entity]}
    if place == "caption":
        content = {"caption": "këtu, p.sh.", "caption_entities": [entity], **field("photo")}
    said = heard(library, in_desk(**content))
    edit = heard(library, an_update("edited_message", a_desk_letter(**content)))
    assert isinstance(said, FromDesk)
    assert isinstance(edit, FromDesk)
    assert isinstance(said.event, Said)
    assert isinstance(edit.event, Rewritten)
    assert said.event.words == edit.event.words == f"këtu, p.sh.\n{leads}"
    assert "777" not in edit.event.html
