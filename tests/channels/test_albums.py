"""The parts of an album are one thing, whichever of them has the caption and in whichever order they come."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.inbound import FromClient, FromDesk, Spoke, together
from bot.conversation.events import MediaSent, Medium
from bot.desk.events import Said
from bot.desk.relaying import NOTE
from bot.desk_service import Person, Where
from tests.both_channels import through_both
from tests.builders_telegram import (
    BOT,
    CLIENT,
    COLLEAGUE,
    COUNSELLOR,
    DESK,
    THREAD,
    Raw,
    a_desk_letter,
    a_message,
    an_update,
)
from tests.builders_telegram import a_user as somebody
from tests.channels.letters import field, heard

ALBUM = {"media_group_id": "13"}
HERE, ARTA = Where(DESK, THREAD), Person(COUNSELLOR, "Arta")


def part(number: int, kind: str = "photo", **more: object) -> Raw:
    return a_message(message_id=number, **field(kind), **ALBUM, **more)


def desk_part(number: int, **more: object) -> Raw:
    return an_update("message", a_desk_letter(message_id=number, **field("photo"), **ALBUM, **more))


def as_one(library: str, *parts: Raw) -> Spoke | None:
    return together([heard(library, raw) for raw in parts])


@through_both
@pytest.mark.parametrize("order", list(permutations((7, 8, 9))))
def test_an_album_of_a_client_is_one_event_in_the_order_in_which_it_was_sent(
    library: str, order: tuple[int, ...]
) -> None:
    event = MediaSent("photo", (7, 8, 9))
    assert as_one(library, *(part(number) for number in order)) == FromClient(CLIENT, event, messages=(7, 8, 9))


@through_both
@pytest.mark.parametrize(
    ("kinds", "medium"),
    [(("document", "video"), "video"), (("photo", "document"), "photo"), (("document", "document"), "document")],
)
def test_what_may_show_a_face_decides_for_the_whole_album(library: str, kinds: tuple[str, ...], medium: Medium) -> None:
    spoke = as_one(library, *(part(number, kind) for number, kind in enumerate(kinds, 7)))
    assert isinstance(spoke, FromClient)
    assert spoke.event == MediaSent(medium, (7, 8))


@through_both
def test_an_album_that_answers_something_answers_it_as_a_whole(library: str) -> None:
    answered = {
        "reply_to_message": a_message(message_id=3, text="Ku?")["message"],
        "quote": {"text": "Ku?", "position": 0},
    }
    spoke = as_one(library, part(7, **answered), part(8, **answered))
    assert isinstance(spoke, FromClient)
    assert spoke.event == MediaSent("photo", (7, 8), 3, "Ku?")


@through_both
@pytest.mark.parametrize("with_caption", [7, 8, 9])
def test_an_album_is_a_note_whichever_part_says_so(library: str, with_caption: int) -> None:
    parts = [desk_part(number, **({"caption": " // për ne"} if number == with_caption else {})) for number in (7, 8, 9)]
    spoke = as_one(library, *parts)
    assert spoke == FromDesk(HERE, Said((7, 8, 9), " // për ne", album="13"), ARTA)


@through_both
def test_a_caption_of_any_part_is_looked_at(library: str) -> None:
    spoke = as_one(library, desk_part(7, caption="Harta"), desk_part(8), desk_part(9, caption="+355 69 765 43 21"))
    assert isinstance(spoke, FromDesk)
    assert isinstance(spoke.event, Said)
    assert spoke.event.words.splitlines() == ["Harta", "+355 69 765 43 21"]


@through_both
def test_one_part_to_a_colleague_keeps_the_whole_album_among_them(library: str) -> None:
    colleague = {"reply_to_message": a_desk_letter(message_id=3, text="x", **{"from": somebody(COLLEAGUE)})}
    spoke = as_one(library, desk_part(7), desk_part(8, **colleague))
    assert isinstance(spoke, FromDesk)
    assert isinstance(spoke.event, Said)
    assert spoke.event.to_colleague


@through_both
def test_an_album_that_is_nobody_s_stays_so(library: str) -> None:
    outside = {"message_thread_id": 0, "is_topic_message": False}
    assert as_one(library, desk_part(7, **outside), desk_part(8, **outside)) is None
    bot = {"from": somebody(BOT)}
    assert as_one(library, desk_part(7, **bot), desk_part(8, **bot)) is None


@given(
    st.lists(st.sampled_from(["", "Harta", "// për ne", "  //", "24/7 // jo", "Mirë\n// jo"]), min_size=1, max_size=10),
    st.randoms(use_true_random=False),
)
@settings(deadline=None, max_examples=60)
def test_no_part_with_a_note_is_ever_lost_among_the_others(captions: list[str], chance: Random) -> None:
    events = [Said((number,), caption, album="13") for number, caption in enumerate(captions, 7)]
    shuffled = list(events)
    chance.shuffle(shuffled)
    spoke = together([FromDesk(HERE, event, ARTA) for event in shuffled])
    assert isinstance(spoke, FromDesk)
    assert isinstance(spoke.event, Said)
    assert spoke.event.message_ids == tuple(range(7, 7 + len(captions)))
    is_note = any(caption.lstrip().startswith(NOTE) for caption in captions)
    assert spoke.event.words.lstrip().startswith(NOTE) == is_note
