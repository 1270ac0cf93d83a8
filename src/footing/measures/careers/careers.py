"""The careers of everybody employed in the period, ready to be counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from footing.measures.arrow import as_arrow
from footing.measures.careers.events import PERSON, REASON, one_row_a_day
from footing.measures.careers.everybody import (
    Attribute,
    attribute_of_characteristic,
    attribute_of_question,
    know_everybody,
    known_of_everybody,
)
from footing.measures.careers.ladder import GRADE, Ladder, ladder_of
from footing.measures.careers.period import LEFT, Period, period_of
from footing.measures.careers.spells import ARRIVAL, ARRIVALS, DEPARTURE, DEPARTURES, build_spells
from footing.measures.careers.terms import CareerTerms
from footing.standards import Catalogue
from footing.tables import Category
from footing.workforce.workforce import NOT_RECORDED, QuestionInUse, Workforce

if TYPE_CHECKING:
    import ibis

SEX = "sex"
PROBATION, INDUCTION_ITEMS = "probation_outcome", "induction_items"
FURTHER_ATTRIBUTES = (SEX, PROBATION, INDUCTION_ITEMS)
"""What is used beside the background where it is known of everybody: to compare within, and to count by."""


KEPT = "career_spells"


@dataclass(frozen=True, slots=True)
class Careers:
    """The spells in grade of the period (see ``spells``) with what is known of each person as further columns.

    ``reasons`` are the reasons for leaving, "not recorded" last; none where the events have none.
    """

    ladder: Ladder
    period: Period
    question: QuestionInUse
    background: Attribute
    further: Mapping[str, Attribute]
    reasons: tuple[Category, ...]
    spells: "ibis.Table"
    catalogue: Catalogue
    terms: CareerTerms

    @property
    def groups(self) -> tuple[str, ...]:
        """The background groups that are compared: those of the base."""
        return tuple(category.code for category in self.background.categories)

    def title(self, measure: str) -> str:
        """The title of a measure's definition."""
        return self.catalogue.measure(measure).title


def careers_of(
    workforce: Workforce, question: QuestionInUse, catalogue: Catalogue, terms: CareerTerms
) -> Careers | None:
    """Read the events as careers; ``None`` without events, or where the background of those who left is not known.

    The spells are worked out once and kept in the engine. Raises ``ValueError`` as ``ladder_of`` does.
    """
    background = attribute_of_question(question, catalogue)
    period = period_of(workforce.events, workforce.snapshot_date, terms) if workforce.events is not None else None
    if workforce.events is None or period is None or not known_of_everybody(background, workforce):
        return None
    ladder = ladder_of(workforce, terms)
    further = _further(workforce)
    attributes = {background.variable: background, **further}

    def spells_of(share: Workforce) -> "ibis.Table":
        days = one_row_a_day(share.events, ladder, terms)
        known = know_everybody(share, attributes)
        return build_spells(days, share.people, ladder, period).left_join(known, PERSON).drop(f"{PERSON}_right")

    return Careers(
        ladder=ladder,
        period=period,
        question=question,
        background=background,
        further=further,
        reasons=_reasons_for_leaving(workforce),
        spells=_kept(_shares(workforce, terms), spells_of, _codes(ladder, attributes)),
        catalogue=catalogue,
        terms=terms,
    )


def _further(workforce: Workforce) -> dict[str, Attribute]:
    found = {variable: attribute_of_characteristic(variable, workforce) for variable in FURTHER_ATTRIBUTES}
    return {name: each for name, each in found.items() if each is not None and known_of_everybody(each, workforce)}


def reasons_on_record(workforce: Workforce) -> tuple[Category, ...]:
    """Every reason that the events give, of promotions and of leaving; none where they have none."""
    found = (each.categories for each in workforce.events_companion.characteristics if each.variable == REASON)
    return tuple(category for categories in found for category in categories if category.code != NOT_RECORDED)


def _reasons_for_leaving(workforce: Workforce) -> tuple[Category, ...]:
    on_record, events = reasons_on_record(workforce), workforce.events
    if events is None or not on_record:
        return ()
    given = as_arrow(events.filter(events["event"] == LEFT).select(REASON).distinct())[REASON].to_pylist()
    return (*(each for each in on_record if each.code in given), Category(NOT_RECORDED, "Not recorded"))


def _codes(ladder: Ladder, attributes: Mapping[str, Attribute]) -> dict[str, tuple[str, ...]]:
    """The columns of the spells whose codes are all known beforehand."""
    known = {variable: each.definition.codes for variable, each in attributes.items()}
    return {GRADE: ladder.codes, ARRIVAL: ARRIVALS, DEPARTURE: DEPARTURES, **known}


def _kept(
    shares: Sequence[Workforce], spells_of: Callable[[Workforce], "ibis.Table"], codes: Mapping[str, Sequence[str]]
) -> "ibis.Table":
    """The spells worked out now, so that they are not worked out again for each count.

    DuckDB is told to itself: what Ibis caches there it drops when Python ends, by when the engine is gone. It keeps
    columns whose ``codes`` are listed as numbers, in a tenth of the memory, and a code that is not listed as a blank.
    """
    engine = shares[0].people.get_backend()
    if engine.name != "duckdb":
        return spells_of(shares[0]).cache()
    smaller = ", ".join(f'try_cast("{column}" AS {_listing(listed)}) AS "{column}"' for column, listed in codes.items())
    for number, share in enumerate(shares):
        worked_out = f"FROM ({engine.compile(spells_of(share))}) SELECT * REPLACE ({smaller})"
        kept = f"INSERT INTO {KEPT}" if number else f"CREATE OR REPLACE TEMP TABLE {KEPT} AS"
        engine.con.execute(f"{kept} {worked_out}")
    return engine.table(KEPT)


def _shares(workforce: Workforce, terms: CareerTerms) -> list[Workforce]:
    """The workforce in chance shares of its people, few enough each: sorting everybody's days takes the most memory.

    Other engines than DuckDB share the work out themselves.
    """
    alone = workforce.people.get_backend().name != "duckdb"
    count = 1 if alone else max(1, -(-workforce.person_count // terms.people_at_once))
    if count == 1:
        return [workforce]
    return [
        replace(workforce, **{name: _share(getattr(workforce, name), number, count) for name in ("people", "events")})
        for number in range(count)
    ]


def _share(table: "ibis.Table", number: int, count: int) -> "ibis.Table":
    drawn = table[PERSON].cast("string").hash() & 0xFFFF  # never below nought, as a remainder of the whole would be
    return table.filter(drawn % count == number)


def _listing(codes: Sequence[str]) -> str:
    words = ", ".join("'" + code.replace("'", "''") + "'" for code in dict.fromkeys(codes))
    return f"ENUM ({words})"
