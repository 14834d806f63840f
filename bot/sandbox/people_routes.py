"""The people's side, JSON over HTTP under `/sandbox/api`; a slip is answered 400 `{"error": sentence}`.

| route | body | does |
|---|---|---|
| POST clients/{user} | name, language_code, username | makes a client, or changes it |
| POST clients/{user}/messages | kind, text, reply_to, quote, ... | the client sends; see *What is sent* |
| PATCH clients/{user}/messages/{id} | text or caption | the client edits its own message |
| DELETE clients/{user}/messages/{id} | | the client deletes; the bot is not told, as with Telegram |
| POST clients/{user}/press | label or data, message_id, wait, stale | presses an inline or a reply button |
| POST clients/{user}/block | blocked | blocks or unblocks the bot |
| POST desk/messages | counsellor, anonymous, thread, kind, ... | a counsellor writes, in General without thread |
| PATCH desk/messages/{id} | counsellor, anonymous, text or caption | a counsellor edits |
| DELETE desk/messages/{id} | counsellor | a counsellor deletes |
| POST desk/press | counsellor, label or data, message_id, thread, wait | a counsellor presses a button |
| POST desk/threads | counsellor, name | a counsellor opens a thread |
| POST desk/threads/{id}/{what} | counsellor, name | what is close, reopen, delete or rename |
| POST desk/bot | status, lacking | administrator, member, left or kicked; rights taken from an administrator |
| POST desk/upgrade | id | the desk's number changes, the old one answers migrate_to_chat_id |
| POST updates | update | any update, as it stands |
| POST faults | kind, method, times, chat_id, ... | orders a fault; fields and kinds in `bot.sandbox.faults.Fault` |
| DELETE faults | | no more faults |
| POST pace | per_minute | 429 to more messages than this in a minute to one group; null for as many as you like |
| POST clock | advance | moves the world's clock on by seconds |
| POST reset | | everything as on the first day |
| GET state | | bot, clients, desks with threads, counsellors |
| GET chats/{chat}/messages | ?after= &thread= &limit= | messages, oldest first; thread=0 is General |
| GET chats/{chat}/messages/{id} | | one message, as the Bot API sends it |
| GET desk | ?desk= | number, title, bot status and commands of a desk |
| GET threads | ?desk= | threads of a desk with their state |
| GET updates | | what waits for the bot |
| GET calls | ?after= &method= | calls of the Bot API, oldest first |
| GET files/{file_id} | | a file |
| GET events | | Server-Sent Events: what changed where |

What is sent: `kind` is text (text, entities), location (latitude, longitude), venue (and title, address), photo, voice,
video, sticker, document (content in base64, file_name, mime_type, caption, duration), contact (phone_number, name),
poll (question, options) or album (count, caption, of: photo, video or document, delay: seconds between the parts). All
may have reply_to and, of what that one says, a quote.

Where there are several desks, `desk` in the body or the address names one by its number; the first where it is absent.
"""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.sandbox import deeds, desk_deeds, reading_routes
from bot.sandbox.live import events

ROOT = "/sandbox/api"

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_ROUTES: tuple[tuple[str, str, _Handler], ...] = (
    ("POST", "/clients/{user:-?\\d+}", deeds.change_client),
    ("POST", "/clients/{user:-?\\d+}/messages", deeds.client_writes),
    ("PATCH", "/clients/{user:-?\\d+}/messages/{id:\\d+}", deeds.client_edits),
    ("DELETE", "/clients/{user:-?\\d+}/messages/{id:\\d+}", deeds.client_deletes),
    ("POST", "/clients/{user:-?\\d+}/press", deeds.client_presses),
    ("POST", "/clients/{user:-?\\d+}/block", deeds.client_blocks),
    ("POST", "/desk/messages", desk_deeds.counsellor_writes),
    ("PATCH", "/desk/messages/{id:\\d+}", desk_deeds.counsellor_edits),
    ("DELETE", "/desk/messages/{id:\\d+}", desk_deeds.counsellor_deletes),
    ("POST", "/desk/press", desk_deeds.counsellor_presses),
    ("POST", "/desk/threads", desk_deeds.counsellor_opens),
    ("POST", "/desk/threads/{id:\\d+}/{what}", desk_deeds.counsellor_changes),
    ("POST", "/desk/bot", desk_deeds.place),
    ("POST", "/desk/upgrade", desk_deeds.upgrade),
    ("POST", "/updates", deeds.inject),
    ("POST", "/faults", deeds.order_fault),
    ("DELETE", "/faults", deeds.clear_faults),
    ("POST", "/pace", deeds.limit_group),
    ("POST", "/clock", deeds.advance),
    ("POST", "/reset", deeds.reset),
    ("GET", "/state", reading_routes.state),
    ("GET", "/chats/{chat:-?\\d+}/messages", reading_routes.messages),
    ("GET", "/chats/{chat:-?\\d+}/messages/{id:\\d+}", reading_routes.message),
    ("GET", "/desk", reading_routes.desk),
    ("GET", "/threads", reading_routes.threads),
    ("GET", "/updates", reading_routes.updates),
    ("GET", "/calls", reading_routes.calls),
    ("GET", "/files/{file_id}", reading_routes.file),
    ("GET", "/events", events),
)


def add_people(app: web.Application) -> None:
    for verb, path, handler in _ROUTES:
        app.router.add_route(verb, ROOT + path, handler)
