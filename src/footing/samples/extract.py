"""A sample as the files that an HR or recruitment system would export: headings and answers in words."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from footing.samples.answers import ANSWERS
from footing.standards import Catalogue

STAFF_HEADINGS: Mapping[str, str] = {
    "person_key": "Employee number",
    "grade": "Grade",
    "function": "Directorate",
    "site": "Site",
    "sex": "Sex",
    "ethnicity": "Ethnic group",
    "disability": "Disability",
    "birth_date": "Date of birth",
    "start_date": "Start date",
    "grade_start_date": "Date entered grade",
    "contract": "Contract type",
    "weekly_hours": "Weekly hours",
    "full_time_equivalent": "FTE",
    "annual_pay_pence": "Full-time equivalent salary",
    "bonus_pence": "Bonus in the last 12 months",
    "ordinary_pay_pence": "Ordinary pay in the pay period",
    "period_bonus_pence": "Bonus in the pay period",
    "pay_period_days": "Days in the pay period",
    "reduced_pay": "On reduced pay because of leave",
    "partner": "Partner",
    "probation_outcome": "Outcome of probation",
    "induction_items": "Induction completed",
}
EVENT_HEADINGS: Mapping[str, str] = {
    "person_key": "Employee number",
    "event": "Event",
    "date": "Date",
    "from_grade": "From grade",
    "to_grade": "To grade",
    "from_function": "From directorate",
    "to_function": "To directorate",
    "reason": "Reason",
    "sex": "Sex",
    "probation_outcome": "Outcome of probation",
    "induction_items": "Induction completed",
}
APPLICATION_HEADINGS: Mapping[str, str] = {
    "candidate_key": "Candidate ID",
    "requisition": "Requisition",
    "grade": "Grade",
    "function": "Directorate",
    "source": "Source",
    "applied_on": "Applied on",
    "sift_passed_on": "Sift passed on",
    "interviewed_on": "Interviewed on",
    "offered_on": "Offered on",
    "started_on": "Started on",
    "withdrawn_on": "Withdrawn on",
    "declined_on": "Offer declined on",
    "rejected_on": "Rejected on",
    "sex": "Sex",
    "ethnicity": "Ethnic group",
}
PARTICIPANT_HEADINGS: Mapping[str, str] = {
    "participant_key": "Participant ID",
    "programme": "Programme",
    "area": "From a cold spot",
    "applied": "Applied for a job here",
    "offered": "Offered a job",
    "started": "Started work",
}


def in_words(table: pa.Table, headings: Mapping[str, str], catalogue: Catalogue) -> pa.Table:
    """The columns that have a heading, then the answers under the wording of their question; pay in whole pounds."""
    held = ((name, heading) for name, heading in headings.items() if name in table.column_names)
    columns = {heading: _as_supplied(name, table[name]) for name, heading in held}
    for name in ANSWERS:
        if name in table.column_names:
            question = catalogue.question(name)
            columns[question.wording] = _with_labels(
                table[name], {option.code: option.label for option in question.options}
            )
    return pa.table(columns)


def _as_supplied(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.divide(column, 100) if name.endswith("_pence") else column


def _with_labels(column: pa.ChunkedArray, labels: Mapping[str, str]) -> pa.ChunkedArray:
    def relabelled(chunk: pa.DictionaryArray) -> pa.DictionaryArray:
        full = pa.array([labels[code] for code in chunk.dictionary.to_pylist()], pa.string())
        return pa.DictionaryArray.from_arrays(chunk.indices, full)

    return pa.chunked_array([relabelled(chunk) for chunk in column.chunks])
