"""Tables of like with like: each group against the reference within requisitions, at every step that employers decide.

Those who withdrew on a step are left out of it: nobody decided on them. The counts behind a figure are those of all
applications of its groups, which other tables show; the few without a requisition could otherwise be counted by
subtraction.
"""

from collections.abc import Callable, Iterator
from itertools import product

from footing.measures.hiring.applications import Setting, Subject
from footing.measures.hiring.layout import TableOf, comparison_note, group_key, step_cells, steps_dimension
from footing.measures.hiring.mantel_haenszel import Requisitions, chance_of_unlike_odds, pooled_odds_ratio
from footing.measures.hiring.reduction import count_by_requisition
from footing.measures.hiring.stages import Step
from footing.tables import Category, Estimate
from footing.tables.raw import FromValues, RawRow, RawTable

WITHIN_NOTE = (
    "Only applications for the same requisition are compared. Those who withdrew on a step are left out of it, and so "
    "are requisitions in which everybody or nobody got through."
)
INTERVAL_NOTE = "The interval (95 %) says how far chance alone could have moved a figure of this many applications."
UNLIKE_NOTE = "Under 5 %, requisitions differ by more than chance explains, and one odds ratio for all hides that."

Figure = Callable[[Step, Category], Estimate]


def like_for_like_tables(subject: Subject, setting: Setting) -> Iterator[RawTable]:
    """The odds ratios within requisitions and, where the requisitions are large enough, whether they are alike."""
    counts = count_by_requisition(setting, subject.variable, [group.code for group in subject.groups])

    def requisitions(step: Step, group: Category) -> Requisitions:
        return counts.compare(group.code, subject.reference.code, step, setting.funnel.within(step))

    def pooled(step: Step, group: Category) -> Estimate:
        return pooled_odds_ratio(requisitions(step, group))

    def unlike(step: Step, group: Category) -> Estimate:
        return chance_of_unlike_odds(requisitions(step, group), setting.terms)

    notes = (comparison_note(subject), WITHIN_NOTE)
    like = TableOf(subject, "like_for_like", "hiring_like_for_like", (*notes, INTERVAL_NOTE))
    homogeneity = TableOf(subject, "unlike_requisitions", "hiring_unlike_requisitions", (*notes, UNLIKE_NOTE))
    yield from compared(like, pooled, setting)
    yield from compared(homogeneity, unlike, setting)


def compared(table: TableOf, figure: Figure, setting: Setting) -> Iterator[RawTable]:
    """The table with the figure of each step and group; none at all when there is not one figure."""
    subject, steps = table.subject, setting.funnel.decisions
    estimates = {(step, group): figure(step, group) for step, group in product(steps, subject.others)}
    if any(estimate.value is not None for estimate in estimates.values()):
        rows = (
            RawRow((step.category.code, group.code), resting_on_groups(estimate, subject, group, step))
            for (step, group), estimate in estimates.items()
        )
        yield table.laid_out(setting, (steps_dimension(steps), subject.dimension(subject.others)), rows)


def resting_on_groups(estimate: Estimate, subject: Subject, group: Category, step: Step) -> FromValues:
    """A figure that rests on those of a group and of the reference who entered a step, and who got through."""
    own = step_cells(step, group_key(subject, group))
    return FromValues((*own, *step_cells(step, group_key(subject, subject.reference))), own[1], estimate)
