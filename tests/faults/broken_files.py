"""For each kind of fault of reading, a file that has it, made as such a file is made in life."""

import os
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from faults.workbooks import STAFF, write_ods, write_xls, write_xlsx
from footing.workforce.limits import Limits

PEOPLE = "Payroll no,Grade\nK1,Band 2\nK2,Band 3\nK3,Band 2\n"


@dataclass(frozen=True)
class Broken:
    """A file in a folder, the fault that reading it must give, and words that the fault must say."""

    code: str
    name: str
    build: Callable[[Path], object]
    says: str = ""
    limits: Limits = field(default_factory=Limits)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


def text(content: str, encoding: str = "utf-8") -> Callable[[Path], object]:
    """A file of text."""
    return lambda path: path.write_bytes(content.encode(encoding))


def octets(content: bytes) -> Callable[[Path], object]:
    """A file of bytes."""
    return lambda path: path.write_bytes(content)


def xlsx(**sheets: object) -> Callable[[Path], object]:
    """An XLSX file; an underscore in a name stands for a space."""
    return lambda path: write_xlsx(path, {name.replace("_", " "): rows for name, rows in sheets.items()})


def cut_short(path: Path) -> None:
    """The first half of an XLSX file."""
    whole = write_xlsx(path, {"Staff": STAFF}).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def with_part(part: str, content: bytes, **options: int) -> Callable[[Path], object]:
    """An XLSX file with one more file inside."""

    def build(path: Path) -> None:
        write_xlsx(path, {"Staff": STAFF})
        with zipfile.ZipFile(path, "a", **options) as archive:
            archive.writestr(part, content)

    return build


def errors_and(book: bytes) -> Callable[[Path], object]:
    """An XLSX file that shows an error in a cell, and whose list of sheets is something else."""

    def build(path: Path) -> None:
        write_xlsx(path, {"Staff": [*STAFF, ["K3", "=NA()->#N/A"]]})
        rewrite_part(path, "xl/workbook.xml", lambda _: book)

    return build


def locked_xls(path: Path) -> None:
    """An XLS file whose first record after its beginning says that the rest is encrypted."""
    content = write_xls(path, {"Staff": STAFF}).read_bytes()
    at = content.index(b"\xe1\x00\x02\x00")
    path.write_bytes(content[:at] + b"\x2f\x00\x02\x00" + content[at + 4 :])


