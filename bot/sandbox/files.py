"""The files of the world: what the bot uploads and what people attach, under Telegram's two names for each."""

import struct
from dataclasses import dataclass

from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Wire

_FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "sticker": "stickers", "document": "documents"}
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEAD = 24
_UNKNOWN_SIZE = (800, 600)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrives, before it has a number."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    kind: str
    path: str
    upload: Upload

    def wire(self) -> Wire:
        size = len(self.upload.content)
        return {"file_id": self.file_id, "file_unique_id": f"unique-{self.file_id}", "file_size": size}


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def store(self, kind: str, upload: Upload) -> StoredFile:
        number = len(self._by_id) + 1
        ending = upload.name.rpartition(".")[2] or "bin"
        path = f"{_FOLDERS[kind]}/file_{number}.{ending}"
        stored = StoredFile(f"{kind}-{number}", kind, path, upload)
        self._by_id[stored.file_id] = self._by_path[path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        if file_id.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)


def picture_size(content: bytes) -> tuple[int, int]:
    """Read width and height of a PNG; for all else a usual size, as nothing here depends on it."""
    if not content.startswith(_PNG) or len(content) < _PNG_HEAD:
        return _UNKNOWN_SIZE
    width, height = struct.unpack(">II", content[16:_PNG_HEAD])
    return int(width), int(height)
