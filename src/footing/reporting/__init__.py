"""Reports from assessments: one model of what is said, and one writer for each format it is said in."""

from footing.reporting.report import build_report
from footing.reporting.writing import FORMATS, UnknownFormat, write_csv, write_html, write_json, write_report

__all__ = ["FORMATS", "UnknownFormat", "build_report", "write_csv", "write_html", "write_json", "write_report"]
