"""The words of the managers' pages that belong to no report."""

from collections.abc import Mapping

from bot.language.phrases import Speaker


def titles(say: Speaker) -> Mapping[str, str]:
    """What each page is called, in the menu and above itself."""
    return {
        "overview": say.gettext("Overview"),
        "use": say.gettext("Use"),
        "subjects": say.gettext("Subjects"),
        "words": say.gettext("Words"),
        "helpful": say.gettext("Did it help"),
        "due": say.gettext("To be checked"),
        "services": say.gettext("Services"),
        "desk": say.gettext("Counsellors"),
        "indicators": say.gettext("Indicators"),
        "needs": say.gettext("Needs"),
        "figures": say.gettext("Figures by hand"),
        "sessions": say.gettext("Who is signed in"),
    }


def headings(say: Speaker) -> Mapping[str, str]:
    """What the parts of the menu are called."""
    return {
        "use": say.gettext("Use and needs"),
        "content": say.gettext("Content"),
        "programme": say.gettext("Programme"),
    }


def leads(say: Speaker) -> Mapping[str, str]:
    """What a page is for, in a sentence below its title."""
    return {
        "overview": say.gettext("How it goes, in ten seconds. Each part leads to its page."),
        "use": say.gettext("How many people Udha reached, where they are, and what they did."),
        "subjects": say.gettext("What people asked about, and whether they got an answer."),
        "words": say.gettext(
            "Words that at least five people used and Udha did not understand. Do they belong to a topic that we have, "
            "or to a new one?"
        ),
        "helpful": say.gettext("What people said of the answers, and why. A version is one wording of an answer."),
        "due": say.gettext("What has to be checked again, by whom and until when. The longest past comes first."),
        "services": say.gettext(
            "What people said is wrong on the card of a service. Somebody should call there before it is changed."
        ),
        "desk": say.gettext("How long people waited for a counsellor, and how their cases ended."),
        "indicators": say.gettext("What the programme has promised, and how far it has come."),
        "needs": say.gettext("What people need who return, where, and what help people look for."),
        "figures": say.gettext(
            "What the programme knows from elsewhere, such as a training. It is added to the indicators."
        ),
    }


def empty(page: str, say: Speaker) -> str:
    """What this page says in place of an empty table."""
    said = {
        "words": say.gettext("No word of five people or more is waiting. Good."),
        "helpful": say.gettext("Nobody has said yet whether an answer helped."),
        "due": say.gettext("Nothing has to be checked now. Good."),
        "services": say.gettext("Nobody has said that something is wrong. Good."),
        "figures": say.gettext("Nothing has been entered yet."),
    }
    return said.get(page) or say.gettext("There is nothing to show in these months.")


def frame(say: Speaker) -> Mapping[str, str]:
    """What stands on every page."""
    return {
        "skip": say.gettext("To the content"),
        "menu": say.gettext("Menu"),
        "close": say.gettext("Close the menu"),
        "pages": say.gettext("All pages"),
        "language": say.gettext("Language of this page"),
        "out": say.gettext("Sign out"),
        "change": say.gettext("Change the months"),
        "from": say.gettext("From"),
        "to": say.gettext("To"),
        "show": say.gettext("Show"),
        "download": say.gettext("Download:"),
        "rows": say.gettext("As a table"),
        "contents": say.gettext("On this page"),
        "notes": say.gettext("What belongs to these numbers"),
        "signs": say.gettext("How to read the signs"),
        "meanings": say.gettext("What the columns mean"),
        "more": say.gettext("All of it: {page}"),
        "fresh_title": say.gettext("There is nothing to show yet"),
        "fresh": say.gettext(
            "Udha counts already, but shows only months and quarters that are over. Then their numbers stand here."
        ),
    }


def figures(say: Speaker) -> Mapping[str, str]:
    """What stands around the form for figures from elsewhere."""
    return {
        "enter": say.gettext("Enter a figure"),
        "entered": say.gettext("What was entered"),
        "nobody": say.gettext(
            "Write numbers only. No name, telephone number or e-mail address of anybody belongs here."
        ),
        "indicator": say.gettext("Indicator"),
        "choose": say.gettext("Choose one"),
        "day": say.gettext("Day"),
        "day_hint": say.gettext("It counts in the quarter of this day."),
        "n": say.gettext("How many people"),
        "known": say.gettext("Of how many it is known"),
        "known_hint": say.gettext("Only where a share was promised, such as of women. Leave it empty if of nobody."),
        "having": say.gettext("How many of those count for the share"),
        "source": say.gettext("Where it is from"),
        "save": say.gettext("Add the figure"),
        "remove": say.gettext("Remove"),
        "sure": say.gettext("Yes, remove it"),
        "removing": say.gettext("Remove: {figure}"),
        "faulty": say.gettext("Something does not fit yet. Nothing was kept; look at the fields in red."),
        "added": say.gettext("The figure was added."),
        "removed": say.gettext("The figure was removed."),
        "none": say.gettext("No indicator takes figures by hand. An editor can add one in content/indicators.yaml."),
        "share": say.gettext("{having} of {known}"),
    }
