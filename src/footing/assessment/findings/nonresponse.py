"""Statements about how far people who did not answer could move a share."""

from collections.abc import Iterator

from footing.assessment.findings.contrast import Telling
from footing.assessment.findings.figures import Figures
from footing.assessment.findings.told import said
from footing.assessment.result import Evidence
from footing.measures.nonresponse.verdict import readings
from footing.standards import Catalogue, Classification

MEASURE = "non_response_plausible"


def non_response(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    """The verdict on the group in focus."""
    tables = figures.starting(f"non_response.{classification.question}.")
    for place, reading in enumerate(readings(tables, catalogue)):
        if reading.key == (classification.focus_group.code,):
            evidence = [Evidence(table, reading.key) for table in reading.tables]
            seen = [each for each in evidence if figures.seen(each.table, *each.key)]
            if seen:
                name = f"{reading.tables[0]}.{reading.key[0]}.{place}"
                yield said(name, MEASURE, reading.words, size=None, evidence=seen, catalogue=catalogue)
