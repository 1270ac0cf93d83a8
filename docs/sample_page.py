"""The reference page of what is built into the sample council, from the sample itself."""

from itertools import groupby

from footing.samples import BuiltInFigure, built_in_figures, council
from footing.standards import Catalogue
from footing.standards.pages.markdown import code, table

INTRODUCTION = """\
`footing demo` draws a fictional council. Its people are drawn from a population that is unequal by these figures, so
that it can be seen whether a report finds what is there. A figure of the report differs from the one here by chance:
its interval should hold it in 95 of 100 draws. Backgrounds differ by grade, function and response besides.

The same council can be drawn with no gap at all, in Python: `council(seed=1, gaps=False)`. A report on that one ought
to find nothing."""


def sample_page(catalogue: Catalogue) -> str:
    """One table for each stage of the journey."""
    parts = [
        "<!-- Generated from src/footing/samples by `make docs`. Change the sample, not this page. -->",
        "# What is built into the sample council",
        INTRODUCTION,
    ]
    for stage, figures in groupby(built_in_figures(council(seed=1, people=1).truth), lambda each: each.journey_stage):
        rows = (_row(figure, catalogue) for figure in figures)
        parts += [f"## {stage.capitalize()}", table(("Measure", "Row", "Built in", "If equal", "Table"), rows)]
    return "\n\n".join(parts) + "\n"


def _row(figure: BuiltInFigure, catalogue: Catalogue) -> tuple[str, str, str, str, str]:
    measure = catalogue.measure(figure.measure)
    row = ", ".join("all" if each == "*" else each.replace("_", " ") for each in figure.key)
    return measure.title, row, _number(figure.value), _number(figure.equal), code(figure.table)


def _number(value: float) -> str:
    return f"{value:.4g}"
