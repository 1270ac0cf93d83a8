"""Writing a report to files: every format from the same assessment, all of them or none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from footing.assessment import Assessment
from footing.reporting.bundle import bundled
from footing.reporting.csv_files import csv_files
from footing.reporting.files import write_file, write_folder
from footing.reporting.html import html_page
from footing.reporting.json_file import assessment_json
from footing.reporting.languages import in_language
from footing.reporting.model import Journey, Report
from footing.reporting.outline import FULL, Outline, kinds, load_outline
from footing.reporting.paper import on_paper
from footing.reporting.publication import ENGLISH, UNSAID, Publication
from footing.reporting.report import build_report, gathered, report_of
from footing.reporting.sections.journey import JOURNEY
from footing.reporting.sections.material import Material
from footing.reporting.workbook.content import Workbook
from footing.standards import Catalogue


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


class UnknownKind(ValueError):
    """A kind of report was asked for that there is not, or not in that language."""


class UnknownFormat(ValueError):
    """A report was asked for in a format that cannot be written."""


@dataclass(frozen=True)
class _Making:
    """What the formats of one report are made from, each worked out once."""

    assessment: Assessment
    catalogue: Catalogue
    outline: Outline
    publication: Publication
    names: FileNames
    with_tables: bool

    @cached_property
    def material(self) -> Material:
        """What is told, and from what."""
        folder = self.names.tables if self.with_tables else None
        return gathered(
            self.assessment, self.catalogue, self.outline, tables_folder=folder, publication=self.publication
        )

    @cached_property
    def told(self) -> Assessment:
        """The assessment as far as this kind of report tells it."""
        return self.material.assessment

    @cached_property
    def report(self) -> Report:
        """What is said, to be read on a screen."""
        return in_language(self._in_english, self.publication.language, self.told)

    @cached_property
    def on_paper(self) -> Report:
        """What is said, to be set on pages."""
        return in_language(on_paper(self._in_english), self.publication.language, self.told)

    @cached_property
    def _in_english(self) -> Report:
        return report_of(self.material)

    @cached_property
    def workbook(self) -> Workbook:
        """What stands in the spreadsheet."""
        from footing.reporting.workbook import build_workbook

        return build_workbook(self.told, self.catalogue, self._journey, self.publication)

    @cached_property
    def assessment_file(self) -> bytes:
        """Everything that is told, for machines."""
        return assessment_json(self.told, self.publication)

    @property
    def _journey(self) -> Journey | None:
        return self.material.journey if JOURNEY in self.outline.order else None


def _csv(making: _Making) -> dict[str, bytes]:
    files = csv_files(making.told, making.catalogue, making.publication)
    return {f"{making.names.tables}/{name}": content for name, content in files.items()}


def _json(making: _Making) -> dict[str, bytes]:
    return {making.names.json: making.assessment_file}


def _html(making: _Making) -> dict[str, bytes]:
    return {making.names.html: html_page(making.report)}


def _pdf(making: _Making) -> dict[str, bytes]:
    from footing.reporting.freed_memory import give_back
    from footing.reporting.pdf import pdf_file

    give_back()
    return {making.names.pdf: pdf_file(making.on_paper, made_on=making.assessment.manifest.as_at)}


def _docx(making: _Making) -> dict[str, bytes]:
    from footing.reporting.word import word_file

    return {making.names.docx: word_file(making.on_paper, made_on=making.assessment.manifest.as_at)}


def _xlsx(making: _Making) -> dict[str, bytes]:
    from footing.reporting.workbook import xlsx_file

    return {making.names.xlsx: xlsx_file(making.workbook)}


def _ods(making: _Making) -> dict[str, bytes]:
    from footing.reporting.workbook import ods_file

    return {making.names.ods: ods_file(making.workbook)}


def _proof(making: _Making) -> dict[str, bytes]:
    """A proof beside the full assessment, for whoever wants to check without a solver what it protects."""
    from footing.reporting.proof import PROOF_NAME, proof_of

    proof = proof_of(making.assessment_file, JSON_NAME, making.catalogue) if making.names is FULL_NAMES else None
    return {} if proof is None else {PROOF_NAME: proof}


_MAKERS: dict[str, Callable[[_Making], dict[str, bytes]]] = {
    "csv": _csv,
    "json": _json,
    "html": _html,
    "xlsx": _xlsx,
    "ods": _ods,
    "pdf": _pdf,
    "docx": _docx,
}
"""What sets pages comes last: it takes the most memory, and finds what the others have given back."""
BUNDLE = "bundle"
FORMATS = ("html", "json", "csv", "pdf", "docx", "xlsx", "ods", BUNDLE)
"""Every format that a report can be asked for in."""
USUAL_FORMATS = ("html", "json", "csv")
"""Those that a report is written in unless others are asked for."""


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
    written = frozenset(_MAKERS) if wanted == {BUNDLE} else wanted
    outline = require_kind(kind, publication.language)
    names = file_names(kind, publication.language)
    making = _Making(assessment, catalogue, outline, publication, names, "csv" in written)
    proof = _proof(making) if BUNDLE in wanted and "json" in written else {}
    files: dict[str, bytes] = {}
    for name, make in _MAKERS.items():
        if name in written:
            files |= make(making)
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
