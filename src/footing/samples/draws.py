"""Random choices, made for all people at once from a seeded generator."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]


def choose(random: np.random.Generator, chances: Floats, row: Integers) -> Integers:
    """A category for each person: person ``i`` draws from ``chances[row[i]]``, whose entries sum to one."""
    ladder = np.cumsum(chances, axis=-1)[:, :-1]
    drawn: Integers = (random.random(len(row))[:, None] >= ladder[row]).sum(axis=1)
    return drawn


def happens(random: np.random.Generator, chance: Floats) -> Booleans:
    """Whether a thing of the given chance happens to each person."""
    return random.random(len(chance)) < chance


def with_odds_ratio(chance: Floats, odds_ratio: Floats) -> Floats:
    """The chance whose odds are ``odds_ratio`` times the odds of ``chance``.

    >>> with_odds_ratio(np.array([0.5]), np.array([3.0]))
    array([0.75])
    """
    odds = chance / (1 - chance) * odds_ratio
    return odds / (1 + odds)
