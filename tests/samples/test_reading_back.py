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


def test_every_column_of_every_file_is_read_but_one(tmp_path):
    """Nothing yet uses the day on which people entered their grade."""
    for employer in (council, firm):
        sample = employer(seed=6)
        files = sample.write(tmp_path / sample.truth.employer.name)
        with check_extract(
            files.staff,
            catalogue=load_catalogue(),
            as_at=sample.snapshot_date,
            applications=files.applications,
            events=files.events,
            outreach=files.outreach,
        ) as checked:
            faults = checked.faults.faults
            assert {fault.place.column for fault in faults if fault.code == "W051"} == {"Date entered grade"}
            assert {fault.code for fault in faults} == {"W028", "W051", "W097"}
            assert checked.coded.participants.row_count == sample.participants.num_rows
            assert checked.coded.events.row_count == sample.events.num_rows


def test_a_firm_has_the_pay_of_a_month_and_partners(tmp_path):
    sample = firm(seed=6, people=400)
    with check_extract(sample.write(tmp_path).staff, catalogue=load_catalogue(), as_at=sample.snapshot_date) as checked:
        rows = checked.coded.connection.execute(
            "SELECT grade::VARCHAR, partner::VARCHAR, ordinary_pay_pence * 12 / annual_pay_pence / full_time_equivalent"
            " FROM people WHERE reduced_pay = 'Full pay'"
        ).fetchall()
    assert {(grade == "Partner", partner) for grade, partner, _ in rows} == {(True, "Partner"), (False, "Employee")}
    assert all(ratio == pytest.approx(1, rel=0.01) for _, _, ratio in rows)
