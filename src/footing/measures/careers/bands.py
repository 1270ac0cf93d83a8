"""Lengths of time in a few bands of whole years, so that what a curve rests on can be counted, and withheld.

A curve that is published gives away how many reached the end between two of its points. So points are few: the whole
years between which, in every group with enough people, at least ``smallest_step`` reached the end, and at which as many
still wait. The counts between the points are cells like any others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from footing.measures.careers.rates import DAYS_PER_YEAR
from footing.measures.careers.survival import Waits

if TYPE_CHECKING:
    import ibis


def days_of_years(years: int) -> int:
    """The first whole day on which so many years are over."""
    return ceil(years * DAYS_PER_YEAR)


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands between ``points`` (years, rising) of those whom the code ``whole`` stands for."""

    whole: str
    points: tuple[int, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The bands from the shortest to the longest; they make up the whole."""
        between = zip(self.points, self.points[1:], strict=False)
        if not self.points:
            return (self.whole,)
        return f"under_{self.points[0]}", *(f"from_{a}_to_{b}" for a, b in between), self.at_least(self.points[-1])

    def at_least(self, point: int) -> str:
        """The band, or the roll-up of bands, from a point on."""
        return f"{point}_or_more"

    def up_to(self, point: int) -> tuple[str, ...]:
        """The bands before a point."""
        return self.codes[: self.points.index(point) + 1]

    def parents(self) -> Mapping[str, str]:
        """What each band adds up to: those from a point on within those from the point before, up to the whole."""
        parents, whole = {}, self.whole
        for point, band in zip(self.points, self.codes, strict=False):
            parents[band] = parents[self.at_least(point)] = whole
            whole = self.at_least(point)
        return parents

    def code_of(self, days: "ibis.Value", *, within_first: "ibis.Value | None" = None) -> "ibis.Value":
        """The band of each number of days; ``within_first`` says who is in the first band, if days do not."""
        import ibis

        if not self.points:
            return ibis.literal(self.whole)
        limits = [days < days_of_years(point) for point in self.points]
        if within_first is not None:
            limits[0] = within_first
        return ibis.cases(*zip(limits, self.codes, strict=False), else_=self.codes[-1])


def choose_points(
    groups: Sequence[Waits], years: Sequence[int], *, smallest_step: int, given: Sequence[int] = ()
) -> tuple[int, ...]:
    """The years at which a curve can be given for every group in which at least so many reach the end at all.

    The points ``given`` come first, whatever they rest on.
    """
    large = [waits for waits in groups if int(waits.ended.sum()) >= smallest_step]
    points = list(given)
    for year in years if large else ():
        if all(_is_a_step(waits, points[-1] if points else 0, year, smallest_step) for waits in large):
            points.append(year)
    return tuple(points)


def _is_a_step(waits: Waits, since: int, year: int, smallest_step: int) -> bool:
    day, earlier = days_of_years(year), days_of_years(since) if since else 0
    ended = int(waits.ended[(waits.days >= earlier) & (waits.days < day)].sum())
    still = int((waits.ended + waits.lost)[waits.days >= day].sum())
    return ended >= smallest_step and still >= smallest_step
