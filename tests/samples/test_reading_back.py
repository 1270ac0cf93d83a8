"""Samples are read back with nothing but the suggested mapping, and every count is the one that was drawn."""

from collections import Counter

import pytest

from footing.samples import council, firm
from footing.standards import load_catalogue
from footing.workforce import Limits, check_extract

EXTRACTS = {
    "council, csv": (council, {"form": "csv"}),
    "council, xlsx": (council, {"form": "xlsx"}),
    "council, untidy": (council, {"untidy": True}),
    "firm, parquet": (firm, {"form": "parquet"}),
}


@pytest.mark.parametrize(("employer", "written"), EXTRACTS.values(), ids=EXTRACTS)
def test_backgrounds_by_grade_are_read_back_as_they_were_drawn(tmp_path, employer, written):
    catalogue, sample = load_catalogue(), employer(seed=6, people=400)
    staff = sample.write(tmp_path, **written).staff
    checked = check_extract(staff, mapping=None, catalogue=catalogue, as_at=sample.snapshot_date, limits=Limits())
    groups = catalogue.default_classification("parental_occupation").codes | {None: "not_answered"}
    drawn = zip(sample.people["grade"].to_pylist(), sample.people["parental_occupation"].to_pylist(), strict=True)
    people = checked.workforce.people.select("grade", "parental_occupation").to_pyarrow().to_pylist()
    read = Counter((person["grade"], person["parental_occupation"]) for person in people)
    assert read == Counter((grade, groups[option]) for grade, option in drawn)


def test_events_and_applications_are_read_with_the_staff(tmp_path):
    sample = council(seed=6, people=400)
    files = sample.write(tmp_path)
    checked = check_extract(
        files.staff,
        mapping=None,
        catalogue=load_catalogue(),
        as_at=sample.snapshot_date,
        limits=Limits(),
        applications=files.applications,
        events=files.events,
    )
    assert checked.workforce.events.count().to_pyarrow().as_py() == sample.events.num_rows
    assert checked.workforce.applications.count().to_pyarrow().as_py() == sample.applications.num_rows
    assert checked.workforce.snapshot_date == sample.snapshot_date
