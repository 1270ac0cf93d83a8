"""Whatever stands in the cells and the headings, checking reports and never breaks."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workforce.extracts import HEADINGS, check, people, write_csv

cells = st.one_of(
    st.sampled_from(
        ["", " ", "*", "not_recorded", "0", "-1", "1e309", "31/12/9999", "29/02/2023", "£,", "'", '"', "NaN"]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8),
)
headings = st.one_of(
    st.sampled_from(
        [*HEADINGS, "Grade ", "GRADE", "Bonus", "FTE", "Age", "Applied on", "Event", "Date", "School type"]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8),
)
tables = st.lists(headings, min_size=2, max_size=6, unique=True).flatmap(
    lambda names: st.lists(st.fixed_dictionaries(dict.fromkeys(names, cells)), min_size=1, max_size=6)
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables)
def test_any_table_ends_in_a_report(tmp_path_factory, rows):
    with check(write_csv(tmp_path_factory.mktemp("any") / "any.csv", rows, ())) as result:
        assert (result.coded is None) == bool(result.faults.errors)
        assert all(str(fault) for fault in result.faults.faults)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(HEADINGS), st.lists(cells, min_size=1, max_size=4))
def test_any_cells_in_a_tidy_extract_end_in_a_report(tmp_path_factory, heading, found):
    rows = [
        {**row, heading: found[index] if index < len(found) else row[heading]} for index, row in enumerate(people())
    ]
    with check(write_csv(tmp_path_factory.mktemp("any") / "any.csv", rows)) as result:
        assert (result.coded is None) == bool(result.faults.errors)
        if result.coded is not None:
            assert result.coded.people.person_count == len({row["Employee number"] for row in rows})


COMPANIONS = {
    "events": {
        "Employee number": ("E0001", "E0002", "X1"),
        "Event": ("Joiner", "Leaver", "Promotion", "Acting up"),
        "Date": ("29/02/2024", "1/5/2024"),
        "To grade": ("Grade 1", "Grade 9"),
        "Reason": ("Acting up", "Resigned"),
        "Sex": ("F", "M"),
        "Parental occupation": ("Technical and craft occupations", "Modern professional"),
    },
    "outreach": {
        "Participant ID": ("P1", "P2", "P3"),
        "Programme": ("Mentoring", "Insight day"),
        "Cold spot": ("Yes", "No"),
        "Applied": ("yes", "13/05/2024", ""),
        "Free school meals": ("Yes", "No"),
    },
    "applications": {
        "Candidate ID": ("C1", "C2", "C3"),
        "Applied on": ("2024-01-13", "29/02/2024"),
        "Offered on": ("2024-03-13", ""),
        "Parental occupation": ("Technical and craft occupations", ""),
    },
}
companions = st.sampled_from(sorted(COMPANIONS)).flatmap(
    lambda name: st.tuples(
        st.just(name),
        st.lists(
            st.fixed_dictionaries(
                {heading: st.one_of(st.sampled_from(tidy), cells) for heading, tidy in COMPANIONS[name].items()}
            ),
            min_size=1,
            max_size=8,
        ),
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(companions)
def test_any_cells_in_a_companion_end_in_a_report(tmp_path_factory, drawn):
    name, rows = drawn
    folder = tmp_path_factory.mktemp("any")
    staff, companion = write_csv(folder / "staff.csv", people()), write_csv(folder / "companion.csv", rows, ())
    with check(staff, **{name: companion}) as result:
        assert (result.coded is None) == bool(result.faults.errors)
        assert all(str(fault) for fault in result.faults.faults)
        if result.coded is not None:
            assert result.workforce.person_count == 12
