"""For the tests of documents: what is known of two organisations that differ in every way that counts."""

import pytest

from footing_web.accounts.models import Organisation
from footing_web.library.documents.conditions import met_by
from footing_web.library.documents.known import Known, OwnFigure, OwnFigures
from web.results.conftest import files, release_to, released, result, sample

__all__ = ["files", "release_to", "released", "result", "sample"]


def organisation_of(**fields: str) -> Organisation:
    """An organisation that is not stored."""
    return Organisation(**{"name": "Ashmoor Council", "kind": "council", "region": "north_west"} | fields)


@pytest.fixture(scope="session")
def council() -> Known:
    """A council of which everything is known, with results."""
    fields = {
        "organisation": "Ashmoor Council",
        "sector": "Public administration and defence",
        "region": "North West",
        "size": "1,000 to 4,999 people",
        "champion": "Priya Nair, Director of People",
        "contact": "People Insight, people.insight@ashmoor.example",
        "data_team": "two analysts in the People Insight team",
        "data_protection_contact": "dpo@ashmoor.example",
        "privacy_address": "https://ashmoor.example/privacy",
        "retention": "24 months",
        "grade_list": "Grade 1, Grade 2 and Director",
        "senior_grades": "Director",
        "unit_list": "Adults, Children and Highways",
        "snapshot_date": "31 March 2026",
        "board": "cabinet",
    }
    leading = OwnFigure("39.9%", "Lower socio-economic background", "95% interval 38.4% to 41.4%")
    statements = {"response_rate": ("78.4% of the 4,200 people asked gave an answer.",)}
    figures = OwnFigures((leading,), statements, "Source: the assessment “Staff in March”.")
    return Known(fields, met_by(organisation_of(size_band="1000_to_4999")), figures)


@pytest.fixture(scope="session")
def firm() -> Known:
    """A small firm that has given its name and nothing else, and has no results."""
    fields = {"organisation": "Larkspur & Hale <LLP>", "staff": "colleagues", "managers": "partners"}
    return Known(fields, met_by(organisation_of(kind="firm", region="london", size_band="under_50")))
