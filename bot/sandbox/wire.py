"""The shape of everything that goes over the line."""

from typing import Any

Wire = dict[str, Any]
"""A JSON object of the Bot API. It is never changed once it stands in a message: waiting updates point to it."""
