"""What the files of each kind of report are called."""

from dataclasses import dataclass

from footing.reporting.outline import FULL, kinds, load_outline
from footing.reporting.publication import ENGLISH


@dataclass(frozen=True, slots=True)
class FileNames:
    """What the files of one kind of report are called."""

    html: str
    json: str
    pdf: str
    docx: str
    xlsx: str
    ods: str
    bundle: str
    tables: str
    """The folder of CSV files."""

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that the report may consist of, beside the folder of tables."""
        return (self.html, self.json, self.pdf, self.docx, self.xlsx, self.ods, self.bundle)


def file_names(kind: str, language: str = ENGLISH) -> FileNames:
    """The names of a kind of report; in another language than English they say which."""
    stem = kind if language == ENGLISH else f"{kind}-{language}"
    if stem == FULL:
        return FULL_NAMES
    return FileNames(
        html=f"{stem}.html",
        json=f"{stem}.json",
        pdf=f"{stem}.pdf",
        docx=f"{stem}.docx",
        xlsx=f"{stem}-tables.xlsx",
        ods=f"{stem}-tables.ods",
        bundle=f"{stem}.zip",
        tables=f"{stem}-tables",
    )


FULL_NAMES = FileNames(
    "report.html",
    "assessment.json",
    "report.pdf",
    "report.docx",
    "tables.xlsx",
    "tables.ods",
    "report.zip",
    "tables",
)
HTML_NAME, JSON_NAME, PDF_NAME, WORD_NAME = FULL_NAMES.html, FULL_NAMES.json, FULL_NAMES.pdf, FULL_NAMES.docx
XLSX_NAME, ODS_NAME, BUNDLE_NAME, TABLES_NAME = FULL_NAMES.xlsx, FULL_NAMES.ods, FULL_NAMES.bundle, FULL_NAMES.tables


def _every_name() -> tuple[FileNames, ...]:
    return tuple(file_names(kind, language) for kind in kinds() for language in load_outline(kind).languages)


def file_names_of_reports() -> frozenset[str]:
    """Every file that a report of any kind may consist of, beside the folders of tables."""
    return frozenset(name for each in _every_name() for name in each.files)


def folder_names_of_reports() -> frozenset[str]:
    """Every folder of tables that a report of any kind may have."""
    return frozenset(each.tables for each in _every_name())
