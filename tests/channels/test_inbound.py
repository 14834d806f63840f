"""Who does something and where: clients, counsellors at their desks, the groups themselves, and what is nobody's."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.content import SERVICE
from bot.channels.inbound import FromClient, FromDesk, OfGroup, Spoke, album_of, chat_of, lane_of, read
from bot.conversation.events import ButtonPressed, ClientBlocked, ClientReturned, Event, MessageEdited
from bot.conversation.taps import Tap
from bot.desk.events import DeskEvent, Pressed, Rewritten, Said, ThreadClosed, ThreadReopened
from bot.desk.taps import DeskTap
from bot.desk_service import Person, Where
from tests.both_channels import decoded, through_both
from tests.builders_telegram import (
    BOT,
    CLIENT,
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
from tests.channels.letters import (
    ANONYMOUS,
    CHANNEL,
    DESKS,
    FIELDS,
    SECOND_DESK,
    field,
    heard,
    plainly,
    without_nothing,
)

GROUP = {"id": -5, "type": "group", "title": "Family"}
ARTA = Person(COUNSELLOR, "Arta")
SERVICE_AT_DESK: dict[str, FromDesk | OfGroup] = {
    "forum_topic_closed": FromDesk(Where(DESK, THREAD), ThreadClosed(), ARTA),
    "forum_topic_reopened": FromDesk(Where(DESK, THREAD), ThreadReopened(), ARTA),
    "migrate_to_chat_id": OfGroup(DESK, FIELDS["migrate_to_chat_id"]),
}


@through_both
@pytest.mark.parametrize("name", SERVICE)
def test_a_service_message_is_nothing_for_us_but_for_a_thread_or_the_group_itself(library: str, name: str) -> None:
    assert heard(library, a_message(**field(name))) is None
    assert heard(library, in_desk(**field(name))) == SERVICE_AT_DESK.get(name)


def test_every_service_message_of_the_bot_api_is_known() -> None:
    table = Path(__file__).parents[2].parent / "shared" / "botapi" / "api.json"
    if not table.exists():
        pytest.skip("the table of the Bot API is not beside the repository")
    fields = json.loads(table.read_text(encoding="utf-8"))["types"]["Message"]["fields"]
    told = {each["name"] for each in fields if each["description"].startswith("Service message")}
    assert told - set(SERVICE) == {"users_shared", "chat_shared"}
    assert {each["name"] for each in fields if not each["required"]} >= set(SERVICE) | set(FIELDS)


TAPS: list[tuple[str, Raw, Event]] = [
    ("a button of ours", {"data": "topic:asylum-facts"}, ButtonPressed(Tap("topic", "asylum-facts"), MESSAGE)),
    ("a button of nobody's", {"data": "buy:1"}, ButtonPressed(None, MESSAGE)),
    ("a counsellor's button", {"data": "d:claim"}, ButtonPressed(None, MESSAGE)),
    ("a game", {"game_short_name": "chess"}, ButtonPressed(None, MESSAGE)),
]


@through_both
@pytest.mark.parametrize(("fields", "event"), [pytest.param(*rest, id=name) for name, *rest in TAPS])
def test_a_pressed_button_is_told_with_the_message_it_stood_on(library: str, fields: Raw, event: Event) -> None:
    raw = a_tap(a_letter(text="Menuja"), **fields)
    assert heard(library, raw) == FromClient(CLIENT, event, tap_id="tap-9")


@through_both
def test_a_button_on_a_message_that_telegram_no_longer_shows_still_counts(library: str) -> None:
    gone = {"message_id": MESSAGE, "chat": a_private_chat(), "date": 0}
    pressed = ButtonPressed(Tap("menu"), MESSAGE)
    assert heard(library, a_tap(gone, data="menu")) == FromClient(CLIENT, pressed, tap_id="tap-9")


@through_both
def test_a_button_without_a_message_belongs_to_the_one_who_pressed_it(library: str) -> None:
    raw = a_tap(None, data="menu")
    assert heard(library, raw) == FromClient(CLIENT, ButtonPressed(Tap("menu"), 0), tap_id="tap-9")
    assert chat_of(raw) == CLIENT


DESK_TAPS: list[tuple[str, DeskTap | None]] = [
    ("d:claim", DeskTap("claim")),
    ("d:give:topic:asylum-facts", DeskTap("give", "topic", "asylum-facts")),
    ("d:invented", None),
    ("menu", None),
    ("close", None),
]


@through_both
@pytest.mark.parametrize("thread", [THREAD, None])
@pytest.mark.parametrize(("data", "tap"), DESK_TAPS)
def test_a_counsellor_s_press_is_told_with_who_pressed_it_and_where(
    library: str, data: str, tap: DeskTap | None, thread: int | None
) -> None:
    place = {"message_thread_id": thread, "is_topic_message": True if thread else None}
    card = without_nothing(a_desk_letter(text="Rasti", **place, **{"from": a_user(BOT)}))
    raw = a_tap(card, data=data, **{"from": a_user(COUNSELLOR)})
    assert heard(library, raw) == FromDesk(Where(DESK, thread), Pressed(tap, MESSAGE), ARTA, "tap-9")


@through_both
def test_a_card_that_telegram_no_longer_shows_is_in_no_thread_that_we_know(library: str) -> None:
    gone = {"message_id": MESSAGE, "chat": the_desk(), "date": 0}
    raw = a_tap(gone, data="d:claim", **{"from": a_user(COUNSELLOR)})
    pressed = Pressed(DeskTap("claim"), MESSAGE)
    assert heard(library, raw) == FromDesk(Where(DESK, None), pressed, ARTA, "tap-9")


@through_both
@pytest.mark.parametrize(
    ("status", "event"), [("kicked", ClientBlocked()), ("member", ClientReturned()), ("left", None)]
)
def test_blocking_and_unblocking_the_bot_is_told(library: str, status: str, event: Event | None) -> None:
    assert heard(library, a_membership(status)) == (FromClient(CLIENT, event) if event else None)


@through_both
@pytest.mark.parametrize("desk", [DESK, SECOND_DESK])
@pytest.mark.parametrize("status", ["member", "left", "kicked"])
def test_the_standing_of_the_bot_at_a_desk_is_told(library: str, status: str, desk: int) -> None:
    assert heard(library, a_membership(status, the_desk(id=desk))) == OfGroup(desk, status=status)


@through_both
def test_who_else_adds_or_removes_the_bot_is_nothing_for_us(library: str) -> None:
    assert heard(library, a_membership("kicked", the_desk(id=-1009))) is None
    assert heard(library, a_membership("member", GROUP)) is None


@through_both
def test_a_group_that_becomes_a_supergroup_tells_its_new_number(library: str) -> None:
    raw = a_message(chat={"id": DESK, "type": "group", "title": "Desk"}, migrate_to_chat_id=-1009)
    assert heard(library, raw) == OfGroup(DESK, -1009)
    elsewhere = a_message(chat=GROUP, migrate_to_chat_id=-1009)
    assert heard(library, elsewhere) is None


@through_both
def test_every_desk_is_one_and_no_other_group(library: str) -> None:
    second = in_desk(text="x", chat=the_desk(id=SECOND_DESK))
    assert heard(library, second) == FromDesk(Where(SECOND_DESK, THREAD), Said((MESSAGE,), "x"), ARTA)
    assert read(decoded(library, in_desk(text="x")), frozenset()) is None


ELSEWHERE: list[tuple[str, Raw]] = [
    ("another group", {"chat": GROUP}),
    ("another forum", {"chat": the_desk(id=-1009)}),
]
NO_THREAD: list[tuple[str, Raw]] = [
    ("General", {"message_thread_id": None, "is_topic_message": None}),
    ("a chain of replies that is no thread", {"is_topic_message": None}),
    ("a thread without a number", {"message_thread_id": None}),
]


@through_both
@pytest.mark.parametrize("place", [pytest.param(place, id=name) for name, place in ELSEWHERE])
def test_what_is_said_elsewhere_is_nothing_for_us(library: str, place: Raw) -> None:
    message = a_desk_letter(text="/close", **place)
    assert heard(library, an_update("message", message)) is None
    assert heard(library, an_update("edited_message", message)) is None
    assert heard(library, a_tap(message, data="d:claim")) is None


@through_both
@pytest.mark.parametrize("place", [pytest.param(place, id=name) for name, place in NO_THREAD])
def test_what_is_said_outside_the_threads_is_between_colleagues(library: str, place: Raw) -> None:
    message = without_nothing(a_desk_letter(text="Mirëdita", **place))
    assert heard(library, an_update("message", message)) is None
    assert heard(library, an_update("edited_message", message)) is None


@through_both
def test_an_update_that_we_did_not_ask_for_is_nothing_for_us(library: str) -> None:
    raw = an_update("inline_query", {"id": "1", "from": a_user(), "query": "", "offset": ""})
    assert heard(library, raw) is None
    assert lane_of(raw) == (0, 0)


LANES: list[tuple[Raw, tuple[int, int]]] = [
    (a_message(text="x"), (CLIENT, 0)),
    (a_message(text="x", message_thread_id=5, is_topic_message=True), (CLIENT, 0)),
    (an_edit(text="x"), (CLIENT, 0)),
    (a_tap(a_letter(), data="menu"), (CLIENT, 0)),
    (a_membership("kicked"), (CLIENT, 0)),
    (in_desk(text="x"), (DESK, THREAD)),
    (a_tap(a_desk_letter(), data="d:claim"), (DESK, THREAD)),
    (a_membership("left", the_desk()), (DESK, 0)),
]


@pytest.mark.parametrize(("raw", "lane"), LANES)
def test_order_is_kept_within_a_chat_or_a_thread(raw: Raw, lane: tuple[int, int]) -> None:
    assert lane_of(raw) == lane
    assert chat_of(raw) == lane[0]


def test_only_a_new_message_is_a_part_of_an_album() -> None:
    part = {**field("photo"), "media_group_id": "13"}
    assert album_of(a_message(**part)) == "13"
    assert (
        album_of(an_edit(**part)) == album_of(a_message(text="x")) == album_of(a_tap(a_letter(**part), data="")) == ""
    )


WHERE = st.sampled_from(
    [
        {"chat": a_private_chat()},
        {"chat": GROUP},
        {"chat": the_desk()},
        {"chat": the_desk(), "message_thread_id": THREAD, "is_topic_message": True},
        {"chat": the_desk(id=SECOND_DESK), "message_thread_id": THREAD, "is_topic_message": True},
        {"chat": the_desk(), "message_thread_id": THREAD},
        {"chat": a_private_chat(), "message_thread_id": THREAD, "is_topic_message": True},
    ]
)
WHO = st.sampled_from([{}, ANONYMOUS, CHANNEL, {"from": a_user(COUNSELLOR)}, {"from": a_user(BOT)}])
CONTENT = st.sets(st.sampled_from(sorted(FIELDS)), max_size=4).map(lambda names: {name: FIELDS[name] for name in names})
# Entities count in halves of letters outside the basic plane; Telegram never cuts one in two.
TEXT = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), min_size=1)
WORDS = st.one_of(st.just({}), st.builds(lambda text: {"text": text}, TEXT))
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
    album_of(raw)
    mine = [_alike(read(decoded(library, raw), DESKS)) for library in ("aiogram", "python-telegram-bot")]
    assert mine[0] == mine[1]
    assert mine[0] is None or chat_of(raw) == _chat(mine[0])


def _alike(spoke: Spoke | None) -> Any:
    event: Event | DeskEvent | None = getattr(spoke, "event", None)
    if isinstance(event, MessageEdited | Rewritten) and isinstance(spoke, FromClient | FromDesk):
        return replace(spoke, event=replace(event, html=plainly(event.html)))  # type: ignore[arg-type]  # of its kind
    return spoke


def _chat(spoke: Any) -> int:
    where: int = getattr(spoke, "chat", 0) or getattr(spoke, "group", 0) or spoke.where.group
    return where
