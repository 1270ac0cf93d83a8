"""Making the files of one report: each format from the same material, the PDF beside the others."""

import datetime as dt
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from footing.assessment import Assessment
from footing.reporting.csv_files import csv_files
from footing.reporting.file_names import FULL_NAMES, JSON_NAME, FileNames
from footing.reporting.html import html_page
from footing.reporting.json_file import assessment_json
from footing.reporting.languages import in_language
from footing.reporting.model import Journey, Report
from footing.reporting.outline import Outline
from footing.reporting.paper import on_paper
from footing.reporting.publication import Publication
from footing.reporting.report import gathered, report_of
from footing.reporting.sections.journey import JOURNEY
from footing.reporting.sections.material import Material
from footing.reporting.workbook.content import Workbook
from footing.standards import Catalogue

if TYPE_CHECKING:
    from footing.reporting.word import Pictures


@dataclass(frozen=True)
class Making:
    """What the formats of one report are made from, each worked out once."""

    assessment: Assessment
    catalogue: Catalogue
    outline: Outline
    publication: Publication
    names: FileNames
    with_tables: bool

    @property
    def as_at(self) -> dt.date:
        """The day that the files bear."""
        return self.assessment.manifest.as_at

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


def _csv(making: Making) -> dict[str, bytes]:
    files = csv_files(making.told, making.catalogue, making.publication)
    return {f"{making.names.tables}/{name}": content for name, content in files.items()}


def _json(making: Making) -> dict[str, bytes]:
    return {making.names.json: making.assessment_file}


def _html(making: Making) -> dict[str, bytes]:
    return {making.names.html: html_page(making.report)}


def _pages(making: Making) -> bytes:
    from footing.reporting.freed_memory import give_back
    from footing.reporting.pdf import set_pages

    give_back()
    pages = set_pages(making.on_paper, made_on=making.as_at)
    give_back()
    return pages


def _pdf(making: Making, pages: Future[bytes]) -> dict[str, bytes]:
    from footing.reporting.pdf import finished_pages

    return {making.names.pdf: finished_pages(making.on_paper, pages.result())}


def _pictures(making: Making) -> "Pictures":
    from footing.reporting.word import pictures_of

    return pictures_of(making.on_paper.sections)


def _docx(making: Making, pictures: "Pictures") -> dict[str, bytes]:
    from footing.reporting.word import word_file

    return {making.names.docx: word_file(making.on_paper, made_on=making.as_at, pictures=pictures)}


def _xlsx(making: Making) -> dict[str, bytes]:
    from footing.reporting.workbook import xlsx_file

    return {making.names.xlsx: xlsx_file(making.workbook)}


def _ods(making: Making) -> dict[str, bytes]:
    from footing.reporting.workbook import ods_file

    return {making.names.ods: ods_file(making.workbook)}


def _proof(making: Making) -> dict[str, bytes]:
    """A proof beside the full assessment, for whoever wants to check without a solver what it protects."""
    from footing.reporting.proof import PROOF_NAME, proof_of

    proof = proof_of(making.assessment_file, JSON_NAME, making.catalogue) if making.names is FULL_NAMES else None
    return {} if proof is None else {PROOF_NAME: proof}


_Makers = Mapping[str, Callable[[Making], dict[str, bytes]]]
_FIRST: _Makers = {"csv": _csv, "json": _json, "html": _html}
_THEN: _Makers = {"xlsx": _xlsx, "ods": _ods}
_PDF, _WORD = "pdf", "docx"


def made(making: Making, written: frozenset[str], *, with_proof: bool) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Every file in the formats to be written, and the proof if it is wanted.

    What sets pages and pictures needs no Python for most of its time, so it works beside the others. While it sets
    pages it takes much memory, so spreadsheets wait for that; setting the pictures, it lets go of most.
    """
    _ = making.material  # worked out once, before two threads ask for it
    with ThreadPoolExecutor(max_workers=1) as beside:
        pages = beside.submit(_pages, making) if _PDF in written else None
        pictures = beside.submit(_pictures, making) if _WORD in written else None
        paper = beside.submit(_pdf, making, pages) if pages else None
        proof = _proof(making) if with_proof else {}
        files = _each(making, written, _FIRST)
        if pages:
            pages.result()
        files |= _each(making, written, _THEN)
        files |= _docx(making, pictures.result()) if pictures else {}
        files |= paper.result() if paper else {}
    return files, proof


def _each(making: Making, written: frozenset[str], makers: _Makers) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, make in makers.items():
        files |= make(making) if name in written else {}
    return files
