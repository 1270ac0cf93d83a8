"""What was withheld and why, and what was not measured and what it would take."""

from collections.abc import Iterator

from footing.assessment import Protection
from footing.reporting.model import (
    Block,
    Bullets,
    Cell,
    DataTable,
    Fold,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Term,
    Terms,
)
from footing.reporting.sections.cells import UNSAID
from footing.reporting.sections.material import Material
from footing.tables import ReleasableTable, Status
from footing.tables.words import counted, listed


def withheld_section(material: Material) -> Section:
    """How many figures each table keeps back, for which reasons, and how that was checked."""
    manifest, tables = material.assessment.manifest, material.assessment.tables
    policy = material.catalogue.policy(manifest.policy, manifest.as_at)
    said = Paragraph(f"{_how_many(tables)} The rule followed is “{policy.title}” ({policy.source.publisher}).")
    blocks: list[Block] = [said, *_checks(material)]
    rows = tuple(_row(table) for table in tables if _withheld(table))
    if rows:
        blocks.append(_table(rows))
    blocks.extend(_left_out(material))
    return Section("withheld", "What was withheld, and why", tuple(blocks))


def not_measured_section(material: Material) -> Section:
    """The measures that could not be worked out, by the fields they need."""
    by_need: dict[tuple[str, ...], list[str]] = {}
    for each in material.assessment.not_measured:
        by_need.setdefault(each.needs, []).append(each.words or each.title)
    if not by_need:
        return Section("not-measured", "What was not measured", (Paragraph("Everything was measured."),))
    terms = tuple(Term(_fields(needs), " ".join(dict.fromkeys(said))) for needs, said in sorted(by_need.items()))
    opening = Paragraph("These could be worked out too, if the extract held these fields for each person.")
    return Section("not-measured", "What was not measured", (opening, Terms(terms)))


def _how_many(tables: tuple[ReleasableTable, ...]) -> str:
    every = sum(len(table.rows) for table in tables)
    withheld = sum(map(_withheld, tables))
    if not withheld:
        return (
            f"All {counted(every, 'figure', 'figures')} may be seen: none is withheld."
            if every
            else "No figure is reported."
        )
    verb = "is" if withheld == 1 else "are"
    return f"{withheld:,} of {counted(every, 'figure', 'figures')} {verb} withheld, so that nobody can be singled out."


def _withheld(table: ReleasableTable) -> int:
    return sum(row.status is Status.WITHHELD for row in table.rows)


def _left_out(material: Material) -> Iterator[Block]:
    """The tables that were not published at all; shares and differences go without saying where their counts are."""
    titles = sorted({each.title for each in material.assessment.left_out})
    finest = [title for title in titles if not any(title.startswith(f"{other}, ") for other in titles)]
    if finest:
        yield Bullets(
            tuple(Paragraph(title) for title in finest),
            title="Tables left out, because too many of their counts are small",
        )
        yield Paragraph("Wider groups, such as grades taken together, would let more of them be shown.")


def _checks(material: Material) -> Iterator[Block]:
    """What the attack on the tables found, and what it did not look at."""
    for each in material.assessment.protection:
        yield Paragraph(_checked(each))
        if each.limits:
            yield Bullets(tuple(Paragraph(limit) for limit in each.limits), title="What this does not cover")


def _checked(protection: Protection) -> str:
    """What an outsider could work out of one set of people, in words."""
    cells = counted(protection.cells, "count", "counts")
    opening = f"{protection.population.capitalize()}: {cells}, {protection.withheld:,} withheld."
    if protection.narrowest_range is None:
        return opening
    return (
        f"{opening} We attacked our own tables. With every sum between them, no small count can be narrowed down to "
        f"fewer than {protection.narrowest_range + 1:,} possible values. Method: {protection.method}."
    )


def _row(table: ReleasableTable) -> Row:
    reasons = {row.reason or UNSAID for row in table.rows if row.status is Status.WITHHELD}
    counts = (Cell(f"{len(table.rows):,}"), Cell(f"{_withheld(table):,}"))
    return Row((table.title,), (*counts, Cell(" ".join(sorted(reasons)), words=True)))


def _table(rows: tuple[Row, ...]) -> Fold:
    table = DataTable(
        id="table-withheld",
        caption="Tables with withheld figures",
        headings=("Table",),
        columns=("Figures", "Withheld", "Why"),
        groups=(RowGroup(None, rows),),
    )
    return Fold(f"{table.id}-folded", table.caption, (table,))


def _fields(needs: tuple[str, ...]) -> str:
    return listed([need.replace("_", " ") for need in needs]).capitalize()
