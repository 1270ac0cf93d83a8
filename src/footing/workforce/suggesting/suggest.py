"""Draft a complete mapping from the headings and the content of what was read."""

from dataclasses import dataclass

from footing.standards import Catalogue
from footing.workforce.coding import Sources
from footing.workforce.coding.rules import blank_words
from footing.workforce.fields import load_fields
from footing.workforce.mapping import Mapping, Role
from footing.workforce.suggesting.candidates import Suggester
from footing.workforce.suggesting.settings import suggest_dates, suggest_pay, suggest_snapshot
from footing.workforce.suggesting.sheets import suggest_sheets
from footing.workforce.suggesting.words import suggest_categories, suggest_questions


@dataclass(frozen=True, slots=True)
class SuggestedMapping:
    """A drafted mapping. ``undecided`` says in words what a person must still decide; it is empty when nothing is."""

    mapping: Mapping
    undecided: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether the draft can be used as it is."""
        return not self.undecided


def suggest_mapping(sources: Sources, catalogue: Catalogue) -> SuggestedMapping:
    """A mapping for every sheet and column of what was read, with confidence and reasons in every entry.

    ``sources`` share one connection. Words are placed on meaning; one that fits no option is left under ``unplaced``.
    """
    fields = load_fields()
    blanks = blank_words(fields, Mapping(sheets=()))
    connection = sources["extract"].connection
    sheets = suggest_sheets(sources, Suggester(fields, catalogue.questions, blanks))
    mapping = Mapping(
        snapshot=suggest_snapshot(connection, (sheet for each in sources.values() for sheet in each.sheets), fields),
        sheets=tuple(each.mapping for each in sheets),
        questions=suggest_questions(sheets, catalogue, blanks),
        categories=suggest_categories(connection, sheets, fields, blanks),
        dates=suggest_dates(connection, sheets, fields),
        pay=suggest_pay(sheets),
    )
    return SuggestedMapping(mapping, _undecided(mapping))


def _undecided(mapping: Mapping) -> tuple[str, ...]:
    sheets = [
        f'what the rows of the sheet "{each.sheet}" are' for each in mapping.sheets if each.role == Role.UNDECIDED
    ]
    words = [
        f'which option of {question} "{entry.word}" means'
        for question, words in mapping.questions.items()
        for entry in words.unplaced
    ]
    return (*sheets, *words)
