"""What happened to people in five years, as an HR system would list it."""

import datetime as dt

import numpy as np
import pyarrow as pa

from footing.samples.careers import LEFT, YEARS, Records
from footing.samples.columns import dates, words
from footing.samples.draws import Floats, choose
from footing.samples.employers import Employer
from footing.samples.people import DAYS_PER_YEAR, days_before_snapshot

EVENT_NAMES = ("joined", "promoted", "moved", "left")
REASONS = ("Resignation", "End of contract", "Redundancy", "Dismissal", "Retirement")
REASON_CHANCES = np.array([[0.78, 0.12, 0.05, 0.05]])
RETIREMENT_AGE = 60


def histories(random: np.random.Generator, employer: Employer, everyone: pa.Table, happened: Records) -> pa.Table:
    """One row for each event, in the order of time, with its person's sex and answer on parental occupation.

    ``happened`` numbers people by their row in ``everyone``.
    """
    happened = happened[np.lexsort((happened["person"], happened["time"]))]
    leaves = happened["kind"] == LEFT
    of_person = everyone.select(["person_key", "true_background", "sex", "birth_date", "parental_occupation"])
    of_person = of_person.take(happened["person"])
    return pa.table(
        {
            "person_key": of_person["person_key"],
            "event": words(EVENT_NAMES, happened["kind"]),
            "date": dates(employer.snapshot, days_before_snapshot(happened["time"])),
            "from_grade": words(employer.grade_names, happened["from_grade"]),
            "to_grade": words(employer.grade_names, np.where(leaves, -1, happened["to_grade"])),
            "from_function": words(employer.function_names, happened["from_function"]),
            "to_function": words(employer.function_names, np.where(leaves, -1, happened["to_function"])),
            "reason": _reasons(random, happened, _age_at(happened, employer, of_person["birth_date"])),
            "sex": of_person["sex"],
            "parental_occupation": of_person["parental_occupation"],
            "true_background": of_person["true_background"],
        }
    )


def _age_at(happened: Records, employer: Employer, birth_date: pa.ChunkedArray) -> Floats:
    born = birth_date.cast(pa.int32()).to_numpy()
    age_at_snapshot = ((employer.snapshot - dt.date(1970, 1, 1)).days - born) / DAYS_PER_YEAR
    age: Floats = age_at_snapshot - (YEARS - happened["time"])
    return age


def _reasons(random: np.random.Generator, happened: Records, age: Floats) -> pa.DictionaryArray:
    reason = choose(random, REASON_CHANCES, np.zeros(len(happened), dtype=np.int64))
    reason = np.where(age >= RETIREMENT_AGE, REASONS.index("Retirement"), reason)
    return words(REASONS, np.where(happened["kind"] == LEFT, reason, -1))
