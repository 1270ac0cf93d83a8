"""Rows that say the same as an earlier row in every cell."""

# ruff: noqa: S608  (every name put into a statement is made by reading itself)

from dataclasses import replace

from footing.workforce.faults import Fault
from footing.workforce.faults.reading_kinds import EXACT_DUPLICATES
from footing.workforce.reading.extract import Extract, Sheet
from footing.workforce.reading.relation import Relation


def drop_exact_duplicates(extract: Extract, sheet: Sheet) -> tuple[Sheet, Fault | None]:
    """Drop every row that repeats an earlier one in every cell, from the engine's table itself.

    Gives the sheet with its new count, to be used from then on, and a notice of the rows dropped, or None.
    """
    cells = ", ".join(sheet.columns)
    # Only rows whose hash is not alone are compared cell by cell: a million rows are not sorted for three.
    repeated = f"""
        WITH suspects AS (SELECT hash({cells}) AS mark FROM {sheet.relation} GROUP BY mark HAVING count(*) > 1)
        SELECT row_number FROM {sheet.relation} WHERE hash({cells}) IN (SELECT mark FROM suspects)
        QUALIFY row_number() OVER (PARTITION BY {cells} ORDER BY row_number) > 1
        ORDER BY row_number"""
    rows = extract.connection.execute(repeated).fetchnumpy()["row_number"]
    if not len(rows):
        return sheet, None
    Relation(extract.connection, sheet.relation, len(sheet.columns)).remove(rows)
    notice = EXACT_DUPLICATES.at_rows(rows.tolist(), sheet=sheet.name)
    return replace(sheet, row_count=sheet.row_count - len(rows)), notice
