"""The words of the form, in the provider's language."""

from collections.abc import Mapping

from bot.language.phrases import Speaker

NOT_KNOWN = ""
"""The value of a choice that nobody has made."""


def labels(say: Speaker) -> Mapping[str, str]:
    """What each field is called."""
    return {
        "name": say.gettext("Name"),
        "serves": say.gettext("Who can come or call"),
        "does": say.gettext("What you do for people"),
        "bring": say.gettext("What people should bring"),
        "address": say.gettext("Address"),
        "phones": say.gettext("Telephone numbers"),
        "hours": say.gettext("Opening hours"),
        "languages": say.gettext("Languages that you speak with people"),
        "cost": say.gettext("Cost"),
        "appointment": say.gettext("Appointment"),
        "women_staff": say.gettext("Women on your staff"),
        "groups": say.gettext("Especially for"),
        "website": say.gettext("Website"),
    }


def hints(say: Speaker) -> Mapping[str, str]:
    """What helps to fill a field in."""
    return {
        "serves": say.gettext("In one plain sentence."),
        "does": say.gettext("In one or two plain sentences."),
        "bring": say.gettext("For example: identity card, court papers. Leave it empty if nothing is needed."),
        "phones": say.gettext("Numbers of the office only, each on a line of its own, such as +355 4 222 3344."),
        "hours": say.gettext("Mo, Tu, We, Th, Fr, Sa, Su are the days from Monday to Sunday. Write it as here:"),
        "website": say.gettext("Such as https://example.org"),
    }


def choices(say: Speaker) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What can be chosen, and what it is called; languages are not here."""
    not_known = (NOT_KNOWN, say.gettext("Not known"))
    return {
        "cost": (not_known, ("free", say.gettext("Free of charge")), ("paid", say.gettext("One has to pay"))),
        "appointment": (
            not_known,
            ("none", say.gettext("Not needed")),
            ("needed", say.gettext("One has to make an appointment")),
        ),
        "women_staff": (("yes", say.gettext("One can ask for a woman")),),
        "groups": (
            ("children", say.gettext("Children")),
            ("roma_egyptian", say.gettext("Roma and Egyptians")),
            ("disability", say.gettext("People with disabilities")),
            ("women", say.gettext("Women")),
        ),
    }


def faults(say: Speaker) -> Mapping[str, str]:
    """What is said beside a field that does not fit."""
    sentence = say.gettext("Write something here, at most {number} characters.")
    short = say.gettext("Write at most {number} characters.").format(number=200)
    return {
        "name": sentence.format(number=120),
        "serves": sentence.format(number=200),
        "does": short,
        "bring": short,
        "address": short,
        "phones": say.gettext("Write digits and spaces only, one number on a line, at most six numbers."),
        "hours": say.gettext("We cannot read these hours. Write them as in the examples."),
        "website": say.gettext("This is no address of a website. Write it as https://example.org"),
        "remark": say.gettext("Write at most {number} characters.").format(number=300),
    }


def page(say: Speaker) -> Mapping[str, str]:
    """What stands around the fields."""
    return {
        "about": say.gettext(
            "Udha is a free guide on Telegram for people in Albania and Kosovo. This is what it tells them about you. "
            "Is it right?"
        ),
        "stands": say.gettext("What people read now"),
        "confirm": say.gettext("All of this is right"),
        "correct": say.gettext("Something is not right"),
        "how": say.gettext(
            "Change only what is wrong, then send it. An editor reads it first; until then nothing changes."
        ),
        "nobody": say.gettext("Do not write anybody's name, personal number or private telephone number."),
        "hiding": say.gettext("Your address is not in Udha, because it must stay secret. Do not write it here either."),
        "hidden": say.gettext(
            "We know a number that people do not see yet, because nobody has tried it. Write the numbers that people "
            "may call; we call them first."
        ),
        "facts": say.gettext("The facts"),
        "spoken": say.gettext("Your words in {language}"),
        "remark": say.gettext("A remark for the editor"),
        "remark_hint": say.gettext("Whatever has no field of its own. At most 300 characters."),
        "send": say.gettext("Send the corrections"),
        "unknown": say.gettext("Not known"),
        "language": say.gettext("Language of this page"),
        "until": say.gettext("This link works until {day}. Whoever has it can write here, so keep it to yourselves."),
    }


def troubles(say: Speaker) -> Mapping[str, str]:
    """What is said above a form that was not taken."""
    return {
        "faulty": say.gettext("Something does not fit yet. Nothing has been sent; look at the fields in red."),
        "same": say.gettext("You have changed nothing. If all of it is right, press the first button."),
        "many": say.gettext("Five of your messages wait for an editor already. Please come back in a few days."),
    }


def notices(say: Speaker) -> Mapping[str, tuple[str, str]]:
    """Pages without a form: a title and a sentence."""
    ask = say.gettext("Ask the person who sent it to you for a new one.")
    return {
        "thanks": (
            say.gettext("Thank you"),
            say.gettext("An editor will look at it before anything changes. You can close this page."),
        ),
        "missing": (say.gettext("This link opens nothing"), ask),
        "over": (say.gettext("This link has run out"), ask),
        "long": (say.gettext("That was too much"), say.gettext("Go back, write less, and send it again.")),
        "broken": (
            say.gettext("We could not do that"),
            say.gettext("It is not your fault. Go back and try again in a few minutes."),
        ),
    }
