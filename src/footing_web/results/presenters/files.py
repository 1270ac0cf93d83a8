"""The kinds of report that can be downloaded, and the formats of each."""

from dataclasses import dataclass

from footing.reporting.outline import kinds, load_outline
from footing.reporting.writing import FORMATS

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "application/zip",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "bundle": "application/zip",
}
NAMES = {
    "html": "Web page",
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "ods": "OpenDocument spreadsheet",
    "csv": "CSV with metadata, zipped",
    "json": "JSON for machines",
    "bundle": "Everything, zipped",
}


@dataclass(frozen=True, slots=True)
class FormatItem:
    """One format of a kind of report."""

    format: str
    name: str


@dataclass(frozen=True, slots=True)
class KindOfReport:
    """One kind of report: for whom it is, and its formats."""

    kind: str
    title: str
    about: str
    formats: list[FormatItem]


def kinds_of_report() -> list[KindOfReport]:
    """Every kind, the full assessment first."""
    formats = [FormatItem(each, NAMES[each]) for each in NAMES if each in FORMATS]
    return [KindOfReport(kind, load_outline(kind).title, load_outline(kind).about, formats) for kind in kinds()]
