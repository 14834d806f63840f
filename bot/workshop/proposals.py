"""`udha content proposals`, `accept`, `refuse`: what providers wrote about their own services, for an editor."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from typing import Annotated, Final, TypeVar

import typer

from bot.packs.correction import Value
from bot.packs.verifying import Check
from bot.settings import Settings, secret_of
from bot.storage import proposals
from bot.storage.proposals import Proposal
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault
from bot.workshop.accepting import accepted
from bot.workshop.options import FolderOption, this_day
from bot.workshop.stored import stored
from bot.workshop.verify import RoleOption

Result = TypeVar("Result")
Work = Callable[[Transaction, Vault], Awaitable[Result]]

NONE: Final = "None: no provider has sent anything that waits for an editor."
HOW: Final = "Write one into the packs: udha content accept NUMBER. Drop it: udha content refuse NUMBER."

NumberArgument = Annotated[int, typer.Argument(metavar="NUMBER", help="Its number in 'udha content proposals'.")]


def register(content: typer.Typer, chosen: Callable[[], Settings], today: Callable[[], date] = this_day) -> None:
    """Add the commands `content proposals`, `content accept` and `content refuse`."""

    @content.command("proposals")
    def show_proposals() -> None:
        """List what providers want changed; with SQLite, while the bot stands still."""
        found = _stored(chosen(), proposals.waiting)
        for proposal in found:
            typer.echo("\n".join(_listed(proposal)))
        typer.echo(HOW if found else NONE)

    _register_decisions(content, chosen, today)


def _register_decisions(content: typer.Typer, chosen: Callable[[], Settings], today: Callable[[], date]) -> None:
    @content.command("accept")
    def accept(number: NumberArgument, by_role: RoleOption = "editor", folder: FolderOption = None) -> None:
        """Write what a provider wants into the packs, with today's verification; nothing else there changes."""
        settings = chosen()
        proposal = _stored(settings, lambda tx, vault: _by_number(tx, vault, number))
        for line in accepted(folder or settings.content_dir, proposal, Check(today(), "provider", by_role)):
            typer.echo(line)
        _stored(settings, lambda tx, _: proposals.done(tx, number))

    @content.command("refuse")
    def refuse(number: NumberArgument) -> None:
        """Drop what a provider wants; the packs stay as they are."""
        if not _stored(chosen(), lambda tx, _: proposals.done(tx, number)):
            raise _unknown(number)
        typer.echo(f"{number} is gone; nothing was changed.")


def _stored(settings: Settings, work: Work[Result]) -> Result:
    vault = Vault(secret_of(settings))
    return stored(settings.database_url, lambda tx: work(tx, vault), vault)


async def _by_number(tx: Transaction, vault: Vault, number: int) -> Proposal:
    found = await proposals.by_id(tx, vault, number)
    if found is None:
        raise _unknown(number)
    return found


def _unknown(number: int) -> typer.BadParameter:
    return typer.BadParameter(f"Nothing waits under {number}. 'udha content proposals' lists what does.")


def _listed(proposal: Proposal) -> Iterator[str]:
    correction = proposal.correction
    yield f"{proposal.id}  {proposal.service}  {proposal.given_on}"
    if not correction.changes:
        yield "  changes nothing" if correction.remark else "  all of it is right"
    yield from (f"  {change.name}: {_plain(change.old)} → {_plain(change.new)}" for change in correction.changes)
    if correction.remark:
        yield f"  remark: {correction.remark}"


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "not known"
    return (", ".join(value) if isinstance(value, tuple) else value) or "not known"
