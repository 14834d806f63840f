"""Words that stand in a text of any language here, and so say nothing about which one it is."""

from collections.abc import Collection, Iterable
from typing import Final

from bot.language.folding import folded
from bot.packs.place_schema import Place

# Folded. Loans and office words of migration, then countries and towns as people write them, names of people (language
# notes §1: these mislead every detector), then what people write in any chat.
_LISTED: Final = """
azil asyl asylum asilo viza vize vizat visa visum pasaporte pass ausbildung duldung termin permesso soggiorno
schengen dublin dimak agef urban iom unhcr frontex ees etias bamf blue card chancenkarte arbeitsvertrag
aufenthalt anmeldung decreto flussi questura apostille apostil nulla osta codice fiscale spid jobcenter
albania albanian shqiperi kosovo kosova kosove germany gjermani gjermania deutschland italy itali italia greece
greqi greqia austria austri switzerland zvicer zvicra schweiz france franca france uk anglia angli london
belgium belgjike belgjika sweden suedi suedia norway norvegji spain spanje spanja croatia kroaci kroacia turkey turqi
turqia macedonia maqedoni maqedonia montenegro slovenia slloveni sllovenia malta canada kanada qatar katar dubai
europe evropa eu be usa serbia serbi tirana tirane prishtina prishtine berlin munich zurich vienna bruksel paris milano
arben agim besnik blerim ilir fatmir driton luan arta teuta elira valon anna maria
ok oke hello hallo hi ciao bot udha telegram whatsapp tiktok facebook instagram internet online
"""

NEUTRAL: Final = frozenset(_LISTED.split())

SHORTEST_NAME: Final = 4
"""Letters: shorter names of places are words somewhere, such as Has and Mat."""


def is_neutral(word: str, neutral: Collection[str]) -> bool:
    """The word must be folded."""
    return word in neutral or word.isdigit()


def one_word_names(places: Iterable[Place]) -> frozenset[str]:
    """Folded. Of a name such as Malësi e Madhe each word says what language it is."""
    names = (folded(name) for place in places for name in (place.name, place.name_en or "", *place.also))
    return frozenset(name for name in names if len(name) >= SHORTEST_NAME and " " not in name)
