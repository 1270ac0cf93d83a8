"""The reference page of the kinds of report, from their outlines."""

from footing.reporting.file_names import file_names
from footing.reporting.outline import kinds, load_outline
from footing.reporting.sections.questions import board_questions
from footing.standards import Catalogue

OPENING = """\
# Kinds of report

Each kind is a YAML outline that says which parts of one assessment it tells, in which order. All kinds show the same
protected figures, and each can be had in every format. Ask for one with `footing assess --report KIND`, for several by
giving it again. Made from the outlines: `make docs`.
"""

QUESTIONS = """\
## The questions in the board pack

Which of them are asked depends on what the figures say at a stage: a clear difference was found (gap), none was found
(even), or nothing could be shown (unmeasured). The words are ours; each follows from its source.
"""


def report_page(catalogue: Catalogue) -> str:
    """The page."""
    lines = [OPENING, "| Kind | What it is | Languages | Files |", "|---|---|---|---|"]
    for kind in kinds():
        outline, names = load_outline(kind), file_names(kind)
        files = ", ".join(f"`{each}`" for each in (*names.files, f"{names.tables}/"))
        lines.append(f"| `{kind}` | **{outline.title}.** {outline.about} | {', '.join(outline.languages)} | {files} |")
    lines += ["", QUESTIONS, "| Stage | When | Question | Source |", "|---|---|---|---|"]
    held = board_questions()
    for each in held.questions:
        source = held.sources[each.source]
        cited = f"[{source.publisher}, {source.title}]({source.url}) ({source.published})"
        lines.append(f"| {catalogue.stage(each.stage).title} | {', '.join(each.when)} | {each.ask} | {cited} |")
    return "\n".join(lines) + "\n"
