"""Conditional logistic regression: the odds of getting through within a requisition, several things held equal at once.

Given how many of a requisition got through, the regression asks who it was. What all applicants of a requisition share
(how hard the post is to get, who decided, when) then drops out, however many requisitions there are and however small.

**How it is worked out.** The likelihood of a requisition is the chance of those who got through over that of any
equally large set of its applicants. The sum over all those sets is never written out. Taken as independent trials,
applicants get through in some number; the chance of exactly the number found is built up one applicant at a time, and
with it the mean and the covariance of the terms of those who get through (M. H. Gail, J. H. Lubin and L. V. Rubinstein,
"Likelihood calculations for matched case-control studies and survival studies with tied death times", Biometrika 68
(1981), 703-707). Newton's method then finds the coefficients at which the means are what was found.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

NEWTON_STEPS = 25
PRECISION = 1e-6
"""The last step is shorter than this many standard errors; the error left is about the square of it."""
WORST_CONDITION = 1e10
"""Beyond, some terms say the same, or one of them tells those who passed from the others."""
NUMBERS_AT_ONCE = 50_000
"""How many numbers are worked on at a time: so few that they stay in the processor's fast memory."""


@dataclass(frozen=True, slots=True)
class Applicants:
    """One row for each applicant: the terms of the regression, whether they passed, and their requisition's number.

    ``terms`` has one column for each term. Rows of one requisition stand together.
    """

    terms: FloatArray
    passed: BoolArray
    requisition: IntArray


@dataclass(frozen=True, slots=True)
class Fit:
    """The coefficients, as logarithms of odds ratios, and their covariance."""

    coefficients: FloatArray
    covariance: FloatArray


@dataclass(frozen=True, slots=True)
class _Batch:
    """Requisitions of like size side by side, the largest first, with how many are in each and how many got through.

    ``terms`` are by term, place and requisition, less the mean of each requisition, which changes no likelihood;
    ``found`` are their sums over those who got through. Where more than half did, those who did not are counted in
    their place, with the signs of the terms turned, which is the same likelihood with fewer numbers.
    """

    terms: FloatArray
    sizes: IntArray
    through: IntArray
    found: FloatArray


def fit(applicants: Applicants) -> Fit | None:
    """The likeliest coefficients; ``None`` when there are none, as when a term tells those who passed from the others.

    Applicants of a requisition where everybody or nobody passed say nothing and are left out.
    """
    batches = tuple(_batches(applicants))
    coefficients = np.zeros(applicants.terms.shape[1])
    for _ in range(NEWTON_STEPS if batches else 0):
        slope = np.zeros(len(coefficients))
        information = np.zeros((len(coefficients), len(coefficients)))
        for batch in batches:
            mean, spread = _moments(batch, coefficients)
            slope += batch.found - mean
            information += spread
        if not np.isfinite(information).all() or not np.linalg.cond(information) < WORST_CONDITION:
            return None
        covariance = np.asarray(np.linalg.inv(information), dtype=np.float64)
        step, errors = covariance @ slope, np.sqrt(np.diag(covariance))
        coefficients = coefficients + step
        if (np.abs(step) <= PRECISION * errors).all():
            return Fit(coefficients, covariance)
    return None


