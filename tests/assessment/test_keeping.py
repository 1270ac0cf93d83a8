"""An assessment that was kept opens as it was released, and nothing else opens."""

import dataclasses
import json
import zlib

import pytest

from footing.assessment import Assessment
from footing.assessment.keeping import kept, reopened
from footing.disclosure.keeping import NotAsReleased
from footing.reporting.html import html_page
from footing.reporting.json_file import assessment_json
from footing.reporting.report import build_report
from footing.reporting.writing import report_files
from footing.standards import load_catalogue
from footing.tables.figures import published
from reporting.assessments import council_assessment

KEY = b"k" * 32


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return council_assessment(900)


@pytest.fixture(scope="module")
def again(assessment: Assessment) -> Assessment:
    return reopened(kept(assessment, KEY), KEY)


def test_what_is_opened_gives_the_same_file_for_machines(assessment: Assessment, again: Assessment) -> None:
    assert assessment_json(again) == assessment_json(assessment)


def test_what_is_opened_gives_the_same_csv_files(assessment: Assessment, again: Assessment) -> None:
    catalogue = load_catalogue()
    assert report_files(again, catalogue, ["csv"]) == report_files(assessment, catalogue, ["csv"])


def test_keeping_what_was_opened_changes_nothing(again: Assessment) -> None:
    assert reopened(kept(again, KEY), KEY) == again
    assert kept(reopened(kept(again, KEY), KEY), KEY) == kept(again, KEY)


def test_a_page_is_made_of_what_was_opened(again: Assessment) -> None:
    page = html_page(build_report(again, load_catalogue())).decode()
    assert again.findings[0].statement in page


def test_no_figure_is_kept_with_more_decimals_than_are_published(again: Assessment) -> None:
    for table in again.tables:
        for row in table.rows:
            for figure in (row.value, row.lower, row.upper):
                assert figure == published(figure, table.unit)


def test_what_was_changed_does_not_open(assessment: Assessment) -> None:
    content = kept(assessment, KEY)
    document = json.loads(zlib.decompress(content[32:]))
    document["tables"][0]["rows"][0][4] = 1
    forged = content[:32] + zlib.compress(json.dumps(document).encode())
    with pytest.raises(NotAsReleased, match="K001"):
        reopened(forged, KEY)


def test_another_key_does_not_open(assessment: Assessment) -> None:
    with pytest.raises(NotAsReleased):
        reopened(kept(assessment, KEY), b"o" * 32)


@pytest.mark.parametrize("content", [b"", b"x" * 31, b"x" * 64])
def test_what_was_never_kept_does_not_open(content: bytes) -> None:
    with pytest.raises(NotAsReleased):
        reopened(content, KEY)


def test_a_key_that_could_be_guessed_is_refused(assessment: Assessment) -> None:
    with pytest.raises(ValueError, match="at least 32 bytes"):
        kept(assessment, b"short")


def test_nothing_of_an_assessment_is_forgotten_but_the_weight_that_ranked_findings(
    assessment: Assessment, again: Assessment
) -> None:
    assert again.manifest == assessment.manifest
    assert again.not_measured == assessment.not_measured
    assert again.protection == assessment.protection
    assert again.left_out == assessment.left_out
    assert again.printed == assessment.printed
    pairs = zip(again.findings, assessment.findings, strict=True)
    for one, other in pairs:
        loose = {"weight": 0.0, "size": None, "false_finding_rate": None}
        assert dataclasses.replace(one, **loose) == dataclasses.replace(other, **loose)
