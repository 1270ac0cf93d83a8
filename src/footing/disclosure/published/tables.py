"""Published tables of cells in files of their own: a column for each dimension and one of counts, some withheld."""

import json
from collections.abc import Sequence
from pathlib import Path

from footing.disclosure.published.outside import PublishedCounts
from footing.disclosure.tabulating import DesignFault, TableDesign
from footing.disclosure.tabulating.cells import dimensions_in, read_cells
from footing.disclosure.tabulating.places import coordinate_of, hierarchy_of
from footing.disclosure.tabulating.reading import PEOPLE
from footing.disclosure.tabulating.sheets import count_column, drafted_design, open_sheets
from footing.disclosure.tabulating.writing import RELEASE_NAME
from footing.tables import Coordinate
from footing.workforce.limits import Limits


def printed_tables(paths: Sequence[Path], design: TableDesign | None, limits: Limits) -> PublishedCounts:
    """What the tables in the files print, all of them of the same people. Raises ``DesignFault``.

    A count that one table withholds and another prints is known. Without a description of the columns one is drafted
    from the first file.
    """
    printed: dict[Coordinate, int | None] = {}
    codes: dict[str, dict[str, None]] = {}
    with open_sheets(paths, limits) as sheets:
        design = design or drafted_design(sheets[0])
        if design.count is None:
            design = design.model_copy(update={"count": count_column(sheets[0])})
        for sheet in sheets:
            dimensions = dimensions_in(sheet, design)
            for row in read_cells(sheet, design):
                named = dict(zip(dimensions, row.codes, strict=True))
                for dimension, code in named.items():
                    codes.setdefault(dimension, {})[code] = None
                _print(printed, coordinate_of(named), row.count, sheet.name)
    hierarchies = {dimension: hierarchy_of(dimension, list(each)) for dimension, each in codes.items()}
    return PublishedCounts("the people in the tables", printed, hierarchies, {})


def _print(printed: dict[Coordinate, int | None], cell: Coordinate, count: int | None, table: str) -> None:
    before = printed.get(cell)
    if before is not None and count is not None and before != count:
        raise DesignFault("T013", f"{table} gives another count than an earlier row or table for the same group.")
    printed[cell] = count if before is None else before


def described_release(folder: Path) -> tuple[list[Path], TableDesign, str]:
    """The tables in a folder that ``footing protect`` wrote, their description and the id of their policy.

    Raises ``DesignFault`` for a folder whose ``release.json`` cannot be read.
    """
    try:
        content = json.loads((folder / RELEASE_NAME).read_text(encoding="utf-8"))
        design = TableDesign.model_validate({**content["design"], "count": content["design"]["count"] or PEOPLE})
        return [folder / name for name in content["tables"]], design, content["policy"]["id"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DesignFault("T014", f"{folder / RELEASE_NAME} cannot be read as the record of a release.") from error
