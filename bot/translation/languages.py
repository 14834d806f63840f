"""Which languages the packs may be translated into."""

from pydantic import TypeAdapter, ValidationError

from bot.errors import ContentError
from bot.language.formats import language_in
from bot.packs.reading import Reading
from bot.packs.terms import Language
from bot.translation.entries import SOURCE, must_be_whole
from bot.translation.fingerprints import known


def check_language(reading: Reading, language: str) -> None:
    """Raises ContentError for what is no language, and for one that was written, not translated (voice rule 10).

    Also where the packs have faults: what cannot be read cannot be kept.
    """
    try:
        TypeAdapter(Language).validate_python(language)
    except ValidationError:
        raise ContentError(f"'{language}' is no language code. Give two or three small letters, such as de.") from None
    if language in must_be_whole(reading):
        name = language_in(language, SOURCE)
        raise ContentError(f"The packs' {name} is an original, not a translation. Change it in the packs themselves.")
    kept = [problem for pack in reading.packs for problem in known(reading.root, pack, language)[1]]
    faults = sorted(problem for problem in (*reading.problems, *kept) if problem.severity == "error")
    if faults:
        raise ContentError(f"The packs have faults; the first: {faults[0]} Mend them first: 'udha content check'.")
