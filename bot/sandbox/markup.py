"""The rules for buttons."""

from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Wire

_MOST_BUTTONS = 100
_MOST_DATA = 64
_DOES = ("callback_data", "url", "copy_text")


def inline_keyboard(markup: Wire | None) -> Wire:
    """`reply_markup` as a message carries it: only inline buttons, and none at all where the rows are empty."""
    rows = [row for row in (markup or {}).get("inline_keyboard", []) if row]
    if not rows:
        return {}
    buttons = [button for row in rows for button in row]
    if len(buttons) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check(button)
    return {"reply_markup": {"inline_keyboard": rows}}


def _check(button: Wire) -> None:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: Text must be non-empty")
    does = [name for name in _DOES if name in button]
    if len(does) != 1:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= _MOST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not url.startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
