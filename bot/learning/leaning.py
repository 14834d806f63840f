"""Learns to which of two sides a text leans: logistic regression over the features of a space.

What a word means depends on the words beside it: `kill myself` is not `do it myself`. Likeness alone does not learn
which of the words that both sides share decide; this does.
"""

from typing import Final

import numpy as np

from bot.learning.pools import Real, Vectors

FIRST_COUNTS: Final = 2.0
"""How much more an example of the first side counts, as there are fewer."""

HELD_BACK: Final = 0.1
"""How much large weights cost (L2): without it the last odd example would be learnt by heart."""

# Newton's method with conjugate gradients (Lin, Weng and Keerthi 2008): as exact as is of use, in a few passes.
STEPS: Final = 6
PASSES: Final = 7
EXACT: Final = 1e-3


class Regression:
    """Fits texts to their sides, which are 1 for the first and 0 for the second."""

    def __init__(self, texts: Vectors, sides: Real, features: int) -> None:
        self._of, self._sides, self._features = texts, sides, features
        self._costs = np.where(sides > 0, FIRST_COUNTS, 1.0)

    def fitted(self) -> Real:
        """The weight of each feature, and at the end the constant."""
        weights = np.zeros(self._features + 1)
        for _ in range(STEPS):
            likely = 1 / (1 + np.exp(-self._odds(weights)))
            slope = self._gathered(self._costs * (self._sides - likely)) - HELD_BACK * weights
            step = self._step(slope, self._costs * likely * (1 - likely))
            weights += step
            if np.abs(step).max() < EXACT * 10:
                break
        return weights

    def _step(self, slope: Real, bends: Real) -> Real:
        """Solves for the step that Newton's method takes, by conjugate gradients."""
        step, rest, way = np.zeros_like(slope), slope.copy(), slope.copy()
        size = aim = float(rest @ rest)
        for _ in range(PASSES):
            if size <= EXACT * aim:
                break
            bent = self._gathered(bends * self._odds(way)) + HELD_BACK * way
            far = size / float(way @ bent)
            step += far * way
            rest -= far * bent
            size, before = float(rest @ rest), size
            way = rest + size / before * way
        return step

    def _odds(self, weights: Real) -> Real:
        """Log odds of each text."""
        drawn = np.bincount(self._of.texts, self._of.shares * weights[:-1][self._of.rows], self._of.count)
        odds: Real = drawn + weights[-1]
        return odds

    def _gathered(self, amounts: Real) -> Real:
        """What each feature has of amounts by text."""
        by_row = np.bincount(self._of.rows, self._of.shares * amounts[self._of.texts], self._features)
        return np.append(by_row, amounts.sum())
