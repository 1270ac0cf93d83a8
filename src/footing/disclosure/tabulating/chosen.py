"""Tables that are chosen from everything that a file of many dimensions could be asked for."""

# ruff: noqa: S608  (every name put into a statement is a heading of the file, quoted by the engine's own column names)

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from footing.disclosure.tabulating.design import DesignFault, TableDesign
from footing.disclosure.tabulating.grouping import people_alike
from footing.disclosure.tabulating.levels import Depths, count_levels, most_dimensions
from footing.disclosure.tabulating.plan import MOST_CELLS, Outcome, Plan, choose_tables, one_coarser
from footing.disclosure.tabulating.reading import Tabulated, from_people
from footing.disclosure.tabulating.sheets import OpenSheet, drafted_design, open_sheets, require_columns
from footing.standards import DisclosurePolicy
from footing.workforce.limits import Limits

_COUNT = r"\d{1,3}(,\d{3})+|\d+(\.0+)?"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tables that were chosen, and the plan that they were chosen by.

    ``together`` is how many dimensions a table may have at most, where looking at more would have been too much.
    """

    tabulated: Tabulated
    plan: Plan
    together: int | None

    def named(self, outcome: Outcome) -> list[str]:
        """The combinations of one outcome, each by its columns; of those left out only the coarsest."""
        found = {each.depths for each in self.plan.having(outcome)}
        coarsest = [
            each for each in sorted(found) if outcome is Outcome.SHOWN or not found.intersection(one_coarser(each))
        ]
        return [" by ".join(columns_at(self.tabulated.design, each)) for each in coarsest]

    def left_out(self) -> Iterator[tuple[str, str]]:
        """The coarsest of what was left out, and why in words; what is finer is left out with them."""
        for name in self.named(Outcome.MOSTLY_SMALL):
            yield name, "Too many of its counts are small: it would be mostly withheld."
        for name in self.named(Outcome.TOO_MANY):
            yield name, "There is no room for it within the number of cells that are protected together."

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """A table of all combinations: its columns, how many cells it can have, and what became of it."""
        yield "table", "cells", "outcome"
        for each, outcome in self.plan.outcomes.items():
            name = " by ".join(columns_at(self.tabulated.design, each.depths)) or "everybody"
            yield name, str(each.possible), outcome.value


def tabulate_chosen(
    paths: Sequence[Path],
    design: TableDesign | None,
    limits: Limits,
    policy: DisclosurePolicy,
    most_cells: int = MOST_CELLS,
) -> Chosen:
    """The tables of one file that are worth showing under a policy, of at most ``most_cells`` cells together.

    With a column of counts each row of the file is a group of people, told apart by the finest column of every
    dimension. Raises ``DesignFault``.
    """
    if len(paths) > 1:
        raise DesignFault("T017", "Tables can be chosen from one file at a time.")
    with open_sheets(paths, limits) as (sheet,):
        design = design or drafted_design(sheet)
        _require_groups(sheet, design)
        groups = people_alike(sheet, design)
        together = most_dimensions([len(each) for each in groups.sizes])
        plan = choose_tables(count_levels(groups, policy.counts.threshold, together), policy, most_cells)
        tables = tuple(columns_at(design, depths) for depths in plan.tables() if any(depths))
        if not tables:
            raise DesignFault(
                "T020",
                f"No table of {sheet.name} is worth showing: each would be mostly withheld under this policy, or has "
                "more cells than were asked for. Put categories together, or allow more cells.",
            )
        tabulated = from_people((sheet,), design.model_copy(update={"tables": tables}))
    return Chosen(tabulated, plan, together if together < len(design.dimensions) else None)


def columns_at(design: TableDesign, depths: Depths) -> tuple[str, ...]:
    """The column that names each dimension which a combination does not leave out."""
    pairs = zip(design.dimensions, depths, strict=True)
    return tuple(design.levels(dimension)[depth - 1] for dimension, depth in pairs if depth)


def _require_groups(sheet: OpenSheet, design: TableDesign) -> None:
    """Refuse what tables cannot be chosen from: tables that are named, and rows of totals beside rows of groups."""
    if design.tables:
        raise DesignFault("T018", "The description names its tables. Leave them out for tables to be chosen.")
    if design.count and design.values:
        raise DesignFault(
            "T010", "Amounts need a file with one row for each person: a group does not say who holds most."
        )
    count, person = [each for each in (design.count,) if each], [each for each in (design.person,) if each]
    require_columns(sheet, [*design.columns(), *design.values, *count, *person])
    if design.count:
        _require_counts(sheet, design, design.count)


def _require_counts(sheet: OpenSheet, design: TableDesign, count: str) -> None:
    bad = _rows_with(sheet, f"NOT regexp_full_match({sheet.column(count)}, '{_COUNT}')")
    if bad:
        raise DesignFault("T011", f"{sheet.name}: {bad} rows have a count that is not a whole number.")
    everybody = ", ".join(_quoted(word) for word in (design.total.lower(), "*", "all", "total"))
    totals = _rows_with(
        sheet, " OR ".join(f"lower({sheet.column(each)}) IN ({everybody})" for each in design.columns())
    )
    if totals:
        raise DesignFault(
            "T019",
            f"{sheet.name}: {totals} rows are of totals. Leave them out: tables are added up from the finest rows.",
        )


def _rows_with(sheet: OpenSheet, condition: str) -> int:
    escaped = condition.replace("{", "{{").replace("}", "}}")
    return int(sheet.rows(f"SELECT count(*) FROM {{relation}} WHERE {escaped}")[0][0])


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
