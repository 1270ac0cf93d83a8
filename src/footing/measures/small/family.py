"""Coarser tables for small employers.

In a small employer most grades hold too few people of some background to show, and a table of them is left out as a
whole. So grades are put together with their neighbours, and functions, sites and the like with each other, until each
holds enough people of every background (``footing.measures.merging``), and counts and shares are given for these too.
They are further tables, named for what they are: the finer ones stay where enough of them can be shown.

Where even two categories cannot be made, that is said, and nothing is shown by that characteristic.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from footing.measures.counting import cells_of, count_cells
from footing.measures.division import ALL, as_categories
from footing.measures.family import MeasuredFamily, NotMeasured
from footing.measures.merging import Merged, merge
from footing.measures.population import PeopleToCount
from footing.measures.representation import FAMILY, INTERVAL_NOTE
from footing.measures.small.terms import SmallTerms
from footing.measures.staff import KEY_QUESTION, STAFF, breakdowns_of, staff_in_post
from footing.measures.tabulation import count_figure, rows_of, share_figure
from footing.standards import Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import Category, Coordinate, Dimension, coordinate, units
from footing.tables.raw import RawTable
from footing.tables.words import in_a_sentence
from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce

COUNT, SHARE = "background_count", "background_share"
TOGETHER = "together"


def measure(
    workforce: Workforce, *, catalogue: Catalogue, terms: SmallTerms | None = None, question_id: str = KEY_QUESTION
) -> MeasuredFamily:
    """Counts and shares of background by characteristics with categories put together; nothing for larger employers.

    Raises ``UnlistedCategory`` for a workforce whose people do not fit its lists.
    """
    terms = terms or SmallTerms()
    question = next((each for each in workforce.questions if each.question_id == question_id), None)
    if question is None or workforce.person_count >= terms.fewest_people:
        return MeasuredFamily(())
    people = staff_in_post(workforce)
    proposals = [(each, _proposal(each, question, people, terms.threshold)) for each in breakdowns_of(workforce)]
    coarser = [merged for _, merged in proposals if merged and merged.is_coarser and len(merged.categories) > 1]
    writer = _Tables(question, catalogue)
    tables = tuple(table for merged in coarser for table in writer.tables(merged))
    hierarchies = {each.characteristic.variable: each.hierarchy for each in coarser}
    return MeasuredFamily(
        tables=tables,
        not_measured=tuple(_too_few(proposals, catalogue)),
        counts=count_cells(_with(people, coarser), cells_of(tables)),
        hierarchies={f"{variable}.{TOGETHER}": hierarchy for variable, hierarchy in hierarchies.items()},
    )


def _proposal(
    characteristic: Characteristic, question: QuestionInUse, people: PeopleToCount, threshold: int
) -> Merged | None:
    """The characteristic with as few categories put together as will do; ``None`` where all together are too few."""
    groups = [group.code for group in question.classification.base_groups]
    cells: dict[str, list[Coordinate]] = {
        category.code: [
            coordinate(**{characteristic.variable: category.code, question.question_id: each}) for each in groups
        ]
        for category in characteristic.categories
    }
    counts = count_cells(people, [cell for of_category in cells.values() for cell in of_category])
    sizes = {code: tuple(counts[cell] for cell in of_category) for code, of_category in cells.items()}
    return merge(characteristic, sizes, threshold=threshold)


def _with(people: PeopleToCount, coarser: Sequence[Merged]) -> PeopleToCount:
    """The staff in post with the categories that were put together as roll-ups."""
    changed = {
        each.characteristic.variable: replace(people.variables[each.characteristic.variable], hierarchy=each.hierarchy)
        for each in coarser
    }
    return replace(people, variables={**people.variables, **changed})


def _too_few(proposals: Sequence[tuple[Characteristic, Merged | None]], catalogue: Catalogue) -> Iterator[NotMeasured]:
    for characteristic, merged in proposals:
        if merged is None or len(merged.categories) < 2:
            title = in_a_sentence(characteristic.title)
            words = (
                f"{catalogue.measure(SHARE).title} by {title} is not given: there are too few people to say, however "
                "its categories are put together."
            )
            yield NotMeasured(SHARE, (), words)


@dataclass(frozen=True, slots=True)
class _Tables:
    question: QuestionInUse
    catalogue: Catalogue

    def tables(self, merged: Merged) -> Iterator[RawTable]:
        """Counts, and shares of those whose background is known."""
        classification = self.question.classification
        base = as_categories(classification.base_groups)
        total = as_categories([classification.group(CODABLE)])
        share = partial(share_figure, variable=self.question.question_id, base=CODABLE)
        counts, shares = self._dimensions(merged, (*base, *total)), self._dimensions(merged, base)
        note = f"{merged.characteristic.title}: put together so that each holds enough people of every background."
        name, title = self._name(merged), self._title(merged)
        yield RawTable(
            id=name,
            measure=COUNT,
            title=title,
            unit=units.PEOPLE,
            population=STAFF,
            dimensions=counts,
            rows=rows_of(counts, count_figure),
            notes=(note,),
        )
        yield RawTable(
            id=f"{name}.share",
            measure=SHARE,
            title=f"{title}, share of each group",
            unit=units.PERCENT,
            population=STAFF,
            dimensions=shares,
            rows=rows_of(shares, share),
            notes=(f"Base: {classification.base}.", note, INTERVAL_NOTE),
        )

    def _dimensions(self, merged: Merged, groups: tuple[Category, ...]) -> tuple[Dimension, ...]:
        characteristic, question = merged.characteristic, self.question.question_id
        return (
            Dimension(characteristic.variable, characteristic.title, (*merged.categories, ALL)),
            Dimension(question, self.catalogue.question(question).title, groups),
        )

    def _name(self, merged: Merged) -> str:
        return f"{FAMILY}.{self.question.question_id}.by_{merged.characteristic.variable}_{TOGETHER}"

    def _title(self, merged: Merged) -> str:
        question = self.catalogue.question(self.question.question_id).title
        return f"{question} by {in_a_sentence(merged.characteristic.title)}, small categories put together"
