"""The kinds of fault found in keys, dates, amounts and the whole: W070 to W099."""

from footing.workforce.faults.fault import FaultKind

# Keys

KEY_BLANK = FaultKind(
    "W070",
    "error",
    "A row without a key",
    "The row has no key, so it cannot be told who it is.",
    "Fill in the key, or delete the row if it is not a person.",
)
KEY_REPEATED = FaultKind(
    "W071",
    "error",
    "One key on different rows",
    "Rows have the key of an earlier row but say something else.",
    "Keep one row for each person: correct the keys, or delete the rows that are out of date.",
)
KEY_REPEATED_ALIKE = FaultKind(
    "W072",
    "notice",
    "Rows that say the same of one person were counted once",
    "Rows have the key of an earlier row and agree with it in every column that is used; each person was counted once.",
    "Nothing, unless they are different people: then give each a key of their own.",
)
ANSWERS_WITHOUT_PERSON = FaultKind(
    "W073",
    "notice",
    "Answers of people who are not in the staff sheet",
    "Rows of answers have a key that no person has; they were left out.",
    "Nothing if these people have left; otherwise add them to the staff sheet.",
)
NO_KEY_IN_COMMON = FaultKind(
    "W074",
    "error",
    "The keys of two sheets have nothing in common",
    'No key of this sheet is in the sheet "{other}".',
    "Check that both use the same number for a person, with the same leading zeros.",
)

# Dates

NOT_A_DATE = FaultKind(
    "W075",
    "error",
    "Not a date",
    "The cell holds text that is not a date of the {order} kind, or a day that does not exist.",
    "Write dates as 31/03/2024 or 2024-03-31.",
)
DATES_AMBIGUOUS = FaultKind(
    "W076",
    "notice",
    "The order of day and month was assumed",
    "Every date in this column could be read either way; the day was taken to come first.",
    "If the month comes first, say so in the mapping: dates: {{order: month_first}}.",
)
DATE_IN_FUTURE = FaultKind(
    "W077",
    "error",
    "A date in the future",
    "The date is after {latest}.",
    "Correct the date; two-digit years and swapped days and months often do this.",
)
BIRTH_DATE_IMPLAUSIBLE = FaultKind(
    "W078",
    "error",
    "An age that cannot be right",
    "The date of birth gives an age below {youngest} or above {oldest} at the snapshot date.",
    "Correct the date of birth.",
)
START_DATE_IMPLAUSIBLE = FaultKind(
    "W079",
    "error",
    "A start date that cannot be right",
    "The start date is more than {longest} years before the snapshot date, or before the person could work.",
    "Correct the start date, or clear it if it is not known.",
)
AGE_IMPLAUSIBLE = FaultKind(
    "W080",
    "error",
    "An age that cannot be right",
    "The age is below {youngest} or above {oldest}.",
    "Correct the age, or clear it if it is not known.",
)
STAGES_OUT_OF_ORDER = FaultKind(
    "W081",
    "notice",
    "Stages out of order",
    "A later stage has an earlier date than the application.",
    "Check the dates; they were kept as they are.",
)
SNAPSHOT_ASSUMED = FaultKind(
    "W082",
    "notice",
    "The snapshot date was assumed",
    "Nothing says which day the extract describes; {date} was taken.",
    "Give the date in the mapping (snapshot: {{date: …}}) or with --as-at.",
)
SNAPSHOT_IN_FUTURE = FaultKind(
    "W083",
    "error",
    "The snapshot date is in the future",
    "The snapshot date, {date}, is after {latest}.",
    "Correct it in the mapping.",
)

# Amounts

NOT_AN_AMOUNT = FaultKind(
    "W084",
    "error",
    "Not an amount of money",
    "The cell holds text that is not an amount in pounds.",
    "Write amounts as 20404.52 or £20,404.52, and clear the cell where there is none.",
)
PAY_NEGATIVE = FaultKind(
    "W085",
    "error",
    "A negative amount",
    "The amount is below zero.",
    "Correct the amount, or clear it if it is not known.",
)
PAY_ZERO = FaultKind(
    "W086",
    "notice",
    "No pay",
    "The pay is zero; the person is counted, and left out of measures of pay.",
    "Nothing, unless the pay is missing by mistake.",
)
PAY_PERIOD_DOUBTFUL = FaultKind(
    "W087",
    "notice",
    "The period of pay may be wrong",
    "Read as pay by the {period}, half of these people earn less than {low} or more than {high} a year.",
    "Check the period in the mapping (pay: {{period: year, month, week or hour}}).",
)
NOT_A_NUMBER = FaultKind(
    "W088",
    "error",
    "Not a number",
    "The cell holds text that is not a number.",
    "Write numbers as 37 or 37.5, and clear the cell where there is none.",
)
HOURS_IMPLAUSIBLE = FaultKind(
    "W089",
    "error",
    "Hours that cannot be right",
    "The hours a week are below zero or above {most}.",
    "Correct the hours; yearly hours must be divided by the weeks of the year.",
)
HOURS_ZERO = FaultKind(
    "W090",
    "notice",
    "No hours",
    "The hours a week are zero; the person is counted, and left out of measures that need hours.",
    "Nothing, unless the hours are missing by mistake.",
)
FULL_TIME_EQUIVALENT_IMPLAUSIBLE = FaultKind(
    "W091",
    "error",
    "A full-time equivalent that cannot be right",
    "The full-time equivalent is below zero or above {most}.",
    "Write it as a share of full time, such as 0.6 or 60%.",
)

PAY_PERIOD_IMPLAUSIBLE = FaultKind(
    "W092",
    "error",
    "A pay period that cannot be right",
    "The days of the pay period are not above nought, or are more than {most}.",
    "Write the days that ordinary pay is for: 7 for a week, 30.44 for a month.",
)

# The whole

NO_ANSWERS = FaultKind(
    "W093",
    "error",
    "Nobody has answered",
    "No row has an answer to {question}.",
    "Check that the column of answers is the right one, and that it was exported with its values.",
)
ONE_PERSON = FaultKind(
    "W094",
    "error",
    "Only one person",
    "There is one person. Nothing can be said about one person that is not about that person.",
    "Send an extract of the whole workforce.",
)
EVERYBODY_SAME = FaultKind(
    "W095",
    "notice",
    "Everybody is the same",
    "Everybody has the same {field}, so nothing can be compared by it.",
    "Nothing, unless the column should vary.",
)
FIELD_BLANK = FaultKind(
    "W096",
    "notice",
    "A column is blank",
    "Nobody has a {field}: the column is blank.",
    "Nothing, unless the column should be filled.",
)
EVENTS_OF_OTHERS = FaultKind(
    "W097",
    "notice",
    "Events of people who are not in the extract",
    "Rows have a key that no person has, as those of people who have left do; they were kept.",
    "Nothing, unless these people should be in the extract.",
)
