"""Whatever tidy words and untidy typing an extract holds, the engine codes it as the row-by-row oracle does."""

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workforce.coding.naive_coding import GROUPS, code_people
from workforce.extracts import check, table, write_csv

dates = st.dates(dt.date(1985, 1, 1), dt.date(2005, 12, 31)).map(lambda day: f"{day.day:02}/{day.month:02}/{day.year}")
births = st.dates(dt.date(1940, 2, 29), dt.date(1970, 12, 31)).map(lambda day: f"{day.day}/{day.month}/{day.year}")
pounds = st.integers(800_000, 9_999_999).map(lambda amount: f"£{amount / 100:,.2f}")
people = st.fixed_dictionaries(
    {
        "Grade": st.sampled_from(["Grade 1", "GRADE 1", " grade 1 ", "Grade 2", "Grade  2", "Grade 10", "", "n/a"]),
        "Date of birth": st.one_of(births, st.just(""), st.just("29/02/1960")),
        "Start date": st.one_of(dates, st.just(" ")),
        "Salary": st.one_of(pounds, st.just("")),
        "Parental occupation": st.sampled_from(sorted(GROUPS)),
    }
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(people, min_size=2, max_size=30))
def test_an_extract_is_coded_as_the_oracle_codes_it(tmp_path_factory, found):
    rows = [{"Employee number": f"E{index:03}", **row} for index, row in enumerate(found)]
    rows[0] = {**rows[0], "Grade": "Grade 1", "Start date": "13/01/2001", "Salary": "£20,000.00"}
    rows[0] = {**rows[0], "Date of birth": "13/01/1965", "Parental occupation": "Technical and craft occupations"}
    columns = "person_key, grade, parental_occupation, annual_pay_pence, start_date, age_band"
    expected = code_people([{**row, "Grade": "" if row["Grade"] == "n/a" else row["Grade"]} for row in rows])
    with check(write_csv(tmp_path_factory.mktemp("oracle") / "staff.csv", rows)) as result:
        assert table(result, columns) == expected
