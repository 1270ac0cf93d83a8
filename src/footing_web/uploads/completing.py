"""Make the mapping that was used speak of everything in the files, so that a screen can show all there is to decide."""

from collections.abc import Iterable, Iterator
from itertools import chain

from footing.workforce import NOT_RECORDED, CheckResult, Fault, Mapping, Sheet
from footing.workforce.fields import load_fields
from footing.workforce.mapping import (
    CategoryMapping,
    ColumnMapping,
    QuestionMapping,
    Role,
    SheetMapping,
    Source,
    Unplaced,
)
from footing.workforce.matching import fold_lightly

NOT_MENTIONED = "the mapping does not mention it"
_UNPLACED = ("W060", "W061")


def complete(result: CheckResult) -> Mapping:
    """The mapping with a line for every sheet and column of the files, and with what is still undecided.

    Columns and sheets that the files do not have are gone from it. Raises ``ValueError`` where nothing was read.
    """
    if result.mapping is None:
        raise ValueError("Files that could not be read have no mapping.")
    mapping = result.mapping.model_copy(update={"sheets": tuple(_sheets(result.mapping, result))})
    return mapping.model_copy(
        update={
            "questions": _questions_with_unplaced(mapping, result.faults.errors),
            "categories": _categories_as_coded(mapping, result),
        }
    )


def _sheets(mapping: Mapping, result: CheckResult) -> Iterator[SheetMapping]:
    for source, extract in result.sources.items():
        entries = [entry for entry in mapping.sheets if entry.source == source]
        for sheet in extract.sheets:
            entry = _entry_of(sheet, entries, alone=len(extract.sheets) == 1)
            yield _with_every_column(sheet, source, entry)


def _entry_of(sheet: Sheet, entries: list[SheetMapping], *, alone: bool) -> SheetMapping | None:
    named = [entry for entry in entries if fold_lightly(entry.sheet) == fold_lightly(sheet.name)]
    used = [entry for entry in entries if entry.role is not Role.IGNORED]
    return next(chain(named, used if alone and len(used) == 1 else []), None)


def _with_every_column(sheet: Sheet, source: Source, entry: SheetMapping | None) -> SheetMapping:
    listed = {fold_lightly(column.heading): column for column in entry.columns} if entry else {}
    columns = tuple(
        listed[fold_lightly(heading)].model_copy(update={"heading": heading})
        if fold_lightly(heading) in listed
        else ColumnMapping(heading=heading, ignored=NOT_MENTIONED)
        for heading in sheet.headings
    )
    if entry is None:
        return SheetMapping(
            sheet=sheet.name, source=source, role=Role.IGNORED, columns=columns, because=(NOT_MENTIONED,)
        )
    return entry.model_copy(update={"sheet": sheet.name, "columns": columns})


def _questions_with_unplaced(mapping: Mapping, errors: Iterable[Fault]) -> dict[str, QuestionMapping]:
    """The questions with the words that fit no option, as the faults have them."""
    questions = {name: replace_unplaced(each, ()) for name, each in mapping.questions.items()}
    for fault in errors:
        field = field_at(mapping, fault.place.sheet, fault.place.column)
        if fault.code in _UNPLACED and field and fault.value:
            before = questions.get(field, mapping.question(field))
            known = {each.word: each for each in mapping.question(field).unplaced}
            word = known.get(fault.value) or Unplaced(word=fault.value, count=fault.count)
            questions[field] = replace_unplaced(before, (*before.unplaced, word))
    return questions


def replace_unplaced(question: QuestionMapping, unplaced: tuple[Unplaced, ...]) -> QuestionMapping:
    """The question with these words left to decide."""
    return question.model_copy(update={"unplaced": unplaced})


def field_at(mapping: Mapping, sheet: str | None, column: str | None) -> str | None:
    """The field of the column that a fault speaks of."""
    for entry in mapping.sheets:
        if sheet in (None, entry.sheet):
            for each in entry.columns:
                if each.heading == column and each.field:
                    return each.field
    return None


def _categories_as_coded(mapping: Mapping, result: CheckResult) -> dict[str, CategoryMapping]:
    """The categories of every characteristic, in the order in which they were coded where the mapping has none."""
    categories, fields = dict(mapping.categories), load_fields()
    mapped = {column.field for sheet in mapping.sheets for column in sheet.columns}
    for each in result.coded.people.characteristics if result.coded else ():
        specification = fields.field(each.variable)
        if each.variable in categories or each.variable not in mapped or specification is None:
            continue
        held = [one.code for one in each.categories if one.code not in (*each.unranked, NOT_RECORDED)]
        categories[each.variable] = CategoryMapping(categories=tuple(held), unranked=tuple(sorted(each.unranked)))
    return categories
