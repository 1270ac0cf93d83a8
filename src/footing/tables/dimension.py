"""The dimensions of a table and the hierarchies of the variables behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from footing.tables.coordinate import TOTAL


@dataclass(frozen=True, slots=True)
class Category:
    """One value along a dimension. ``code`` is stable; ``label`` is what people read."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """A variable as one table shows it: ordered categories, with ``TOTAL`` among them where the table has totals."""

    variable: str
    title: str
    categories: tuple[Category, ...]

    def label(self, code: str) -> str:
        """The words for a category code. Raises ``KeyError`` for a code that the dimension does not have."""
        for category in self.categories:
            if category.code == code:
                return category.label
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """How the categories of a variable add up.

    ``parents`` maps each category code to the code that it is part of; a code that is not a key is part of
    ``TOTAL``. The children of a code must be exhaustive and not overlap, so that they sum to it.
    """

    variable: str
    parents: Mapping[str, str] = field(default_factory=dict)

    def parent(self, code: str) -> str | None:
        """The category that ``code`` is part of; ``None`` for ``TOTAL`` itself."""
        return None if code == TOTAL else self.parents.get(code, TOTAL)
