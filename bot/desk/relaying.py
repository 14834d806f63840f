"""What counsellors write in a thread: only the holder's words reach the client, and a note never does."""

from dataclasses import replace
from typing import Final

from bot.conversation import numbers
from bot.desk.actions import CopyToClient, EditAtClient, TakeBack
from bot.desk.case import Case, Colleague
from bot.desk.contact import way_to
from bot.desk.events import Commanded, Rewritten, Said
from bot.desk.known import DeskKnown
from bot.desk.spans import span
from bot.desk.taps import DeskTap
from bot.desk.turn import CaseTurn, not_theirs
from bot.desk.views import AskSure, Sentence

NOTE: Final = "//"


def said(case: Case, event: Said, by: Colleague | None, known: DeskKnown) -> CaseTurn:
    """In doubt it stays among the counsellors: what is relayed is read."""
    if event.words.lstrip().startswith(NOTE) or (event.album and event.album == case.noted):
        # A part of an album that comes late, without the caption, is a note as well.
        return CaseTurn(replace(case, noted=event.album or case.noted))
    if event.to_colleague:
        return _to_colleague(case, event, by)
    first = event.message_ids[0]
    if not case.is_open:
        return CaseTurn(case).saying(Sentence("closed"), reply_to=first)
    if not case.held_by(by):
        return _kept_here(case, by, first)
    why = "contact" if event.personal else way_to(event.words, known.knowledge.packs)
    if why is not None:
        return CaseTurn(case).saying(AskSure(event.message_ids, why), reply_to=first)
    sent = CopyToClient(event.message_ids, event.reply_to, event.quote)
    return _sent(case, sent, known)


def _sent(case: Case, sent: CopyToClient, known: DeskKnown) -> CaseTurn:
    """Words to the client; the first ones end a wait, whose length is counted."""
    turn = CaseTurn(replace(case, replied=True), (sent,)).counting("counsellor_replied")
    return turn if case.replied else turn.counting("answered_in", span(known.now - case.opened))


def _to_colleague(case: Case, event: Said, by: Colleague | None) -> CaseTurn:
    """An answer to a colleague stays here; whoever has the case hears so once, for they may have meant the client."""
    if case.answered or not case.held_by(by):
        return CaseTurn(case)
    return CaseTurn(replace(case, answered=True)).saying(Sentence("note_kept"), reply_to=event.message_ids[0])


def _kept_here(case: Case, by: Colleague | None, message_id: int) -> CaseTurn:
    """Whoever has not taken the case hears once that nobody but colleagues reads this."""
    if case.hinted:
        return CaseTurn(case)
    hinted = CaseTurn(replace(case, hinted=True))
    if by is None:
        return hinted.saying(Sentence("anonymous"), reply_to=message_id)
    return hinted.saying(not_theirs(case), reply_to=message_id)


def rewritten(case: Case, event: Rewritten, by: Colleague | None, known: DeskKnown) -> CaseTurn:
    """The holder corrects what the client has; what begins like a note is left as it is there."""
    if not case.held_by(by) or event.words.lstrip().startswith(NOTE):
        return CaseTurn(case)
    if way_to(event.words, known.knowledge.packs):
        return CaseTurn(case).saying(Sentence("not_edited"), reply_to=event.message_id)
    return CaseTurn(case, (EditAtClient(event.message_id, event.html, event.caption),))


def taken_back(case: Case, event: Commanded, by: Colleague | None) -> CaseTurn:
    """/undo: the last message, or the one that it answers."""
    if not case.is_open:
        return CaseTurn(case).saying(Sentence("closed"), reply_to=event.message_id)
    if not case.held_by(by):
        return CaseTurn(case).saying(not_theirs(case), reply_to=event.message_id)
    return CaseTurn(case, (TakeBack(event.reply_to, event.message_id),))


def sure(case: Case, tap: DeskTap, by: Colleague | None, known: DeskKnown, tapped: int) -> CaseTurn:
    """The second tap on what would let the client find a counsellor."""
    if not case.held_by(by):
        return CaseTurn(case, toast=Sentence("not_yours", case.holder.name if case.holder else ""))
    ids = numbers.unpacked(tap.argument, tap.detail)
    if tap.name == "keep" or not ids:
        return CaseTurn(case).saying(Sentence("note_kept"), replaces=tapped or None)
    return _sent(case, CopyToClient(ids), known).saying(Sentence("shared"), replaces=tapped or None)
