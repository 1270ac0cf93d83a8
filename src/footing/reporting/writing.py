"""Writing a report to files: every format from the same assessment, all of them or none."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from footing.assessment import Assessment
from footing.reporting.bundle import bundled
from footing.reporting.csv_files import csv_files
from footing.reporting.file_names import file_names, file_names_of_reports, folder_names_of_reports
from footing.reporting.files import write_file, write_folder
from footing.reporting.html import html_page
from footing.reporting.json_file import assessment_json
from footing.reporting.making import Making, made
from footing.reporting.outline import FULL, Outline, kinds, load_outline
from footing.reporting.publication import ENGLISH, UNSAID, Publication
from footing.reporting.report import build_report
from footing.standards import Catalogue

BUNDLE = "bundle"
FORMATS = ("html", "json", "csv", "pdf", "docx", "xlsx", "ods", BUNDLE)
"""Every format that a report can be asked for in."""
USUAL_FORMATS = ("html", "json", "csv")
"""Those that a report is written in unless others are asked for."""


class UnknownKind(ValueError):
    """A kind of report was asked for that there is not, or not in that language."""


class UnknownFormat(ValueError):
    """A report was asked for in a format that cannot be written."""


def write_report(  # noqa: PLR0917 - the last two say which report, and for whom
    assessment: Assessment,
    catalogue: Catalogue,
    out_dir: Path,
    formats: Iterable[str] = USUAL_FORMATS,
    kinds_wanted: Sequence[str] = (FULL,),
    publication: Publication = UNSAID,
) -> tuple[Path, ...]:
    """Write reports into ``out_dir`` in the formats asked for, and say where each file or folder lies.

    A bundle holds every other file that is asked for with it, or the whole report in all formats when it is asked for
    alone; beside ``assessment.json`` it holds a proof of its tables. What an earlier run left under the names of a
    report goes, so that no two releases ever lie side by side; other files stay. Raises ``UnknownFormat``,
    ``UnknownKind``, and ``OSError`` when the folder cannot be written to; then nothing has changed.
    """
    wanted = tuple(formats)
    files: dict[str, bytes] = {}
    for kind in dict.fromkeys(kinds_wanted):
        files |= report_files(assessment, catalogue, wanted, kind, publication)
    write_folder(out_dir, files, replaces=sorted(file_names_of_reports() | folder_names_of_reports()))
    return tuple(out_dir / name for name in dict.fromkeys(Path(name).parts[0] for name in files))


def report_files(
    assessment: Assessment,
    catalogue: Catalogue,
    formats: Iterable[str],
    kind: str = FULL,
    publication: Publication = UNSAID,
) -> dict[str, bytes]:
    """Every file of one kind of report by its path. Raises ``UnknownFormat`` and ``UnknownKind``."""
    wanted = frozenset(formats)
    if unknown := sorted(wanted.difference(FORMATS)):
        raise UnknownFormat(f"{unknown[0]!r} is not a format; they are {', '.join(FORMATS)}.")
    written = frozenset(FORMATS) - {BUNDLE} if wanted == {BUNDLE} else wanted
    outline = require_kind(kind, publication.language)
    names = file_names(kind, publication.language)
    making = Making(assessment, catalogue, outline, publication, names, "csv" in written)
    files, proof = made(making, written, with_proof=BUNDLE in wanted and "json" in written)
    if BUNDLE not in wanted:
        return files
    bundle = {names.bundle: bundled(files | proof)}
    return bundle if wanted == {BUNDLE} else files | bundle


def require_kind(kind: str, language: str = ENGLISH) -> Outline:
    """The outline of a kind of report in a language. Raises ``UnknownKind`` where there is none."""
    if kind not in kinds():
        raise UnknownKind(f"{kind!r} is not a kind of report; they are {', '.join(kinds())}.")
    outline = load_outline(kind)
    if language not in outline.languages:
        spoken = ", ".join(each for each in kinds() if language in load_outline(each).languages) or "none"
        raise UnknownKind(f"The report {kind!r} cannot be written in {language!r}; those that can: {spoken}.")
    return outline


def write_html(assessment: Assessment, catalogue: Catalogue, path: Path) -> None:
    """Write the report as one HTML file, whole or not at all."""
    write_file(path, html_page(build_report(assessment, catalogue)))


def write_json(assessment: Assessment, path: Path) -> None:
    """Write ``assessment.json`` to ``path``, whole or not at all."""
    write_file(path, assessment_json(assessment))


def write_csv(assessment: Assessment, catalogue: Catalogue, folder: Path) -> None:
    """Write one CSV file for each table, and their metadata, into ``folder``: all or none."""
    write_folder(folder, csv_files(assessment, catalogue))
