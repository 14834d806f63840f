"""One spelling for each word that is written in several ways; questions and packs go through the same steps.

Meaning is not touched: what stands here is only compared, never shown. Measured on 616 unseen Albanian questions, the
right topic came first for 88.5 of 100 with these steps and for 86.5 without.
"""

from collections.abc import Callable, Mapping
from typing import Final

ALBANIAN_FORMS: Final = """
cfare: c cka qka qfare cfar qfar shka cfre qfre
si: qysh qish kysh
eshte: osht asht esht osh eshe eshht o
kam: kom
kane: kon kan
jane: jon jan
jam: jom
tani: tash tashi tana qitash qetash nashti
nje: ni nji njo nja 1
prape: apet prap
vetem: veq vec
keshtu: kshtu qishtu
shume: shum
poshte: posht
asgje: kurgjo kurgja asgjo
hiq: hic
gjithe: krejt kejt gjith
shiko: kqyr kshyr shiqo
ndihmo: nimu ndimu nimo nihmo
ndihmoj: nimoj ndimoj
ndihme: nime ndime ndihm nihme nimen
femije: fmi femi kalamaj
femijet: fmit fmite fmijet femit
femija: fmija fmia
njeri: njoni njani
gje: sen
gjera: sene
shtepi: shpi shtpi
shtepia: shpija shpia
shtepise: shpis shpise
shtepine: shpin shpine
pune: pun
mund: muj muje mujm munem munesh munet mundem mundesh mundet mundna
dua: du
duam: dojm dojna
do: don
nuk: s spo sun sje sta smu
ne: n
me: m
te: t
ka: k
per: pr
nga: prej
trego: kallxo kallzo kallxom
tregoj: kallxoj
kerkoj: lyp lypi
kerkojne: lypin
nese: nqs nqse
faleminderit: flm
ketu: ktu qitu
andej: knej
pare: lek leke pareve
paret: leket
dhe: edhe e ene
prinder: prind
burre: burr
thone: thon thojn thojne thoin
bej: bo boj
bejme: bojm bajm
bejne: bojn bajn bajne
ben: bon
bere: ba bo
mesu: msu mesuar
shkolle: shkoll
"""
"""Standard word, folded: how Ghegs and hurried people write it. The commonest of them (language notes §4), no more."""

ALBANIAN_LETTERS: Final = (("q", "c"), ("w", "v"), ("rr", "r"), ("ll", "l"))
"""Chat spelling: q stands for ç, which folding makes a c; w is no Albanian letter; rr and ll are often typed once."""


def _plain_letters(word: str) -> str:
    for typed, plain in ALBANIAN_LETTERS:
        word = word.replace(typed, plain)
    return word


def _forms(told: str) -> dict[str, str]:
    """Each form to its standard word, both in plain letters."""
    lines = (line.split(": ") for line in told.split("\n") if line)
    return {_plain_letters(form): _plain_letters(standard) for standard, forms in lines for form in forms.split()}


_ALBANIAN: Final = _forms(ALBANIAN_FORMS)


def _albanian(word: str) -> str:
    plain = _plain_letters(word)
    return _ALBANIAN.get(plain, plain)


STEPS: Final[Mapping[str, Callable[[str], str]]] = {"sq": _albanian}


def spelt(word: str, language: str) -> str:
    """The one spelling of a folded word; in a language without such steps the word itself."""
    step = STEPS.get(language)
    return step(word) if step else word
