"""The words of signing in to the console."""

from collections.abc import Mapping
from typing import Final

from bot.console.turned_away import Why
from bot.desk.console import Role
from bot.language.phrases import Speaker
from bot.storage.console_access import IDLE, LONGEST

IDLE_MINUTES: Final = IDLE // 60
LONGEST_HOURS: Final = LONGEST // 3600


def turned_away(say: Speaker) -> Mapping[Why, tuple[str, str]]:
    """A title and a sentence for each reason why a page is not shown."""
    return {**_without_a_way_in(say), **_with_one(say)}


def _without_a_way_in(say: Speaker) -> dict[Why, tuple[str, str]]:
    how = say.gettext(
        "An administrator of the desk writes /console in the counsellors' group. The bot then sends them a link in "
        "private."
    )
    once = say.gettext("A link works once, and only for ten minutes.")
    return {
        "signed_out": (say.gettext("You are not signed in"), how),
        "gone": (say.gettext("This link opens nothing"), f"{once} {how}"),
        "too_many": (say.gettext("That was too often"), say.gettext("Please wait a minute and load the page again.")),
    }


def _with_one(say: Speaker) -> dict[Why, tuple[str, str]]:
    return {
        "managers_only": (
            say.gettext("This page is for managers"),
            say.gettext("You are signed in as an editor. All pages about the content are yours."),
        ),
        "form": (
            say.gettext("This page is out of date"),
            say.gettext("Nothing was changed. Go back, load the page again and do it once more."),
        ),
        "unchecked": (
            say.gettext("We cannot check this now"),
            say.gettext(
                "Telegram does not tell us whether you are still an administrator of the desk. "
                "Please try again in a few minutes."
            ),
        ),
        "missing": (say.gettext("There is no such page"), say.gettext("Go back, or begin at the first page.")),
        "long": (say.gettext("That was too much"), say.gettext("Go back, write less, and send it again.")),
        "broken": (
            say.gettext("We could not do that"),
            say.gettext("It is not your fault. Go back and try again in a few minutes."),
        ),
    }


def entrance(say: Speaker, role: Role) -> Mapping[str, str]:
    """The page behind a link, with its one button."""
    as_what = {
        "manager": say.gettext("You will see the numbers and pages for managers."),
        "editor": say.gettext("You will see the pages for editors: what people ask, and what has to be checked."),
    }
    return {
        "title": say.gettext("Open the console"),
        "role": as_what[role],
        "yours": say.gettext("Go on only if you asked for this link, or somebody gave it to you whom you know."),
        "lasts": say.gettext(
            "You stay signed in for {hours} hours at most, and for {minutes} minutes without a page. "
            "On a computer that others use, sign out at the end."
        ).format(hours=LONGEST_HOURS, minutes=IDLE_MINUTES),
        "button": say.gettext("Open the console"),
    }


def signed_out(say: Speaker) -> tuple[str, str]:
    """After signing out: a title and a sentence."""
    return (
        say.gettext("You are signed out"),
        say.gettext("This browser can no longer open the console. Please close its other pages too."),
    )


def sessions(say: Speaker) -> Mapping[str, str]:
    """The list of who is signed in."""
    return {
        "title": say.gettext("Who is signed in"),
        "lead": say.gettext(
            "The browsers that are signed in through an administrator of your desk, without names. "
            "End one that none of you knows."
        ),
        "manager": say.gettext("Manager"),
        "editor": say.gettext("Editor"),
        "since": say.gettext("since {day}, {hour}"),
        "this": say.gettext("this browser"),
        "end": say.gettext("End"),
        "ending": say.gettext("End: {session}"),
        "end_all": say.gettext("End all"),
        "all": say.gettext("This ends every one of them, yours too, and all links that nobody has used."),
        "start": say.gettext("The console"),
    }
