"""How much of a file Footing is willing to read: every bound that protects the machine it runs on."""

from dataclasses import dataclass

_MEBIBYTE = 1024 * 1024
_GIBIBYTE = 1024 * _MEBIBYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds on one extract; a file beyond any of them is refused with a fault that names it.

    The defaults hold ten million people on a laptop. A web service that accepts uploads lowers them.
    """

    file_bytes: int = 4 * _GIBIBYTE
    """The size of a text or Parquet file: ten million people of twelve columns are about 2 GiB of CSV."""
    rows: int = 20_000_000
    """The rows of one sheet, whatever they hold."""
    columns: int = 1_000
    """The cells of the widest row."""
    cell_characters: int = 32_767
    """The text of one cell; it is what a cell of Excel can hold."""
    row_bytes: int = 2_000_000
    """One row of a text file, quoted line breaks included."""
    text_bytes: int = 8 * _GIBIBYTE
    """All the text that a compressed Parquet file would unpack to."""
    heading_search_rows: int = 50
    """How far down from the first row with anything in it the heading row is looked for."""
    footer_search_rows: int = 50
    """How far up from the last row that holds anything a footer is looked for."""
    sheets: int = 50
    workbook_bytes: int = 256 * _MEBIBYTE
    """The size of an XLSX or ODS file as it lies on disk."""
    xls_bytes: int = 128 * _MEBIBYTE
    """The size of an XLS file: the old format holds 65,536 rows."""
    workbook_parts: int = 5_000
    """The files inside an XLSX or ODS file."""
    unpacked_bytes: int = 2 * _GIBIBYTE
    """What an XLSX or ODS file unpacks to, as declared and as found."""
    unpacked_ratio: int = 250
    """How many times its size on disk one part of a workbook may unpack to; honest sheets reach 10 to 60."""
    unpacked_ratio_from_bytes: int = 16 * _MEBIBYTE
    """Parts that unpack to less than this are too small to do harm, so their ratio is not judged."""
    workbook_memory_bytes: int = 3 * _GIBIBYTE
    """The memory of the separate process that opens a workbook, where the system can bound it."""
    workbook_seconds: int = 600
    """How long that process may take."""