def _moments(batch: _Batch, coefficients: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The mean and the covariance of the sum of the terms of those who get through, given how many do."""
    chances = _chances(batch, coefficients)
    ways = _Ways.of_nobody(len(coefficients), int(batch.through.max()), len(batch.sizes))
    for place, chance in enumerate(chances):
        there = int((batch.sizes > place).sum())
        ways.add(batch.terms[:, place, :there], chance[:there], there)
    through, each = batch.through, np.arange(len(batch.sizes))
    mean = ways.sums[:, through, each] / ways.chances[through, each]
    pairs = (ways.products[:, through, each] / ways.chances[through, each]).sum(axis=1)
    products = np.zeros((len(coefficients), len(coefficients)))
    products[ways.pairs] = products[ways.pairs[::-1]] = pairs
    return mean.sum(axis=1), products - mean @ mean.T


def _chances(batch: _Batch, coefficients: FloatArray) -> FloatArray:
    """The chance of each applicant, by place and requisition, with the odds that the coefficients give.

    The odds of a requisition are brought to where about as many get through as did: a factor of all odds drops out of
    the likelihood, and without it the chance of the number found could be too small to hold.
    """
    odds = np.exp(np.einsum("tps,t->ps", batch.terms, coefficients))
    odds *= np.arange(len(odds))[:, None] < batch.sizes
    odds *= batch.through / (batch.sizes - batch.through) * batch.sizes / odds.sum(axis=0)
    return np.asarray(odds / (1 + odds))


@dataclass(frozen=True, slots=True)
class _Ways:
    """Built up one applicant at a time: for each number who got through, and each requisition, its chance, and that
    chance times the mean of the sums of the terms and of the products of two sums.
    """

    chances: FloatArray
    sums: FloatArray
    products: FloatArray
    pairs: tuple[IntArray, IntArray]

    @classmethod
    def of_nobody(cls, terms: int, most: int, requisitions: int) -> "_Ways":
        """Before anybody is added, nobody has got through."""
        pairs = np.triu_indices(terms)
        chances = np.zeros((most + 1, requisitions))
        chances[0] = 1
        shape = most + 1, requisitions
        return cls(chances, np.zeros((terms, *shape)), np.zeros((len(pairs[0]), *shape)), pairs)

    def add(self, terms: FloatArray, chance: FloatArray, there: int) -> None:
        """Add one applicant, by their terms and their chance, to each of the requisitions that have one more."""
        one, other = self.pairs
        before = self.chances[:-1, :there]
        sums = self.sums[:, :-1, :there]
        term = terms[:, None]
        with_them = before * term
        products = self.products[:, :-1, :there] + sums[one] * term[other] + (sums + with_them)[other] * term[one]
        for held, with_one_more in ((self.products, products), (self.sums, sums + with_them), (self.chances, before)):
            gained = with_one_more * chance
            held[..., :there] *= 1 - chance
            held[..., 1:, :there] += gained


def _batches(applicants: Applicants) -> Iterator[_Batch]:
    """The telling requisitions by size, the largest first, so many at a time as fit."""
    starts = np.flatnonzero(np.diff(applicants.requisition, prepend=-1))
    sizes = np.diff(starts, append=len(applicants.requisition))
    passed = np.concatenate([[0], np.cumsum(applicants.passed)])
    through = passed[starts + sizes] - passed[starts]
    telling = np.flatnonzero((through > 0) & (through < sizes))
    order = telling[np.argsort(-sizes[telling], kind="stable")]
    numbers = (applicants.terms.shape[1] + 1) ** 2 // 2
    while len(order):
        fitting = max(1, NUMBERS_AT_ONCE // (int(sizes[order[0]]) // 2 * numbers or 1))
        batch, order = order[:fitting], order[fitting:]
        yield _batch(applicants, starts[batch], sizes[batch], through[batch])


def _batch(applicants: Applicants, starts: IntArray, sizes: IntArray, through: IntArray) -> _Batch:
    places = np.arange(int(sizes[0]))[:, None]
    there = places < sizes
    rows = np.where(there, starts + places, 0)
    turned = 2 * through > sizes
    terms = np.where(there, np.moveaxis(applicants.terms[rows], -1, 0), 0.0)
    terms -= np.where(there, (terms.sum(axis=1) / sizes)[:, None], 0.0)
    terms *= np.where(turned, -1.0, 1.0)
    passed = there & (applicants.passed[rows] ^ turned)
    found = np.einsum("tps,ps->t", terms, passed.astype(np.float64))
    return _Batch(terms, sizes, np.where(turned, sizes - through, through), found)
