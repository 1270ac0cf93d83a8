"""The groups that every classification has beside its own, so that nobody who was asked drops out of sight.

"Other", "retired", "don't know" and "prefer not to say" are never in the base of a percentage and are always counted.
Because these groups are added here and not in the reference files, no file can leave one out or put one in the base.
"""

CODABLE = "codable"
"""Everybody in a group of the base: the denominator of a share."""
NOT_KNOWN = "not_known"
PREFER_NOT_TO_SAY = "prefer_not_to_say"
ANSWERED = "answered"
"""Everybody who answered, whatever they answered."""
NOT_ANSWERED = "not_answered"

OUTSIDE_THE_BASE = (NOT_KNOWN, PREFER_NOT_TO_SAY)
"""Where an answer may be coded to beside the groups of the classification itself."""

RESERVED = frozenset({CODABLE, NOT_KNOWN, PREFER_NOT_TO_SAY, ANSWERED, NOT_ANSWERED})

LABELS = {
    CODABLE: "Answers in the base",
    NOT_KNOWN: "Other, not applicable or don’t know",
    PREFER_NOT_TO_SAY: "Prefer not to say",
    ANSWERED: "All answers",
    NOT_ANSWERED: "No answer",
}
