"""The report's figures as a spreadsheet, by the government's rules for releasing statistics in spreadsheets.

A cover, contents, definitions and notes, then one marked-up table on each sheet: no merged cells, no blank rows, no
hidden ones, headings that differ, figures as numbers and shorthand such as ``[c]`` where there is none.
"""

from footing.reporting.workbook.build import build_workbook
from footing.reporting.workbook.ods import ods_file
from footing.reporting.workbook.xlsx import xlsx_file

__all__ = ["build_workbook", "ods_file", "xlsx_file"]
