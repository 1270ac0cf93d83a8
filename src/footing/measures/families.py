"""Every family of measures, laid out, counted and put together for release."""

from collections.abc import Sequence
from itertools import chain

from footing.measures import representation, response
from footing.measures.counting import count_population
from footing.measures.family import Measured
from footing.measures.staff import staff_in_post
from footing.standards import Catalogue
from footing.tables.raw import RawRelease
from footing.workforce.workforce import Workforce


def measure_all(
    workforce: Workforce,
    *,
    catalogue: Catalogue,
    benchmark_ids: Sequence[str] = (),
    crossings: Sequence[Sequence[str]] | None = None,
) -> Measured:
    """Measure everything that the workforce has the fields for, and say what it has not.

    The people are counted once for all families together, so that what two tables share is one cell. Raises
    ``UnknownReference`` and ``NotComparable`` for a benchmark that cannot serve, ``UnlistedCategory`` for a workforce
    whose people do not fit its lists.
    """
    families = (
        response.measure(workforce, catalogue=catalogue),
        representation.measure(workforce, catalogue=catalogue, benchmark_ids=benchmark_ids, crossings=crossings),
    )
    tables = tuple(chain.from_iterable(family.tables for family in families))
    not_measured = tuple(chain.from_iterable(family.not_measured for family in families))
    populations = (count_population(staff_in_post(workforce), tables),) if tables else ()
    return Measured(RawRelease(populations, tables), not_measured)
