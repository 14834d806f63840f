"""`udha content verify`: somebody called a service, went there, or asked it; that is written into its file."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import ContentError
from bot.packs.service_schema import Service
from bot.packs.terms import PhoneStatus
from bot.packs.verifying import Check, How, recorded, services_in
from bot.saving import save
from bot.workshop.options import FolderOption, this_day
from bot.workshop.service_files import file_of

ServiceArgument = Annotated[str, typer.Argument(metavar="SERVICE", help="The id of the service, such as al_kmd.")]
HowOption = Annotated[How, typer.Option(help="Who or what it is known from; a source never confirms a phone.")]
RoleOption = Annotated[str, typer.Option(help="The role of whoever checked, such as counsellor; never a name.")]
OnOption = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the check; today if left out.")
]
PhoneOption = Annotated[PhoneStatus | None, typer.Option(help="What its phones are now; a call confirms them.")]


def register(content: typer.Typer, content_dir: Callable[[], Path], today: Callable[[], date] = this_day) -> None:
    """Add the command `content verify`."""

    @content.command("verify")
    def verify(  # noqa: PLR0913 -- each is an option of the command
        service: ServiceArgument,
        *,
        how: HowOption,
        by_role: RoleOption = "editor",
        on: OnOption = None,
        phone: PhoneOption = None,
        folder: FolderOption = None,
    ) -> None:
        """Record that a service was checked: how, when, and by which role."""
        now = today()
        check = Check(on.date() if on else now, how, by_role, phone)
        _in_time(check, now)
        path = file_of(folder or content_dir(), service)
        old = path.read_bytes().decode()
        new = recorded(old, service, check)
        save({path: new.encode()})
        for line in told(named(service, old), named(service, new)):
            typer.echo(line)


def _in_time(check: Check, today: date) -> None:
    if check.on > today:
        raise ContentError(f"{check.on} is in the future. Give the day on which it was checked.")
    if check.recheck_by < today:
        raise ContentError(f"A check of {check.on} holds until {check.recheck_by}, which is over. Check it again.")


def named(service_id: str, text: str) -> Service:
    """The service of this id in a file that has it."""
    return next(service for service in services_in(text) if service.id == service_id)


def told(before: Service, after: Service) -> Iterator[str]:
    """What the check has changed for clients, and what is left to do."""
    how = f"{after.verified.how}, {after.verified.by_role}"
    yield f"{after.id}: checked on {after.verified.on} ({how}); check it again by {after.recheck_by}."
    if after.verified.how == "source":
        yield "Clients still read that it is not confirmed: only a call, a visit or the provider confirms."
    elif after.phone_status == "unconfirmed":
        yield "Clients still read that it is not confirmed, because its phone is not. If it is: --phone confirmed."
    if after.phone_status == "hidden":
        yield "Its phone stays hidden from clients. If they may see it: --phone confirmed."
    if after.shown_phones and before.phone_status == "hidden":
        yield f"Clients see now what was hidden: {', '.join(after.phones)}. If they must not: --phone hidden."
        yield "Read its words in every language: they may still say that there is no number."
