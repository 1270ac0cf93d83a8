"""From an assessment to a spreadsheet: front matter first, then a sheet for every set of figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from footing.assessment import Assessment, Manifest
from footing.provenance import Citation
from footing.reporting.definitions import definition_of
from footing.reporting.model import Journey
from footing.reporting.publication import ENGLISH, UNSAID, Publication, told_in_lines
from footing.reporting.workbook.content import Grid, GridColumn, Sheet, SheetLink, Value, Workbook
from footing.reporting.workbook.gathering import SheetTables, on_sheets
from footing.reporting.workbook.sheets import NOTES, SHORTHAND_LINE, figures_grid, numbered
from footing.standards import Catalogue, MeasureDefinition
from footing.tables.units import COUNTS
from footing.tables.words import counted, long_date

COVER, CONTENTS, DEFINITIONS, JOURNEY = "Cover", "Contents", "Definitions", "Journey"
JOURNEY_TITLE = "The journey, stage by stage"
ONE_TABLE = "This worksheet contains one table."


@dataclass(frozen=True, slots=True)
class _Made:
    """A sheet of figures, and what the contents say of it."""

    sheet: Sheet
    title: str
    sources: tuple[str, ...]


def build_workbook(
    assessment: Assessment,
    catalogue: Catalogue,
    journey: Journey | None = None,
    publication: Publication = UNSAID,
) -> Workbook:
    """The whole spreadsheet, every protected table in it, and the journey where the report tells it."""
    tables = sorted(assessment.tables, key=lambda table: table.id)
    notes = numbered(tables)
    made = [_figures(place, held, notes, catalogue) for place, held in enumerate(on_sheets(tables), start=1)]
    definitions = [each for each in dict.fromkeys(definition_of(table, catalogue) for table in tables) if each]
    title = _title(assessment.manifest)
    return Workbook(
        title=title,
        description=f"{title}, {long_date(assessment.manifest.snapshot_date)}",
        language=ENGLISH,
        made_on=assessment.manifest.as_at.isoformat(),
        sheets=(
            _cover(title, assessment.manifest, catalogue, len(made), publication),
            _contents(made, journey),
            _definitions(definitions),
            _notes(notes),
            *((_journey(journey),) if journey else ()),
            *(each.sheet for each in made),
        ),
    )


def _title(manifest: Manifest) -> str:
    return f"{manifest.organisation}: social mobility tables" if manifest.organisation else "Social mobility tables"


def _cover(title: str, manifest: Manifest, catalogue: Catalogue, sheets: int, publication: Publication) -> Sheet:
    policy = catalogue.policy(manifest.policy, manifest.as_at)
    publisher = manifest.organisation or "The organisation that the figures are about"
    lines = (
        f"People in post on {long_date(manifest.snapshot_date)}.",
        f"This spreadsheet holds {counted(sheets, 'table', 'tables')} of protected figures, one on each worksheet, "
        "after a list of contents, the definition of every measure, and notes.",
        f"Published by: {publisher}. The figures are its own.",
        *told_in_lines(publication),
        f"Figures are protected by: {policy.title} ({policy.source.publisher}).",
        SHORTHAND_LINE,
        "Shares and gaps have 95% intervals: how far chance alone could have moved a figure.",
        f"Made with Footing {manifest.footing_version}.",
    )
    return Sheet(COVER, title, lines)


def _contents(made: Sequence[_Made], journey: Journey | None) -> Sheet:
    front = [(DEFINITIONS, "What each measure is"), (NOTES, "Notes"), *([(JOURNEY, JOURNEY_TITLE)] if journey else [])]
    rows: list[tuple[Value, ...]] = [(SheetLink(name, name), what, "None") for name, what in front]
    rows += [(SheetLink(each.sheet.name, each.sheet.name), each.title, ", ".join(each.sources)) for each in made]
    columns = (GridColumn("Worksheet"), GridColumn("What it holds"), GridColumn("Ids of its tables in the data files"))
    return Sheet(CONTENTS, "Table of contents", (ONE_TABLE,), Grid("contents", columns, tuple(rows)))


def _definitions(definitions: Sequence[MeasureDefinition]) -> Sheet:
    rows = tuple(
        (
            each.title,
            each.numerator,
            each.denominator or "None: a plain count or difference",
            each.interval or "None",
            " ".join(each.caveats) or "Nothing",
            _cited(each.source),
        )
        for each in definitions
    )
    titles = ("Measure", "Counted", "Out of", "Interval", "Keep in mind", "Source")
    grid = Grid("definitions", tuple(map(GridColumn, titles)), rows)
    return Sheet(DEFINITIONS, "What each measure is", (ONE_TABLE,), grid if rows else None)


def _notes(notes: dict[str, int]) -> Sheet:
    rows = tuple((f"note {number}", text) for text, number in notes.items())
    grid = Grid("notes", (GridColumn("Note"), GridColumn("What it says")), rows)
    lines = (ONE_TABLE if rows else "There are no notes.", SHORTHAND_LINE)
    return Sheet(NOTES, "Notes", lines, grid if rows else None)


def _journey(journey: Journey) -> Sheet:
    rows = tuple(
        (place, each.title, each.value or "None", each.figure or "None", each.statement, each.action or "None")
        for place, each in enumerate(journey.items, start=1)
    )
    titles = ("Order", "Stage", "Figure", "What the figure is", "What was found", "What to do first")
    grid = Grid("journey", tuple(map(GridColumn, titles)), rows, labels=2)
    return Sheet(JOURNEY, JOURNEY_TITLE, (ONE_TABLE,), grid)


def _figures(place: int, held: SheetTables, notes: dict[str, int], catalogue: Catalogue) -> _Made:
    used = sorted({notes[note] for table in held.tables for note in table.notes})
    marks = "".join(f" [note {number}]" for number in used)
    title = _what(held)
    name = f"Table {place}"
    sheet = Sheet(
        name=name,
        title=f"{name}: {title}{marks}",
        lines=(f"{ONE_TABLE} Definitions and notes are on the worksheets of that name.", SHORTHAND_LINE),
        grid=figures_grid(f"table_{place}", held, catalogue),
    )
    return _Made(sheet, title, tuple(table.id for table in held.tables))


def _what(held: SheetTables) -> str:
    """What a sheet is about: the title of its first table that is no mere count, and how many measures stand beside."""
    leading = sorted(held.tables, key=lambda table: (table.benchmark is not None, table.unit in COUNTS))
    titles = list(dict.fromkeys(table.title for table in leading))
    first, others = titles[0], len(titles) - 1
    return f"{first}, and {counted(others, 'measure', 'measures')} beside it" if others else first


def _cited(source: Citation) -> str:
    return ", ".join(part for part in (source.publisher, source.title, source.published) if part)
