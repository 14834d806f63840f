"""Raw updates through each library's own decoding, compared with the event that they mean."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.content import SERVICE
from bot.channels.inbound import FromClient, FromDesk, chat_of, lane_of, read
from bot.conversation.events import (
    ButtonPressed,
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    CounsellorClosed,
    CounsellorReplied,
    Event,
    LocationShared,
    MediaSent,
    MessageEdited,
    Started,
    TextWritten,
)
from bot.conversation.taps import Tap
from tests.both_channels import decoded, through_both
from tests.builders_telegram import (
    BOT,
    CLIENT,
    COLLEAGUE,
    COUNSELLOR,
    DESK,
    MESSAGE,
    THREAD,
    Raw,
    a_desk_letter,
    a_letter,
    a_membership,
    a_message,
    a_private_chat,
    a_tap,
    a_user,
    an_edit,
    an_update,
    in_desk,
    the_desk,
)

FIELDS: dict[str, Any] = json.loads(Path(__file__).with_name("message_fields.json").read_text(encoding="utf-8"))
"""Every optional field of a Message (Bot API 10.3) with the least that is valid."""

GROUP = {"id": -5, "type": "group", "title": "Family"}
ANONYMOUS = {"from": a_user(1087968824, is_bot=True), "sender_chat": the_desk()}
CHANNEL = {"from": a_user(136817688, is_bot=True), "sender_chat": {"id": -1002, "type": "channel", "title": "News"}}


def field(name: str) -> Raw:
    return {name: FIELDS[name]}


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
    ("/start please help me", TextWritten("/start please help me", 4711)),
    (f"/start {'x' * 65}", Started("")),
    ("/menu", CommandGiven("menu")),
    ("/gjuha", CommandGiven("language")),
    ("/language", CommandGiven("language")),
    ("/sherbime", CommandGiven("services")),
    ("/Shërbime", CommandGiven("services")),
    ("/services", CommandGiven("services")),
    ("/ndihme", CommandGiven("help")),
    ("/ndihme\u0308", CommandGiven("help")),
    ("/NDIHMË", CommandGiven("help")),
    ("/help!", CommandGiven("help")),
    ("/ndihme burri më rreh", TextWritten("/ndihme burri më rreh", 4711)),
    ("/help@udha_bot tani", TextWritten("/help@udha_bot tani", 4711)),
    ("/keshilltar", CommandGiven("counsellor")),
    ("/counsellor", CommandGiven("counsellor")),
    ("/privatesia", CommandGiven("privacy")),
    ("/privacy", CommandGiven("privacy")),
    ("/fshi", CommandGiven("delete")),
    ("/delete", CommandGiven("delete")),
    ("/close", CommandGiven("unknown")),
    ("/çfarë", CommandGiven("unknown")),
]


@through_both
@pytest.mark.parametrize(("text", "event"), CLIENT_SAYS)
def test_what_a_client_writes_is_a_command_or_a_text(library: str, text: str, event: Event) -> None:
    assert read(decoded(library, a_message(text=text)), DESK) == FromClient(CLIENT, event)


MEDIA = (
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "sticker",
    "contact",
    "poll",
    "animation",
    "video_note",
    "dice",
)
OTHER = (
    "story",
    "game",
    "paid_media",
    "checklist",
    "rich_message",
    "invoice",
    "giveaway",
    "users_shared",
    "chat_shared",
    "passport_data",
)


@through_both
@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("extra", [{}, field("caption")], ids=["bare", "with caption"])
def test_media_of_a_client_is_named_and_its_caption_is_not_read(library: str, medium: Any, extra: Raw) -> None:
    update = decoded(library, a_message(**field(medium), **extra))
    assert read(update, DESK) == FromClient(CLIENT, MediaSent(medium, MESSAGE))


@through_both
@pytest.mark.parametrize("name", OTHER)
def test_whatever_else_a_client_sends_is_not_met_with_silence(library: str, name: str) -> None:
    assert read(decoded(library, a_message(**field(name))), DESK) == FromClient(CLIENT, MediaSent("other", MESSAGE))


@through_both
def test_a_kind_of_message_invented_after_us_is_not_met_with_silence(library: str) -> None:
    update = decoded(library, a_message(hologram={"file_id": "x"}))
    assert read(update, DESK) == FromClient(CLIENT, MediaSent("other", MESSAGE))


@through_both
def test_an_animation_is_not_taken_for_the_document_that_comes_with_it(library: str) -> None:
    update = decoded(library, a_message(**field("animation"), **field("document")))
    assert read(update, DESK) == FromClient(CLIENT, MediaSent("animation", MESSAGE))


@through_both
def test_a_location_is_shared_as_a_point(library: str) -> None:
    update = decoded(library, a_message(location={"latitude": 41.33, "longitude": 19.82}))
    assert read(update, DESK) == FromClient(CLIENT, LocationShared(41.33, 19.82, MESSAGE))


@through_both
def test_the_point_on_the_equator_and_the_meridian_is_a_point(library: str) -> None:
    update = decoded(library, a_message(location={"latitude": 0, "longitude": 0}))
    assert read(update, DESK) == FromClient(CLIENT, LocationShared(0, 0, MESSAGE))


@through_both
def test_a_venue_counts_before_the_location_that_comes_with_it(library: str) -> None:
    update = decoded(library, a_message(**field("venue"), location={"latitude": 1, "longitude": 2}))
    assert read(update, DESK) == FromClient(CLIENT, LocationShared(42.66, 21.16, MESSAGE))


@through_both
@pytest.mark.parametrize("name", SERVICE)
def test_a_service_message_is_nothing_for_us(library: str, name: str) -> None:
    assert read(decoded(library, a_message(**field(name))), DESK) is None
    desk = decoded(library, in_desk(**field(name)))
    expected = FromDesk(THREAD, CounsellorClosed()) if name == "forum_topic_closed" else None
    assert read(desk, DESK) == expected


def test_every_service_message_of_the_bot_api_is_known() -> None:
    table = Path(__file__).parents[2].parent / "shared" / "botapi" / "api.json"
    if not table.exists():
        pytest.skip("the table of the Bot API is not beside the repository")
    fields = json.loads(table.read_text(encoding="utf-8"))["types"]["Message"]["fields"]
    told = {each["name"] for each in fields if each["description"].startswith("Service message")}
    assert told - set(SERVICE) == {"users_shared", "chat_shared"}
    assert {each["name"] for each in fields if not each["required"]} >= set(SERVICE) | set(FIELDS)


@through_both
def test_an_edit_of_a_client_is_told(library: str) -> None:
    assert read(decoded(library, an_edit(text="tjetër")), DESK) == FromClient(CLIENT, MessageEdited(MESSAGE))


@through_both
def test_a_live_location_that_moves_is_nothing_for_us(library: str) -> None:
    assert read(decoded(library, an_edit(**field("location"))), DESK) is None


@through_both
def test_an_edit_in_the_desk_is_nothing_for_us(library: str) -> None:
    assert read(decoded(library, an_update("edited_message", a_desk_letter(text="x"))), DESK) is None


@through_both
@pytest.mark.parametrize(("code", "hint"), [("sq", "sq"), ("pt-br", "pt"), ("EN-gb", "en"), ("", None), (None, None)])
def test_the_language_of_the_clients_telegram_is_a_hint(library: str, code: str | None, hint: str | None) -> None:
    user = a_user() if code is None else a_user(language_code=code)
    update = decoded(library, a_message(text="/menu", **{"from": user}))
    assert read(update, DESK) == FromClient(CLIENT, CommandGiven("menu"), hint)


TAPS: list[tuple[str, Raw, Event]] = [
    ("a button of ours", {"data": "topic:asylum-facts"}, ButtonPressed(Tap("topic", "asylum-facts"), MESSAGE)),
    ("a button of nobody's", {"data": "buy:1"}, ButtonPressed(None, MESSAGE)),
    ("a game", {"game_short_name": "chess"}, ButtonPressed(None, MESSAGE)),
]


@through_both
@pytest.mark.parametrize(("fields", "event"), [pytest.param(*rest, id=name) for name, *rest in TAPS])
def test_a_pressed_button_is_told_with_the_message_it_stood_on(library: str, fields: Raw, event: Event) -> None:
    update = decoded(library, a_tap(a_letter(text="Menuja"), **fields))
    assert read(update, DESK) == FromClient(CLIENT, event, tap_id="tap-9")


@through_both
def test_a_button_on_a_message_that_telegram_no_longer_shows_still_counts(library: str) -> None:
    gone = {"message_id": MESSAGE, "chat": a_private_chat(), "date": 0}
    assert read(decoded(library, a_tap(gone, data="menu")), DESK) == FromClient(
        CLIENT, ButtonPressed(Tap("menu"), MESSAGE), tap_id="tap-9"
    )


@through_both
def test_a_button_without_a_message_belongs_to_the_one_who_pressed_it(library: str) -> None:
    raw = a_tap(None, data="menu")
    assert read(decoded(library, raw), DESK) == FromClient(CLIENT, ButtonPressed(Tap("menu"), 0), tap_id="tap-9")
    assert chat_of(raw) == CLIENT


@through_both
@pytest.mark.parametrize(
    ("status", "event"),
    [("kicked", ClientBlocked()), ("member", ClientReturned()), ("left", None)],
)
def test_blocking_and_unblocking_the_bot_is_told(library: str, status: str, event: Event | None) -> None:
    assert read(decoded(library, a_membership(status)), DESK) == (FromClient(CLIENT, event) if event else None)


@through_both
def test_who_else_adds_or_removes_the_bot_is_nothing_for_us(library: str) -> None:
    assert read(decoded(library, a_membership("kicked", the_desk())), DESK) is None


@through_both
@pytest.mark.parametrize("name", ["text", "location", "venue", *MEDIA])
def test_what_a_counsellor_writes_in_a_thread_is_for_the_client(library: str, name: str) -> None:
    assert read(decoded(library, in_desk(**field(name))), DESK) == FromDesk(THREAD, CounsellorReplied(MESSAGE))


@through_both
@pytest.mark.parametrize("name", OTHER)
def test_what_is_not_on_the_list_stays_in_the_desk(library: str, name: str) -> None:
    assert read(decoded(library, in_desk(**field(name))), DESK) is None


DESK_SAYS: list[tuple[str, Raw, Event | None]] = [
    ("a note", {"text": "// e njoh rastin"}, None),
    ("a note after spaces", {"text": " \n //x"}, None),
    ("a note as a caption", {**field("photo"), "caption": "// dokument"}, None),
    ("an ordinary caption", {**field("photo"), "caption": "Shihni"}, CounsellorReplied(MESSAGE)),
    ("a slash inside", {"text": "24/7, a // b"}, CounsellorReplied(MESSAGE)),
    ("/close", {"text": "/close"}, CounsellorClosed()),
    ("/mbyll", {"text": "/MBYLL@udha_bot"}, CounsellorClosed()),
    ("another command", {"text": "/menu"}, None),
    ("the thread closed by hand", field("forum_topic_closed"), CounsellorClosed()),
    ("the thread closed by a bot", {**field("forum_topic_closed"), "from": a_user(BOT)}, None),
    ("a bot", {"text": "x", "from": a_user(BOT)}, None),
    ("nobody", {"text": "x", "from": None}, None),
    ("an anonymous administrator", {"text": "x", **ANONYMOUS}, CounsellorReplied(MESSAGE)),
    ("a channel", {"text": "x", **CHANNEL}, None),
    (
        "a reply to the bot",
        {"text": "x", "reply_to_message": a_desk_letter(message_id=9, **{"from": a_user(BOT)})},
        CounsellorReplied(MESSAGE),
    ),
    (
        "a reply to a colleague",
        {"text": "x", "reply_to_message": a_desk_letter(message_id=9, **{"from": a_user(COLLEAGUE)})},
        None,
    ),
    (
        "a reply to an anonymous colleague",
        {"text": "x", "reply_to_message": a_desk_letter(message_id=9, **ANONYMOUS)},
        None,
    ),
    (
        "the thread's first message, which a colleague wrote",
        {"text": "x", "reply_to_message": a_desk_letter(message_id=THREAD, **{"from": a_user(COLLEAGUE)})},
        CounsellorReplied(MESSAGE),
    ),
]


@through_both
@pytest.mark.parametrize(("fields", "event"), [pytest.param(*rest, id=name) for name, *rest in DESK_SAYS])
def test_the_desk_decides_what_reaches_the_client(library: str, fields: Raw, event: Event | None) -> None:
    raw = in_desk(**fields)
    raw["message"] = {key: value for key, value in raw["message"].items() if value is not None}
    assert read(decoded(library, raw), DESK) == (FromDesk(THREAD, event) if event else None)


ELSEWHERE: list[tuple[str, Raw]] = [
    ("the desk outside a thread", {"message_thread_id": None, "is_topic_message": None}),
    ("a chain of replies that is no thread", {"is_topic_message": None}),
    ("a thread without a number", {"message_thread_id": None}),
    ("another group", {"chat": GROUP}),
    ("another forum", {"chat": the_desk(id=-1009)}),
]


@through_both
@pytest.mark.parametrize("place", [pytest.param(place, id=name) for name, place in ELSEWHERE])
def test_what_is_said_elsewhere_is_nothing_for_us(library: str, place: Raw) -> None:
    message = {key: value for key, value in a_desk_letter(text="x", **place).items() if value is not None}
    assert read(decoded(library, an_update("message", message)), DESK) is None
    assert read(decoded(library, a_tap(message, data="close")), DESK) is None


@through_both
def test_without_a_desk_no_group_is_one(library: str) -> None:
    assert read(decoded(library, in_desk(text="x")), None) is None


@through_both
@pytest.mark.parametrize(
    ("data", "event"), [("close", CounsellorClosed()), ("menu", None), ("close:1", None), (None, None)]
)
def test_only_the_closing_button_counts_in_the_desk(library: str, data: str | None, event: Event | None) -> None:
    raw = a_tap(a_desk_letter(text="Rasti"), data=data, **{"from": a_user(COUNSELLOR)})
    assert read(decoded(library, raw), DESK) == (FromDesk(THREAD, event, "tap-9") if event else None)


@through_both
def test_a_button_of_the_desk_whose_thread_telegram_no_longer_tells_is_nothing_for_us(library: str) -> None:
    gone = {"message_id": MESSAGE, "chat": the_desk(), "date": 0}
    assert read(decoded(library, a_tap(gone, data="close")), DESK) is None


@through_both
def test_an_update_that_we_did_not_ask_for_is_nothing_for_us(library: str) -> None:
    raw = an_update("inline_query", {"id": "1", "from": a_user(), "query": "", "offset": ""})
    assert read(decoded(library, raw), DESK) is None
    assert lane_of(raw) == (0, 0)


LANES: list[tuple[Raw, tuple[int, int]]] = [
    (a_message(text="x"), (CLIENT, 0)),
    (an_edit(text="x"), (CLIENT, 0)),
    (a_tap(a_letter(), data="menu"), (CLIENT, 0)),
    (a_membership("kicked"), (CLIENT, 0)),
    (in_desk(text="x"), (DESK, THREAD)),
    (a_tap(a_desk_letter(), data="close"), (DESK, THREAD)),
]


@pytest.mark.parametrize(("raw", "lane"), LANES)
def test_order_is_kept_within_a_chat_or_a_thread(raw: Raw, lane: tuple[int, int]) -> None:
    assert lane_of(raw) == lane
    assert chat_of(raw) == lane[0]


WHERE = st.sampled_from(
    [
        {"chat": a_private_chat()},
        {"chat": GROUP},
        {"chat": the_desk()},
        {"chat": the_desk(), "message_thread_id": THREAD, "is_topic_message": True},
        {"chat": the_desk(), "message_thread_id": THREAD},
        {"chat": a_private_chat(), "message_thread_id": THREAD, "is_topic_message": True},
    ]
)
WHO = st.sampled_from([{}, ANONYMOUS, CHANNEL, {"from": a_user(COUNSELLOR)}, {"from": a_user(BOT)}])
CONTENT = st.sets(st.sampled_from(sorted(FIELDS)), max_size=4).map(lambda names: {name: FIELDS[name] for name in names})
WORDS = st.one_of(st.just({}), st.builds(lambda text: {"text": text}, st.text(min_size=1)))
LETTERS = st.builds(
    lambda *parts: a_letter(**{k: v for part in parts for k, v in part.items()}), WHERE, WHO, CONTENT, WORDS
)
REPLIES = st.builds(lambda letter, answered: letter | {"reply_to_message": answered}, LETTERS, LETTERS)
TAPPED = st.one_of(
    st.none(), LETTERS, st.builds(lambda place: {"message_id": 5, "date": 0, "chat": place["chat"]}, WHERE)
)
UPDATES = st.one_of(
    st.builds(an_update, st.sampled_from(["message", "edited_message", "channel_post"]), st.one_of(LETTERS, REPLIES)),
    st.builds(lambda tapped, data: a_tap(tapped, data=data), TAPPED, st.one_of(st.none(), st.text(max_size=64))),
    st.builds(a_membership, st.sampled_from(["member", "kicked", "left"]), st.sampled_from([the_desk(), GROUP, None])),
)


@given(UPDATES)
@settings(deadline=None, max_examples=300)
def test_no_update_is_too_odd_and_both_libraries_read_it_alike(raw: Raw) -> None:
    lane_of(raw)
    mine = [read(decoded(library, raw), DESK) for library in ("aiogram", "python-telegram-bot")]
    assert mine[0] == mine[1]
    assert mine[0] is None or (chat_of(raw) == getattr(mine[0], "chat", DESK))
