"""Two years of outreach: who took part in a programme, and who of them applied, was offered a job and started."""

import numpy as np
import pyarrow as pa

from footing.samples.answers import ANSWERS, UNANSWERED, draw_answers
from footing.samples.columns import dates, keys, words
from footing.samples.draws import Booleans, Floats, choose, happens, with_odds_ratio
from footing.samples.truth import Truth

PROGRAMMES = ("Work experience", "Insight days", "Mentoring")
PROGRAMME_CHANCES = np.array([[0.45, 0.35, 0.20]])
AREAS = ("Yes", "No")
AREA_CHANCES = np.array([[0.35, 0.57, 0.08]])
"""From a cold spot or not; of the rest it is not recorded."""
BACKGROUND_CHANCES = np.array([[0.16, 0.24, 0.60]])
"""Outreach is meant for lower backgrounds, and mostly finds them."""
ELIGIBLE_CHANCES = np.array([[0.46, 0.44, 0.0, 0.07, 0.03]])
"""Programmes choose by free school meals: the chances of the options of that question."""
ASKED = ("free_school_meals", "school_type", "parental_degree")
ANSWERS_THE_QUESTIONS = 0.92
APPLIES, IS_OFFERED, ACCEPTS = 0.32, 0.38, 0.9
"""Chances of those who are not eligible for free school meals, or of whom it is not known."""
YEARS_OF_OUTREACH = 2
DAYS_TO_OFFER, DAYS_TO_START = 40.0, 35.0


def draw_participants(random: np.random.Generator, truth: Truth, people: int) -> pa.Table:
    """One row for each participant in a programme, with the date of each step that they took afterwards."""
    number = max(round(people * truth.employer.participants_per_person), 1)
    alike = np.zeros(number, dtype=np.int64)
    background = choose(random, BACKGROUND_CHANCES, alike)
    responds = happens(random, np.full(number, ANSWERS_THE_QUESTIONS))
    answers = draw_answers(random, background, None, responds)
    meals = choose(random, ELIGIBLE_CHANCES, alike)
    answers["free_school_meals"] = np.where(responds, meals, UNANSWERED)
    area = choose(random, AREA_CHANCES, alike)
    eligible = answers["free_school_meals"] == ANSWERS["free_school_meals"].options.index("eligible")
    steps = _steps(random, eligible, truth.gaps.outreach_application_odds_ratio)
    return pa.table(
        {
            "participant_key": keys("P", 20_001 + np.arange(number)),
            "programme": words(PROGRAMMES, choose(random, PROGRAMME_CHANCES, alike)),
            "area": words(AREAS, np.where(area < len(AREAS), area, -1)),
            **{name: dates(truth.employer.snapshot, days_before) for name, days_before in steps.items()},
            **{name: words(ANSWERS[name].options, answers[name]) for name in ASKED},
        }
    )


def _steps(random: np.random.Generator, eligible: Booleans, odds_ratio: float) -> dict[str, Floats]:
    """How many days before the snapshot date each step was taken; not a number where it was not."""
    number = len(eligible)
    applied = happens(random, with_odds_ratio(np.full(number, APPLIES), np.where(eligible, odds_ratio, 1.0)))
    offered = applied & happens(random, np.full(number, IS_OFFERED))
    started = offered & happens(random, np.full(number, ACCEPTS))
    latest = DAYS_TO_OFFER + DAYS_TO_START
    day = latest + random.random(number) * (365 * YEARS_OF_OUTREACH - latest)
    return {
        "applied": np.where(applied, day, np.nan),
        "offered": np.where(offered, day - DAYS_TO_OFFER, np.nan),
        "started": np.where(started, day - latest, np.nan),
    }
