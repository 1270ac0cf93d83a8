"""Put the sheets of one file together again, so that it can be read as the file was."""

from collections.abc import Sequence
from pathlib import Path

_ROWS_AT_ONCE = 10_000


def reassemble(sheets: Sequence[Path], folder: Path) -> Path:
    """One file of the sheets: the sheet itself where there is one, otherwise a workbook in ``folder`` with all.

    ``sheets`` are Parquet files of texts, named as the sheets are. Raises ``ValueError`` where there are none.
    """
    if not sheets:
        raise ValueError("There are no sheets to put together.")
    if len(sheets) == 1:
        return sheets[0]
    return _write_workbook(sheets, folder / "extract.xlsx")


def _write_workbook(sheets: Sequence[Path], path: Path) -> Path:
    import pyarrow.parquet as pq
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": str(path.parent)}) as book:
        for sheet in sheets:
            table = book.add_worksheet(sheet.stem)
            with pq.ParquetFile(sheet) as file:
                row = 0
                for column, heading in enumerate(file.schema_arrow.names):
                    table.write_string(row, column, heading)
                for batch in file.iter_batches(_ROWS_AT_ONCE):
                    for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                        row += 1
                        for column, cell in enumerate(cells):
                            if cell is not None:
                                table.write_string(row, column, cell)
    return path
