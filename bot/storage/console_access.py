"""Ways into the console: links that open it once, and the sessions that come of them.

Neither the secret part of a link nor a cookie is stored: only a mark of it (an HMAC), under which nobody finds it
without having it, and, sealed, whose it is. Both are 256 random bits. Moments are seconds since 1970, UTC.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import Row, Table, bindparam, delete, insert, select, update

from bot.desk.console import Role
from bot.storage.tables import CONSOLE_LINKS, CONSOLE_SESSIONS
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault

LINK: Final = 10 * 60
"""Seconds that a link waits for somebody to open it."""
IDLE: Final = 30 * 60
"""Seconds without a page after which a session ends: what NIST SP 800-63B-3 asks of its middle level (4.2.3)."""
LONGEST: Final = 8 * 3600
"""Seconds after which it ends in any case, a working day: less than the 12 hours of the same place."""
MOST: Final = 10
"""Links, and sessions, of one administrator at a time; the oldest goes (OWASP ASVS 5.0, 7.1.2)."""
STEP: Final = 60
"""Seconds: a session that was prolonged so lately need not be written again."""
SECRET: Final = 32
"""Bytes (OWASP ASVS 5.0, 7.2.3, asks for 16)."""


@dataclass(frozen=True)
class Pass:
    """Whom it lets in, and how.

    `person` is Telegram's number of the administrator who asked for it and answers for it, `desk` that of the group in
    the settings.
    """

    person: int
    desk: int
    role: Role
    language: str = ""


@dataclass(frozen=True)
class Session:
    """`mark` names it, `agent` is a mark of the browser's name for itself."""

    holder: Pass
    agent: str
    began: int
    mark: bytes = b""
    ends: int = 0


PASS: Final = TypeAdapter(Pass)
SESSION: Final = TypeAdapter(Session)
OF_LINK: Final = b"console link"
OF_COOKIE: Final = b"console session"


def mark_of(vault: Vault, purpose: bytes, secret: str) -> bytes:
    return vault.mark(purpose, secret.encode())


def _sealed_for(purpose: bytes, mark: bytes) -> bytes:
    return purpose + b":" + mark


def _live(table: Table) -> Any:
    return select(table).where(table.c.mark == bindparam("which"), table.c.expires > bindparam("now"))


LINK_OF = _live(CONSOLE_LINKS)
SESSION_OF = _live(CONSOLE_SESSIONS)
LINKS = select(CONSOLE_LINKS).order_by(CONSOLE_LINKS.c.expires)
SESSIONS = select(CONSOLE_SESSIONS).where(CONSOLE_SESSIONS.c.expires > bindparam("now"))
TAKE = delete(CONSOLE_LINKS).where(
    CONSOLE_LINKS.c.mark == bindparam("which"), CONSOLE_LINKS.c.expires > bindparam("now")
)
DROP = delete(CONSOLE_LINKS).where(CONSOLE_LINKS.c.mark == bindparam("which"))
END = delete(CONSOLE_SESSIONS).where(CONSOLE_SESSIONS.c.mark == bindparam("which"))
PROLONG = (
    update(CONSOLE_SESSIONS).where(CONSOLE_SESSIONS.c.mark == bindparam("which")).values(expires=bindparam("until"))
)
OLD = tuple(delete(table).where(table.c.expires <= bindparam("now")) for table in (CONSOLE_LINKS, CONSOLE_SESSIONS))


async def make_link(tx: Transaction, vault: Vault, holder: Pass, now: int) -> str:
    """Gives the secret part of the link. Where somebody has too many, their oldest goes."""
    theirs = [row.mark for row, each in await _links(tx, vault) if each.person == holder.person]
    for mark in theirs[: max(0, len(theirs) - MOST + 1)]:
        await tx.execute(DROP, {"which": mark})
    token = secrets.token_urlsafe(SECRET)
    mark = mark_of(vault, OF_LINK, token)
    sealed = vault.seal(PASS.dump_json(holder), _sealed_for(OF_LINK, mark))
    await tx.execute(insert(CONSOLE_LINKS), {"mark": mark, "sealed": sealed, "expires": now + LINK})
    return token


async def opened_by(tx: Transaction, vault: Vault, token: str, now: int) -> Pass | None:
    """Whom it would let in; None for one that is used, over, or none of ours. It stays as it is."""
    row = (await tx.execute(LINK_OF, {"which": mark_of(vault, OF_LINK, token), "now": now})).first()
    return None if row is None else _pass(vault, row)


