"""Opening hours as a pack writes them: OpenStreetMap's opening_hours, in a form that a clock can follow."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator

from bot.packs.terms import Text

NO_CLOCK: Final = re.compile(r'sunrise|sunset|dawn|dusk|easter|\bSH\b|\d\+|"')
"""What hangs on the sun, on Easter or on school holidays, has no end, or is a remark in one language only."""

FORM: Final = "write hours as 'Mo-Fr 08:00-16:00', 'Mo-Fr 08:00-12:00,13:00-16:00; PH off' or '24/7'"


def in_form(hours: str) -> str:
    """The same hours. Raises ValueError where the library does not read them, or only with a warning.

    It is imported here because a start that takes the packs from their file checks nothing.
    """
    from opening_hours import OpeningHours, validate  # noqa: PLC0415 -- see above

    if not validate(hours) or OpeningHours(hours).warnings or NO_CLOCK.search(hours):
        raise ValueError(FORM)
    return hours


Hours = Annotated[Text, AfterValidator(in_form)]
"""Several intervals, seasons, `PH` for public holidays and hours past midnight may stand in it."""
