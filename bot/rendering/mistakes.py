"""What can be wrong on the card of a service, as clients and editors read it."""

from bot.language.phrases import Speaker


def mistake_title(what: str, say: Speaker) -> str:
    """What no version of ours knows stands for itself."""
    titles = {
        "phone": say.gettext("The phone number"),
        "hours": say.gettext("The opening hours"),
        "address": say.gettext("The address"),
        "closed": say.gettext("It does not exist"),
        "other": say.gettext("Something else"),
    }
    return titles.get(what, what)
