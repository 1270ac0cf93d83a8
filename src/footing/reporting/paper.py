"""The report as it is read on paper and in a text document: nothing folds, no cell spans others, no link leads nowhere.

Tables behind a chart or beneath another table are laid open where they stand. Those that a page keeps folded for
whoever asks are laid open at the end, under the same headings: nothing is missing, and what comes first can be read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from footing.reporting.model import (
    Block,
    Bullets,
    DataTable,
    Figure,
    Fold,
    Journey,
    KeyFigures,
    Link,
    Paragraph,
    Report,
    Row,
    RowGroup,
    Section,
    Step,
    Term,
    Terms,
)

GROUP = "Group"
"""What the column is called that names the group of a row, where a page has a line across for it."""


FURTHER = "further"
"""The place of the section that holds the tables laid open at the end."""


def on_paper(report: Report) -> Report:
    """The same report, to be set on pages."""
    laid_open = replace(report, sections=(*map(_section, report.sections), *_further(report.sections)))
    places = frozenset(dict(headings_of(laid_open.sections)))
    return replace(laid_open, sections=tuple(_linked(each, places) for each in laid_open.sections))


def _section(section: Section) -> Section:
    """The section without its folded tables, and where they are."""
    shown, waiting = _laid_open(section.blocks)
    link = Link("They stand at the end", f"#{_place_at_the_end(section)}")
    pointer = (Paragraph("There are more tables.", (link,)),) if waiting else ()
    return replace(section, blocks=(*shown, *pointer), sections=tuple(map(_section, section.sections)))


def _laid_open(blocks: Sequence[Block]) -> tuple[list[Block], list[DataTable]]:
    """What stands here, tables behind a chart or beneath a table among it, and the tables that go to the end."""
    shown: list[Block] = []
    waiting: list[DataTable] = []
    for block in blocks:
        if not isinstance(block, Fold):
            shown.append(_flat(block) if isinstance(block, DataTable) else block)
        elif shown and isinstance(shown[-1], Figure | DataTable):
            shown += map(_flat, block.tables)
        else:
            waiting += map(_flat, block.tables)
    return shown, waiting


def _further(sections: Sequence[Section]) -> Iterator[Section]:
    """The section at the end, where there is anything to put there."""
    held = tuple(_at_the_end(sections))
    if held:
        yield Section(FURTHER, "Further tables", (Paragraph("What a page on a screen keeps folded."),), held)


def _at_the_end(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        _, waiting = _laid_open(section.blocks)
        parts = tuple(_at_the_end(section.sections))
        if waiting or parts:
            yield Section(_place_at_the_end(section), section.title, tuple(waiting), parts)


def _place_at_the_end(section: Section) -> str:
    return f"{FURTHER}-{section.id}"


def _flat(table: DataTable) -> DataTable:
    """The table with the title of each group as a name of its rows: one heading row, and no cell across others."""
    if all(group.title is None for group in table.groups):
        return table
    rows = tuple(
        Row((group.title or "", *row.headers), row.cells, row.emphasis) for group in table.groups for row in group.rows
    )
    return replace(table, headings=(GROUP, *table.headings), groups=(RowGroup(None, rows),))


def headings_of(sections: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """Every heading by its place: those are what a link may lead to."""
    for section in sections:
        yield section.id, section.title
        yield from headings_of(section.sections)


def tables_of(sections: Sequence[Section]) -> Iterator[DataTable]:
    """Every table that is laid open, in the order in which it is read."""
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, DataTable))
        yield from tables_of(section.sections)


def _linked(section: Section, places: frozenset[str]) -> Section:
    """The section without links to what is not there; files beside a page are not beside a sheet of paper."""
    return replace(
        section,
        blocks=tuple(_block(each, places) for each in section.blocks),
        sections=tuple(_linked(each, places) for each in section.sections),
    )


def _block(block: Block, places: frozenset[str]) -> Block:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Paragraph():
            return _paragraph(block, places)
        case Bullets():
            return replace(block, items=tuple(_paragraph(each, places) for each in block.items))
        case Terms():
            return replace(block, items=tuple(_term(each, places) for each in block.items))
        case Journey():
            return replace(block, items=tuple(_step(each, places) for each in block.items))
        case DataTable():
            return replace(block, links=_kept(block.links, places))
        case Figure():
            return replace(block, table=block.table if block.table and _leads(block.table, places) else None)
        case KeyFigures() | _:
            return block


def _paragraph(paragraph: Paragraph, places: frozenset[str]) -> Paragraph:
    return replace(paragraph, links=_kept(paragraph.links, places))


def _term(term: Term, places: frozenset[str]) -> Term:
    return term if term.link is None or _leads(term.link, places) else replace(term, link=None)


def _step(step: Step, places: frozenset[str]) -> Step:
    return step if step.link is None or _leads(step.link, places) else replace(step, link=None)


def _kept(links: tuple[Link, ...], places: frozenset[str]) -> tuple[Link, ...]:
    return tuple(link for link in links if _leads(link, places))


def _leads(link: Link, places: frozenset[str]) -> bool:
    if link.target.startswith("#"):
        return link.target.removeprefix("#") in places
    return link.target.startswith(("https://", "http://"))
