"""Whether two gaps together are more than the two on their own, on the scale of percentage points.

Take the chance of being senior. Of people of lower backgrounds fewer are senior than of professional ones, and of women
fewer than of men. If background made the same difference to women as to men, the two gaps would add up, and women of
lower backgrounds would be as far behind as both gaps together. What is found beyond that is the additive interaction:

    (one background - the other, among women)  -  (the same among everybody else)

It is nought where the gaps add up. Points are used and not ratios because they say how many people it is about.

The interval puts together the Wilson intervals of the four shares, each by how far it reaches to its own side.

Sources:

- R. G. Newcombe, "Estimating the difference between differences: measurement of additive scale interaction for
  proportions", Statistics in Medicine 20 (2001), 2885-2893; the interval.
- G. Y. Zou, "On the estimation of additive interaction by use of the four-by-two table and beyond", American Journal of
  Epidemiology 168 (2008), 212-224; why the scale is that of differences, and the interval in general.
- K. J. Rothman, S. Greenland and T. L. Lash, Modern Epidemiology, third edition (2008), chapter 5.
"""

from math import hypot

from footing.measures.intervals import NOBODY, share_difference
from footing.tables import Estimate

FOUR_COUNTS = 4


def beyond_both_gaps(*counts: int) -> Estimate:
    """The gap between two groups in a category less the gap among everybody else, in percentage points.

    ``counts`` are those senior of the one group in the category and all of it, the same of the other group, and then
    the same four of everybody, in the category and out of it. ``NOBODY`` where one of the four shares is of nobody.
    Counts as an outsider sees them, rounded, need not add up: nobody is taken to be senior who is not there.
    """
    here = counts[:FOUR_COUNTS]
    senior, all_else, other_senior, other_all_else = (
        max(0, everybody - part) for everybody, part in zip(counts[FOUR_COUNTS:], here, strict=True)
    )
    one = share_difference(*here)
    other = share_difference(min(senior, all_else), all_else, min(other_senior, other_all_else), other_all_else)
    if one.value is None or other.value is None:
        return NOBODY
    difference = one.value - other.value
    return Estimate(
        difference,
        difference - hypot(one.value - (one.lower or 0.0), (other.upper or 0.0) - other.value),
        difference + hypot((one.upper or 0.0) - one.value, other.value - (other.lower or 0.0)),
    )
