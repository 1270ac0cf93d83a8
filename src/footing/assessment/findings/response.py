"""Statements about who answered."""

from collections.abc import Iterator

from footing.assessment.findings.contrast import Telling
from footing.assessment.findings.difference import distance
from footing.assessment.findings.figures import Figure, Figures
from footing.assessment.findings.told import said
from footing.standards import Catalogue
from footing.standards.coverage import ANSWERED
from footing.tables import TOTAL
from footing.tables.figures import reader_text
from footing.tables.units import PERCENT
from footing.tables.words import counted, in_a_sentence
from footing.workforce.workforce import NOT_RECORDED

MEASURE = "response_rate"
UNITS_OF_WORK = ("function", "site", "grade")
"""The breakdowns in which a low response is somebody's to mend, most useful first."""


def response(figures: Figures, question: str, catalogue: Catalogue) -> Iterator[Telling]:
    """How many answered a question overall, and where response is lowest."""
    yield from _overall(figures, question, catalogue)
    yield from _lowest(figures, question, catalogue)


def _overall(figures: Figures, question: str, catalogue: Catalogue) -> Iterator[Telling]:
    rate = figures.seen(f"response.{question}.overall.{MEASURE}", ANSWERED)
    if rate is None or rate.row.base is None:
        return
    title = in_a_sentence(catalogue.question(question).title)
    statement = (
        f"{reader_text(rate.value, PERCENT)} of the {counted(rate.row.base, 'person', 'people')} asked "
        f"gave an answer about {title}, “prefer not to say” and “don’t know” included."
    )
    yield _finding(f"response.{question}", statement, rate.value, catalogue, rate)


def _lowest(figures: Figures, question: str, catalogue: Catalogue) -> Iterator[Telling]:
    overall = figures.seen(f"response.{question}.overall.{MEASURE}", ANSWERED)
    for variable in UNITS_OF_WORK:
        table = f"response.{question}.by_{variable}.{MEASURE}"
        dimension = figures.dimension(table, 0)
        if dimension is None or overall is None:
            continue
        codes = [category.code for category in dimension.categories if category.code not in (TOTAL, NOT_RECORDED)]
        rates = {code: rate for code in codes if (rate := figures.seen(table, code, ANSWERED))}
        if not rates:
            continue
        code = min(rates, key=lambda each: (rates[each].value, codes.index(each)))
        behind = overall.value - rates[code].value
        if behind <= 0:
            continue
        statement = (
            f"Response is lowest in {dimension.label(code)}: {reader_text(rates[code].value, PERCENT)}, "
            f"{distance(behind)} below the rate overall."
        )
        yield _finding(f"response.{question}.lowest", statement, behind, catalogue, rates[code], overall)
        return


def _finding(name: str, statement: str, size: float, catalogue: Catalogue, *evidence: Figure) -> Telling:
    places = [figure.evidence for figure in evidence]
    return said(name, MEASURE, statement, size=size, evidence=places, catalogue=catalogue)
