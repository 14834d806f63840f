"""What people send that is no text, as the Bot API describes it, and how it looks in a chat."""

from tests.builders_telegram import Raw
from tests.dialogues.player import Shown

FILE: Raw = {"file_id": "f", "file_unique_id": "u"}
SIZED: Raw = FILE | {"width": 9, "height": 9}
POLL: Raw = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "type": "regular",
    **dict.fromkeys(("is_closed", "allows_multiple_answers", "allows_revoting", "members_only"), False),
    "is_anonymous": True,
}
THINGS: dict[str, Raw] = {
    "photo": {"photo": [SIZED]},
    "voice": {"voice": FILE | {"duration": 3}},
    "video": {"video": SIZED | {"duration": 3}},
    "sticker": {"sticker": SIZED | {"type": "regular", "is_animated": False, "is_video": False}},
    "document": {"document": FILE},
    "contact": {"contact": {"phone_number": "+355690000000", "first_name": "Ana"}},
    "poll": {"poll": POLL},
}


def content_of(content: Raw) -> Shown:
    """How a message with this content looks."""
    (kind,) = content
    return Shown(content[kind]) if kind == "text" else Shown("", holds="map" if kind == "venue" else kind)
