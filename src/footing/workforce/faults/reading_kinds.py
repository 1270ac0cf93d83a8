"""The kinds of fault found while a file is read: W001 to W039."""

from footing.workforce.faults.fault import FaultKind

# The file itself

NO_SUCH_FILE = FaultKind(
    "W001", "error", "There is no such file", 'There is no file called "{name}".', "Check the name and the folder."
)
NOT_A_FILE = FaultKind("W002", "error", "Not a file", '"{name}" is {what}, not a file.', "Name the file itself.")
CANNOT_OPEN = FaultKind(
    "W003",
    "error",
    "The file cannot be opened",
    'The system does not let "{name}" be read: {reason}.',
    "Ask for permission to read it, close it in other programs, or copy it to a folder of your own.",
)
EMPTY_FILE = FaultKind(
    "W004", "error", "The file is empty", "The file holds nothing.", "Export it again and check its size."
)
FILE_TOO_LARGE = FaultKind(
    "W005",
    "error",
    "The file is too large",
    "The file is {size}; the limit for {what} is {limit}.",
    "Leave out columns that are not needed, save it as Parquet or CSV, or raise the limit.",
)
NOT_A_TABLE = FaultKind(
    "W006",
    "error",
    "The file is not a table",
    "The file is {what}, not a table.",
    "Export the data as CSV, XLSX, XLS, ODS or Parquet.",
)
ENCRYPTED = FaultKind(
    "W007",
    "error",
    "The workbook is locked with a password",
    "The workbook is encrypted, so nothing in it can be read.",
    "Open it with its password and save a copy without one.",
)
DAMAGED = FaultKind(
    "W008",
    "error",
    "The file is damaged",
    "The file begins as {what} but cannot be read to its end: it is cut short or damaged.",
    "Export or copy it again.",
)
UNSAFE_WORKBOOK = FaultKind(
    "W009",
    "error",
    "The workbook is not safe to unpack",
    "The workbook is not safe to unpack: {reason}.",
    "Open it in a spreadsheet program, copy the table into a new workbook and save that.",
)
WORKBOOK_TOO_HEAVY = FaultKind(
    "W010",
    "error",
    "The file needs too much memory or time",
    "The file could not be opened within {limit}.",
    "Delete empty areas and formatting outside the table, or save the table as CSV or Parquet.",
)

# Its size as a table

TOO_MANY_SHEETS = FaultKind(
    "W011",
    "error",
    "Too many sheets",
    "The workbook has {found} sheets; the limit is {limit}.",
    "Keep the sheets that hold the extract and delete the rest.",
)
TOO_MANY_ROWS = FaultKind(
    "W012",
    "error",
    "Too many rows",
    "There are more than {limit} rows.",
    "Check that the extract has one row for each person, or raise the limit.",
)
TOO_MANY_COLUMNS = FaultKind(
    "W013",
    "error",
    "Too many columns",
    "There are more than {limit} columns.",
    "Check that people are rows and fields are columns, and leave out what is not needed.",
)
CELL_TOO_LONG = FaultKind(
    "W015",
    "error",
    "A cell is too long",
    "A cell holds more than {limit} characters.",
    "Shorten it, or leave the column out; a quotation mark that is never closed also does this.",
)
ROW_TOO_LONG = FaultKind(
    "W016",
    "error",
    "A row is too long",
    "A row is longer than {limit}.",
    "Check that the file has line breaks and that each quotation mark is closed.",
)

# Its shape

