"""The kinds of fault found while columns and words are mapped, coded and checked: W014, and W040 to W099."""

from footing.workforce.faults.fault import FaultKind

WORD_NOT_LISTED = FaultKind(
    "W014",
    "error",
    "A word that is not in its list",
    '"{value}" is not in the {list} list you supplied ({first} to {last}).',
    "Correct the cell, or add the {list} to the list.",
)
