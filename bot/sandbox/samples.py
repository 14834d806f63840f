"""Small files for people who only want to send some picture, voice or paper."""

import struct
import zlib

from bot.sandbox.files import Upload

_SIDE = (160, 120)


def sample(kind: str) -> Upload:
    """Make a file of this kind: the picture is real, the rest only has the right first bytes."""
    match kind:
        case "photo":
            return Upload("photo.png", "image/png", picture(*_SIDE))
        case "voice":
            return Upload("voice.oga", "audio/ogg", b"OggS" + bytes(60))
        case "video":
            return Upload("video.mp4", "video/mp4", b"\0\0\0\x18ftypmp42" + bytes(60))
        case "sticker":
            return Upload("sticker.webp", "image/webp", b"RIFF\0\0\0\0WEBP" + bytes(60))
        case _:
            return Upload("paper.pdf", "application/pdf", b"%PDF-1.4\n%%EOF\n")


def picture(width: int, height: int) -> bytes:
    """Draw a PNG of a road towards hills: sky above, land below, the road in the middle."""
    rows = b"".join(b"\0" + b"".join(_pixel(x, y, width, height) for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _pixel(x: int, y: int, width: int, height: int) -> bytes:
    horizon = height // 2
    if y < horizon:
        return bytes((150 + 80 * y // horizon, 190 + 40 * y // horizon, 230))
    road = (y - horizon) * width // (3 * horizon) + 2
    return bytes((110, 110, 115)) if abs(x - width // 2) < road else bytes((120, 150, 90))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
