"""What a client writes, sends, answers and changes, through each library's own decoding."""

from typing import Any

import pytest

from bot.channels.inbound import FromClient
from bot.conversation.events import (
    CommandGiven,
    Event,
    LocationShared,
    MediaSent,
    MessageEdited,
    Started,
    TextWritten,
)
from tests.both_channels import through_both
from tests.builders_telegram import (
    BOT,
    CLIENT,
    MESSAGE,
    Raw,
    a_letter,
    a_message,
    a_user,
    an_edit,
)
from tests.channels.letters import MEDIA, OTHER, field, heard, plainly

CLIENT_SAYS: list[tuple[str, Event]] = [
    ("Si mund të kërkoj azil?", TextWritten("Si mund të kërkoj azil?", MESSAGE)),
    (" \n ", TextWritten(" \n ", MESSAGE)),
    ("/", TextWritten("/", MESSAGE)),
    ("// shënim", TextWritten("// shënim", MESSAGE)),
    ("a /menu", TextWritten("a /menu", MESSAGE)),
    ("/start", Started("")),
    ("/START@Udha_Bot", Started("")),
    ("/start radio-7_B", Started("radio-7_B")),
    ("/start  radio \n", Started("radio")),
    ("/start please help me", TextWritten("/start please help me", MESSAGE)),
    (f"/start {'x' * 65}", Started("")),
    ("/menu", CommandGiven("menu")),
    ("/gjuha", CommandGiven("language")),
    ("/language", CommandGiven("language")),
    ("/sherbime", CommandGiven("services")),
    ("/Shërbime", CommandGiven("services")),
    ("/services", CommandGiven("services")),
    ("/hapat", CommandGiven("guides")),
    ("/guides", CommandGiven("guides")),
    ("/ndihme", CommandGiven("help")),
    ("/ndihme\u0308", CommandGiven("help")),
    ("/NDIHMË", CommandGiven("help")),
    ("/help!", CommandGiven("help")),
    ("/ndihme burri më rreh", TextWritten("/ndihme burri më rreh", MESSAGE)),
    ("/help@udha_bot tani", TextWritten("/help@udha_bot tani", MESSAGE)),
    ("/keshilltar", CommandGiven("counsellor")),
    ("/counsellor", CommandGiven("counsellor")),
    ("/privatesia", CommandGiven("privacy")),
    ("/privacy", CommandGiven("privacy")),
    ("/fshi", CommandGiven("delete")),
    ("/delete", CommandGiven("delete")),
    ("/dil", CommandGiven("exit")),
    ("/EXIT@udha_bot", CommandGiven("exit")),
    ("/dil tani", TextWritten("/dil tani", MESSAGE)),
    ("/close", CommandGiven("unknown")),
    ("/mbyll", CommandGiven("unknown")),
    ("/çfarë", CommandGiven("unknown")),
]


def client(event: Event, hint: str | None = None) -> FromClient:
    return FromClient(CLIENT, event, hint, messages=(MESSAGE,))


@through_both
@pytest.mark.parametrize(("text", "event"), CLIENT_SAYS)
def test_what_a_client_writes_is_a_command_or_a_text(library: str, text: str, event: Event) -> None:
    assert heard(library, a_message(text=text)) == client(event)


@through_both
@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("extra", [{}, field("caption")], ids=["bare", "with caption"])
def test_media_of_a_client_is_named_and_its_caption_is_not_read(library: str, medium: Any, extra: Raw) -> None:
    assert heard(library, a_message(**field(medium), **extra)) == client(MediaSent(medium, (MESSAGE,)))


@through_both
@pytest.mark.parametrize("name", OTHER)
def test_whatever_else_a_client_sends_is_not_met_with_silence(library: str, name: str) -> None:
    assert heard(library, a_message(**field(name))) == client(MediaSent("other", (MESSAGE,)))


@through_both
def test_a_kind_of_message_invented_after_us_is_not_met_with_silence(library: str) -> None:
    assert heard(library, a_message(hologram={"file_id": "x"})) == client(MediaSent("other", (MESSAGE,)))


@through_both
def test_an_animation_is_not_taken_for_the_document_that_comes_with_it(library: str) -> None:
    raw = a_message(**field("animation"), **field("document"))
    assert heard(library, raw) == client(MediaSent("animation", (MESSAGE,)))


@through_both
def test_a_location_is_shared_as_a_point(library: str) -> None:
    raw = a_message(location={"latitude": 41.33, "longitude": 19.82})
    assert heard(library, raw) == client(LocationShared(41.33, 19.82, MESSAGE))


