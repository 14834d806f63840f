"""What the files of a vetted reply look like: words that a counsellor sends at the desk, in the client's language."""

from typing import Annotated, Literal

from pydantic import Field

from bot.packs.terms import Part, Text
from bot.packs.topic_schema import Source

Purpose = Literal["opening", "safety", "information", "referral", "waiting", "closing", "boundaries"]
"""What a reply is for, in the order in which a talk comes to it and in which the desk lists them."""


class ReplyFile(Part):
    """What holds for a reply in every language; `sources` where it states a fact. In the file `purpose` is `for`."""

    purpose: Purpose = Field(alias="for")
    sources: tuple[Source, ...] = ()


class ReplyWords(Part):
    """A reply in one language: counsellors choose it by its title or find it by `keywords`, clients get the text.

    The text is plain and fits one phone screen; its first words may be read on a locked one (voice rules 1 and 9).
    """

    title: Annotated[Text, Field(max_length=40)]
    text: Annotated[Text, Field(max_length=600)]
    keywords: tuple[Text, ...] = ()
