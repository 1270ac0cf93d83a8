"""From a template and what is known of an organisation to a document as it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import Any

from footing.standards import load_catalogue
from footing_web.library.documents.blocks import (
    Block,
    BreakBlock,
    BulletsBlock,
    DocumentTemplate,
    FiguresBlock,
    FormBlock,
    FormField,
    HeadingBlock,
    NoteBlock,
    QuestionBlock,
    StepsBlock,
    TableBlock,
    TextBlock,
    TicksBlock,
)
from footing_web.library.documents.conditions import CONDITIONS
from footing_web.library.documents.filled import (
    Blank,
    FilledBlock,
    FilledDocument,
    Form,
    Grid,
    Heading,
    Line,
    Listing,
    Note,
    PageBreak,
    Span,
)
from footing_web.library.documents.known import NOTHING, Known
from footing_web.library.documents.wording import plain, worded, words_for

LISTS: Mapping[type, str] = MappingProxyType({BulletsBlock: "bullets", StepsBlock: "steps", TicksBlock: "ticks"})
FIGURE_COLUMNS = ("Figure", "What it is", "Beside it")


def fill(template: DocumentTemplate, known: Known = NOTHING) -> FilledDocument:
    """The document; the same template and the same knowledge give the same one."""
    blocks, say = tuple(_blocks(template, known)), words_for(known)
    return FilledDocument(
        id=template.id,
        title=say(template.title),
        summary=say(template.summary),
        used_by=say(template.used_by),
        before=tuple(say(each) for each in template.before),
        organisation=known.fields.get("organisation"),
        blocks=blocks,
        to_decide=_marks(blocks),
        colophon=_colophon(template, known),
    )


def _blocks(template: DocumentTemplate, known: Known) -> Iterator[FilledBlock]:
    for block in template.blocks:
        met = True if block.only is None else known.met.get(block.only)
        if met is False:
            continue
        if met is None and block.only is not None:
            yield Line((Span(CONDITIONS[block.only].words, to_decide=True),))
        yield from _filled(block, known)


def _filled(block: Block, known: Known) -> Iterator[FilledBlock]:
    match block:
        case HeadingBlock():
            yield Heading(worded(block.heading, known), block.level)
        case TextBlock():
            yield Line(worded(block.text, known))
        case BulletsBlock(bullets=items) | StepsBlock(steps=items) | TicksBlock(ticks=items):
            if block.lead:
                yield Line(worded(block.lead, known))
            yield Listing(LISTS[type(block)], tuple(worded(each, known) for each in items))
        case TableBlock():
            yield _grid(block, known)
        case FormBlock():
            yield Form(worded(block.form, known), tuple(_blank(each, known) for each in block.fields))
        case NoteBlock():
            yield Note(worded(block.note, known), worded(block.text, known))
        case FiguresBlock():
            yield from _figures(block, known)
        case QuestionBlock():
            yield from _question(block)
        case BreakBlock():
            yield PageBreak()


def _grid(block: TableBlock, known: Known) -> Grid:
    rows = (*block.rows, *(("",) * len(block.columns) for _ in range(block.blank_rows)))
    return Grid(
        worded(block.table, known),
        tuple(worded(each, known) for each in block.columns),
        tuple(tuple(worded(cell, known) for cell in row) for row in rows),
    )


def _blank(field: FormField, known: Known) -> Blank:
    choices = tuple(worded(each, known) for each in field.choices)
    label, hint, answer = (worded(each or "", known) for each in (field.label, field.hint, field.answer))
    return Blank(label, hint, answer, field.lines, choices)


def _figures(block: FiguresBlock, known: Known) -> Iterator[FilledBlock]:
    """Words of the results are put in as they are: they are somebody else's, and no template."""
    own = known.figures
    found = [said for name in block.measures for said in own.statements.get(name, ())[:1]][: block.most] if own else []
    leading = own.figures[: block.most] if own and block.key_figures else ()
    if own is None or not (found or leading):
        yield Line(worded(block.figures, known), strong=True)
        yield Line(worded(block.otherwise, known))
        return
    if leading:
        rows = tuple((plain(each.value), plain(each.title), plain(each.context)) for each in leading)
        yield Grid(worded(block.figures, known), tuple(plain(each) for each in FIGURE_COLUMNS), rows)
    else:
        yield Line(worded(block.figures, known), strong=True)
    if found:
        yield Listing("bullets", tuple(plain(each) for each in found))
    yield Line(plain(own.source), quiet=True)


def _question(block: QuestionBlock) -> Iterator[FilledBlock]:
    """The exact words that were published, and who published them."""
    question = load_catalogue().question(block.question)
    form = next(each for each in question.forms if each.id == block.form)
    yield Line(plain(form.wording or question.wording), strong=True)
    if question.guidance:
        yield Line(plain(question.guidance))
    yield Listing("ticks", tuple(plain(question.option(code).label) for code in form.options))
    source = question.source
    yield Line(plain(f"Wording: {source.publisher}, {source.title}, {source.published}. {source.licence}."), quiet=True)


def _marks(part: Any) -> int:
    """How many spans within a part of a document are still to be decided."""
    if isinstance(part, Span):
        return int(part.to_decide)
    if isinstance(part, tuple):
        return sum(_marks(each) for each in part)
    if is_dataclass(part):
        return sum(_marks(getattr(part, each.name)) for each in fields(part))
    return 0


def _colophon(template: DocumentTemplate, known: Known) -> str:
    whose = known.fields.get("organisation")
    filled = f"filled with the details of {whose}" if whose else "not filled in"
    return (
        f"From Footing, the open social mobility toolkit: template “{template.id}”, checked on "
        f"{template.review.on:%-d %B %Y}, {filled}. Change it as you need. It is not legal advice."
    )
