"""What came of a case, as counsellors choose and read it."""

from bot.language.phrases import Speaker


def outcome_title(outcome: str, say: Speaker) -> str:
    """What no version of ours knows stands for itself."""
    titles = {
        "informed": say.pgettext("outcome", "Got an answer"),
        "referred": say.pgettext("outcome", "Referred"),
        "in_care": say.pgettext("outcome", "Is being helped"),
        "left": say.pgettext("outcome", "No longer writes"),
        "other": say.gettext("Something else"),
    }
    return titles.get(outcome, outcome)
