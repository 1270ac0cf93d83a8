"""Writing a report to files: every format from the same assessment, all of them or none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from footing.assessment import Assessment
from footing.reporting.bundle import bundled
from footing.reporting.csv_files import csv_files
from footing.reporting.files import write_file, write_folder
from footing.reporting.html import html_page
from footing.reporting.json_file import assessment_json
from footing.reporting.model import Report
from footing.reporting.report import build_report
from footing.reporting.workbook.content import Workbook
from footing.standards import Catalogue

HTML_NAME = "report.html"
JSON_NAME = "assessment.json"
PDF_NAME = "report.pdf"
WORD_NAME = "report.docx"
XLSX_NAME = "tables.xlsx"
ODS_NAME = "tables.ods"
BUNDLE_NAME = "report.zip"
TABLES_NAME = "tables"

FILE_NAMES = (HTML_NAME, JSON_NAME, PDF_NAME, WORD_NAME, XLSX_NAME, ODS_NAME, BUNDLE_NAME)
"""Every file that a report may consist of, beside the folder of tables."""


class UnknownFormat(ValueError):
    """A report was asked for in a format that cannot be written."""


@dataclass(frozen=True)
class _Making:
    """What the formats of one report are made from, each worked out once."""

    assessment: Assessment
    catalogue: Catalogue
    tables_folder: str | None

    @cached_property
    def report(self) -> Report:
        """What is said."""
        return build_report(self.assessment, self.catalogue, tables_folder=self.tables_folder)

    @cached_property
    def workbook(self) -> Workbook:
        """What stands in the spreadsheet."""
        from footing.reporting.workbook import build_workbook

        return build_workbook(self.assessment, self.catalogue)


def _csv(making: _Making) -> dict[str, bytes]:
    files = csv_files(making.assessment, making.catalogue)
    return {f"{TABLES_NAME}/{name}": content for name, content in files.items()}


def _json(making: _Making) -> dict[str, bytes]:
    return {JSON_NAME: assessment_json(making.assessment)}


def _html(making: _Making) -> dict[str, bytes]:
    return {HTML_NAME: html_page(making.report)}


def _pdf(making: _Making) -> dict[str, bytes]:
    from footing.reporting.pdf import pdf_file

    return {PDF_NAME: pdf_file(making.report, made_on=making.assessment.manifest.as_at)}


def _docx(making: _Making) -> dict[str, bytes]:
    from footing.reporting.word import word_file

    return {WORD_NAME: word_file(making.report, made_on=making.assessment.manifest.as_at)}


def _xlsx(making: _Making) -> dict[str, bytes]:
    from footing.reporting.workbook import xlsx_file

    return {XLSX_NAME: xlsx_file(making.workbook)}


def _ods(making: _Making) -> dict[str, bytes]:
    from footing.reporting.workbook import ods_file

    return {ODS_NAME: ods_file(making.workbook)}


_MAKERS: dict[str, Callable[[_Making], dict[str, bytes]]] = {
    "csv": _csv,
    "json": _json,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "ods": _ods,
}
BUNDLE = "bundle"
FORMATS = ("html", "json", "csv", "pdf", "docx", "xlsx", "ods", BUNDLE)
"""Every format that a report can be asked for in."""
USUAL_FORMATS = ("html", "json", "csv")
"""Those that a report is written in unless others are asked for."""


def write_report(
    assessment: Assessment, catalogue: Catalogue, out_dir: Path, formats: Iterable[str] = USUAL_FORMATS
) -> tuple[Path, ...]:
    """Write a report into ``out_dir`` in the formats asked for, and say where each file or folder lies.

    A bundle holds every other file that is asked for with it, or the whole report in all formats when it is asked for
    alone. What an earlier run left under the names of a report goes, so that no two releases ever lie side by side;
    other files stay. Raises ``UnknownFormat``, and ``OSError`` when the folder cannot be written to; then nothing has
    changed.
    """
    files = report_files(assessment, catalogue, formats)
    write_folder(out_dir, files, replaces=(TABLES_NAME, *FILE_NAMES))
    return tuple(out_dir / name for name in dict.fromkeys(Path(name).parts[0] for name in files))


def report_files(assessment: Assessment, catalogue: Catalogue, formats: Iterable[str]) -> dict[str, bytes]:
    """Every file of a report by its path. Raises ``UnknownFormat``."""
    wanted = frozenset(formats)
    if unknown := sorted(wanted.difference(FORMATS)):
        raise UnknownFormat(f"{unknown[0]!r} is not a format; they are {', '.join(FORMATS)}.")
    written = frozenset(_MAKERS) if wanted == {BUNDLE} else wanted
    making = _Making(assessment, catalogue, TABLES_NAME if "csv" in written else None)
    files: dict[str, bytes] = {}
    for name, make in _MAKERS.items():
        if name in written:
            files |= make(making)
    if BUNDLE not in wanted:
        return files
    bundle = {BUNDLE_NAME: bundled(files)}
    return bundle if wanted == {BUNDLE} else files | bundle


def write_html(assessment: Assessment, catalogue: Catalogue, path: Path) -> None:
    """Write the report as one HTML file, whole or not at all."""
    write_file(path, html_page(build_report(assessment, catalogue)))


def write_json(assessment: Assessment, path: Path) -> None:
    """Write ``assessment.json`` to ``path``, whole or not at all."""
    write_file(path, assessment_json(assessment))


def write_csv(assessment: Assessment, catalogue: Catalogue, folder: Path) -> None:
    """Write one CSV file for each table, and their metadata, into ``folder``: all or none."""
    write_folder(folder, csv_files(assessment, catalogue))
