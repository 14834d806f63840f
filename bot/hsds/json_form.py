"""The JSON form: HSDS's fully nested services in one page, as an HSDS API would answer for all of them."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from bot.hsds.errors import ExchangeError
from bot.hsds.identifiers import identifier

NAME: Final = "services.json"


def written(language: str, services: Sequence[dict[str, Any]], created: date) -> str:
    """`Page` is of HSDS's API reference: the standard has no other frame for several services in one file."""
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "meta_table_description": described(language),
        "x_created": created.isoformat(),
        "contents": list(services),
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def described(language: str) -> dict[str, str]:
    """HSDS has no translations; it only says in which language a table is."""
    return {
        "id": identifier("meta_table_description", language),
        "name": "service",
        "language": language,
        "character_set": "UTF-8",
    }


def read(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The language and the services. Raises ExchangeError where the text is not such a page."""
    try:
        page = json.loads(text)
        language, services = page["meta_table_description"]["language"], page["contents"]
    except (ValueError, LookupError, TypeError) as fault:
        raise ExchangeError(
            f"{NAME} cannot be read ({fault!r}). It has to be a page with 'contents', and with the language in "
            "'meta_table_description'."
        ) from None
    if not isinstance(language, str) or not all(isinstance(service, dict) for service in services):
        raise ExchangeError(f"In {NAME} the language has to be a text, and 'contents' a list of objects.")
    return language, services