def locked_xlsx(path: Path) -> None:
    """The outside of an encrypted XLSX file: a compound document that holds an encrypted package."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"))


def locked_ods(path: Path) -> None:
    """An ODS file whose manifest says that its content is encrypted."""
    write_ods(path, {"Staff": STAFF})
    rewrite_part(
        path,
        "META-INF/manifest.xml",
        lambda manifest: manifest.replace(
            b"</manifest:manifest>",
            b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
            b'<manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>',
        ),
    )


def rewrite_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Change one of the files inside a ZIP archive."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, change(content) if name == part else content)


def bomb(path: Path) -> None:
    """An XLSX file of some kilobytes whose sheet unpacks to a hundred million spaces."""
    write_xlsx(path, {"Staff": STAFF})
    rewrite_part(
        path, "xl/worksheets/sheet1.xml", lambda sheet: sheet.replace(b"</row>", b" " * 100_000_000 + b"</row>", 1)
    )


def lying(path: Path) -> None:
    """An XLSX file whose directory says that a part is far smaller than it is."""
    with_part("xl/media/image.bin", bytes(1_000_000), compression=zipfile.ZIP_DEFLATED)(path)
    content = path.read_bytes()
    path.write_bytes(content.replace((1_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")))


def corners(path: Path) -> None:
    """An XLSX file of two cells, at opposite corners of a sheet."""
    write_xlsx(path, {"Staff": STAFF})
    rewrite_part(
        path,
        "xl/worksheets/sheet1.xml",
        lambda sheet: sheet.replace(
            b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
    )


def hidden(path: Path) -> None:
    """An XLSX file with a hidden sheet beside the staff."""
    write_xlsx(path, {"Staff": STAFF, "Lists": STAFF})
    rewrite_part(
        path,
        "xl/workbook.xml",
        lambda book: book.replace(b'<sheet name="Lists"', b'<sheet state="hidden" name="Lists"'),
    )


def parquet(select: str) -> Callable[[Path], object]:
    """A Parquet file of a query."""
    return lambda path: duckdb.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")


def noise(path: Path) -> None:
    """Random bytes, the same each time."""
    path.write_bytes(random.Random(7).randbytes(20_000))  # noqa: S311


def wide(path: Path) -> None:
    """Ten million columns."""
    path.write_bytes(b"a," * 9_999_999 + b"a\n")


def nothing(path: Path) -> None:
    """No file at all."""


SMALL = Limits(file_bytes=2_000, rows=2, columns=3, cell_characters=20, row_bytes=200, sheets=1, workbook_bytes=200)
TITLES = "Staff of Northvale\n\n"
FOOTER = "\nTotal headcount,3\n"

BROKEN = (
    Broken("W001", "missing.csv", nothing, 'no file called "missing.csv"'),
    Broken("W002", "folder.csv", Path.mkdir, "a folder"),
    Broken("W002", "pipe.csv", os.mkfifo, "a device"),
    Broken("W003", "x" * 300 + ".csv", nothing, "name too long"),
    Broken("W004", "empty.csv", text("")),
    Broken("W005", "large.csv", text(PEOPLE * 60), "limit for a text file is 1.953 KiB", SMALL),
    Broken("W005", "large.xlsx", xlsx(Staff=STAFF), "limit for workbooks", SMALL),
    Broken("W005", "large.xls", lambda path: write_xls(path, {"Staff": STAFF}), "XLS files", Limits(xls_bytes=2_000)),
    Broken("W005", "large.parquet", parquet("SELECT repeat('x', 999) AS a, 1 AS b"), "text", Limits(text_bytes=500)),
    Broken("W006", "report.pdf", octets(b"%PDF-1.7\n1 0 obj\n"), "a PDF"),
    Broken("W006", "photo.csv", octets(b"\x89PNG\r\n\x1a\n" + bytes(100)), "an image"),
    Broken(
        "W006", "export.xls", text("<html><body><table><tr><td>Grade</td></tr></table></body></html>"), "a web page"
    ),
    Broken("W006", "people.json", text('[{"grade": "Band 2"}]'), "a JSON file"),
    Broken("W006", "people.csv.gz", octets(b"\x1f\x8b\x08\x00" + bytes(50)), "gzip"),
    Broken("W006", "parts.xlsx", lambda path: zipfile.ZipFile(path, "w").writestr("a.txt", "a"), "a ZIP archive"),
    Broken("W006", "letter.doc", octets(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "an old Office document"),
    Broken("W007", "locked.xlsx", locked_xlsx),
    Broken("W007", "locked.xls", locked_xls),
    Broken("W007", "locked.ods", locked_ods),
    Broken("W008", "cut.xlsx", cut_short),
    Broken("W008", "cut.xls", octets(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "Excel 97"),
    Broken("W008", "no_list.xlsx", errors_and(b"<broken"), "an Excel workbook"),
    Broken(
        "W008", "endless_list.xlsx", errors_and(b" " * 20_000_000), "an Excel workbook", Limits(unpacked_ratio=2_000)
    ),
    Broken("W008", "cut.parquet", octets(b"PAR1" + bytes(200)), "a Parquet file"),
    Broken("W008", "junk.parquet", octets(b"PAR1" + bytes(200) + b"PAR1"), "a Parquet file"),
    Broken(
        "W008", "junk.ods", lambda path: rewrite_part(write_ods(path, {"S": STAFF}), "content.xml", lambda _: b"<a")
    ),
    Broken("W009", "bomb.xlsx", bomb, "times its size"),
    Broken("W009", "lying.xlsx", lying, "more than it says"),
    Broken("W009", "large_inside.xlsx", xlsx(Staff=STAFF), "unpacks to", Limits(unpacked_bytes=1_000)),
    Broken("W009", "parts_inside.xlsx", xlsx(Staff=STAFF), "files", Limits(workbook_parts=3)),
    Broken("W009", "packed.xlsx", with_part("a", b"a", compression=zipfile.ZIP_LZMA), "do not use"),
    Broken("W010", "corners.xlsx", corners, "3 GiB of memory"),
    Broken("W011", "sheets.xlsx", xlsx(A=STAFF, B=STAFF), "2 sheets; the limit is 1", Limits(sheets=1)),
    Broken("W012", "rows.csv", text(PEOPLE), "more than 2 rows", SMALL),
    Broken("W012", "rows.xlsx", xlsx(Staff=STAFF), "more than 2 rows", Limits(rows=2)),
    Broken("W012", "rows.parquet", parquet("SELECT 1 AS a, 2 AS b FROM range(3)"), "more than 2 rows", Limits(rows=2)),
    Broken("W013", "wide.csv", wide, "more than 1,000 columns"),
    Broken("W013", "late.csv", text(PEOPLE + "K4,Band 2,,,\n"), "more than 3 columns", Limits(columns=3)),
    Broken("W013", "wide.xlsx", xlsx(Staff=[["a"] * 4]), "more than 3 columns", Limits(columns=3)),
    Broken("W013", "wide.parquet", parquet("SELECT 1 a, 2 b, 3 c"), "more than 2 columns", Limits(columns=2)),
    Broken(
        "W015",
        "long_cell.csv",
        text(PEOPLE + f"K4,{'x' * 30}\n"),
        "more than 20 characters",
        Limits(cell_characters=20),
    ),
    Broken("W016", "long_row.csv", text(PEOPLE + f"K4,{'x' * 300}\n"), "200 bytes", Limits(row_bytes=200)),
    Broken("W017", "headless.csv", text("100007,Band 2\n100014,Band 3\n100021,Band 2\n")),
    Broken("W018", "heads.csv", text("Payroll no,Grade\n")),
    Broken("W019", "column.csv", text("Grade\nBand 2\nBand 3\n")),
    Broken("W019", "column.xlsx", xlsx(Staff=[["Grade", None], ["Band 2", None], [None, None]])),
    Broken("W020", "nuls.csv", text("Payroll no,Grade\nK1,Band\0 2\n"), "NUL"),
    Broken("W020", "noise.csv", noise),
    Broken("W020", "half.csv", octets("Payroll no,Grade\nK1,£\n".encode("utf-16") + b"\xd8"), "UTF-16"),
    Broken("W020", "undefined.csv", octets(b"Payroll no,Grade\nK1,Band \x81\n"), "Windows-1252"),
    Broken("W021", "mixed.csv", octets(PEOPLE.encode() + "K4,Café\nK5,Zoë\n".encode() + "K6,Café\n".encode("cp1252"))),
    Broken("W022", "windows.csv", text(PEOPLE + "K4,Café\n", "cp1252")),
    Broken("W023", "quote.csv", text('Payroll no,Grade\nK1,Band 2\nK2,"Band 3\nK3,Band 2\n'), "row 3"),
    Broken("W023", "swallowed.csv", text('Payroll no,Grade\nK1,"Band 2\nK2,"Band 3"\nK3,Band 2\n'), "row 2"),
    Broken("W023", "endless.csv", text(PEOPLE + 'K4,"' + "x\n" * 300), "row 5", Limits(row_bytes=200)),
    Broken("W024", "extra.csv", text(PEOPLE + "K4,Band 2, upper\nK5,Band 2\n"), "row 5"),
    Broken("W025", "short.csv", text("Payroll no,Grade,Sex\nK1,Band 2\nK2,Band 3,Male\nK3,Band 2\n"), "rows 2 and 4"),
    Broken(
        "W026",
        "twice.csv",
        text("Payroll no,Other,Other\nK1,a,b\nK2,c,d\n"),
        '"Other (column 2)" and "Other (column 3)"',
    ),
    Broken("W027", "nameless.csv", text("Payroll no,,Grade\nK1,x,Band 2\nK2,y,Band 3\n"), '"Column 2"'),
    Broken("W028", "titles.csv", text(TITLES + PEOPLE), "row 1"),
    Broken("W029", "footer.csv", text(PEOPLE + FOOTER), "row 6"),
    Broken("W030", "gaps.csv", text("Payroll no,Grade\nK1,Band 2\n\n,\nK2,Band 3\n"), "rows 3 and 4"),
    Broken("W031", "formulas.xlsx", xlsx(Staff=[["Payroll no", "Pay"], ["K1", "=1+1->2"], ["K2", "=1+2->3"]])),
    Broken("W031", "links.xlsx", with_part("xl/externalLinks/externalLink1.xml", b"<externalLink/>")),
    Broken("W032", "macros.xlsm", with_part("xl/vbaProject.bin", b"\xd0\xcf")),
    Broken("W033", "hidden.xlsx", hidden, "it is hidden"),
    Broken("W033", "notes.xlsx", xlsx(Staff=STAFF, Notes=[["Prepared by the people team"]]), "Notes"),
    Broken("W033", "blank.xlsx", xlsx(Staff=STAFF, Blank=[]), "it is empty"),
    Broken("W034", "broken_off.csv", text("Payroll no,Grade,Sex\nK1,Band 2,Male\nK2,Band 3,Male\nK3,Ba"), "row 4"),
    Broken("W035", "errors.xlsx", xlsx(Staff=[*STAFF, ["K3", "=NA()->#N/A"]]), '"#N/A"'),
    Broken("W035", "errors.csv", text(PEOPLE + "K4,#REF!\n"), '"#REF!"'),
    Broken("W037", "comma.xlsx", text(PEOPLE), "called .xlsx but is a text file"),
    Broken("W037", "book.csv", xlsx(Staff=STAFF), "called .csv but is an Excel workbook"),
    Broken("W038", "lists.parquet", parquet("SELECT 1 AS a, [1, 2] AS b"), "lists"),
    Broken("W039", "none.xlsx", xlsx(A=[["Notes"]], B=[["More notes"]])),
)
