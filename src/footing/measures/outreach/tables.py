"""The tables of outreach: who took part, who of them meets the criteria, and how far they got on the way to a job."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footing.measures.division import ALL
from footing.measures.intervals import share_of
from footing.measures.outreach.criteria import (
    ANY_CRITERION,
    AT_LEAST_ONE,
    KNOWN,
    MET,
    MISSED,
    Criterion,
    criteria_of,
)
from footing.measures.outreach.participants import (
    CONVERSION,
    PARTICIPANTS,
    PROGRAMME,
    Milestone,
    Participants,
    milestones_of,
)
from footing.measures.tabulation import Key, count_figure, rate_of, rows_of, share_figure
from footing.standards import Catalogue
from footing.standards.coverage import NOT_KNOWN
from footing.tables import TOTAL, Category, Dimension, coordinate
from footing.tables.raw import FromCounts, RawRow, RawTable

FAMILY = "outreach"
CRITERION = "criterion"
"""The dimension of a table that names the criterion of each figure. Nobody is counted by it."""
ANSWER = "answer"

UNIT_NOTE = "Somebody who took part in two programmes is counted twice."
INTERVAL_NOTE = "The interval (95 %) says how far chance alone could have moved a share of this many people."
KNOWN_NOTE = "Shares are of those whose answer is known; that of at least one criterion is of everybody who took part."

TOOK_PART = Category(TOTAL, "Took part")
ANY = Category(ANY_CRITERION, "At least one criterion")
ANSWERS = (Category(MET, "Met"), Category(MISSED, "Not met"), Category(NOT_KNOWN, "Not known"))
HOW_MANY = (
    Category("two_or_more", "Two or more"),
    Category("one", "One"),
    Category("none", "None"),
    Category(NOT_KNOWN, "None that is known"),
    Category(AT_LEAST_ONE, "At least one"),
    ALL,
)


@dataclass(frozen=True, slots=True)
class OutreachTables:
    """Lays out the tables of one set of participants."""

    participants: Participants
    catalogue: Catalogue

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria on record."""
        return criteria_of(self.participants)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The steps on the way to a job that are on record."""
        return milestones_of(self.participants)

    def all(self) -> Iterator[RawTable]:
        """Every table that the participants have the fields for."""
        yield self._participants()
        if self.criteria:
            yield from self._who_was_reached()
        if self.milestones:
            for by in ((), *((each,) for each in self._divisions())):
                yield from self._conversions(by)

    def _participants(self) -> RawTable:
        dimensions = self._programmes() or (Dimension(PROGRAMME, "Programme", (ALL,)),)
        return self._table("participants", "outreach_participants", dimensions, rows_of(dimensions, count_figure))

    def _who_was_reached(self) -> Iterator[RawTable]:
        """For each criterion, and for how many of them, counts; then shares, and of how many the answer is known."""
        rows = tuple(each.category for each in self.criteria)
        counts = (*self._programmes(), Dimension(CRITERION, "Criterion", rows), Dimension(ANSWER, "Answer", ANSWERS))
        yield self._table("criteria", "outreach_participants", counts, rows_of(counts, _answered))
        how_many = (*self._programmes(), Dimension(ANY_CRITERION, "Criteria met", HOW_MANY))
        yield self._table("criteria_met", "outreach_participants", how_many, rows_of(how_many, count_figure))
        shares = (*self._programmes(), Dimension(CRITERION, "Criterion", (*rows, *([ANY] if len(rows) > 1 else []))))
        notes = (KNOWN_NOTE, INTERVAL_NOTE)
        yield self._table("criteria.share", "outreach_eligible_share", shares, rows_of(shares, _meeting), notes=notes)
        known = (*self._programmes(), Dimension(CRITERION, "Criterion", rows))
        yield self._table("criteria.known", "outreach_known_rate", known, rows_of(known, _known))

    def _conversions(self, by: tuple[Dimension, ...]) -> Iterator[RawTable]:
        """How many took each step, and as a share of those who took part."""
        steps = tuple(each.category for each in self.milestones)
        ending = f"conversion.by_{by[0].variable}" if by else "conversion"
        words = f" by {by[0].title[:1].lower()}{by[0].title[1:]}" if by else ""
        counts = (*by, Dimension(CONVERSION, "Step", (TOOK_PART, *steps)))
        yield self._table(ending, "outreach_participants", counts, rows_of(counts, count_figure), words=words)
        rates = (*by, Dimension(CONVERSION, "Step", steps))
        notes = ("Shares are of everybody who took part.", INTERVAL_NOTE)
        rows = rows_of(rates, lambda key: share_figure(key, variable=CONVERSION, base=TOTAL))
        yield self._table(f"{ending}.share", "outreach_conversion_rate", rates, rows, notes=notes, words=words)

    def _divisions(self) -> Iterator[Dimension]:
        """What conversions are divided by: the programme, each criterion, and whether any is met."""
        yield from self._programmes()
        for each in self.criteria:
            yield Dimension(each.variable, each.title, (*ANSWERS, ALL))
        if len(self.criteria) > 1:
            yield Dimension(ANY_CRITERION, "Criteria met", HOW_MANY)

    def _programmes(self) -> tuple[Dimension, ...]:
        programme = self.participants.programme
        return (Dimension(PROGRAMME, programme.title, (*programme.categories, ALL)),) if programme else ()

    def _table(
        self,
        ending: str,
        measure: str,
        dimensions: tuple[Dimension, ...],
        rows: Iterable[RawRow],
        *,
        notes: tuple[str, ...] = (),
        words: str = "",
    ) -> RawTable:
        definition = self.catalogue.measure(measure)
        return RawTable(
            id=f"{FAMILY}.{ending}",
            measure=measure,
            title=f"{definition.title}{words}",
            unit=definition.unit,
            population=PARTICIPANTS,
            dimensions=dimensions,
            rows=tuple(rows),
            notes=(*notes, UNIT_NOTE),
        )


def _within(key: Key) -> dict[str, str]:
    """The categories of a row that people are counted by."""
    return {variable: code for variable, code in key.items() if variable not in (CRITERION, ANSWER)}


def _answered(key: Key) -> FromCounts:
    return count_figure({**_within(key), key[CRITERION]: key[ANSWER]})


def _meeting(key: Key) -> FromCounts:
    """Those who meet a criterion, of those of whom it is known; at least one, of all."""
    met, base = (AT_LEAST_ONE, TOTAL) if key[CRITERION] == ANY_CRITERION else (MET, KNOWN)
    return _share(key, met, base)


def _known(key: Key) -> FromCounts:
    whole = coordinate(**_within(key))
    known = coordinate(**_within(key), **{key[CRITERION]: KNOWN})
    return FromCounts(cells=(known, whole), base=whole, estimate=rate_of)


def _share(key: Key, part: str, base: str) -> FromCounts:
    cells = tuple(coordinate(**{**_within(key), key[CRITERION]: code}) for code in (part, base))
    return FromCounts(cells=cells, base=cells[1], estimate=share_of)
