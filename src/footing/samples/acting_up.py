"""Promotions for a while: some of those who are promoted had acted up in the higher grade before."""

import numpy as np

from footing.samples.careers import JOINED, PROMOTED, Records
from footing.samples.draws import Integers, happens
from footing.samples.gaps import Gaps

FOR_EACH_PROMOTION = 0.25
"""How many promotions for a while there are for each for good, of a professional background."""
NOT_TOO_LATE = 0.9
"""Acting up begins in this first part of the time in the grade below."""


def acting_up(random: np.random.Generator, gaps: Gaps, background: Integers, happened: Records) -> Records:
    """The events of acting up, each between a person's entry into a grade and their promotion from it.

    ``happened`` are the events of careers; ``background`` is that of each person whom they number.
    """
    rungs = happened[(happened["kind"] == JOINED) | (happened["kind"] == PROMOTED)]
    rungs = rungs[np.lexsort((rungs["time"], rungs["person"]))]
    same_person = np.r_[False, rungs["person"][1:] == rungs["person"][:-1]]
    entered = np.where(same_person, np.r_[0.0, rungs["time"][:-1]], 0.0)
    chance = FOR_EACH_PROMOTION * np.array(gaps.acting_up_ratio)[background[rungs["person"]]]
    acts = (rungs["kind"] == PROMOTED) & happens(random, chance)
    acting: Records = rungs[acts].copy()
    waited = rungs["time"][acts] - entered[acts]
    acting["time"] = entered[acts] + waited * NOT_TOO_LATE * random.random(len(acting))
    acting["from_function"] = acting["to_function"]
    return acting
