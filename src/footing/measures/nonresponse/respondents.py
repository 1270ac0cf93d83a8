"""People counted by all that an employer knows of everybody, with how many of each kind have a known background."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from footing.measures.arrow import as_arrow
from footing.measures.categorical_design import FloatArray, IntArray
from footing.measures.merging import Merged, merge
from footing.measures.nonresponse.terms import NonResponseTerms
from footing.measures.pay.grid import code_numbers
from footing.tables import Coordinate, coordinate
from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce


@dataclass(frozen=True, slots=True, eq=False)
class Respondents:
    """One row for each combination of the categories of all ``fields`` that anybody has.

    ``places`` are those of the categories, by variable; ``asked`` are people, and ``of_groups`` has a column for each
    group of the base.
    """

    fields: Mapping[str, Merged]
    places: Mapping[str, IntArray]
    asked: FloatArray
    of_groups: FloatArray

    @property
    def known(self) -> FloatArray:
        """How many of each row have a known background."""
        return np.asarray(self.of_groups.sum(axis=1), dtype=np.float64)

    @property
    def sizes(self) -> dict[str, int]:
        """How many categories each field has."""
        return {variable: len(field.categories) for variable, field in self.fields.items()}

    def by(self, variable: str, people: FloatArray) -> FloatArray:
        """People of the rows by the categories of one field."""
        counted = np.bincount(self.places[variable], people, minlength=len(self.fields[variable].categories))
        return np.asarray(counted, dtype=np.float64)

    def counts(self, question: str, known: str) -> Iterator[tuple[Coordinate, int]]:
        """The count of each category that was put together, of everybody and of those whose background is known."""
        for variable, field in self.fields.items():
            for people, place in ((self.asked, {}), (self.known, {question: known})):
                for category, count in zip(field.categories, self.by(variable, people), strict=True):
                    yield coordinate(**{variable: category.code, **place}), round(float(count))


def respondents_of(workforce: Workforce, question: QuestionInUse, terms: NonResponseTerms) -> Respondents | None:
    """Count everybody once, by all fields and the answer; ``None`` where no field tells people apart.

    Raises ``UnlistedCategory`` when a column holds a code that its variable does not list.
    """
    held = {each.variable: each for each in workforce.characteristics}
    fields = [held[variable] for variable in terms.fields if variable in held]
    codes = {field.variable: tuple(category.code for category in field.categories) for field in fields}
    groups = tuple(group.code for group in question.classification.groups if not group.rollup)
    by = workforce.people.group_by([*codes, question.question_id])
    rows = as_arrow(by.aggregate(people=workforce.people.count()))
    people = np.asarray(np.from_dlpack(rows["people"].combine_chunks()), dtype=np.float64)
    answer = code_numbers(rows[question.question_id], groups, question.question_id)
    base = [groups.index(group.code) for group in question.classification.base_groups]
    of_groups = people[:, None] * (answer[:, None] == base)
    numbers = {name: code_numbers(rows[name], listed, name) for name, listed in codes.items()}
    merged = {field.variable: _merged(field, numbers[field.variable], of_groups, terms) for field in fields}
    told = {name: field for name, field in merged.items() if field is not None and len(field.categories) > 1}
    if not told:
        return None
    places = {name: _new_places(codes[name], field)[numbers[name]] for name, field in told.items()}
    return _by_row(told, places, people, of_groups)


def _merged(field: Characteristic, places: IntArray, of_groups: FloatArray, terms: NonResponseTerms) -> Merged | None:
    """The field with categories put together that are too small a part of all, or have too few of some background.

    Both are asked of ``merge`` as people: as many for each background, and in proportion for the part of all.
    """
    columns = [np.bincount(places, each, minlength=len(field.categories)) for each in of_groups.T]
    counts = np.stack(columns, axis=1)
    needed = max(1.0, of_groups.sum() * terms.smallest_percent / 100)
    parts = counts.sum(axis=1) * terms.smallest_category / needed
    sizes = {
        category.code: (*(round(float(count)) for count in of_category), int(part))
        for category, of_category, part in zip(field.categories, counts, parts, strict=True)
    }
    return merge(field, sizes, threshold=terms.smallest_category)


def _new_places(codes: tuple[str, ...], field: Merged) -> IntArray:
    places = {category.code: place for place, category in enumerate(field.categories)}
    parents = field.hierarchy.parents
    return np.array([places[code] if code in places else places[parents[code]] for code in codes], dtype=np.int64)


def _by_row(
    fields: Mapping[str, Merged], places: Mapping[str, IntArray], people: FloatArray, of_groups: FloatArray
) -> Respondents:
    number = np.zeros(len(people), dtype=np.int64)
    for name, each in places.items():
        number = number * len(fields[name].categories) + each
    _, first, row = np.unique(number, return_index=True, return_inverse=True)
    columns = [np.bincount(row, each, minlength=len(first)) for each in (people, *of_groups.T)]
    return Respondents(
        fields,
        {name: each[first] for name, each in places.items()},
        np.asarray(columns[0], dtype=np.float64),
        np.stack(columns[1:], axis=1).astype(np.float64),
    )
