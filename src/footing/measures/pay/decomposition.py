"""How much of a gap goes with what people do and who they are, and how much is left (Oaxaca and Blinder).

**Two-fold.** One regression of both groups together, with a term for the group (Jann's pooled coefficients), says what
each category is paid. What the groups' different spread over the categories comes to at those rates is accounted for;
the rest is the term for the group, which is the adjusted gap. Without that term (Neumark's pooled coefficients) part of
the rest is taken up by the categories, so that more seems accounted for; it is given beside it as a sign of how far the
answer depends on the question.

**Three-fold.** A regression for each group. Its parts are what the different spread comes to at the rates of the lower
paid group, what different rates come to at its spread, and both at once. How much of the second part falls to one
variable depends on which of its categories is left out of a regression; the coefficients are therefore taken as
differences from their mean over the categories of the variable, so that none is singled out (Yun).

Sources:

- R. Oaxaca, International Economic Review 14 (1973), 693-709; A. S. Blinder, Journal of Human Resources 8 (1973),
  436-455.
- D. Neumark, Journal of Human Resources 23 (1988), 279-295.
- M.-S. Yun, "A simple solution to the identification problem in detailed wage decompositions", Economic Inquiry 43
  (2005), 766-772.
- B. Jann, "The Blinder-Oaxaca decomposition for linear regression models", The Stata Journal 8 (2008), 453-479; also
  for the variances, in which both the coefficients and the spread over the categories are uncertain.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from footing.measures.pay.cells import Cells, FloatArray
from footing.measures.pay.regression import Regression, regress

SIDE = "side"
REFERENCE, GROUP = 0, 1
"""The places of the two groups: who is compared with, and who is compared."""

CONSTANT = ""
"""What stands for everything that no variable accounts for, where parts are given by variable."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a gap in logarithms of pay, and its variance where it is known."""

    value: float
    variance: float | None = None


@dataclass(frozen=True, slots=True)
class TwoFold:
    """The gap, what is accounted for, by variable where the data can tell, and what is left."""

    gap: Part
    explained: Part
    unexplained: Part
    by_variable: Mapping[str, Part] | None
    degrees_of_freedom: int


@dataclass(frozen=True, slots=True)
class ThreeFold:
    """Parts by variable, ``CONSTANT`` among them; each sums to the whole of its kind, and all three to the gap."""

    endowments: Mapping[str, float]
    coefficients: Mapping[str, float]
    interaction: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TwoSides:
    """Two groups of people, compressed: both together, told apart by ``SIDE``, and each by itself, the reference first.

    ``sizes`` are how many categories each of the ``controls`` has, which are what is held equal.
    """

    cells: Cells
    controls: tuple[str, ...]
    sizes: Mapping[str, int]
    sides: tuple[Cells, Cells]

    @classmethod
    def of(cls, cells: Cells, controls: tuple[str, ...], sizes: Mapping[str, int]) -> "TwoSides":
        """From people with ``SIDE`` among their codes."""
        reference, group = (cells.where(cells.codes[SIDE] == place) for place in (REFERENCE, GROUP))
        return cls(cells, controls, sizes, (reference, group))

    def people(self, place: int) -> int:
        """How many people one of the groups is."""
        return round(float(self.sides[place].people.sum()))

    def spread(self, place: int, variable: str) -> FloatArray:
        """Which share of a group is in each category of a variable."""
        cells = self.sides[place]
        people = np.bincount(cells.codes[variable], cells.people, minlength=self.sizes[variable])
        return np.asarray(people / cells.people.sum(), dtype=np.float64)

    def pooled(self, *, with_side: bool) -> Regression:
        """One regression of both groups, with a term for the group or without."""
        variables = (SIDE, *self.controls) if with_side else self.controls
        return regress(self.cells, variables, {SIDE: 2, **self.sizes})


def mean_log_gap(sides: TwoSides) -> Part:
    """The gap between the means of the logarithms, the reference's less the group's."""
    means, variances = zip(*(_mean_and_variance(sides.sides[place]) for place in (REFERENCE, GROUP)), strict=True)
    return Part(means[REFERENCE] - means[GROUP], sum(variances))


