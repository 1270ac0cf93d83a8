"""What it costs to withhold a cell. The search keeps the sum of the prices of what it withholds as low as it can."""

from collections.abc import Mapping

import numpy as np

from footing.disclosure.arrays import FloatArray
from footing.disclosure.model import CellModel
from footing.disclosure.search import Price
from footing.tables import Coordinate

STEP = 4.0
"""How much dearer a cell is for each variable that it is divided by fewer."""


def prices(model: CellModel, price: Price, figures: Mapping[Coordinate, int] | None = None) -> FloatArray:
    """The price of each cell, about 1 for the cheapest.

    By breadth, 1 for the finest cells and ``STEP`` times as much for each variable fewer: the share of a whole
    organisation, or of a grade, is read more than that of a grade and a sex together, so what has to be hidden is
    hidden in the finest tables where that is possible. And that for each of the ``figures`` that rest on the cell and
    would be hidden with it, such as every share of those who answered.
    """
    if price is Price.CELLS:
        return np.ones(len(model.values))
    if price is Price.PEOPLE:
        people: FloatArray = np.maximum(model.values, 1) / max(float(np.median(model.values)), 1.0)
        return people
    variables = np.array([len(cell) for cell in model.coordinates])
    resting = np.array([(figures or {}).get(cell, 1) for cell in model.coordinates])
    by_breadth: FloatArray = resting * STEP ** (variables.max(initial=0) - variables)
    return by_breadth
