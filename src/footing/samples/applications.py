"""A year of applications for posts: who applied, passed the sift, was offered a post and started."""

import numpy as np
import pyarrow as pa

from footing.samples.answers import ANSWERS, draw_answers
from footing.samples.columns import dates, keys, words
from footing.samples.draws import Booleans, Floats, Integers, choose, happens, with_odds_ratio
from footing.samples.gaps import BACKGROUNDS, Gaps
from footing.samples.people import SEXES, draw_ethnicity
from footing.samples.steady_state import FEMALE, SteadyState
from footing.samples.truth import Truth

PER_REQUISITION = 22
SIFT, OFFER = 0.32, 0.30
"""The chances of a professional background at a post of middling selectivity."""
COMES_TO_INTERVIEW, ACCEPTS, WITHDRAWS_EARLY = 0.95, 0.92, 0.04
SELECTIVITY = 0.4
"""The standard deviation, in log-odds, of how selective posts are at the sift."""
ANSWERS_THE_QUESTIONS = 0.88
OPEN_DAYS = 28
DAYS_TO_START = 60

SOURCES = ("Referral by staff", "Our website", "Job board", "Agency", "Outreach scheme")
OTHER_SOURCES = np.array([0.45, 0.38, 0.12, 0.05])
"""Where those come from whom nobody on the staff recommended."""


def draw_applications(random: np.random.Generator, truth: Truth, people: int) -> pa.Table:
    """One row for each application of the year up to the snapshot date, with the date of each stage reached."""
    employer, gaps, state = truth.employer, truth.gaps, truth.state
    number = max(round(people * employer.applications_per_person), 1)
    posts = max(number // PER_REQUISITION, 1)
    grade, function = _posts(random, state, posts)
    post = np.sort(random.integers(posts, size=number))
    background = choose(random, np.array([gaps.applicants]) / 100, np.zeros(number, dtype=np.int64))
    sex = np.where(happens(random, _women(state)[grade, function][post]), FEMALE, 1 - FEMALE)
    responds = happens(random, np.full(number, ANSWERS_THE_QUESTIONS))
    answers = draw_answers(random, background, None, responds)
    return pa.table(
        {
            "candidate_key": keys("C", 10_001 + np.arange(number)),
            "true_background": words(BACKGROUNDS, background),
            "requisition": words([f"REQ-{post + 1:03d}" for post in range(posts)], post),
            "grade": words(employer.grade_names, grade[post]),
            "function": words(employer.function_names, function[post]),
            "source": words(SOURCES, choose(random, _source_chances(gaps), background)),
            **{
                name: dates(employer.snapshot, days_before)
                for name, days_before in _stages(random, gaps, background, post, posts).items()
            },
            "sex": words(SEXES, sex),
            "ethnicity": draw_ethnicity(random, number),
            **{name: words(ANSWERS[name].options, option) for name, option in answers.items()},
        }
    )


def _posts(random: np.random.Generator, state: SteadyState, posts: int) -> tuple[Integers, Integers]:
    hires = state.hires.sum(axis=(2, 3))
    cell = choose(random, (hires / hires.sum()).reshape(1, -1), np.zeros(posts, dtype=np.int64))
    grade, function = np.unravel_index(cell, hires.shape)
    return grade.astype(np.int64), function.astype(np.int64)


def _source_chances(gaps: Gaps) -> Floats:
    referred = np.array(gaps.referred_percent)[:, None] / 100
    return np.hstack([referred, (1 - referred) * OTHER_SOURCES])


def _women(state: SteadyState) -> Floats:
    by_sex = state.hires.sum(axis=2)
    women: Floats = by_sex[..., FEMALE] / by_sex.sum(axis=-1)
    return women


def _stages(
    random: np.random.Generator, gaps: Gaps, background: Integers, post: Integers, posts: int
) -> dict[str, Floats]:
    """How many days before the snapshot date each application reached each stage; not a number where it did not."""
    number = len(background)
    harder = np.exp(-SELECTIVITY * random.standard_normal(posts))[post]
    closed = random.integers(DAYS_TO_START, 365 - OPEN_DAYS, posts)[post]
    later = np.array(gaps.application_days_later)[background]
    applied = closed + OPEN_DAYS - np.minimum(random.beta(2, 1.5, number) * OPEN_DAYS + later, OPEN_DAYS)
    withdrew = happens(random, np.full(number, WITHDRAWS_EARLY))
    sifted = ~withdrew & _passes(random, SIFT, harder * np.array(gaps.sift_odds_ratio)[background])
    interviewed = sifted & happens(random, np.full(number, COMES_TO_INTERVIEW))
    offered = interviewed & _passes(random, OFFER, np.array(gaps.offer_odds_ratio)[background])
    started = offered & happens(random, np.full(number, ACCEPTS))
    turned_down_at_sift = ~withdrew & ~sifted
    return {
        "applied_on": applied,
        "sift_passed_on": np.where(sifted, closed - 5, np.nan),
        "interviewed_on": np.where(interviewed, closed - 15, np.nan),
        "offered_on": np.where(offered, closed - 18, np.nan),
        "started_on": np.where(started, closed - DAYS_TO_START, np.nan),
        "withdrawn_on": np.select([withdrew, sifted & ~interviewed], [closed - 1.0, closed - 9.0], np.nan),
        "declined_on": np.where(offered & ~started, closed - 22, np.nan),
        "rejected_on": np.select([turned_down_at_sift, interviewed & ~offered], [closed - 6.0, closed - 19.0], np.nan),
    }


def _passes(random: np.random.Generator, chance: float, odds_ratio: Floats) -> Booleans:
    return happens(random, with_odds_ratio(np.full(len(odds_ratio), chance), odds_ratio))
