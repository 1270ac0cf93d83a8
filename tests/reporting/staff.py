"""Realistic staff, drawn with a fixed seed: a council whose higher grades have fewer from lower backgrounds."""

import random
from collections.abc import Sequence

GRADES = tuple(f"Grade {number}" for number in range(1, 11))
GRADE_WEIGHTS = (1637, 814, 523, 323, 252, 173, 174, 121, 102, 81)
LOWER_PERCENT = (46, 46, 45, 47, 33, 35, 26, 21, 20, 18)
FUNCTIONS = {
    "Adult social care": 24,
    "Children’s services": 20,
    "Highways and environment": 16,
    "Housing": 12,
    "Customer services": 10,
    "Finance and revenues": 7,
    "Planning and regeneration": 6,
    "Legal and democratic services": 3,
    "Digital and data": 2,
}
SITES = {"Northvale Civic Centre": 45, "Eastgate depot": 25, "Riverside House": 20, "Working from home": 9, "Mobile": 1}
SEXES = {"Female": 61, "Male": 37, "not_recorded": 2}
AGES = {"16 to 24": 7, "25 to 34": 20, "35 to 44": 24, "45 to 54": 27, "55 to 64": 19, "65 and over": 3}
ETHNICITIES = {"Asian": 9, "Black": 5, "Mixed": 3, "White": 79, "Other": 1, "not_recorded": 3}
"""The categories of each characteristic, and how common each is."""

CHARACTERISTICS: dict[str, Sequence[str]] = {
    "grade": GRADES,
    "function": tuple(FUNCTIONS),
    "site": tuple(SITES),
    "sex": tuple(SEXES),
    "ethnicity": tuple(ETHNICITIES),
    "age_band": tuple(AGES),
}


def council_staff(people: int = 4200, seed: int = 7) -> list[dict[str, str]]:
    """People with a grade, a function … and the group of their answer to each question."""
    draw = random.Random(seed)  # noqa: S311 - nothing secret is drawn
    return [_person(draw) for _ in range(people)]


def _person(draw: random.Random) -> dict[str, str]:
    grade = draw.choices(range(len(GRADES)), GRADE_WEIGHTS)[0]
    silent = 14 + grade
    lower = LOWER_PERCENT[grade] * 0.74
    professional = 74 - lower - 17
    background = draw.choices(
        ("professional", "intermediate", "lower", "not_known", "prefer_not_to_say", "not_answered"),
        (professional, 17, lower, 5, 5 + grade / 2, silent),
    )[0]
    school = draw.choices(
        ("state", "independent", "outside_uk", "prefer_not_to_say", "not_answered"),
        (66, 4 + 1.4 * grade, 8, 4, silent),
    )[0]
    drawn = {"function": FUNCTIONS, "site": SITES, "sex": SEXES, "age_band": AGES, "ethnicity": ETHNICITIES}
    return {
        "grade": GRADES[grade],
        "parental_occupation": background,
        "school_type": school,
        **{name: draw.choices(list(weights), list(weights.values()))[0] for name, weights in drawn.items()},
    }
