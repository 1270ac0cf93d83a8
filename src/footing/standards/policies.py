"""Disclosure policies: which figures may be shown, and how those that may not are kept back."""

from collections.abc import Collection
from typing import Literal, Self

from pydantic import Field, model_validator

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Part


class Protection(Part):
    """How wide the range must stay that an outsider can work out for a count that is withheld for being small.

    The range must reach up to ``upper`` at least and down to ``lower`` at most, in people.
    """

    lower: int = Field(ge=0)
    upper: int = Field(ge=2)


class CountsRule(Part):
    """Counts from 1 to ``threshold`` - 1 are withheld, and noughts too when ``zeros`` says so.

    ``group_disclosure`` says whether tables may show that everybody in a group is in one and the same part of it, which
    tells of each of them however many they are.
    """

    threshold: int = Field(ge=2)
    zeros: Literal["shown", "withheld"]
    group_disclosure: Literal["shown", "withheld"]
    protection: Protection

    @property
    def least_withheld(self) -> int:
        """The smallest that a count can be of which only this rule and that it is withheld are known."""
        return 1 if self.zeros == "shown" and self.group_disclosure == "shown" else 0

    @model_validator(mode="after")
    def _protection_fits_the_threshold(self) -> Self:
        if self.protection.upper < self.threshold:
            raise ValueError("protection.upper must reach the threshold, or an outsider learns that a count is small")
        if self.zeros == "shown" and self.protection.lower < 1:
            raise ValueError("noughts are shown, so a withheld count is known to be at least 1: protection.lower is 1")
        if self.zeros == "withheld" and self.protection.lower > 0:
            raise ValueError("noughts are withheld, so they must stay possible: protection.lower is 0")
        if self.zeros == "withheld" and self.group_disclosure == "shown":
            raise ValueError("noughts are withheld, so nobody can see that a group is all in one part: withheld, too")
        return self


class SpecialCategoriesRule(Part):
    """Means and medians of groups by one of these variables rest on at least ``minimum_base`` people."""

    variables: tuple[str, ...] = Field(min_length=1)
    minimum_base: int = Field(ge=2)


class AveragesRule(Part):
    """Means and medians rest on at least ``minimum_base`` people, or on more for groups by a special category."""

    minimum_base: int = Field(ge=2)
    special_categories: SpecialCategoriesRule | None = None
    """``None`` where the policy's source makes no difference between categories."""

    def minimum_for(self, variables: Collection[str]) -> int:
        """How many people an average of a group needs, from the variables that the group shares a category of."""
        special = self.special_categories
        if special is None or not set(special.variables) & set(variables):
            return self.minimum_base
        return max(self.minimum_base, special.minimum_base)


class DominanceRule(Part):
    """A total of amounts is withheld when few people make up most of it.

    That is when the largest ``n`` exceed ``k_percent`` of it (the n,k rule), or when the second largest could work out
    the largest to within ``p_percent`` of its value (the p% rule).
    """

    n: int = Field(ge=1)
    k_percent: float = Field(gt=0, lt=100)
    p_percent: float = Field(gt=0, lt=100)


class RoundingRule(Part):
    """Rounding of what is shown, instead of withholding any, never as well.

    ``nearest`` rounds each count on its own to a multiple of ``base``; ``controlled`` rounds each up or down to one so
    that parts come to their wholes.
    """

    method: Literal["none", "nearest", "controlled"]
    base: int = Field(ge=1)
    """What counts are rounded to; 1 leaves them as they are."""
    pay: int = Field(ge=1)
    """What pay is rounded to, in pounds; 1 leaves whole pounds. Pay is rounded under either method."""

    @model_validator(mode="after")
    def _base_fits_the_method(self) -> Self:
        if (self.method == "none") != (self.base == 1):
            raise ValueError("base is 1 when counts are not rounded, and more than 1 when they are")
        return self


class TablesRule(Part):
    """Which tables are worth publishing at all.

    A table is left out when more than ``small_counts_percent`` of its counts, noughts aside, are under the threshold:
    most of it would be withheld, and hiding the rest would cost figures in other tables.
    """

    small_counts_percent: float = Field(gt=0, le=100)


class DisclosurePolicy(Entry):
    """One body's rules, with the parts that it leaves open filled in and said to be so in ``notes``."""

    counts: CountsRule
    averages: AveragesRule
    dominance: DominanceRule
    rounding: RoundingRule
    tables: TablesRule
    suited_to: Text
    """When to use it, in words."""
