"""The log-rank test: do groups reach the end of their waits at the same pace?

On each day, those who reach the end are a draw without replacement from all who wait; how many of each group are
expected among them, and how far the draw scatters, follows from the hypergeometric distribution. Where the days are
divided into strata, only people of one stratum are drawn from together.

Sources: N. Mantel, "Evaluation of survival data and two new rank order statistics arising in its consideration", Cancer
Chemotherapy Reports 50 (1966), 163-170; R. Peto and J. Peto, "Asymptotically efficient rank invariant test
procedures", Journal of the Royal Statistical Society A 135 (1972), 185-207.
"""

import numpy as np

from footing.measures.careers.chi_squared import ChiSquared
from footing.measures.careers.risk_sets import RiskSets


def log_rank(sets: RiskSets) -> ChiSquared | None:
    """Whether all groups wait alike; ``None`` where fewer than two groups are ever waiting together."""
    waiting, ended = sets.waiting.astype(float), sets.ended.astype(float)
    everyone, reached = waiting.sum(axis=1), ended.sum(axis=1)
    share = waiting / everyone[:, None]
    surplus = (ended - reached[:, None] * share).sum(axis=0)
    scatter = reached * (everyone - reached) / np.maximum(everyone - 1, 1)
    covariance = np.diag((scatter[:, None] * share).sum(axis=0)) - np.einsum("k,ki,kj->ij", scatter, share, share)
    degrees = int(np.linalg.matrix_rank(covariance, hermitian=True))
    if degrees == 0:
        return None
    return ChiSquared(float(surplus @ np.linalg.pinv(covariance, hermitian=True) @ surplus), degrees)