async def take_link(tx: Transaction, vault: Vault, token: str, now: int) -> bool:
    """Use it up. Of two at once one gets True."""
    return bool((await tx.execute(TAKE, {"which": mark_of(vault, OF_LINK, token), "now": now})).rowcount)


async def drop_link(tx: Transaction, vault: Vault, token: str) -> None:
    """It could not be delivered."""
    await tx.execute(DROP, {"which": mark_of(vault, OF_LINK, token)})


async def begin(tx: Transaction, vault: Vault, holder: Pass, agent: str, now: int) -> str:
    """Gives the cookie of a new session. Where somebody has too many, their oldest ends."""
    theirs = sorted(
        (each.began, each.mark) for each in await _sessions(tx, vault, now) if each.holder.person == holder.person
    )
    for _, mark in theirs[: max(0, len(theirs) - MOST + 1)]:
        await end(tx, mark)
    cookie = secrets.token_urlsafe(SECRET)
    mark = mark_of(vault, OF_COOKIE, cookie)
    sealed = vault.seal(SESSION.dump_json(Session(holder, agent, now)), _sealed_for(OF_COOKIE, mark))
    await tx.execute(insert(CONSOLE_SESSIONS), {"mark": mark, "sealed": sealed, "expires": now + IDLE})
    return cookie


async def session_of(tx: Transaction, vault: Vault, cookie: str, now: int) -> Session | None:
    """The session that this cookie opens; None where it is over or there never was one."""
    row = (await tx.execute(SESSION_OF, {"which": mark_of(vault, OF_COOKIE, cookie), "now": now})).first()
    return None if row is None else _session(vault, row)


async def prolong(tx: Transaction, session: Session, now: int) -> None:
    """Somebody works with it: it lasts on, but never longer than a session may."""
    until = min(session.began + LONGEST, now + IDLE)
    if until - session.ends >= STEP:
        await tx.execute(PROLONG, {"which": session.mark, "until": until})


async def end(tx: Transaction, mark: bytes) -> bool:
    """False where it had ended already."""
    return bool((await tx.execute(END, {"which": mark})).rowcount)


async def end_of(tx: Transaction, vault: Vault, person: int, desk: int | None = None, *, now: int) -> int:
    """End all sessions and links of an administrator, of all desks where none is named; gives how many worked yet."""
    return await _end_all(tx, vault, now, lambda each: each.person == person and desk in {None, each.desk})


async def end_at(tx: Transaction, vault: Vault, desk: int, *, now: int) -> int:
    """The same for all administrators of a desk."""
    return await _end_all(tx, vault, now, lambda each: each.desk == desk)


async def sessions_at(tx: Transaction, vault: Vault, desk: int, now: int) -> list[Session]:
    """Those of the administrators of a desk, the newest first."""
    found = [each for each in await _sessions(tx, vault, now) if each.holder.desk == desk]
    return sorted(found, key=lambda each: (-each.began, each.mark))


async def forget_old(tx: Transaction, now: int) -> None:
    for statement in OLD:
        await tx.execute(statement, {"now": now})


async def _end_all(tx: Transaction, vault: Vault, now: int, theirs: Callable[[Pass], bool]) -> int:
    marks = [each.mark for each in await _sessions(tx, vault, now) if theirs(each.holder)]
    links = [row for row, each in await _links(tx, vault) if theirs(each)]
    for mark in marks:
        await end(tx, mark)
    for row in links:
        await tx.execute(DROP, {"which": row.mark})
    return len(marks) + len([row for row in links if row.expires > now])


async def _links(tx: Transaction, vault: Vault) -> list[tuple[Row[Any], Pass]]:
    return [(row, _pass(vault, row)) for row in await tx.execute(LINKS)]


async def _sessions(tx: Transaction, vault: Vault, now: int) -> list[Session]:
    return [_session(vault, row) for row in await tx.execute(SESSIONS, {"now": now})]


def _pass(vault: Vault, row: Row[Any]) -> Pass:
    return PASS.validate_json(vault.unseal(row.sealed, _sealed_for(OF_LINK, row.mark)))


def _session(vault: Vault, row: Row[Any]) -> Session:
    opened = SESSION.validate_json(vault.unseal(row.sealed, _sealed_for(OF_COOKIE, row.mark)))
    return replace(opened, mark=row.mark, ends=row.expires)
