"""What people answer: a true background is known for everyone, an answer only from those who give one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from footing.samples.draws import Booleans, Floats, Integers, choose, happens
from footing.samples.employers import Employer
from footing.samples.gaps import Gaps

ONE_MORE_LEFT_BLANK = 0.03
LAST_FINISHED_BEFORE_1980 = 1963
"""The last year of birth of those who had finished school by 1980, at 16."""

UNANSWERED = -1


@dataclass(frozen=True, slots=True)
class Answering:
    """The options of a question, and how often each is chosen by those of each background (rows, in percent)."""

    options: tuple[str, ...]
    professional: tuple[float, ...]
    intermediate: tuple[float, ...]
    lower: tuple[float, ...]

    @property
    def chances(self) -> Floats:
        """Chances by background and option."""
        return np.array([self.professional, self.intermediate, self.lower]) / 100


ANSWERS: Mapping[str, Answering] = {
    "parental_occupation": Answering(
        options=(
            "modern_or_traditional_professional",
            "manager_or_administrator",
            "clerical_or_intermediate",
            "technical_or_craft",
            "routine_or_semi_routine",
            "long_term_unemployed",
            "small_business_owner",
            "other",
            "prefer_not_to_say",
        ),
        professional=(54, 36, 0, 0, 0, 0, 0, 4, 6),
        intermediate=(0, 0, 60, 0, 0, 0, 30, 4, 6),
        lower=(0, 0, 0, 32, 52, 6, 0, 4, 6),
    ),
    "school_type": Answering(
        options=("state", "independent", "outside_uk", "dont_know", "prefer_not_to_say"),
        professional=(75.9, 12.1, 8, 1, 3),
        intermediate=(83.2, 4.8, 8, 1, 3),
        lower=(85.5, 2.5, 8, 1, 3),
    ),
    "free_school_meals": Answering(
        options=("eligible", "not_eligible", "not_applicable", "dont_know", "prefer_not_to_say"),
        professional=(5.2, 81.8, 5, 4, 4),
        intermediate=(11.3, 75.7, 5, 4, 4),
        lower=(21.6, 65.4, 5, 4, 4),
    ),
    "parental_degree": Answering(
        options=("no_parent", "one_or_both_parents", "dont_know", "prefer_not_to_say"),
        professional=(41, 53, 2, 4),
        intermediate=(80, 14, 2, 4),
        lower=(89, 5, 2, 4),
    ),
}
"""Chosen so that a workforce of the nation's backgrounds has its 7.5 % of fee-paying school and 15 % of free meals."""


def response_by_function(employer: Employer, gaps: Gaps) -> Floats:
    """The chance that somebody answers at all, by function; over the workforce it is the employer's response."""
    share = np.array([function.share for function in employer.functions])
    manual = np.array([max(function.manual, 0.0) for function in employer.functions])
    relative = 1 - gaps.response_spread * manual
    response: Floats = employer.response * relative * share.sum() / (relative * share).sum()
    return response


def draw_answers(
    random: np.random.Generator, background: Integers, born: Integers | None, responds: Booleans
) -> dict[str, Integers]:
    """For each question the number of each person's option, or ``UNANSWERED``.

    ``born`` is the year of birth, which decides to whom the free school meals question applies; ``None`` where unknown.
    """
    answers = {}
    for question, answering in ANSWERS.items():
        option = choose(random, answering.chances, background)
        if question == "free_school_meals" and born is not None:
            before = born <= LAST_FINISHED_BEFORE_1980
            option = np.where(before, answering.options.index("not_applicable"), option)
        blank = ~responds
        if question != "parental_occupation":
            blank = blank | happens(random, np.full(len(option), ONE_MORE_LEFT_BLANK))
        answers[question] = np.where(blank, UNANSWERED, option)
    return answers
