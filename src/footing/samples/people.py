"""One row for each person of a fictional workforce: what an HR system would hold, and the true background beside it."""

import numpy as np
import pyarrow as pa

from footing.samples.answers import ANSWERS, draw_answers, response_by_function
from footing.samples.careers import YEARS, Records
from footing.samples.columns import dates, keys, words
from footing.samples.draws import Floats, Integers, choose, happens, with_odds_ratio
from footing.samples.employers import FULL_TIME_HOURS, Employer
from footing.samples.gaps import BACKGROUNDS, Gaps
from footing.samples.induction import first_months
from footing.samples.period_pay import pay_of_the_law
from footing.samples.truth import Truth

SEXES = ("Female", "Male")
ETHNICITIES = (
    "White British",
    "White other",
    "Asian or Asian British",
    "Black or Black British",
    "Mixed or multiple",
    "Other ethnic group",
)
ETHNICITY_CHANCES = np.array([[0.77, 0.06, 0.075, 0.045, 0.03, 0.02]])
ETHNICITY_BLANK = 0.04
DISABILITIES = ("No", "Yes", "Prefer not to say")
DISABILITY_CHANCES = np.array([[0.81, 0.11, 0.08]])
CONTRACTS = ("Permanent", "Fixed term", "Apprenticeship")
CONTRACT_CHANCES = np.array([[0.88, 0.09, 0.03]])
PART_TIME_HOURS = np.array([18.5, 22.2, 30.0])
PART_TIME_BY_SEX = np.array([0.42, 0.10])
MAIN_SITE = 0.7
PAY_SPREAD = 0.055
"""The standard deviation of log pay within a grade."""
BONUS_OF_PAY = 0.02
MOST_AGE = 68.0
DAYS_PER_YEAR = 365.25


def everyone_in(random: np.random.Generator, truth: Truth, people: Records, first_key: int) -> pa.Table:
    """One row for each person of the five years; ``left_date`` is empty for those still present.

    ``true_background`` is what no employer can see; the rest is what an HR system holds.
    """
    employer, gaps = truth.employer, truth.gaps
    background, function, number = people["background"], people["function"], len(people)
    last_day, all_alike = employer.snapshot, np.zeros(number, dtype=np.int64)
    age = _age(random, employer, people)
    born = employer.snapshot.year - np.ceil(age).astype(np.int64)
    responds = happens(random, response_by_function(employer, gaps)[function])
    answers = draw_answers(random, background, born, responds)
    of_months, of_pay = random.spawn(2)
    held = pa.table(
        {
            "person_key": keys("A", first_key + np.arange(number)),
            "true_background": words(BACKGROUNDS, background),
            "grade": words(employer.grade_names, people["grade"]),
            "function": words(employer.function_names, function),
            "site": _sites(random, employer, function),
            "sex": words(SEXES, people["sex"]),
            "ethnicity": draw_ethnicity(random, number),
            "disability": words(DISABILITIES, choose(random, DISABILITY_CHANCES, all_alike)),
            "birth_date": dates(last_day, age * DAYS_PER_YEAR),
            "start_date": dates(last_day, days_before_snapshot(people["joined"])),
            "grade_start_date": dates(last_day, days_before_snapshot(people["grade_since"])),
            "left_date": dates(last_day, days_before_snapshot(people["left"])),
            "contract": words(CONTRACTS, choose(random, CONTRACT_CHANCES, all_alike)),
            **_hours(random, people["sex"]),
            **_pay(random, employer, gaps, people),
            **{name: words(ANSWERS[name].options, option) for name, option in answers.items()},
            **first_months(of_months, gaps, people),
        }
    )
    for name, column in pay_of_the_law(of_pay, employer, held).items():
        held = held.append_column(name, column)
    return held


def draw_ethnicity(random: np.random.Generator, number: int) -> pa.DictionaryArray:
    """Ethnic groups that owe nothing to background or grade; some cells are empty."""
    group = choose(random, ETHNICITY_CHANCES, np.zeros(number, dtype=np.int64))
    return words(ETHNICITIES, np.where(happens(random, np.full(number, ETHNICITY_BLANK)), -1, group))


def days_before_snapshot(years_after_opening: Floats) -> Floats:
    """Days before the snapshot date, on which nothing happens, of a moment in years since the window opened."""
    days: Floats = (YEARS - years_after_opening) * DAYS_PER_YEAR + 1
    return np.where(np.isinf(days), np.nan, days)


def _age(random: np.random.Generator, employer: Employer, people: Records) -> Floats:
    """Age at the snapshot date in years: people join from 18 on, later in life to higher grades."""
    height = people["grade"] / (len(employer.grades) - 1)
    when_joined = 18 + 12 * height + random.gamma(1.6, 6.0, len(people))
    longest = MOST_AGE - (YEARS - people["joined"])
    age: Floats = np.minimum(when_joined, longest) + (YEARS - people["joined"])
    return age


def _sites(random: np.random.Generator, employer: Employer, function: Integers) -> pa.DictionaryArray:
    names = sorted({site for function in employer.functions for site in function.sites})
    chances = np.zeros((len(employer.functions), len(names)))
    for row, its_function in enumerate(employer.functions):
        main, *others = its_function.sites
        chances[row, names.index(main)] = MAIN_SITE
        for site in others:
            chances[row, names.index(site)] = (1 - MAIN_SITE) / len(others)
    return words(names, choose(random, chances, function))


def _hours(random: np.random.Generator, sex: Integers) -> dict[str, Floats]:
    part_time = happens(random, PART_TIME_BY_SEX[sex])
    hours: Floats = np.where(part_time, random.choice(PART_TIME_HOURS, len(sex)), FULL_TIME_HOURS)
    return {"weekly_hours": hours, "full_time_equivalent": np.round(hours / FULL_TIME_HOURS, 2)}


def _pay(random: np.random.Generator, employer: Employer, gaps: Gaps, people: Records) -> dict[str, Integers]:
    """Full-time equivalent pay and the year's bonus, in pence, to whole pounds."""
    grade, background = people["grade"], people["background"]
    middle = np.array([grade.salary for grade in employer.grades])[grade]
    spread = np.exp(PAY_SPREAD * random.standard_normal(len(people)))
    pay = np.round(middle * np.array(gaps.pay_ratio_within_grade)[background] * spread)
    chance = np.array([grade.bonus for grade in employer.grades])[grade]
    paid = happens(random, with_odds_ratio(chance, np.array(gaps.bonus_odds_ratio)[background]))
    bonus = np.where(paid, np.round(BONUS_OF_PAY * pay * random.uniform(0.5, 1.5, len(people))), 0)
    return {"annual_pay_pence": (pay * 100).astype(np.int64), "bonus_pence": (bonus * 100).astype(np.int64)}
