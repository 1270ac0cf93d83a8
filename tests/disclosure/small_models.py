"""The models of small tables, and relations as sparse rows and as a dense matrix."""

from dataclasses import dataclass

import numpy as np

from disclosure.small_tables import Grid
from footing.disclosure.arrays import FloatArray, IntArray
from footing.disclosure.model import CellModel, build_model
from footing.tables import coordinate


@dataclass(frozen=True, slots=True)
class Rows:
    """Sums of cells by their numbers, the whole first."""

    starts: IntArray
    columns: IntArray
    signs: FloatArray


def model_of(table: Grid) -> CellModel:
    counts = {
        coordinate(**dict(zip(table.variables, key, strict=True))): count for key, count in table.every_count().items()
    }
    return build_model(counts, counts, {each.variable: each for each in table.hierarchies})


def as_matrix(model: CellModel) -> np.ndarray:
    matrix = np.zeros((len(model.starts) - 1, len(model.values)))
    rows = np.repeat(np.arange(len(model.starts) - 1), np.diff(model.starts))
    np.add.at(matrix, (rows, model.columns), model.signs)
    return matrix
