"""One way to divide people for a table of gaps: all together, or by one characteristic."""

from collections.abc import Iterator
from dataclasses import dataclass

from footing.measures.division import ALL
from footing.measures.pay.comparison import Comparison
from footing.measures.pay.gap import ranks_needed
from footing.measures.pay.grid import Who
from footing.measures.pay.partners import Scope
from footing.measures.pay.reduction import Ranks
from footing.measures.pay.subject import comparison_dimension
from footing.tables import Dimension
from footing.workforce.workforce import Characteristic


@dataclass(frozen=True, slots=True)
class CutRow:
    """One row of a table: its key, the category of the characteristic that it is of, and its comparison."""

    key: tuple[str, ...]
    place: dict[str, str]
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Cut:
    """The people of a scope, all together or divided ``by`` a characteristic, for some comparisons."""

    scope: Scope
    comparisons: tuple[Comparison, ...]
    by: Characteristic | None = None

    @property
    def id(self) -> str:
        """The part of a table's id that names the cut."""
        return f"by_{self.by.variable}" if self.by else f"overall{self.scope.id_ending}"

    @property
    def words(self) -> str:
        """The part of a table's title that names the cut, and the comparison where there is only one."""
        by = f" by {self.by.title[:1].lower()}{self.by.title[1:]}" if self.by else ""
        return f"{by}: {self.comparisons[0].label}" if len(self.comparisons) == 1 else by

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The characteristic, with everybody last, then the comparisons."""
        by = (Dimension(self.by.variable, self.by.title, (*self.by.categories, ALL)),) if self.by else ()
        return *by, comparison_dimension(self.comparisons)

    def rows(self) -> Iterator[CutRow]:
        """Each row, the comparison moving fastest."""
        places = [{self.by.variable: each.code} for each in (*self.by.categories, ALL)] if self.by else [{}]
        for place in places:
            for comparison in self.comparisons:
                yield CutRow((*place.values(), comparison.category.code), place, comparison)

    def sides(self, row: CutRow) -> tuple[Who, Who]:
        """Who is in the group of a row, and who in its reference."""
        return row.comparison.sides(row.place, self.scope.only)

    def asked(self) -> dict[Who, Ranks]:
        """The groups whose pay the figures need."""
        return dict.fromkeys((group for row in self.rows() for group in self.sides(row)), ranks_needed)
