"""What has to be said beside the numbers of an indicator, so that nobody reads more into them than there is."""

from collections.abc import Iterator

from bot.language.phrases import Speaker
from bot.packs.assets import in_language
from bot.packs.indicator_schema import Indicator


def notes(indicator: Indicator, say: Speaker) -> Iterator[str]:
    yield in_language(indicator.definition, say.language).words
    if indicator.quizzes:
        yield from _of_quizzes(say)
    if indicator.counted:
        yield _of_counting(indicator, say)
    if indicator.minimum_share:
        yield say.gettext("The share is of those of whom it is known. It may be another among the others.")
    if indicator.by_hand:
        yield from _of_hands(indicator, say)
    if any(source.kind == "activity_joined" for source in indicator.sources):
        yield say.gettext("Udha does not count yet who has joined an activity: nothing of that is in these numbers.")


def _of_counting(indicator: Indicator, say: Speaker) -> str:
    if indicator.counts == "times":
        return say.gettext("Counted is how often, not how many people: one who comes five times counts five times.")
    return say.gettext("Each person counts once in a quarter. Added up, who came in two quarters counts twice.")


def _of_quizzes(say: Speaker) -> Iterator[str]:
    yield say.gettext(
        "Before and after, without a control group: people may have learnt from the news, from a friend or from the "
        "questions. That Udha has taught them is not shown by it."
    )
    yield say.gettext("Who takes the quiz again in the same quarter counts with the first pair of halves only.")
    yield say.gettext(
        "Who takes one half in a quarter and the other in the next counts in each: these are not quite the same people."
    )
    yield say.gettext(
        "The interval says how far chance alone may move a share. Of who did not come back it says nothing."
    )


def _of_hands(indicator: Indicator, say: Speaker) -> Iterator[str]:
    if indicator.counted:
        yield say.gettext("Who was entered by hand may have been counted by Udha too.")
    yield say.gettext("What was entered by hand Udha cannot check: it is as right as its source.")
    yield say.gettext(
        "What is entered after the end of a quarter is added once it is five people or more; until then the sum says "
        "“at least”."
    )