NO_HEADINGS = FaultKind(
    "W017",
    "error",
    "No heading row",
    "No row looks like the headings of a table among the first {searched} rows.",
    "Give the columns headings, in one row directly above the data.",
)
NO_ROWS = FaultKind(
    "W018", "error", "No data", "There are headings and no data below them.", "Export it again with its rows."
)
ONE_COLUMN = FaultKind(
    "W019",
    "error",
    "Only one column",
    "Everything is in one column; no character separates cells.",
    "Separate the cells with commas, semicolons, tabs or bars. A table needs a key and an answer for each person.",
)
NOT_TEXT = FaultKind(
    "W020",
    "error",
    "The text cannot be decoded",
    "The file is not text in UTF-8, UTF-16 or Windows-1252: {reason}.",
    "Save it again as CSV in UTF-8.",
)
MIXED_ENCODINGS = FaultKind(
    "W021",
    "error",
    "Two encodings in one file",
    "Part of the file is UTF-8 and part is not, so some letters would be read wrongly.",
    "Save it again as CSV in UTF-8 from the system that it came from.",
)
READ_AS_WINDOWS = FaultKind(
    "W022",
    "notice",
    "Read as Windows-1252",
    "The text is not valid UTF-8 and was read as Windows-1252, as older Windows programs write it.",
    "If pound signs or accents look wrong, save the file as CSV in UTF-8.",
)
OPEN_QUOTE = FaultKind(
    "W023",
    "error",
    "Quotation marks do not match",
    "A cell that begins with a quotation mark is never closed, or goes on after it was closed.",
    "Close the quotation mark, and double each one that is part of the text.",
)
TOO_MANY_CELLS = FaultKind(
    "W024",
    "error",
    "More cells than headings",
    "A row has cells beyond the last heading, so its values may stand under the wrong headings.",
    "Put quotation marks around text that holds the separator, or give the extra column a heading.",
)
TOO_FEW_CELLS = FaultKind(
    "W025",
    "notice",
    "Fewer cells than headings",
    "A row ends before the last heading; its missing cells were read as blank.",
    "Check that the row is whole and not broken in two by a line break.",
)
REPEATED_HEADING = FaultKind(
    "W026",
    "notice",
    "Two columns with one heading",
    'The heading "{heading}" stands over {found} columns; they were read as {names}.',
    "Give each column a heading of its own, or map the column by the name it was given.",
)
BLANK_HEADING = FaultKind(
    "W027",
    "notice",
    "A column without a heading",
    'A column with data has no heading; it was read as "{name}".',
    "Give it a heading if it is needed.",
)
TITLE_ROWS = FaultKind(
    "W028",
    "notice",
    "Rows above the headings were ignored",
    "The headings were found in row {heading_row}; the rows above them were ignored.",
    "Nothing, unless they hold data.",
)
FOOTER_ROWS = FaultKind(
    "W029",
    "notice",
    "Rows below the data were ignored",
    "What stands below the table after a blank row, such as a total or a note, was ignored.",
    "Nothing, unless they hold people: then delete the blank row above them.",
)
BLANK_ROWS = FaultKind(
    "W030", "notice", "Blank rows were ignored", "Blank rows between the data were ignored.", "Nothing."
)
FORMULAS = FaultKind(
    "W031",
    "notice",
    "Formulas were read as their last values",
    "Cells hold formulas or links; the values that they last showed were read and nothing was worked out again.",
    "Open the workbook and save it if it has not been worked out since it was changed.",
)
MACROS = FaultKind(
    "W032", "notice", "Macros were ignored", "The workbook holds macros; they were neither read nor run.", "Nothing."
)
SHEET_NOT_READ = FaultKind(
    "W033", "notice", "A sheet was not read", "The sheet was not read: it {reason}.", "Nothing, unless it holds data."
)
CUT_OFF = FaultKind(
    "W034",
    "error",
    "The file seems to be cut off",
    "The last row stops short, without the line break that every other row has.",
    "Export or copy the file again, and compare its size with the original.",
)
ERROR_CELLS = FaultKind(
    "W035",
    "notice",
    "A cell shows an error",
    'A cell shows "{value}", which is an error of the spreadsheet and not a value; it was kept as that text.',
    "Mend the formula in the cell, or clear it, if the column is needed.",
)
OTHER_FORMAT = FaultKind(
    "W037",
    "notice",
    "The name says another format",
    "The file is called {extension} but is {what}, and was read as that.",
    "Nothing; rename it if others will use it.",
)
NESTED_COLUMN = FaultKind(
    "W038",
    "error",
    "A column that is not of single values",
    "The column holds {what}, not one value in each row.",
    "Export it as text, numbers or dates.",
)
NO_SHEET = FaultKind(
    "W039",
    "error",
    "No sheet with a table",
    "No sheet of the workbook holds a table.",
    "Export it again with its data.",
)
