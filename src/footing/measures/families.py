"""Every family of measures, laid out, counted and put together for release."""

from collections.abc import Iterator, Sequence
from itertools import chain

from footing.measures import (
    careers,
    hiring,
    intersections,
    nonresponse,
    outreach,
    pay,
    representation,
    response,
    small,
    trend,
)
from footing.measures.careers.terms import CareerTerms
from footing.measures.counting import cells_of, count_cells
from footing.measures.family import Measured, MeasuredFamily
from footing.measures.pay.terms import PayTerms
from footing.measures.small import SmallTerms
from footing.measures.staff import STAFF, staff_in_post
from footing.standards import Catalogue
from footing.tables.raw import Population, RawRelease
from footing.workforce.workforce import StatedTerms, Workforce


def measure_all(
    workforce: Workforce,
    *,
    catalogue: Catalogue,
    benchmark_ids: Sequence[str] = (),
    crossings: Sequence[Sequence[str]] | None = None,
    previous: Workforce | None = None,
    small_terms: SmallTerms | None = None,
) -> Measured:
    """Measure everything that the workforce has the fields for, and say what it has not.

    The staff in post are counted once for all families together, so that what two tables share is one cell. With the
    workforce of a ``previous`` year, the change since then is measured too. ``small_terms`` say when categories of a
    small employer are put together. Raises ``UnknownReference`` and
    ``NotComparable`` for a benchmark that cannot serve, ``UnlistedCategory`` for a workforce whose people do not fit
    its lists, and ``ValueError`` for a previous workforce that is not of an earlier day.
    """
    families = (
        response.measure(workforce, catalogue=catalogue),
        representation.measure(workforce, catalogue=catalogue, benchmark_ids=benchmark_ids, crossings=crossings),
        small.measure(workforce, catalogue=catalogue, terms=small_terms),
        nonresponse.measure(workforce, catalogue=catalogue, benchmark_ids=benchmark_ids),
        outreach.measure(outreach.Participants.of(workforce), catalogue=catalogue),
        hiring.measure(workforce, catalogue=catalogue),
        pay.measure(workforce, catalogue=catalogue, terms=_pay_terms(workforce.stated)),
        careers.measure(workforce, catalogue=catalogue, terms=_career_terms(workforce.stated)),
        intersections.measure(workforce, catalogue=catalogue, terms=_career_terms(workforce.stated)),
    )
    tables = tuple(chain.from_iterable(family.tables for family in families))
    release = RawRelease(tuple(_populations(workforce, families)), tables)
    changes = trend.measure(workforce, previous, catalogue=catalogue)
    not_measured = tuple(chain.from_iterable(family.not_measured for family in (*families, changes)))
    return Measured(trend.with_previous_year(release, changes), not_measured)


def _pay_terms(stated: StatedTerms) -> PayTerms:
    return PayTerms(full_time_hours=stated.full_time_hours, partner_grades=stated.partner_grades)


def _career_terms(stated: StatedTerms) -> CareerTerms:
    return CareerTerms(opening=stated.events_complete_from, senior_grades=stated.senior_grades)


def _populations(workforce: Workforce, families: Sequence[MeasuredFamily]) -> Iterator[Population]:
    tables = [table for family in families for table in family.tables if table.population == STAFF]
    if tables:
        people = staff_in_post(workforce)
        counts = dict(chain.from_iterable(family.counts.items() for family in families))
        counts |= count_cells(people, [cell for cell in cells_of(tables) if cell not in counts])
        hierarchies = dict(chain.from_iterable(family.hierarchies.items() for family in families))
        yield Population(STAFF, counts, {**people.hierarchies(), **hierarchies})
    for family in families:
        yield from family.populations
