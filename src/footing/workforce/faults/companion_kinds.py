"""The kinds of fault found in events, and between them and the staff: W100 to W119."""

from footing.workforce.faults.fault import FaultKind

EVENTS_NEED = FaultKind(
    "W100",
    "error",
    "Events without what makes them events",
    "No column of the events is mapped to {field}.",
    "Map the column that says it, or leave the events out.",
)
EVENT_INCOMPLETE = FaultKind(
    "W101",
    "notice",
    "An event without a date, or that does not say what happened",
    "The row has no date or does not say what happened; it was left out.",
    "Fill in what is missing, or delete the row.",
)
ACTING_UP = FaultKind(
    "W102",
    "notice",
    "Acting up was read as promotion for a while",
    "These rows are promotions for a while, or their end: the person is counted in their own grade throughout.",
    "Nothing, unless somebody kept the grade: then add a promotion.",
)
LEFT_AND_STILL_THERE = FaultKind(
    "W103",
    "notice",
    "Somebody left and is in the staff extract",
    "The last event of the person is leaving, and the staff extract still has them; both were kept as they are.",
    "Take them out of the staff extract, or add that they joined again.",
)
GONE_WITHOUT_LEAVING = FaultKind(
    "W104",
    "notice",
    "Somebody is gone and never left",
    "The person is not in the staff extract, and no event says that they left; measures of careers leave them out.",
    "Add the event of leaving, or the person to the staff extract.",
)
EVENT_AFTER_LEAVING = FaultKind(
    "W105",
    "notice",
    "Something happened after leaving",
    "The person had left before this event; it does not count until they join again.",
    "Correct the dates, or add that they joined again.",
)
PROMOTION_NOT_UPWARD = FaultKind(
    "W106",
    "notice",
    "A promotion to a grade that is not higher",
    "By the order of grades in the mapping, the promotion does not lead to a higher grade; it was kept as it is.",
    "Correct the grades or their order, or call it a move.",
)
LAST_GRADE_DIFFERS = FaultKind(
    "W107",
    "notice",
    "The last event leads to another grade than the staff extract",
    "The last grade in the events is not the one in the staff extract; each was kept as it is.",
    "Add the event that is missing, or correct the grade.",
)
TOLD_DIFFERENTLY = FaultKind(
    "W108",
    "notice",
    "Staff and events say different things of a person",
    "For {field}, the staff extract says something else of the person; what it says counts.",
    "Correct the one that is wrong; of those who have left, the events alone can tell.",
)
