"""The index of one language: how much a text resembles each topic."""

from heapq import nlargest
from typing import NamedTuple

from bot.language.columns import Columns
from bot.language.folding import words
from bot.search.answer import Reason
from bot.search.postings import Postings
from bot.search.space import Space


class Likeness(NamedTuple):
    """How a text resembles a subject, from 0 to 1, and how much more than the best of all others.

    Of all but the nearest the margin is less than nothing.
    """

    slug: str
    cosine: float
    margin: float


class Index:
    """Cosine to each subject as one pool of all that is said and asked about it.

    The best single example on top of it helped with 14 topics and 20 questions each (language notes §3). With 77 and 50
    it no longer did: of 100 unseen questions 80 were right first either way. Pairs of words in their order make it 84,
    and 130 questions a topic 87. Regression, support vectors and naive Bayes over the same features did no better.
    """

    def __init__(self, language: str, columns: Columns) -> None:
        self._slugs = tuple(columns.words["slugs"])
        self._space = Space(language, columns.part("space"))
        self._pools = Postings(columns.part("topics"))

    def knows(self, word: str) -> bool:
        """Whether a folded word, in any of its forms, is said anywhere."""
        return self._space.knows(word)

    def nearest(self, text: str, most: int, among: int) -> tuple[Likeness, ...]:
        """The `most` subjects `among` the first that are nearest, best first; the others count as rivals."""
        cosines = self._pools.products(self._space.asked(words(text)))
        best, second = (*nlargest(2, cosines), 0.0, 0.0)[:2]
        near = nlargest(most, range(min(among, len(cosines))), key=cosines.__getitem__)
        found = ((self._slugs[number], cosines[number]) for number in near)
        return tuple(Likeness(slug, one, one - (second if one == best else best)) for slug, one in found)

    def reasons(self, text: str, slug: str) -> tuple[Reason, ...]:
        """What of the text the subject has in common with it, the weightiest first; the shares make one."""
        said = words(text)
        asked = self._space.asked(said)
        shares = self._pools.shares(asked, self._slugs.index(slug))
        whole = sum(shares.values())
        found = {part: sum(shares.get(row, 0.0) for row in rows) for part, rows in self._space.parts(said).items()}
        told = (Reason(part, share / whole) for part, share in found.items() if share)
        return tuple(sorted(told, key=lambda reason: -reason.share))
