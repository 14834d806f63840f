"""Why an answer did not help, as clients and editors read it."""

from bot.conversation.views import Reason
from bot.language.phrases import Speaker


def reason_titles(say: Speaker) -> dict[Reason, str]:
    """In the order of the buttons."""
    return {
        "not_asked": say.gettext("Not what I asked"),
        "hard": say.gettext("I did not understand it"),
        "missing": say.gettext("Something is missing"),
        "wrong": say.gettext("Something is not right"),
    }
