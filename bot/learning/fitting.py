"""Fits how sure to be: maximum likelihood for a few coefficients, by Newton's method."""

from collections.abc import Sequence
from typing import Final

import numpy as np

STEPS: Final = 30
EXACT: Final = 1e-6
STEADY: Final = 1e-3
"""Keeps coefficients finite where the examples can be told apart without a fault (L2)."""


def logistic(examples: Sequence[Sequence[float]], right: Sequence[bool]) -> list[float]:
    """The constant, and a coefficient for each figure of an example, that make what was right likeliest."""
    figures = np.column_stack((np.ones(len(examples)), np.array(examples, np.float64)))
    wanted = np.array(right, np.float64)
    weights = np.zeros(figures.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(figures @ weights, -30, 30)))
        slope = figures.T @ (wanted - likely) - STEADY * weights
        bends = figures.T @ (figures * (likely * (1 - likely))[:, None]) + STEADY * np.eye(len(weights))
        step = np.linalg.solve(bends, slope)
        weights += step
        if np.abs(step).max() < EXACT:
            break
    return [float(weight) for weight in weights]
