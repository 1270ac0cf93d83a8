"""Real reports, written as the command writes them, for a browser to open."""

from pathlib import Path

import pytest

from footing.assessment import Assessment
from footing.reporting import write_report
from footing.standards import load_catalogue
from reporting.assessments import assess, council_assessment
from reporting.staff import CHARACTERISTICS, council_staff


@pytest.fixture(scope="session")
def report_folder(tmp_path_factory) -> Path:
    """A council's report, written as the command writes it."""
    return _written(council_assessment(), tmp_path_factory)


@pytest.fixture(scope="session")
def short_report_folder(tmp_path_factory) -> Path:
    """A report with every kind of block and few tables, for checks that look at each cell."""
    characteristics = {name: CHARACTERISTICS[name] for name in ("grade", "sex")}
    staff = council_staff(900)
    return _written(assess(staff, questions=["parental_occupation"], characteristics=characteristics), tmp_path_factory)


def _written(assessment: Assessment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write_report(assessment, load_catalogue(), folder)
    return folder
