"""Writing a report to files: every format from the same assessment, all of them or none."""

from collections.abc import Iterable
from pathlib import Path

from footing.assessment import Assessment
from footing.reporting.csv_files import csv_files
from footing.reporting.files import write_file, write_folder
from footing.reporting.html import html_page
from footing.reporting.json_file import assessment_json
from footing.reporting.report import build_report
from footing.standards import Catalogue

HTML_NAME = "report.html"
JSON_NAME = "assessment.json"
TABLES_NAME = "tables"

FORMATS = ("html", "json", "csv")


class UnknownFormat(ValueError):
    """A report was asked for in a format that cannot be written."""


def write_report(
    assessment: Assessment, catalogue: Catalogue, out_dir: Path, formats: Iterable[str] = FORMATS
) -> tuple[Path, ...]:
    """Write ``report.html``, ``assessment.json`` and ``tables/*.csv`` into ``out_dir``, and say where each lies.

    What an earlier run left under these names goes, so that no two releases ever lie side by side; other files stay.
    Raises ``UnknownFormat``, and ``OSError`` when the folder cannot be written to; then nothing has changed.
    """
    wanted = frozenset(formats)
    if unknown := sorted(wanted.difference(FORMATS)):
        raise UnknownFormat(f"{unknown[0]!r} is not a format; they are {', '.join(FORMATS)}.")
    files: dict[str, bytes] = {}
    if "csv" in wanted:
        files |= {f"{TABLES_NAME}/{name}": content for name, content in csv_files(assessment, catalogue).items()}
    if "json" in wanted:
        files[JSON_NAME] = assessment_json(assessment)
    if "html" in wanted:
        files[HTML_NAME] = html_page(
            build_report(assessment, catalogue, tables_folder=TABLES_NAME if "csv" in wanted else None)
        )
    write_folder(out_dir, files, replaces=(TABLES_NAME, JSON_NAME, HTML_NAME))
    return tuple(out_dir / name for name in dict.fromkeys(Path(name).parts[0] for name in files))


def write_html(assessment: Assessment, catalogue: Catalogue, path: Path) -> None:
    """Write the report as one HTML file, whole or not at all."""
    write_file(path, html_page(build_report(assessment, catalogue)))


def write_json(assessment: Assessment, path: Path) -> None:
    """Write ``assessment.json`` to ``path``, whole or not at all."""
    write_file(path, assessment_json(assessment))


def write_csv(assessment: Assessment, catalogue: Catalogue, folder: Path) -> None:
    """Write one CSV file for each table, and their metadata, into ``folder``: all or none."""
    write_folder(folder, csv_files(assessment, catalogue))
