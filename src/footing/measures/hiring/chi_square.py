"""The chance that a chi-square statistic is as large as one found, or larger.

The upper incomplete gamma function, by its series where that converges fast and by its continued fraction elsewhere
(M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 6.5.29 and 6.5.31; the fraction is worked
out by the method of W. J. Lentz, Applied Optics 15 (1976), 668-671).
"""

from math import exp, lgamma, log

PRECISION = 1e-15
SMALLEST = 1e-300
"""Stands in for nought where a fraction would divide by it."""


def chi_square_chance(statistic: float, degrees_of_freedom: int) -> float:
    """The chance of a statistic at least this large; 1 for nought or less."""
    shape, point = degrees_of_freedom / 2, statistic / 2
    if point <= 0:
        return 1.0
    weight = exp(shape * log(point) - point - lgamma(shape))
    return 1 - weight * _series(shape, point) if point < shape + 1 else weight * _fraction(shape, point)


def _series(shape: float, point: float) -> float:
    term = total = 1 / shape
    while term > PRECISION * total:
        shape += 1
        term *= point / shape
        total += term
    return total


def _fraction(shape: float, point: float) -> float:
    step, ratio = 0, 0.0
    below = point + 1 - shape
    above, inverse = 1 / SMALLEST, 1 / below
    value = inverse
    while abs(ratio - 1) > PRECISION:
        step += 1
        numerator, below = -step * (step - shape), below + 2
        inverse = 1 / (numerator * inverse + below or SMALLEST)
        above = below + numerator / above or SMALLEST
        ratio = inverse * above
        value *= ratio
    return value
