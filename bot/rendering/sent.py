"""What a counsellor sent out of the packs says so in its first line."""

from bot.rendering.context import Reader
from bot.rendering.markup import plain


def from_counsellor(reader: Reader) -> str:
    """Long enough to keep the title off a locked screen (voice rule 9): it comes when nobody has the phone in hand."""
    return plain(reader.say.gettext("From the counsellor, to read when you can:"))
