"""Differential privacy: noise without a limit, and a bound on how much any one person can change what is shown.

For pooled figures of many organisations alone: the noise that keeps one person's part in a grade of one employer
unknown is as large as the grade. The noise is OpenDP's discrete Laplace mechanism, drawn from the system's own
randomness, so that two releases of the same counts differ. What is shown is not made to add up or kept above nought:
both would be worked out from the noisy counts, and readers can do so themselves.

Source: OpenDP (https://opendp.org), and C. Dwork and A. Roth, "The algorithmic foundations of differential privacy",
Foundations and Trends in Theoretical Computer Science 9 (2014), 211-407.
"""

from collections.abc import Iterable

from footing.disclosure.alternatives.altered import AlteredCounts
from footing.disclosure.seen import UNBOUNDED, Seen
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "noise of the discrete Laplace distribution: each person changes the odds of anything shown by e^{epsilon:g}"


class PrivacyLibraryMissing(RuntimeError):
    """OpenDP is not installed. It is large and used here alone, so that it comes with an extra."""

    def __init__(self) -> None:
        super().__init__("Differential privacy needs OpenDP. Install it with: pip install footing[privacy]")


def add_private_noise(
    population: Population, published: Iterable[Coordinate], *, epsilon: float, cells_of_a_person: int
) -> AlteredCounts:
    """Add noise to each published count, for a privacy loss of ``epsilon`` of each person over all of them.

    ``cells_of_a_person`` is in how many of the published cells one person can be counted. Raises
    ``PrivacyLibraryMissing``, and ``ValueError`` for a loss or a number that is not above nought.
    """
    if epsilon <= 0 or cells_of_a_person < 1:
        raise ValueError("epsilon is above nought, and a person is counted in one cell or more")
    cells = sorted(set(published))
    noisy = _laplace([population.counts[cell] for cell in cells], scale=cells_of_a_person / epsilon)
    shown = dict(zip(cells, noisy, strict=True))
    return AlteredCounts(shown, dict.fromkeys(cells, Seen(0.0, UNBOUNDED)), METHOD.format(epsilon=epsilon))


def _laplace(counts: list[int], *, scale: float) -> list[int]:
    try:
        import opendp.prelude as dp
    except ImportError as fault:
        raise PrivacyLibraryMissing from fault
    dp.enable_features("contrib")
    space = dp.vector_domain(dp.atom_domain(T="i64")), dp.l1_distance(T="i64")
    return [int(count) for count in dp.m.make_laplace(*space, scale=scale)(counts)]
