"""Tables of who answers: which of the things known of everybody go with a known background, and how much."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import exp, isfinite, sqrt
from statistics import NormalDist

from footing.measures.careers.chi_squared import ChiSquared
from footing.measures.intervals import CONFIDENCE, NOBODY
from footing.measures.nonresponse.bound_tables import FAMILY
from footing.measures.nonresponse.logistic import Logistic, fit
from footing.measures.nonresponse.respondents import Respondents
from footing.measures.nonresponse.terms import NonResponseTerms
from footing.measures.staff import STAFF
from footing.measures.tabulation import Key, rows_of
from footing.standards import Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import Category, Coordinate, Dimension, Estimate, coordinate
from footing.tables.raw import FromValues, RawTable
from footing.tables.words import in_a_sentence, listed
from footing.workforce.workforce import QuestionInUse

CHANCE, ODDS = "non_response_field_chance", "non_response_odds_ratio"
MEASURES = (CHANCE, ODDS)

FIELD = "field"
ALIKE_NOTE = "Above 1, the background of more of them is known than of all staff who are alike in {others}."
ALONE_NOTE = "Above 1, the background of more of them is known than of all staff together."
MERGED_NOTE = "Categories with few known answers are put together with others."


@dataclass(frozen=True, slots=True, eq=False)
class ResponseModel:
    """The regression on all fields, and how much worse it fits without each of them."""

    question: QuestionInUse
    respondents: Respondents
    whole: Logistic
    without: dict[str, Logistic]

    def chance(self, variable: str) -> Estimate:
        """How often, in per cent, chance alone would make a field seem to matter as much: the likelihood-ratio test."""
        less = self.without[variable]
        degrees = self.whole.rank - less.rank
        return ChiSquared(less.deviance - self.whole.deviance, degrees).chance_percent if degrees else NOBODY

    def odds_ratio(self, variable: str, place: int) -> Estimate:
        """The odds of a known background of a category over those of all staff alike in other ways.

        ``NOBODY`` where the background of all or none of the category is known.
        """
        asked = self.respondents.by(variable, self.respondents.asked)
        known = self.respondents.by(variable, self.respondents.known)
        if known[place] in (0, asked[place]):
            return NOBODY
        weights = -asked * (known > 0) * (known < asked)
        weights = weights / -weights.sum()
        weights[place] += 1
        value, variance = self.whole.contrast(variable, weights)
        reach = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) * sqrt(variance)
        limits = (exp(value), exp(value - reach), exp(value + reach))
        return Estimate(*limits) if all(map(isfinite, limits)) else NOBODY


def response_model(question: QuestionInUse, respondents: Respondents, terms: NonResponseTerms) -> ResponseModel | None:
    """Fit it; ``None`` where there are too few for so many categories, or the fit does not settle."""
    whole = _fit(respondents, list(respondents.fields))
    known, unknown = respondents.known.sum(), (respondents.asked - respondents.known).sum()
    if whole is None or min(known, unknown) < terms.people_per_term * whole.rank:
        return None
    without = {
        left_out: _fit(respondents, [each for each in respondents.fields if each != left_out])
        for left_out in respondents.fields
    }
    fitted = {variable: each for variable, each in without.items() if each is not None}
    return ResponseModel(question, respondents, whole, fitted) if len(fitted) == len(without) else None


def _fit(respondents: Respondents, variables: list[str]) -> Logistic | None:
    codes = {variable: respondents.places[variable] for variable in variables}
    return fit(codes, respondents.sizes, respondents.known, respondents.asked)


def model_tables(model: ResponseModel, catalogue: Catalogue) -> Iterator[RawTable]:
    """Which fields matter, and the odds of each category of each field."""
    fields = {variable: field.characteristic for variable, field in model.respondents.fields.items()}
    dimension = Dimension(
        FIELD, "Known of everybody", tuple(Category(variable, each.title) for variable, each in fields.items())
    )
    yield _table(model, CHANCE, dimension, lambda key: _chance_figure(model, key[FIELD]), catalogue=catalogue)
    for variable, field in fields.items():
        others = [in_a_sentence(each.title) for name, each in fields.items() if name != variable]
        note = ALIKE_NOTE.format(others=listed(others)) if others else ALONE_NOTE
        merged = model.respondents.fields[variable]
        dimension = Dimension(variable, field.title, merged.categories)
        places = {category.code: place for place, category in enumerate(merged.categories)}

        def figure(key: Key, variable: str = variable, places: dict[str, int] = places) -> FromValues:
            cells = cells_of_category(model.question, variable, key[variable])
            return FromValues(cells, cells[0], model.odds_ratio(variable, places[key[variable]]))

        yield _table(model, ODDS, dimension, figure, catalogue=catalogue, note=note)


def cells_of_category(question: QuestionInUse, variable: str, code: str) -> tuple[Coordinate, ...]:
    """The people of a category, and those of them whose background is known."""
    return coordinate(**{variable: code}), coordinate(**{variable: code, question.question_id: CODABLE})


def cells_of_field(question: QuestionInUse, respondents: Respondents, variable: str) -> tuple[Coordinate, ...]:
    """The same for every category of a field."""
    categories = respondents.fields[variable].categories
    return tuple(cell for each in categories for cell in cells_of_category(question, variable, each.code))


def _chance_figure(model: ResponseModel, variable: str) -> FromValues:
    cells = cells_of_field(model.question, model.respondents, variable)
    return FromValues(cells, coordinate(**{model.question.question_id: CODABLE}), model.chance(variable))


def _table(
    model: ResponseModel,
    measure: str,
    dimension: Dimension,
    figure: Callable[[Key], FromValues],
    *,
    catalogue: Catalogue,
    note: str | None = None,
) -> RawTable:
    definition, question = catalogue.measure(measure), model.question.question_id
    merged = any(field.is_coarser for field in model.respondents.fields.values())
    by = None if dimension.variable == FIELD else dimension
    title = f"{definition.title} by {in_a_sentence(by.title)}" if by else definition.title
    return RawTable(
        id=f"{FAMILY}.{question}.{measure.removeprefix(f'{FAMILY}_')}{f'.by_{by.variable}' if by else ''}",
        measure=measure,
        title=f"{title}: {catalogue.question(question).title}",
        unit=definition.unit,
        population=STAFF,
        dimensions=(dimension,),
        rows=rows_of((dimension,), figure),
        notes=(*((note,) if note else ()), *((MERGED_NOTE,) if merged else ())),
    )
