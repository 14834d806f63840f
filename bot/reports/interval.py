"""How far chance alone may move a share: Wilson's interval.

Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
Association 22 (1927); recommended among seven methods, without the correction for continuity, by Newcombe, "Two-sided
confidence intervals for the single proportion", Statistics in Medicine 17 (1998), 857-872, as his method 3. Unlike the
textbook's it stays between 0 and 1, and has a width where nobody or everybody is counted.
"""

from math import sqrt
from statistics import NormalDist
from typing import Final

CONFIDENCE: Final = 0.95
Z: Final = NormalDist().inv_cdf(1 - (1 - CONFIDENCE) / 2)
"""Standard deviations to either side: 1.96."""


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The bounds of the 95 % confidence interval of a share of at least one, each 0 to 1."""
    share, spread = part / whole, Z * Z / whole
    middle = (share + spread / 2) / (1 + spread)
    half = sqrt(share * (1 - share) * spread + spread * spread / 4) / (1 + spread)
    # The share lies between them; so it does for floating point numbers, where everybody is counted.
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))
