"""The kinds of fault found in a mapping and in the words that it places: W014, and W040 to W069."""

from footing.workforce.faults.fault import FaultKind

WORD_NOT_LISTED = FaultKind(
    "W014",
    "error",
    "A word that is not in its list",
    '"{value}" is not in the {list} list you supplied ({first} to {last}).',
    "Correct the cell, or add the {list} to the list.",
)

# The mapping

MAPPING_NOT_READ = FaultKind(
    "W040",
    "error",
    "The mapping cannot be read",
    'The mapping "{name}" cannot be read: {reason}',
    "Correct the file, or draft a new one with footing check --suggest-mapping.",
)
MAPPING_NOT_VALID = FaultKind(
    "W041",
    "error",
    "The mapping says something that a mapping cannot",
    'In the mapping "{name}", at {where}: {reason}.',
    "Correct that entry; docs/how-to/map-your-columns.md shows every entry.",
)
SHEET_MISSING = FaultKind(
    "W042",
    "error",
    "A sheet of the mapping is not in the file",
    'The mapping reads a sheet "{wanted}", which the file does not have.',
    "Rename the sheet in the file or in the mapping.",
)
SHEET_UNDECIDED = FaultKind(
    "W043",
    "error",
    "What the rows of a sheet are has not been decided",
    "It is not clear what the rows of this sheet are.",
    "Give the sheet a role in the mapping: people, answers, events, applications or ignored.",
)
COLUMN_MISSING = FaultKind(
    "W044",
    "error",
    "A column of the mapping is not in the file",
    "The mapping takes {field} from this column, which the sheet does not have.",
    "Correct the heading in the file or in the mapping.",
)
UNKNOWN_FIELD = FaultKind(
    "W045",
    "error",
    "A field that does not exist",
    'The mapping gives this column the field "{field}", which does not exist for {role}. The nearest are {nearest}.',
    "Correct the field in the mapping.",
)
UNKNOWN_OPTION = FaultKind(
    "W046",
    "error",
    "An answer option that does not exist",
    'The mapping places "{value}" on "{option}", which is not an option of {question}. The nearest are {nearest}.',
    "Use the code of an option: footing questions show {question}.",
)
NO_KEY = FaultKind(
    "W047",
    "error",
    "No column tells people apart",
    "No column is the key of the rows, so people cannot be told apart.",
    "Add a column with a number or code that is different for each person, and map it to {key}.",
)
NO_QUESTION = FaultKind(
    "W048",
    "error",
    "No column holds answers",
    "No column holds the answers to a question about background.",
    "Add the column of answers, or map it to a question: footing questions list.",
)
UNEXPECTED_COLUMN = FaultKind(
    "W049",
    "notice",
    "A column that the mapping does not mention",
    "The mapping does not mention this column, so it was not used.",
    "Add it to the mapping, or leave it out of the extract.",
)
PERSONAL_COLUMN = FaultKind(
    "W050",
    "notice",
    "A column that identifies people",
    "This column was not used: {reason}.",
    "Leave it out of the extract.",
)
COLUMN_IGNORED = FaultKind(
    "W051",
    "notice",
    "A column was not used",
    "This column was not used: {reason}.",
    "Nothing, unless it is needed: then map it to a field.",
)
TWO_SHEETS_OF_PEOPLE = FaultKind(
    "W052",
    "error",
    "Two sheets of people",
    "The sheets {sheets} both hold people, so some would be counted twice.",
    "Put everybody in one sheet, or give the other sheet another role in the mapping.",
)
NO_PEOPLE_SHEET = FaultKind(
    "W053",
    "error",
    "No sheet holds the people",
    "No sheet of the file was recognised as people, answers or applications.",
    "Give each sheet a role in the mapping, or check that the file is the right one.",
)
SHEET_IGNORED = FaultKind(
    "W054",
    "notice",
    "A sheet was not used",
    "The sheet was not used: {reason}.",
    "Nothing, unless it is needed: then give it a role in the mapping.",
)
FIELD_TWICE = FaultKind(
    "W055",
    "error",
    "One field in two sheets",
    'The mapping takes {field} from this column and from the sheet "{other}".',
    "Ignore one of the two columns in the mapping.",
)

GRADE_NOT_THERE = FaultKind(
    "W056",
    "error",
    "A grade of the mapping that nobody is in",
    'The mapping names "{value}" under {setting}, and nobody is or was in that grade. The nearest are {nearest}.',
    "Name the grade as the extract does, or take it out of the mapping.",
)
PERIOD_PAY_INCOMPLETE = FaultKind(
    "W057",
    "notice",
    "The pay of a period cannot be used",
    "Ordinary pay is given without {missing}, so hourly pay is not worked out from it.",
    "Add the column; where all are paid for the same time, pay_period_days in the mapping will do (30.44 for a month).",
)

# Words

ANSWER_NOT_PLACED = FaultKind(
    "W060",
    "error",
    "An answer that fits no option",
    '"{value}" fits no option of {question}; it is there {times} times. The nearest options are {nearest}.',
    "Add the word to the mapping with the code of the option that it means.",
)
CODES_WITHOUT_CODEBOOK = FaultKind(
    "W061",
    "error",
    "Codes without a codebook",
    '"{value}" is a code, and nothing says which option of {question} it stands for; it is there {times} times.',
    "Add a codebook to the mapping: the option of each code.",
)
SPELLINGS_MERGED = FaultKind(
    "W062",
    "notice",
    "Spellings of one category were merged",
    "Other spellings were read as {categories}: they differ in case or spaces alone, or are known to mean the same.",
    "Nothing, unless they are different: then list them in the mapping.",
)
NEW_CATEGORY = FaultKind(
    "W063",
    "notice",
    "A category that the mapping does not list",
    '"{value}" is not in the list of {field} in the mapping and became a category of its own.',
    "Add it to the list, or add it to the words of the category that it means.",
)
TOO_MANY_CATEGORIES = FaultKind(
    "W064",
    "error",
    "Too many categories",
    "There are {found} different words in this column; a field of categories may have {limit}.",
    "Check that the column holds categories and not names or free text; group them, or ignore the column.",
)
NEITHER_YES_NOR_NO = FaultKind(
    "W066",
    "error",
    "Neither yes nor no",
    '"{value}" says neither yes nor no, and is not a date.',
    "Write yes or no, or the date; or say in the mapping, under categories and {field}, which words mean yes and no.",
)
RESERVED_WORD = FaultKind(
    "W065",
    "error",
    "A word that stands for something else",
    '"{value}" stands for something else in every table and cannot be a category.',
    "Replace it in the file, or say in the mapping what it means.",
)
