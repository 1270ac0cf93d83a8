"""Counts and rates: how many applications of each background reached each stage, or were ended by the applicant.

Applications whose background is not known are in no rate of a group. They are counted, and how many of the applications
at each stage are known is a table of its own: where answers come in late, those who got far are known more often.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from footing.measures.division import ALL, as_categories
from footing.measures.hiring.applications import Setting, Subject
from footing.measures.hiring.layout import (
    ALL_NOTE,
    INTERVAL_NOTE,
    STEP,
    WITHDRAWN_NOTE,
    TableOf,
    step_cells,
    steps_dimension,
)
from footing.measures.hiring.stages import (
    APPLIED,
    DECLINED,
    OFFER,
    OUTCOME,
    WITHDREW_BEFORE_OFFER,
    Funnel,
    Stage,
    Step,
)
from footing.measures.intervals import share_of
from footing.measures.tabulation import Key, count_figure, rate_of, rows_of, share_figure
from footing.standards.coverage import ANSWERED, CODABLE
from footing.tables import TOTAL, Category, Dimension, coordinate
from footing.tables.raw import FromCounts, RawTable
from footing.workforce.workforce import Characteristic

SOURCE = "source"
_BEFORE_OFFER = Category(WITHDREW_BEFORE_OFFER, "Withdrew before an offer")


def rate_tables(subject: Subject, setting: Setting) -> Iterator[RawTable]:
    """Every table of counts and rates of one question, for all applications together."""
    yield _answers(subject, setting)
    yield _stages(subject, setting)
    yield _known(subject, setting)
    if setting.funnel.later:
        yield _stage_rates(subject, setting)
    ends = tuple(_ends_by_choice(setting.funnel))
    if ends:
        yield _ended_by_choice(subject, ends, setting)
    if setting.funnel.withdrawals:
        yield _withdrawals(subject, setting)
    if setting.funnel.declines and OFFER in setting.funnel.later:
        yield _declined(subject, setting)


def breakdown_tables(subject: Subject, by: Characteristic, setting: Setting) -> Iterator[RawTable]:
    """What a characteristic adds: where the applications of each group come from, and how many led to an offer."""
    groups = subject.dimension((*subject.groups, ALL))
    divided = (Dimension(by.variable, by.title, (*by.categories, ALL)), groups)
    words = f" by {by.title[:1].lower()}{by.title[1:]}"
    step = setting.funnel.offer
    stages = _stages_dimension((APPLIED, *([step.to] if step else [])))
    counts = TableOf(subject, f"by_{by.variable}", "hiring_applications", (ALL_NOTE,), words)
    yield counts.laid_out(setting, (stages, *divided), rows_of((stages, *divided), count_figure))
    if by.variable == SOURCE:
        within = (Dimension(by.variable, by.title, by.categories), groups)
        shares = TableOf(subject, f"by_{by.variable}.share", "hiring_source_share", (ALL_NOTE, INTERVAL_NOTE))
        yield shares.laid_out(setting, within, rows_of(within, partial(share_figure, variable=by.variable, base=TOTAL)))
    if step:
        notes = (WITHDRAWN_NOTE, ALL_NOTE, INTERVAL_NOTE)
        rates = TableOf(subject, f"by_{by.variable}.offer_rate", "hiring_offer_rate", notes, words)
        yield rates.laid_out(setting, divided, rows_of(divided, partial(_rate, step)))


def _answers(subject: Subject, setting: Setting) -> RawTable:
    """All applications by answer, those of unknown background by reason."""
    own = (group for group in subject.classification.groups if not group.rollup)
    rollups = (subject.classification.group(code) for code in (CODABLE, ANSWERED))
    dimensions = (subject.dimension((*as_categories(own), *as_categories(rollups), ALL)),)
    table = TableOf(subject, "answers", "hiring_applications", ())
    return table.laid_out(setting, dimensions, rows_of(dimensions, count_figure))


def _stages(subject: Subject, setting: Setting) -> RawTable:
    """Applications by stage reached."""
    groups = subject.dimension((*subject.groups, _known_category(subject), ALL))
    dimensions = (_stages_dimension(setting.funnel.stages), groups)
    notes = ("Whoever reached a stage is also counted at every stage before.", ALL_NOTE)
    table = TableOf(subject, "stages", "hiring_applications", notes, " by stage reached")
    return table.laid_out(setting, dimensions, rows_of(dimensions, count_figure))


def _known(subject: Subject, setting: Setting) -> RawTable:
    """At each stage, the share of applications whose background is known."""
    dimensions = (_stages_dimension(setting.funnel.stages), subject.dimension([_known_category(subject)]))
    figure = partial(share_figure, variable=subject.variable, base=TOTAL, estimate=rate_of)
    table = TableOf(subject, "known", "hiring_known_rate", ())
    return table.laid_out(setting, dimensions, rows_of(dimensions, figure))


def _stage_rates(subject: Subject, setting: Setting) -> RawTable:
    """Of those who entered each step, the share who got through."""
    steps = {step.category.code: step for step in setting.funnel.all_steps}
    dimensions = (steps_dimension(steps.values()), subject.dimension((*subject.groups, ALL)))
    table = TableOf(subject, "stage_rate", "hiring_stage_rate", (WITHDRAWN_NOTE, ALL_NOTE, INTERVAL_NOTE))
    return table.laid_out(setting, dimensions, rows_of(dimensions, lambda key: _rate(steps[key[STEP]], key)))


def _ended_by_choice(subject: Subject, ends: tuple[Category, ...], setting: Setting) -> RawTable:
    """Applications that were withdrawn, and offers that were turned down."""
    dimensions = (Dimension(OUTCOME, "How it ended", ends), subject.dimension((*subject.groups, ALL)))
    table = TableOf(subject, "ended_by_choice", "hiring_applications", (ALL_NOTE,), " that the applicant ended")
    return table.laid_out(setting, dimensions, rows_of(dimensions, count_figure))


def _withdrawals(subject: Subject, setting: Setting) -> RawTable:
    """Withdrawals before an offer: of all applications, and of those who had reached each stage."""
    reached = {stage.left: stage for stage in setting.funnel.before_offer}
    places = (
        Category(WITHDREW_BEFORE_OFFER, f"{_BEFORE_OFFER.label}, of {APPLIED.of}"),
        *(Category(code, f"Withdrew after {stage.name}, of {stage.of}") for code, stage in reached.items()),
    )
    dimensions = (Dimension(OUTCOME, "Withdrawn", places), subject.dimension((*subject.groups, ALL)))

    def figure(key: Key) -> FromCounts:
        stage = reached.get(key[OUTCOME], APPLIED)
        return share_figure(key, variable=OUTCOME, base=stage.reached)

    table = TableOf(subject, "withdrawal", "hiring_withdrawal_rate", (ALL_NOTE, INTERVAL_NOTE))
    return table.laid_out(setting, dimensions, rows_of(dimensions, figure))


def _declined(subject: Subject, setting: Setting) -> RawTable:
    """Offers that were turned down, of all offers."""
    dimensions = (subject.dimension((*subject.groups, ALL)),)

    def figure(key: Key) -> FromCounts:
        offers = coordinate(**{**key, OUTCOME: OFFER.reached})
        return FromCounts(cells=(coordinate(**{**key, OUTCOME: DECLINED}), offers), base=offers, estimate=share_of)

    table = TableOf(subject, "declined", "hiring_declined_rate", (ALL_NOTE, INTERVAL_NOTE))
    return table.laid_out(setting, dimensions, rows_of(dimensions, figure))


def _rate(step: Step, key: Key) -> FromCounts:
    through, entered = step_cells(step, {variable: code for variable, code in key.items() if variable != STEP})
    return FromCounts(cells=(through, entered), base=entered, estimate=share_of)


def _ends_by_choice(funnel: Funnel) -> Iterator[Category]:
    if funnel.withdrawals:
        yield _BEFORE_OFFER
        yield from (Category(stage.left, f"Withdrew after {stage.name}") for stage in funnel.before_offer)
    if funnel.declines and OFFER in funnel.later:
        yield Category(DECLINED, "Turned an offer down")


def _stages_dimension(stages: Iterable[Stage]) -> Dimension:
    return Dimension(OUTCOME, "Stage reached", tuple(stage.category for stage in stages))


def _known_category(subject: Subject) -> Category:
    return as_categories([subject.classification.group(CODABLE)])[0]
