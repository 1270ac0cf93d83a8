"""The change of a share between two years, in percentage points, and how far chance alone could have moved it.

**Most people are there in both years**, and their background is the same. They move both shares together, so that the
change is surer than that between two lots of strangers. With ``kept`` people who count in both years with the same
answer, the shares of ``n`` and ``m`` people are correlated by ``kept / sqrt(n m)``. The interval puts the two Wilson
intervals together with that correlation; where nobody is in both years it is Newcombe's for independent shares.

**People matched one to one**, each with an answer in both years, are compared by Newcombe's interval for paired shares.
Backgrounds do not change, so this says how far people answer differently when they are asked again.

Sources:

- R. G. Newcombe, "Improved confidence intervals for the difference between binomial proportions based on paired data",
  Statistics in Medicine 17 (1998), 2635-2650; method 10.
- G. Y. Zou, "Toward using confidence intervals to compare correlations", Psychological Methods 12 (2007), 399-413: the
  same with any correlation.
- B. Derrick, A. Dobson-Mckittrick, D. Toher and P. White, "Test statistics for comparing two proportions with partially
  overlapping samples", Journal of Applied Quantitative Methods 10 (2015), 1-14: the correlation.
"""

from math import sqrt

from footing.measures.intervals import NOBODY, share_of
from footing.tables import Estimate


def change_of_share(part: int, base: int, part_before: int, base_before: int, kept: int) -> Estimate:
    """The share now less the share before, of whom ``kept`` people are in both with the same answer.

    ``NOBODY`` when either base is empty. Raises ``ValueError`` for a part that is more than its base.
    """
    if not base or not base_before:
        return NOBODY
    return _difference(part, base, part_before, base_before, correlation=min(1.0, kept / sqrt(base * base_before)))


def paired_change(same: int, came: int, went: int, people: int) -> Estimate:
    """The change among the same ``people``: ``same`` of the group both times, others who came to it or went from it.

    ``NOBODY`` where there is nobody. Counts as an outsider sees them, rounded, need not add up: there are at least as
    many people as are counted.
    """
    if not people:
        return NOBODY
    people = max(people, same + came + went)
    neither = people - same - came - went
    found = same * neither - came * went
    product = (same + came) * (went + neither) * (same + went) * (came + neither)
    corrected = max(found - people / 2, 0.0) if found > 0 else float(found)
    correlation = corrected / sqrt(product) if product else 0.0
    return _difference(same + came, people, same + went, people, correlation=correlation)


def _difference(part: int, base: int, part_before: int, base_before: int, *, correlation: float) -> Estimate:
    now, before = share_of(part, base), share_of(part_before, base_before)
    value, value_before = now.value or 0.0, before.value or 0.0
    down, up = value - (now.lower or 0.0), (now.upper or 0.0) - value
    down_before, up_before = value_before - (before.lower or 0.0), (before.upper or 0.0) - value_before
    change = value - value_before
    return Estimate(
        change, change - _joined(down, up_before, correlation), change + _joined(up, down_before, correlation)
    )


def _joined(one: float, other: float, correlation: float) -> float:
    """Two distances squared and added, less what they have in common."""
    return sqrt(max(0.0, one * one + other * other - 2 * correlation * one * other))
