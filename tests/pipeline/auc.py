"""How well a number sorts those who did from those who did not: the area under the ROC curve."""

from collections.abc import Sequence

import numpy as np
from scipy.stats import rankdata


def auc(values: Sequence[float], did: Sequence[bool]) -> float | None:
    """The share of pairs (one who did, one who did not) that it puts in the right order, draws
    half; None where there are no pairs. By ranks: (R - n (n + 1) / 2) / (n m)."""
    yes = np.asarray(did, dtype=bool)
    n, m = int(yes.sum()), int((~yes).sum())
    if not n or not m:
        return None
    ranks = rankdata(np.asarray(values, dtype=float))
    return float((ranks[yes].sum() - n * (n + 1) / 2) / (n * m))
