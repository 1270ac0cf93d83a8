"""Copies of extracts that hold no more than is used: write them, put them together again, find one person in them."""

from footing.workforce.minimising.one_person import rows_of_person, write_without_person
from footing.workforce.minimising.reassembling import reassemble
from footing.workforce.minimising.writing import Minimised, MinimisedSheet, Pseudonym, minimise

__all__ = [
    "Minimised",
    "MinimisedSheet",
    "Pseudonym",
    "minimise",
    "reassemble",
    "rows_of_person",
    "write_without_person",
]
