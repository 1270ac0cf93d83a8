"""What is known of everybody who was employed in the period, those who have left among them.

Of people in the extract, the extract has the last word, also where it says that they gave no answer: an answer that was
withdrawn stays withdrawn. Of others, the events have it: the latest event that says something, and of several on that
day the last in the alphabet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.measures.arrow import as_arrow
from footing.measures.careers.events import PERSON
from footing.measures.population import Variable
from footing.standards import Catalogue
from footing.tables import Category, Hierarchy
from footing.workforce.workforce import NOT_ANSWERED, NOT_RECORDED, Characteristic, QuestionInUse, Workforce

if TYPE_CHECKING:
    import ibis

RECORDED = "recorded"

_DATE_LENGTH = len("2025-03-31")


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column that is known of people: its title, what is shown of it, every code, and the code that says nothing.

    Those that are shown add up to the roll-up of a question's base, and to ``recorded`` for a characteristic.
    """

    variable: str
    title: str
    categories: tuple[Category, ...]
    definition: Variable
    blank: str


def attribute_of_question(question: QuestionInUse, catalogue: Catalogue) -> Attribute:
    """A question about background, as something that is known of people. The groups of the base are shown."""
    classification = question.classification
    codes = tuple(group.code for group in classification.groups if not group.rollup)
    shown = tuple(Category(group.code, group.label) for group in classification.base_groups)
    title = catalogue.question(question.question_id).title
    definition = Variable(codes, classification.hierarchy(question.question_id))
    return Attribute(question.question_id, title, shown, definition, NOT_ANSWERED)


def attribute_of_characteristic(variable: str, workforce: Workforce) -> Attribute | None:
    """A characteristic, with the categories of the extract and of the events; ``None`` where neither has it."""
    lists = list(_lists(variable, workforce))
    if not lists:
        return None
    shown = {each.code: each for one in lists for each in one.categories if each.code != NOT_RECORDED}
    definition = Variable((*shown, NOT_RECORDED), Hierarchy(variable, dict.fromkeys(shown, RECORDED)))
    return Attribute(variable, lists[0].title, tuple(shown.values()), definition, NOT_RECORDED)


def known_of_everybody(attribute: Attribute, workforce: Workforce) -> bool:
    """Whether the events say it too, or need not because nobody in them has left the extract."""
    people, events = workforce.people, workforce.events
    if events is None or attribute.variable in events.columns:
        return attribute.variable in people.columns or events is not None
    others = events.anti_join(people, PERSON)
    found = as_arrow(others.aggregate(rows=others.count())).to_pylist()
    return attribute.variable in people.columns and found[0]["rows"] == 0


def know_everybody(workforce: Workforce, attributes: Mapping[str, Attribute]) -> "ibis.Table":
    """One row for each person of the extract or the events, with a column for each attribute."""
    import ibis

    people, events = workforce.people, workforce.events
    staff = people.select(PERSON, **{name: _or_blank(people, each) for name, each in attributes.items()})
    if events is None:
        return staff
    others = events.filter(events["date"].notnull()).anti_join(people, PERSON)
    latest = others.group_by(PERSON).aggregate(**{name: _latest(others, each) for name, each in attributes.items()})
    return staff.union(
        latest.select(
            PERSON, **{name: latest[name].fill_null(ibis.literal(each.blank)) for name, each in attributes.items()}
        )
    )


def _lists(variable: str, workforce: Workforce) -> Iterator[Characteristic]:
    for each in (*workforce.characteristics, *workforce.events_companion.characteristics):
        if each.variable == variable:
            yield each


def _or_blank(table: "ibis.Table", attribute: Attribute) -> "ibis.Value":
    import ibis

    if attribute.variable not in table.columns:
        return ibis.literal(attribute.blank)
    return table[attribute.variable].cast("string").fill_null(attribute.blank)


def _latest(events: "ibis.Table", attribute: Attribute) -> "ibis.Value":
    """The value on the latest date, found as the greatest text of date and value, which every engine orders alike."""
    if attribute.variable not in events.columns:
        return events[PERSON].max().nullif(events[PERSON].max())
    value = _or_blank(events, attribute)
    dated = events["date"].cast("string") + value
    return dated.max(where=value != attribute.blank).substr(_DATE_LENGTH)
