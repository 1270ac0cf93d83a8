"""How much sooner or later one group reaches the end of its waits: Cox's regression, from risk sets.

The model says that on every day the rate of one group is the same multiple, the *hazard ratio*, of the rate of
another, whatever those rates are. Strata each have rates of their own. Several people who reach the end on one day are
taken in every order (Efron). Because covariates are groups, risk sets hold all there is to know: nothing is lost by
counting, and a million waits are fitted as fast as a thousand.

Whether one multiple serves for short waits and long ones is tested by letting it change with the progress of the waits:
the score test for a product of group and progress, which is what ``cox.zph`` of R's package ``survival`` does.

Sources:

- D. R. Cox, "Regression models and life-tables", Journal of the Royal Statistical Society B 34 (1972), 187-220.
- B. Efron, "The efficiency of Cox's likelihood function for censored data", Journal of the American Statistical
  Association 72 (1977), 557-565; ties.
- P. M. Grambsch and T. M. Therneau, "Proportional hazards tests and diagnostics based on weighted residuals",
  Biometrika 81 (1994), 515-526; proportionality.
"""

from dataclasses import dataclass
from math import exp, sqrt
from statistics import NormalDist

import numpy as np

from footing.measures.careers.chi_squared import ChiSquared
from footing.measures.careers.risk_sets import RiskSets
from footing.measures.careers.survival import FloatArray, IntArray
from footing.measures.intervals import CONFIDENCE
from footing.tables import Estimate

MOST_STEPS = 50
PRECISION = 1e-12
LARGEST_LOG_RATIO = 15.0
"""A ratio past e^15 is one that grows for ever: everybody of a group reaches the end before anybody of another."""


@dataclass(frozen=True, slots=True, eq=False)
class HazardModel:
    """Log hazard ratios of each group against the first, their covariance, and the test of proportionality."""

    log_ratios: FloatArray
    covariance: FloatArray
    log_likelihood: float
    proportionality: ChiSquared

    def ratio(self, group: int, reference: int, confidence: float = CONFIDENCE) -> Estimate:
        """The hazard ratio of one group, by its number, against another."""
        contrast = np.zeros(len(self.log_ratios) + 1)
        contrast[group] += 1
        contrast[reference] -= 1
        value = float(contrast[1:] @ self.log_ratios)
        reach = NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(float(contrast[1:] @ self.covariance @ contrast[1:]))
        return Estimate(exp(value), exp(value - reach), exp(value + reach))


def fit_hazards(sets: RiskSets) -> HazardModel | None:
    """Fit the model by Newton's method; ``None`` where the data give no finite answer.

    That is so when a group never reaches the end, or never waits beside those who do.
    """
    if sets.groups < 2 or not sets.ended.any(axis=0).all():
        return None
    tied = _Tied.of(sets)
    log_ratios = np.zeros(sets.groups - 1)
    likelihood = tied.moments(log_ratios).log_likelihood
    for _ in range(MOST_STEPS):
        moments = tied.moments(log_ratios)
        if np.linalg.matrix_rank(moments.information, hermitian=True) < len(log_ratios):
            return None
        step = np.asarray(np.linalg.solve(moments.information, moments.score), dtype=np.float64)
        log_ratios, reached = _step(tied, log_ratios, step, likelihood)
        if np.abs(log_ratios).max() > LARGEST_LOG_RATIO:
            return None
        if abs(reached - likelihood) <= PRECISION * abs(reached):
            break
        likelihood = reached
    return _model(tied, log_ratios)


def _step(tied: "_Tied", log_ratios: FloatArray, step: FloatArray, likelihood: float) -> tuple[FloatArray, float]:
    """A step of Newton's method, halved until the likelihood does not fall."""
    for _ in range(MOST_STEPS):
        reached = tied.moments(log_ratios + step).log_likelihood
        if reached >= likelihood - PRECISION * abs(likelihood):
            return log_ratios + step, reached
        step = step / 2
    return log_ratios, likelihood


def _model(tied: "_Tied", log_ratios: FloatArray) -> HazardModel:
    moments = tied.moments(log_ratios)
    covariance = np.asarray(np.linalg.inv(moments.information), dtype=np.float64)
    return HazardModel(log_ratios, covariance, moments.log_likelihood, tied.proportionality(log_ratios, covariance))


@dataclass(frozen=True, slots=True, eq=False)
class _Moments:
    log_likelihood: float
    score: FloatArray
    information: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _Tied:
    """Each person who reaches the end, one after another: ``row`` of the risk sets, and who is still counted.

    Of the people who share a day, those who reach the end leave the risk set together, a part at a time.
    """

    sets: RiskSets
    row: IntArray
    counted: FloatArray

    @classmethod
    def of(cls, sets: RiskSets) -> "_Tied":
        reached = sets.ended.sum(axis=1)
        row = np.repeat(np.arange(len(reached)), reached)
        place = np.arange(len(row)) - (np.cumsum(reached) - reached)[row]
        gone = (place / reached[row])[:, None] * sets.ended[row]
        return cls(sets, row, sets.waiting[row] - gone)

    def moments(self, log_ratios: FloatArray) -> _Moments:
        """The partial log-likelihood, its slope and its curvature."""
        total, share, slope = self._shares(log_ratios)
        covariance = np.diag(share.sum(axis=0)) - share.T @ share
        likelihood = float((self.sets.ended[:, 1:] @ log_ratios).sum() - np.log(total).sum())
        return _Moments(likelihood, slope.sum(axis=0), covariance)

    def proportionality(self, log_ratios: FloatArray, covariance: FloatArray) -> ChiSquared:
        """The score test for ratios that change with the progress of the waits."""
        _, share, slope = self._shares(log_ratios)
        when = self.sets.progress - self.sets.progress[self.row].mean()
        of_each = when[self.row][:, None]
        score = (when[:, None] * slope).sum(axis=0)
        mixed = np.diag((of_each * share).sum(axis=0)) - (of_each * share).T @ share
        changing = np.diag((of_each**2 * share).sum(axis=0)) - (of_each**2 * share).T @ share
        information = changing - mixed @ covariance @ mixed
        degrees = int(np.linalg.matrix_rank(information, hermitian=True))
        if degrees == 0:
            return ChiSquared(0.0, len(log_ratios))
        return ChiSquared(max(0.0, float(score @ np.linalg.pinv(information, hermitian=True) @ score)), degrees)

    def _shares(self, log_ratios: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """The weight of all who are counted, the share of each group but the first, and the slope of each row."""
        weight = self.counted * np.exp(np.concatenate([[0.0], log_ratios]))
        total = weight.sum(axis=1)
        share = weight[:, 1:] / total[:, None]
        expected = np.zeros((len(self.sets.ended), share.shape[1]))
        np.add.at(expected, self.row, share)
        return total, share, np.asarray(self.sets.ended[:, 1:] - expected, dtype=np.float64)
