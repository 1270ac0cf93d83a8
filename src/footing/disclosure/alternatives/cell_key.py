"""Cell-key perturbation: a little noise on every count, the same whenever the same people are counted.

Every person has a random key for good. The keys of the people in a cell, added up, choose the noise from a table that
depends on the count. The same group of people so has the same noise wherever it is counted, and nothing is learnt by
asking again; two groups that differ in one person have noise of their own, so that their difference tells little. Noise
never passes a stated maximum, is nought on average, and never makes a count negative; nobody stays nobody.

Sources: B. Fraser and J. Wooton, "A proposed method for confidentialising tabular output to protect against
differencing", UNECE/Eurostat work session on statistical data confidentiality (Geneva 2005); S. Giessing,
"Computational issues in the design of transition probabilities and disclosure risk estimation for additive noise",
Privacy in Statistical Databases (Springer 2016): noise of the largest entropy for a variance.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from footing.disclosure.alternatives.altered import AlteredCounts, require_none_is_exact
from footing.disclosure.arrays import BoolArray, FloatArray
from footing.disclosure.seen import Seen
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "noise of at most {maximum} on every count, by the keys of the people in it"

_KEYS = 2**32
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class NoiseTable:
    """Row ``i`` holds how likely each noise from −``maximum`` to ``maximum`` is for a count of ``i``.

    The last row is for every count of ``maximum`` or more.
    """

    maximum: int
    chances: FloatArray

    def noise(self, count: int, key: int) -> int:
        """The noise of a count whose people's keys come to ``key``, of 0 to 2³² − 1."""
        row = np.cumsum(self.chances[min(count, self.maximum)])
        place = int(np.searchsorted(row, (key + 0.5) / _KEYS * row[-1]))
        return min(place, 2 * self.maximum) - self.maximum


def noise_table(*, maximum: int, variance: float) -> NoiseTable:
    """The noise of largest entropy that is nought on average and has a variance, as far as the count allows.

    A count smaller than the maximum has less room downwards, and so less variance. Raises ``ValueError`` for a maximum
    under 1, or a variance that the maximum does not allow.
    """
    if maximum < 1 or not 0 < variance <= maximum**2 / 2:
        raise ValueError("the maximum is at least 1, and the variance above nought and at most half its square")
    noise = np.arange(-maximum, maximum + 1, dtype=np.float64)
    rows = [np.where(noise == 0, 1.0, 0.0)]
    rows += [_likeliest(noise, noise >= -count, min(variance, count * maximum / 2)) for count in range(1, maximum + 1)]
    return NoiseTable(maximum, np.array(rows))


def _likeliest(noise: FloatArray, possible: BoolArray, variance: float) -> FloatArray:
    """Chances ∝ exp(a·noise − b·noise²) with mean nought and the variance, by bisection on b and, within it, on a."""
    low, high = -10.0, 50.0
    chances = noise
    for _ in range(_ROUNDS):
        spread = (low + high) / 2
        chances = _centred(noise, possible, spread)
        low, high = (spread, high) if float(chances @ noise**2) > variance else (low, spread)
    return chances


def _centred(noise: FloatArray, possible: BoolArray, spread: float) -> FloatArray:
    low, high = -100.0, 100.0
    chances = noise
    for _ in range(_ROUNDS):
        lean = (low + high) / 2
        weight = np.where(possible, lean * noise - spread * noise**2, -np.inf)
        chances = np.exp(weight - weight.max())
        chances /= chances.sum()
        low, high = (low, lean) if float(chances @ noise) > 0 else (lean, high)
    return chances


def cell_keys(people: Mapping[Coordinate, Iterable[str]], secret: bytes) -> dict[Coordinate, int]:
    """The key of each cell from the keys of the people in it, hashed with a secret, in any order."""
    own: dict[str, int] = {}

    def key_of(person: str) -> int:
        if person not in own:
            own[person] = int.from_bytes(hmac.digest(secret, person.encode(), "sha256")[:4], "big")
        return own[person]

    return {cell: sum(map(key_of, members)) % _KEYS for cell, members in people.items()}


def perturb_by_cell_key(
    population: Population,
    published: Iterable[Coordinate],
    *,
    keys: Mapping[Coordinate, int],
    table: NoiseTable,
    threshold: int,
) -> AlteredCounts:
    """Add its noise to each published count, so that parts need not come to their whole.

    Raises ``ReleaseRefused`` when the counts around a small one leave it one possible value.
    """
    cells = sorted(set(published))
    shown = {cell: population.counts[cell] + table.noise(population.counts[cell], keys[cell]) for cell in cells}
    most = table.maximum
    seen = {
        cell: Seen(float(max(count - most, 1 if count else 0)), float(count + most)) for cell, count in shown.items()
    }
    altered = AlteredCounts(shown, seen, METHOD.format(maximum=most))
    require_none_is_exact(altered, population, threshold)
    return altered
