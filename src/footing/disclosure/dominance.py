"""Totals of amounts that a few people make up most of.

Source: A. Hundepool and others, "Statistical Disclosure Control" (Wiley 2012), section 4.2: the (n,k) and p% rules, and
how uncertain a total that they make sensitive must be left.
"""

from footing.standards import DominanceRule
from footing.tables.raw import Contribution


def is_dominated(contribution: Contribution, rule: DominanceRule) -> bool:
    """Whether a few people make up most of a total, by the (n,k) or the p% rule."""
    return bool(contribution.largest) and _lacking(contribution, rule) > 0


def uncertainty_needed(contribution: Contribution, rule: DominanceRule) -> float:
    """By how much an outsider must be left unsure of a total that is kept back, in its unit.

    Enough that neither rule would be broken by somebody who takes the largest total that is possible for the true one;
    and no less than ``p_percent`` of the largest amount, so that it cannot be estimated that closely.
    """
    if not contribution.largest:
        return rule.p_percent / 100 * contribution.total
    return max(_lacking(contribution, rule), rule.p_percent / 100 * max(contribution.largest))


def _lacking(contribution: Contribution, rule: DominanceRule) -> float:
    """How much larger a total would have to be for both rules to let it be shown; 0 or less if they do.

    Where fewer amounts are listed than the rule looks at, the next may be as large as the last of these, as far as the
    total reaches.
    """
    total, largest = contribution.total, sorted(contribution.largest, reverse=True)
    unlisted = min(largest[-1] * max(rule.n - len(largest), 0), max(total - sum(largest), 0.0))
    by_share = (sum(largest[: rule.n]) + unlisted) / (rule.k_percent / 100) - total
    by_estimate = rule.p_percent / 100 * largest[0] - (total - sum(largest[:2]))
    return max(by_share, by_estimate)
