"""Tables of shares weighted to all staff, and of the weights.

A weighted share rests on every margin that it was weighted to, so it is shown only where all of these are shown.
"""

from collections.abc import Callable, Iterator

from footing.measures.division import as_categories
from footing.measures.intervals import score_interval
from footing.measures.nonresponse.bound_tables import FAMILY
from footing.measures.nonresponse.model_tables import MERGED_NOTE, cells_of_field
from footing.measures.nonresponse.raking import Margin, Weights, rake
from footing.measures.nonresponse.respondents import Respondents
from footing.measures.nonresponse.terms import NonResponseTerms
from footing.measures.staff import STAFF
from footing.measures.tabulation import Key, rows_of
from footing.standards import Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import Category, Dimension, Estimate, coordinate
from footing.tables.raw import FromValues, RawTable
from footing.tables.words import in_a_sentence, listed
from footing.workforce.workforce import QuestionInUse

SHARE, WEIGHTS = "non_response_raked_share", "non_response_weights"
MEASURES = (SHARE, WEIGHTS)

WEIGHT = "weights"
SMALLEST, LARGEST, SPREAD, DESIGN_EFFECT, EFFECTIVE = (
    Category("smallest", "Smallest weight"),
    Category("largest", "Largest weight"),
    Category("spread", "Spread (standard deviation)"),
    Category("design_effect", "Design effect"),
    Category("effective_share", "Effective base, as a share of those who answered"),
)

INTERVAL_NOTE = "The interval (95 %) is that of the effective base. People alike in these ways may still differ."
AVERAGE_NOTE = "A weight of 1 is the average."
MET = 0.001
"""A margin that is missed by no more than this share of all people is met."""


def weights_of(respondents: Respondents, terms: NonResponseTerms) -> Weights | None:
    """Weights that bring those whose background is known into line with everybody; ``None`` if they do not settle."""
    margins = [
        Margin(respondents.places[variable], respondents.by(variable, respondents.asked))
        for variable in respondents.fields
    ]
    return rake(respondents.known, margins, largest=terms.largest_weight, sweeps=terms.sweeps, settled=terms.settled)


def raked_tables(
    question: QuestionInUse, respondents: Respondents, weights: Weights, catalogue: Catalogue
) -> Iterator[RawTable]:
    """The weighted share of each group, and what the weights are like."""
    name = question.question_id
    known = coordinate(**{name: CODABLE})
    margins = tuple(cell for each in respondents.fields for cell in cells_of_field(question, respondents, each))
    groups = as_categories(question.classification.base_groups)
    shares = {
        group.code: score_interval(weights.share(respondents.of_groups[:, place]), weights.effective_base)
        for place, group in enumerate(groups)
    }
    told = _facts(weights)

    def share(key: Key) -> FromValues:
        return FromValues((coordinate(**{name: key[name]}), known, *margins), known, shares[key[name]])

    def weight(key: Key) -> FromValues:
        return FromValues((known, *margins), known, Estimate(told[key[WEIGHT]]))

    notes = tuple(_notes(respondents, weights))
    title = catalogue.question(name).title
    yield _table(SHARE, name, Dimension(name, title, groups), share, catalogue, *notes, INTERVAL_NOTE)
    rows = (SMALLEST, LARGEST, SPREAD, DESIGN_EFFECT, EFFECTIVE)
    yield _table(WEIGHTS, name, Dimension(WEIGHT, "Weights", rows), weight, catalogue, AVERAGE_NOTE, *notes)


def _facts(weights: Weights) -> dict[str, float]:
    return {
        SMALLEST.code: weights.smallest,
        LARGEST.code: weights.largest,
        SPREAD.code: weights.coefficient_of_variation,
        DESIGN_EFFECT.code: weights.design_effect,
        EFFECTIVE.code: 1 / weights.design_effect,
    }


def _notes(respondents: Respondents, weights: Weights) -> Iterator[str]:
    titles = [in_a_sentence(field.characteristic.title) for field in respondents.fields.values()]
    yield f"Weighted so that {listed(titles)} are as among all staff."
    if any(field.is_coarser for field in respondents.fields.values()):
        yield MERGED_NOTE
    if weights.furthest_off > MET:
        yield "Large weights were cut down, so that not every one of these is quite as among all staff."


def _table(
    measure: str,
    question: str,
    dimension: Dimension,
    figure: Callable[[Key], FromValues],
    catalogue: Catalogue,
    *notes: str,
) -> RawTable:
    definition = catalogue.measure(measure)
    return RawTable(
        id=f"{FAMILY}.{question}.{measure.removeprefix(f'{FAMILY}_')}",
        measure=measure,
        title=f"{definition.title}: {catalogue.question(question).title}",
        unit=definition.unit,
        population=STAFF,
        dimensions=(dimension,),
        rows=rows_of((dimension,), figure),
        notes=notes,
    )
