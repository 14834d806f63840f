"""Words that stand in a text of any language here, and so say nothing about which one it is."""

from typing import Final

# Folded. Loans and office words of migration, then countries and towns as people write them (language notes §1: these
# mislead every detector), then what people write in any chat.
_LISTED: Final = """
azil asyl asylum asilo viza vize vizat visa visum pasaporte pass ausbildung duldung termin permesso soggiorno
schengen dublin dimak agef urban iom unhcr frontex ees etias bamf blue card chancenkarte arbeitsvertrag
aufenthalt anmeldung decreto flussi questura apostille apostil
albania albanian shqiperi kosovo kosova kosove germany gjermani gjermania deutschland italy itali italia greece
greqi greqia austria austri switzerland zvicer zvicra schweiz france franca uk anglia angli london
europe evropa eu be usa serbia serbi tirana tirane prishtina prishtine berlin
ok oke hello hallo hi ciao bot udha telegram whatsapp tiktok facebook instagram internet online
"""

NEUTRAL: Final = frozenset(_LISTED.split())
