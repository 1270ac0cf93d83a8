"""The adjusted pay gap: which tables there are, and what is said when the extract or the numbers are not enough."""

from collections.abc import Iterator
from dataclasses import replace

from footing.measures.family import MeasuredFamily, NotMeasured
from footing.measures.pay.adjusted_tables import (
    EXPLAINED_MEASURE,
    GAP_MEASURE,
    PARTS_MEASURE,
    REASONS_MEASURE,
    AdjustedWriter,
)
from footing.measures.pay.cells import compress
from footing.measures.pay.controls import STEPS, lines
from footing.measures.pay.hourly import MILLIONTHS_PER_POUND, HourlyPay
from footing.measures.pay.partners import scopes_of
from footing.measures.pay.subject import Setting, Subject
from footing.measures.staff import without_field
from footing.tables.raw import RawTable

DECOMPOSITIONS = (EXPLAINED_MEASURE, REASONS_MEASURE, PARTS_MEASURE)
ADJUSTED_MEASURES = (GAP_MEASURE, *DECOMPOSITIONS)

TOO_FEW = "Too few people to say, for so many categories, or one thing held equal says what another says."


def adjusted_tables(subject: Subject, pay: HourlyPay, setting: Setting, notes: tuple[str, ...]) -> MeasuredFamily:
    """The adjusted gaps and decompositions of one subject, and those that the fields or the people do not allow."""
    scope = scopes_of(setting.people, subject.variable)[0]
    held_equal = lines(setting, subject)
    controls = [each.variable for each in held_equal[-1].controls]
    people = pay.amounts.relation
    for variable, code in scope.only.items():
        people = people.filter(people[variable] == code)
    compared = {code for each in subject.comparisons for code in (*each.group, *each.reference)}
    people = people.filter(people[subject.variable].isin(sorted(compared)))
    variables = {name: setting.people.variables[name] for name in (subject.variable, *controls)}
    cells = compress(replace(pay.amounts, relation=people), variables, unit=MILLIONTHS_PER_POUND)
    writer = AdjustedWriter(subject, setting, scope, cells, held_equal, (pay.rule, *notes))
    tables = (*writer.adjusted_gaps(), *writer.decompositions())
    return MeasuredFamily(tables, (*_missing_controls(setting, subject), *_too_few(writer, tables)))


def _missing_controls(setting: Setting, subject: Subject) -> Iterator[NotMeasured]:
    """Say what cannot be held equal because the extract does not hold it."""
    held = {each.variable for each in setting.workforce.characteristics}
    wanted = [variable for step in STEPS for variable in step.variables if variable != subject.variable]
    for variable in wanted:
        if variable not in held:
            where = f"with {variable} held equal"
            yield without_field(GAP_MEASURE, where, (variable,), setting.catalogue)
    if not held & set(wanted):
        for measure in DECOMPOSITIONS:
            yield without_field(measure, "of anything", tuple(wanted), setting.catalogue)


def _too_few(writer: AdjustedWriter, tables: tuple[RawTable, ...]) -> Iterator[NotMeasured]:
    """Which gaps and decompositions are left out although the fields are there."""
    told = {row.key for table in tables if table.measure == GAP_MEASURE for row in table.rows}
    for line in writer.lines:
        for comparison in writer.subject.comparisons:
            if (line.category.code, comparison.category.code) not in told:
                what = f"{writer.setting.title(GAP_MEASURE)}, held equal: {line.category.label}; {comparison.label}"
                yield NotMeasured(GAP_MEASURE, (), f"{what}. {TOO_FEW}")
    if writer.lines[-1].controls:
        for measure in DECOMPOSITIONS:
            if measure not in {table.measure for table in tables}:
                what = f"{writer.setting.title(measure)}: {writer.subject.comparisons[0].label}"
                yield NotMeasured(measure, (), f"{what}. {TOO_FEW}")
