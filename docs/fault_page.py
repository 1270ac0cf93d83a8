"""The reference page of everything that can be wrong with an extract, from the catalogue of faults."""

import re

from footing.standards.pages.markdown import code, table
from footing.workforce.faults.catalogue import FAULT_KINDS

INTRODUCTION = """\
Every fault of a run is found in one pass. The first fifty are shown, with their place and what to do; all are in
a file. A fault never shows a person's key, name, date of birth or pay. An **error** must be put right before anything
is measured; a **notice** says what was done. Words in *italics* stand for what the fault says of your file."""


def fault_page() -> str:
    """A table of every kind of fault, in order of code."""
    rows = (
        (code(kind.code), kind.severity, kind.title, _told(kind.template), _told(kind.next_step))
        for kind in FAULT_KINDS.values()
    )
    lines = [
        "<!-- Generated from src/footing/workforce/faults by `make docs`. Change the kinds, not this page. -->",
        "# What can be wrong with an extract",
        INTRODUCTION,
        table(("Code", "", "What it is", "What it says", "What to do"), rows),
    ]
    return "\n\n".join(lines) + "\n"


def _told(template: str) -> str:
    """A template with its details in italics: ``{count} rows`` becomes ``*count* rows``."""
    return re.sub(r"\{(\w+)\}", lambda detail: f"*{detail[1].replace('_', ' ')}*", template)
