"""The reference page of what an extract may hold, from the fields and questions that are known."""

from footing.standards import Catalogue
from footing.standards.pages.markdown import code, table
from footing.workforce.fields import FieldSpecification, load_fields

INTRODUCTION = """\
One row for each person at a snapshot date, as CSV, XLSX, XLS, ODS or Parquet. Only a person key and one answer are
required; every other field lets more be measured. Names, addresses and the like are never needed: leave them out. The
columns may have any names and any order. `footing check --suggest-mapping` drafts which column is which field; you may
correct it. The headings below are some of those that are recognised."""

TABLES = {
    "people": ("Staff", "One row for each person."),
    "events": ("Events", "One row for each time that somebody joined, was promoted, moved or left. A file of its own."),
    "applications": ("Applications", "One row for each application, with the date of each stage. A file of its own."),
    "participants": ("Outreach", "One row for each person who took part in a programme. A file of its own."),
}
KINDS = {
    "key": "any text, different for each person",
    "category": "words",
    "money": "pounds, with or without a sign",
    "number": "number",
    "date": "a date",
    "text": "text",
    "flag": "yes or no, or a date where yes",
}
HEADINGS_SHOWN = 5


def extract_page(catalogue: Catalogue) -> str:
    """The answers first, then the fields of each table."""
    parts = [
        "<!-- Generated from src/footing/workforce/fields by `make docs`. Change the fields, not this page. -->",
        "# What an extract may hold",
        INTRODUCTION,
        "## Answers",
        "In the staff sheet, or on a sheet of their own in the same workbook that has the same person key. Events, "
        "applications and participants of outreach have answers of their own: those of people who have left, who were "
        "not hired, or who never applied are nowhere else.",
        table(
            ("Question", "In a mapping"), ((question.wording, code(question.id)) for question in catalogue.questions)
        ),
    ]
    for name, (title, meaning) in TABLES.items():
        rows = (_row(field) for field in load_fields().of_table(name))
        parts += [f"## {title}", meaning, table(("Field", "In a mapping", "Holds", "Known as"), rows)]
    return "\n\n".join(parts) + "\n"


def _row(field: FieldSpecification) -> tuple[str, str, str, str]:
    known = ", ".join(field.headings[:HEADINGS_SHOWN])
    holds = ", ".join(field.words) if field.closed and field.words else KINDS[field.kind]
    return field.title, code(field.id), holds, known
