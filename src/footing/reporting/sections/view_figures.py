"""The figures that the views of an outline may ask for, by the kind of chart."""

from collections.abc import Callable

from footing.reporting.model import Figure
from footing.reporting.outline import View
from footing.reporting.sections.material import Material
from footing.tables import ReleasableTable

DrawView = Callable[[tuple[ReleasableTable, ...], View, Material], Figure | None]
"""Draws the tables of one view; ``None`` when nothing of them can be drawn."""

FIGURES: dict[str, DrawView] = {}
