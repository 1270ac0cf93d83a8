"""From sheets of text and a mapping to a workforce, or to every fault that stands in the way, in one pass."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.standards import Catalogue
from footing.workforce.coding.binding import Binding, BoundSheet, Sources, bind
from footing.workforce.coding.checks import check_rows
from footing.workforce.coding.coded import CodedSheet
from footing.workforce.coding.companions import build_companion
from footing.workforce.coding.date_order import order_evidence
from footing.workforce.coding.event_checks import check_events
from footing.workforce.coding.events import settle_events
from footing.workforce.coding.keys import check_join, keep_one_row_for_each_key
from footing.workforce.coding.people import PeopleTable, build_people, no_people
from footing.workforce.coding.rules import CodingRules, Plausibility, blank_words
from footing.workforce.coding.sheets import code_sheet
from footing.workforce.coding.whole import check_named_grades, check_people
from footing.workforce.faults import Fault, FaultReport
from footing.workforce.faults import checking_kinds as kinds
from footing.workforce.fields import load_fields
from footing.workforce.mapping import Mapping, Role
from footing.workforce.reading import Extract
from footing.workforce.workforce import Companion, SourceDigest, StatedTerms, Workforce

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class CodedExtract:
    """A workforce in the engine, before the expression language is needed."""

    connection: "duckdb.DuckDBPyConnection"
    people: PeopleTable
    events: Companion | None
    applications: Companion | None
    participants: Companion | None
    snapshot_date: dt.date
    sources: tuple[SourceDigest, ...]
    stated: StatedTerms

    def as_workforce(self, notices: tuple[str, ...] = ()) -> Workforce:
        """The workforce as tables of the expression language, which takes seconds to import."""
        import ibis

        backend = ibis.duckdb.from_connection(self.connection)
        return Workforce(
            people=backend.table("people"),
            connection=self.connection,
            questions=self.people.questions,
            characteristics=self.people.characteristics,
            amounts=self.people.amounts,
            snapshot_date=self.snapshot_date,
            person_count=self.people.person_count,
            sources=self.sources,
            events=backend.table("events") if self.events else None,
            applications=backend.table("applications") if self.applications else None,
            events_companion=self.events or Companion(),
            applications_companion=self.applications or Companion(),
            participants=backend.table("participants") if self.participants else None,
            participants_companion=self.participants or Companion(),
            stated=self.stated,
            notices=notices,
        )


@dataclass(frozen=True, slots=True)
class CodingResult:
    """The coded extract, or ``None`` when there are errors; and every fault."""

    coded: CodedExtract | None
    faults: FaultReport


def code_extract(
    sources: Sources,
    mapping: Mapping,
    *,
    catalogue: Catalogue,
    as_at: dt.date,
    plausibility: Plausibility | None = None,
) -> CodingResult:
    """Code everything that the mapping uses. All faults are found in one pass, and with an error nothing is kept.

    ``sources`` share one connection. ``as_at`` is today; it is the snapshot date when the mapping gives none.
    """
    fields = load_fields()
    rules = CodingRules(
        mapping=mapping,
        catalogue=catalogue,
        fields=fields,
        as_at=as_at,
        snapshot_date=mapping.snapshot.date if mapping.snapshot else as_at,
        blanks=blank_words(fields, mapping),
        plausibility=plausibility or Plausibility(),
    )
    binding = bind(mapping, sources, catalogue=catalogue, fields=fields)
    faults = [*binding.faults, *_snapshot_faults(rules)]
    if any(fault.severity == "error" for fault in binding.faults):
        return CodingResult(None, FaultReport(tuple(faults)))
    coding = _Coding(sources["extract"].connection, binding, rules)
    coded = coding.run(tuple(_digest(extract) for extract in sources.values()))
    report = FaultReport((*faults, *coding.faults))
    return CodingResult(None if report.errors else coded, report)


class _Coding:
    """One run of coding: the sheets coded so far and the faults met on the way."""

    def __init__(self, connection: "duckdb.DuckDBPyConnection", binding: Binding, rules: CodingRules) -> None:
        self.faults: list[Fault] = []
        self._connection, self._binding, self._rules = connection, binding, rules

    def run(self, sources: tuple[SourceDigest, ...]) -> CodedExtract:
        staff, answers = self._sheets(Role.PEOPLE), self._sheets(Role.ANSWERS)
        applications, participants = self._sheets(Role.APPLICATIONS), self._sheets(Role.PARTICIPANTS)
        events = tuple(map(self._settled, self._sheets(Role.EVENTS)))
        people = self._people(staff[0], answers) if staff else no_people(self._connection)
        for sheet in events if people.person_count else ():
            self.faults.extend(check_events(self._connection, people.columns, sheet, self._rules))
        self.faults.extend(check_named_grades(people, events, self._rules))
        return CodedExtract(
            connection=self._connection,
            people=people,
            events=self._companion("events", events),
            applications=self._companion("applications", applications),
            participants=self._companion("participants", participants),
            snapshot_date=self._rules.snapshot_date,
            sources=sources,
            stated=_stated(self._rules.mapping),
        )

    def _sheets(self, role: Role) -> tuple[CodedSheet, ...]:
        return tuple(self._sheet(sheet) for sheet in self._binding.of_role(role))

    def _sheet(self, sheet: BoundSheet) -> CodedSheet:
        self.faults.extend(_ambiguous_dates(self._connection, sheet, self._rules))
        coded = code_sheet(self._connection, sheet, self._rules)
        self.faults.extend((*coded.faults, *check_rows(self._connection, coded, self._rules)))
        if sheet.role != Role.EVENTS:
            self.faults.extend(keep_one_row_for_each_key(self._connection, coded))
        return coded

    def _settled(self, sheet: CodedSheet) -> CodedSheet:
        settled, faults = settle_events(self._connection, sheet)
        self.faults.extend(faults)
        return settled

    def _people(self, staff: CodedSheet, answers: tuple[CodedSheet, ...]) -> PeopleTable:
        for sheet in answers:
            self.faults.extend(check_join(self._connection, staff, sheet))
        if any(fault.severity == "error" for fault in self.faults):
            return no_people(self._connection)
        people = build_people(self._connection, staff, answers, self._rules)
        self.faults.extend(check_people(self._connection, people, (staff, *answers), self._rules))
        return people

    def _companion(self, table: str, sheets: tuple[CodedSheet, ...]) -> Companion | None:
        return build_companion(self._connection, table, sheets[0], self._rules) if sheets else None


def _stated(mapping: Mapping) -> StatedTerms:
    return StatedTerms(
        full_time_hours=mapping.pay.full_time_hours,
        partner_grades=frozenset(mapping.pay.partner_grades),
        senior_grades=frozenset(mapping.careers.senior_grades),
        events_complete_from=mapping.careers.events_complete_from,
    )


def _snapshot_faults(rules: CodingRules) -> Iterator[Fault]:
    if rules.mapping.snapshot is None:
        yield kinds.SNAPSHOT_ASSUMED.at(date=f"{rules.snapshot_date:%-d %B %Y}")
    elif rules.snapshot_date > rules.as_at:
        date, latest = (f"{day:%-d %B %Y}" for day in (rules.snapshot_date, rules.as_at))
        yield kinds.SNAPSHOT_IN_FUTURE.at(date=date, latest=latest)


def _ambiguous_dates(connection: "duckdb.DuckDBPyConnection", sheet: BoundSheet, rules: CodingRules) -> Iterator[Fault]:
    """A notice when the dates of a sheet show no order and the mapping gives no reason for the one it takes."""
    columns = [column for column in sheet.columns if column.specification and column.specification.kind == "date"]
    if "order" in rules.mapping.dates.model_fields_set and not rules.mapping.dates.because:
        return  # a person has decided
    if columns and order_evidence(connection, sheet.sheet.relation, (each.column for each in columns)).is_ambiguous:
        yield kinds.DATES_AMBIGUOUS.at(sheet=sheet.place, column=columns[0].heading)


def _digest(extract: Extract) -> SourceDigest:
    return SourceDigest(extract.path_name, extract.digest_sha256, sum(sheet.row_count for sheet in extract.sheets))
