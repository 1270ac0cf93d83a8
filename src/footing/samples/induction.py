"""How the first months of those who joined in the five years went: probation and induction."""

import numpy as np
import pyarrow as pa

from footing.samples.careers import YEARS, Records
from footing.samples.columns import words
from footing.samples.draws import choose, happens, with_odds_ratio
from footing.samples.gaps import Gaps

PROBATION_YEARS = 0.5
OUTCOMES = ("Passed", "Passed after extension", "Not passed")
EXTENDED = 0.12
"""The chance of a professional background that probation is extended, of those who stay to its end."""
LEFT_FOR_NOT_PASSING = 0.5
"""How many of those who leave before the end of probation had not passed; of the others nothing is recorded."""

ITEMS = ("All completed", "Some completed", "None completed")
COMPLETED, NONE_OF_THE_REST = 0.80, 0.25
"""The chance of a professional background to complete all; and of those who do not, to complete nothing."""


def first_months(random: np.random.Generator, gaps: Gaps, people: Records) -> dict[str, pa.DictionaryArray]:
    """The outcome of probation and what of the induction was completed, of those who joined in the five years.

    Probation that could not have ended by the snapshot date has no outcome, whether the person is still there or not.
    """
    background, number = people["background"], len(people)
    joined = people["joined"] >= 0
    stayed = people["left"] - people["joined"] >= PROBATION_YEARS
    extended = happens(
        random, with_odds_ratio(np.full(number, EXTENDED), _of(gaps.probation_extended_odds_ratio, people))
    )
    failed = happens(random, np.full(number, LEFT_FOR_NOT_PASSING))
    outcome = np.select([stayed & extended, stayed, failed], [1, 0, 2], -1)
    ended = joined & (people["joined"] <= YEARS - PROBATION_YEARS)
    all_items = with_odds_ratio(np.full(3, COMPLETED), np.array(gaps.induction_completed_odds_ratio))
    chances = np.stack(
        [all_items, (1 - all_items) * (1 - NONE_OF_THE_REST), (1 - all_items) * NONE_OF_THE_REST], axis=1
    )
    items = choose(random, chances, background)
    return {
        "probation_outcome": words(OUTCOMES, np.where(ended, outcome, -1)),
        "induction_items": words(ITEMS, np.where(joined, items, -1)),
    }


def _of(by_background: tuple[float, float, float], people: Records) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    each: np.ndarray[tuple[int], np.dtype[np.float64]] = np.array(by_background)[people["background"]]
    return each