@through_both
def test_the_point_on_the_equator_and_the_meridian_is_a_point(library: str) -> None:
    raw = a_message(location={"latitude": 0, "longitude": 0})
    assert heard(library, raw) == client(LocationShared(0, 0, MESSAGE))


@through_both
def test_a_venue_counts_before_the_location_that_comes_with_it(library: str) -> None:
    raw = a_message(**field("venue"), location={"latitude": 1, "longitude": 2})
    assert heard(library, raw) == client(LocationShared(42.66, 21.16, MESSAGE))


ANSWERED: Raw = {"reply_to_message": a_letter(message_id=9, text="Si jeni? Ku jeni?", **{"from": a_user(BOT)})}


@through_both
def test_an_answer_names_the_message_it_answers(library: str) -> None:
    assert heard(library, a_message(text="Mirë", **ANSWERED)) == client(TextWritten("Mirë", MESSAGE, reply_to=9))


@through_both
@pytest.mark.parametrize("content", [{"text": "Në Kukës"}, field("voice")], ids=["text", "voice"])
def test_a_quote_is_the_passage_that_the_client_picked(library: str, content: Raw) -> None:
    raw = a_message(quote={"text": "Ku jeni?", "position": 9, "is_manual": True}, **content, **ANSWERED)
    event: Event = MediaSent("voice", (MESSAGE,), 9, "Ku jeni?")
    if "text" in content:
        event = TextWritten("Në Kukës", MESSAGE, 9, "Ku jeni?")
    assert heard(library, raw) == client(event)


@through_both
def test_a_quote_of_a_message_elsewhere_answers_nothing_here(library: str) -> None:
    raw = a_message(text="Shihni", **field("external_reply"), **field("quote"))
    assert heard(library, raw) == client(TextWritten("Shihni", MESSAGE, None, "x"))


@through_both
def test_a_command_that_answers_something_is_still_a_command(library: str) -> None:
    assert heard(library, a_message(text="/dil", **ANSWERED)) == client(CommandGiven("exit"))


BOLD: Raw = {"type": "bold", "offset": 0, "length": 4}
LINK: Raw = {"type": "text_link", "offset": 5, "length": 2, "url": "https://example.org/?a=1&b=2"}
PERSON: Raw = {"type": "text_mention", "offset": 5, "length": 2, "user": a_user(777)}
LOOKS: list[tuple[str, list[Raw], str]] = [
    ("Ejani në orën 8", [], "Ejani në orën 8"),
    ('5 < 6 & "po"', [], '5 &lt; 6 &amp; "po"'),
    ("Jam në orën 8", [BOLD], "<b>Jam </b>në orën 8"),
    ("Jeta në det", [LINK], 'Jeta <a href="https://example.org/?a=1&b=2">në</a> det'),
    ("Jeta në det", [PERSON], "Jeta në det"),
    ("Jeta në det", [BOLD, PERSON], "<b>Jeta</b> në det"),
]


@through_both
@pytest.mark.parametrize("where", ["text", "caption"])
@pytest.mark.parametrize(("words", "entities", "html"), LOOKS)
def test_an_edit_tells_how_it_reads_now_with_its_markup_and_nobody_s_number(
    library: str, where: str, words: str, entities: list[Raw], html: str
) -> None:
    content = {"text": words, "entities": entities}
    if where == "caption":
        content = {"caption": words, "caption_entities": entities, **field("photo")}
    spoke = heard(library, an_edit(**content))
    assert isinstance(spoke, FromClient)
    assert isinstance(spoke.event, MessageEdited)
    found = spoke.event
    assert (found.message_id, found.text, found.caption) == (MESSAGE, words, where == "caption")
    assert plainly(found.html) == html


@through_both
def test_an_edit_of_media_without_a_caption_has_no_words(library: str) -> None:
    assert heard(library, an_edit(**field("photo"))) == client(MessageEdited(MESSAGE, caption=True))


@through_both
def test_a_live_location_that_moves_is_nothing_for_us(library: str) -> None:
    assert heard(library, an_edit(**field("location"))) is None


@through_both
@pytest.mark.parametrize(("code", "hint"), [("sq", "sq"), ("pt-br", "pt"), ("EN-gb", "en"), ("", None), (None, None)])
def test_the_language_of_the_clients_telegram_is_a_hint(library: str, code: str | None, hint: str | None) -> None:
    user = a_user() if code is None else a_user(language_code=code)
    assert heard(library, a_message(text="/menu", **{"from": user})) == client(CommandGiven("menu"), hint)
