"""How a stored file stands in a message, by its kind."""

from bot.sandbox.files import StoredFile, picture_size
from bot.sandbox.wire import Wire

_THUMBNAIL = 90


def media_content(stored: StoredFile, about: Wire) -> Wire:
    """Give the fields of a Message for this file; `about` may say duration, width, height, emoji."""
    match stored.kind:
        case "photo":
            return {"photo": _sizes(stored)}
        case "voice":
            return {"voice": stored.wire() | {"duration": about.get("duration", 1), "mime_type": "audio/ogg"}}
        case "video":
            return {"video": stored.wire() | _moving(about) | {"mime_type": "video/mp4"}}
        case "sticker":
            return {"sticker": stored.wire() | _sticker(about)}
        case _:
            named = {"file_name": stored.upload.name, "mime_type": stored.upload.mime}
            return {"document": stored.wire() | named}


def _sizes(stored: StoredFile) -> list[Wire]:
    """Smallest first, the whole picture last."""
    width, height = picture_size(stored.upload.content)
    whole = stored.wire() | {"width": width, "height": height}
    longest = max(width, height)
    if longest <= _THUMBNAIL:
        return [whole]
    small = {"width": width * _THUMBNAIL // longest or 1, "height": height * _THUMBNAIL // longest or 1}
    return [stored.wire() | small, whole]


def _moving(about: Wire) -> Wire:
    return {"width": about.get("width", 640), "height": about.get("height", 360), "duration": about.get("duration", 1)}


def _sticker(about: Wire) -> Wire:
    shape: Wire = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return shape | {"emoji": about.get("emoji", "\N{WAVING HAND SIGN}")}