def side_contrast(regression: Regression) -> FloatArray:
    """The contrast that is the gap left when all else is held equal."""
    return regression.contrast({SIDE: np.array([1.0, -1.0])})


def two_fold(sides: TwoSides, regression: Regression) -> TwoFold | None:
    """Split the gap with the coefficients of a pooled regression, with a term for the group or without.

    ``None`` when the groups cannot be told apart from what is held equal.
    """
    apart = {name: sides.spread(REFERENCE, name) - sides.spread(GROUP, name) for name in sides.controls}
    whole, singles = regression.contrast(apart), {name: regression.contrast({name: apart[name]}) for name in apart}
    has_side = SIDE in regression.places
    if not regression.can_tell(whole) or (has_side and not regression.can_tell(side_contrast(regression))):
        return None
    gap, explained = mean_log_gap(sides), _explained(sides, regression, whole, sides.controls)
    left = regression.variance(side_contrast(regression)) if has_side else None
    return TwoFold(
        gap=gap,
        explained=explained,
        unexplained=Part(gap.value - explained.value, left),
        by_variable={name: _explained(sides, regression, each, (name,)) for name, each in singles.items()}
        if all(regression.can_tell(each) for each in singles.values())
        else None,
        degrees_of_freedom=regression.degrees_of_freedom,
    )


def three_fold(sides: TwoSides) -> ThreeFold | None:
    """Split the gap with a regression of each group.

    ``None`` when either group has nobody in a category where the other has somebody, or when one variable says what
    another says, so that their coefficients cannot be told.
    """
    reference, group = (_normalised(sides, place) for place in (REFERENCE, GROUP))
    if reference is None or group is None:
        return None
    apart = {name: sides.spread(REFERENCE, name) - sides.spread(GROUP, name) for name in sides.controls}
    spread = {CONSTANT: np.ones(1), **{name: sides.spread(GROUP, name) for name in sides.controls}}
    rates = {name: reference[name] - group[name] for name in spread}
    return ThreeFold(
        endowments={CONSTANT: 0.0, **{name: float(apart[name] @ group[name]) for name in apart}},
        coefficients={name: float(spread[name] @ rates[name]) for name in spread},
        interaction={CONSTANT: 0.0, **{name: float(apart[name] @ rates[name]) for name in apart}},
    )


def _normalised(sides: TwoSides, place: int) -> dict[str, FloatArray] | None:
    """The coefficients of one group, a variable's as differences from their mean; ``None`` if not all are told."""
    occupied = {name: sides.spread(GROUP, name) + sides.spread(REFERENCE, name) > 0 for name in sides.controls}
    regression = regress(sides.sides[place], sides.controls, sides.sizes)
    if regression.rank < 1 + sum(int(categories.sum()) - 1 for categories in occupied.values()):
        return None
    coefficients = {CONSTANT: regression.of(CONSTANT)}
    for name, categories in occupied.items():
        mean = regression.of(name)[categories].mean()
        coefficients[name] = np.where(categories, regression.of(name) - mean, 0.0)
        coefficients[CONSTANT] = coefficients[CONSTANT] + mean
    return coefficients


def _explained(sides: TwoSides, regression: Regression, contrast: FloatArray, names: Sequence[str]) -> Part:
    """A contrast between the groups' spreads, with the variance of the coefficients and of the spreads."""
    variance = regression.variance(contrast)
    for place in (REFERENCE, GROUP):
        cells = sides.sides[place]
        predicted = np.sum([regression.of(name)[cells.codes[name]] for name in names], axis=0)
        people = cells.people.sum()
        mean = cells.people @ predicted / people
        variance += float(cells.people @ (predicted - mean) ** 2) / (people * (people - 1))
    return Part(regression.value(contrast), variance)


def _mean_and_variance(cells: Cells) -> tuple[float, float]:
    people = cells.people.sum()
    mean = cells.total.sum() / people
    return float(mean), max(0.0, float(cells.squares.sum() - people * mean * mean) / (people * (people - 1)))
