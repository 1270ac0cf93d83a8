"""The picture of a trend: our share in both years, the country's before and since, and no line across a break."""

from dataclasses import replace

from footing.assessment import Assessment
from footing.reporting.charts.content import CurveChart
from footing.reporting.model import Figure
from footing.reporting.outline import load_outline
from footing.reporting.report import build_report
from footing.standards import load_catalogue
from footing.tables import Category, Dimension
from reporting.assessments import council_assessment
from reporting.test_coalition import blocks

YEARS = ("31 March 2024", "31 March 2025")


def with_a_trend(years: tuple[str, str] = YEARS, *, hidden: bool = False) -> Assessment:
    """The council with the shares of both years, made of its own shares: the same figures twice."""
    held = council_assessment()
    (shares,) = (each for each in held.tables if each.id == "representation.parental_occupation.overall.share")
    codes = ("last_year", "this_year")
    when = Dimension("year_status", "When", tuple(map(Category, codes, years)))
    rows = tuple(replace(row, key=(code, *row.key)) for code in codes for row in shares.rows)
    if hidden:
        (other,) = (each for each in held.tables if each.id == "representation.parental_occupation.by_grade.share")
        withheld = next(row for row in other.rows if row.value is None)
        rows = tuple(replace(withheld, key=row.key) if row.key[0] == "last_year" else row for row in rows)
    table = replace(
        shares,
        id="trend.parental_occupation.overall.share",
        measure="trend_share",
        title="Share of each group in two years",
        dimensions=(when, *shares.dimensions),
        rows=rows,
    )
    return replace(held, tables=(*held.tables, table))


def drawn(assessment: Assessment) -> Figure | None:
    report = build_report(assessment, load_catalogue(), outline=load_outline("year-on-year"))
    return next((each for each in blocks(report.sections) if isinstance(each, Figure)), None)


def test_our_share_stands_at_both_years_and_the_country_s_before_and_since():
    figure = drawn(with_a_trend())
    assert isinstance(figure.chart, CurveChart)
    own, country = figure.chart.curves
    assert [point.x for point in own.points] == [2024, 2025]
    assert [(point.x, point.text) for point in country.points] == [(2020, "28%"), (2021, "39%")]
    assert figure.title.startswith("Lower socio-economic background: ")


def test_there_is_a_break_where_the_country_was_counted_in_another_way():
    chart = drawn(with_a_trend()).chart
    assert [(each.x, each.words) for each in chart.breaks] == [(2020.5, "What is counted changed")]
    assert "A break at 2020.5" in drawn(with_a_trend()).text_alternative


def test_a_withheld_year_is_drawn_as_withheld():
    figure = drawn(with_a_trend(hidden=True))
    assert figure.chart.curves[0].points[0].value is None
    assert "[c] withheld in 2024" in figure.title


def test_two_days_of_one_year_are_no_trend():
    assert drawn(with_a_trend(("31 March 2025", "30 September 2025"))) is None
    assert drawn(with_a_trend(("Before", "After"))) is None
