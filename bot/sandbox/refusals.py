"""How the sandbox says no: Telegram's codes and Telegram's own words."""

from bot.errors import SandboxError
from bot.sandbox.wire import Wire


class Refusal(SandboxError):
    """An answer with `ok: false`; the bot sees `code` and `description`, and `parameters` where Telegram adds them."""

    def __init__(self, code: int, description: str, parameters: Wire | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> Wire:
        answer: Wire = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})

    def headers(self) -> dict[str, str]:
        after = self.parameters.get("retry_after")
        return {} if after is None else {"Retry-After": str(after)}


def bad_request(words: str) -> Refusal:
    return Refusal(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refusal:
    return Refusal(403, f"Forbidden: {words}")


def not_found(words: str) -> Refusal:
    return Refusal(404, f"Not Found: {words}")


def conflict(words: str) -> Refusal:
    return Refusal(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def moved(new_chat_id: int) -> Refusal:
    """Refuse the old number of a group that became a supergroup."""
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refusal(400, words, {"migrate_to_chat_id": new_chat_id})
