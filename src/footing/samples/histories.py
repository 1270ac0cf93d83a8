"""What happened to people in five years, as an HR system would list it."""

import datetime as dt

import numpy as np
import pyarrow as pa

from footing.samples.careers import LEFT, YEARS, Records
from footing.samples.columns import dates, words
from footing.samples.draws import Booleans, Floats, choose
from footing.samples.employers import Employer
from footing.samples.people import DAYS_PER_YEAR, days_before_snapshot

EVENT_NAMES = ("joined", "promoted", "moved", "left")
REASONS = ("Resignation", "End of contract", "Redundancy", "Dismissal", "Retirement", "Acting up")
REASON_CHANCES = np.array([[0.78, 0.12, 0.05, 0.05]])
RETIREMENT_AGE = 60
OF_PERSON = ("sex", "probation_outcome", "induction_items", "parental_occupation", "true_background")


def histories(
    random: np.random.Generator, employer: Employer, everyone: pa.Table, happened: Records, acting: Records
) -> pa.Table:
    """One row for each event, in the order of time, with what is known of its person who may have left.

    ``happened`` and ``acting``, the promotions for a while, number people by their row in ``everyone``. Nothing says
    when acting up ended.
    """
    is_acting = np.r_[np.zeros(len(happened), dtype=bool), np.ones(len(acting), dtype=bool)]
    happened = np.concatenate([happened, acting])
    in_order = np.lexsort((happened["person"], happened["time"]))
    happened, is_acting = happened[in_order], is_acting[in_order]
    leaves = happened["kind"] == LEFT
    of_person = everyone.select(["person_key", "birth_date", *OF_PERSON]).take(happened["person"])
    return pa.table(
        {
            "person_key": of_person["person_key"],
            "event": words(EVENT_NAMES, happened["kind"]),
            "date": dates(employer.snapshot, days_before_snapshot(happened["time"])),
            "from_grade": words(employer.grade_names, happened["from_grade"]),
            "to_grade": words(employer.grade_names, np.where(leaves, -1, happened["to_grade"])),
            "from_function": words(employer.function_names, happened["from_function"]),
            "to_function": words(employer.function_names, np.where(leaves, -1, happened["to_function"])),
            "reason": _reasons(random, happened, _age_at(happened, employer, of_person["birth_date"]), is_acting),
            **{name: of_person[name] for name in OF_PERSON},
        }
    )


def _age_at(happened: Records, employer: Employer, birth_date: pa.ChunkedArray) -> Floats:
    born = birth_date.cast(pa.int32()).to_numpy()
    age_at_snapshot = ((employer.snapshot - dt.date(1970, 1, 1)).days - born) / DAYS_PER_YEAR
    age: Floats = age_at_snapshot - (YEARS - happened["time"])
    return age


def _reasons(random: np.random.Generator, happened: Records, age: Floats, is_acting: Booleans) -> pa.DictionaryArray:
    reason = choose(random, REASON_CHANCES, np.zeros(len(happened), dtype=np.int64))
    reason = np.where(age >= RETIREMENT_AGE, REASONS.index("Retirement"), reason)
    for_leaving = np.where(happened["kind"] == LEFT, reason, -1)
    return words(REASONS, np.where(is_acting, REASONS.index("Acting up"), for_leaving))
