"""Signs of danger as counsellors and editors read them."""

from bot.language.phrases import Speaker


def signal_name(kind: str, say: Speaker) -> str:
    """Name a sign of danger for a colleague; one that has no phrase yet by its own name."""
    names = {
        "child-in-danger": say.pgettext("signal", "a child in danger"),
        "sexual-violence": say.pgettext("signal", "sexual violence"),
        "smuggler-threat": say.pgettext("signal", "threatened by smugglers"),
        "suicide": say.pgettext("signal", "thoughts of suicide"),
        "trafficking": say.pgettext("signal", "held or exploited"),
        "violence-now": say.pgettext("signal", "violence at home"),
        "way-danger": say.pgettext("signal", "in danger on the way"),
    }
    return names.get(kind, kind.replace("-", " "))
