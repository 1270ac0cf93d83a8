"""The page of standard questions."""

from footing.standards.catalogue import Catalogue
from footing.standards.pages.markdown import bullets, code, day, page, provenance, table
from footing.standards.questions import Form, Question

INTRODUCTION = (
    "The questions about background, with every answer and the spellings that are matched to it. Case, kind of "
    "quotation mark and spaces make no difference to matching. A bare number is never matched: it means something only "
    "with the codebook it came from."
)


def question_page(catalogue: Catalogue) -> str:
    """Every question with its forms, options, spellings and headings."""
    return page("Questions", INTRODUCTION, *(_question(question) for question in catalogue.questions))


def _question(question: Question) -> str:
    parts = [
        f"## {question.title}",
        f"Id: {code(question.id)}",
        f"> {question.wording}",
        f"Shown beneath it: {question.guidance}" if question.guidance else "",
        *(_form(question, form) for form in question.forms),
        "### Spellings that are matched",
        table(
            ("Code", "Label", "Also matched"),
            ((code(each.code), each.label, "; ".join(each.spellings)) for each in question.options),
        ),
        "### Headings it is known by",
        "; ".join(question.headings),
        provenance(question),
    ]
    return "\n\n".join(part for part in parts if part)


def _form(question: Question, form: Form) -> str:
    words = [f"### {form.title}", f"Used from {day(form.start)}. {form.note or ''}".strip()]
    if form.wording:
        words.append(f"> {form.wording}")
    words.append(bullets(question.option(option).label for option in form.options))
    return "\n\n".join(words)
