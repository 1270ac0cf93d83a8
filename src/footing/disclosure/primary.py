"""Which counts may not be seen in themselves, and how uncertain each must stay."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray, rows_of
from footing.disclosure.model import CellModel
from footing.disclosure.programme import Room
from footing.standards import CountsRule


class NotProtectable(RuntimeError):
    """Even with every cell withheld some sensitive cell stays too closely known."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What must stay possible for each cell of a model, and what an outsider knows beforehand.

    ``sensitive`` marks the cells that the policy keeps back; an outsider must find it possible that such a cell is
    ``up`` more and ``down`` less than it is. ``hidden`` marks these and others that are kept back in any case.
    ``least`` is the smallest that a withheld cell can be by the public rule alone; ``fixed`` marks the cells that are
    nothing and shown to be, which no withheld cell can move. ``whole`` says that cells are whole numbers.
    """

    sensitive: BoolArray
    hidden: BoolArray
    up: FloatArray
    down: FloatArray
    least: FloatArray
    fixed: BoolArray
    whole: bool

    def room(self, model: CellModel, cells: IntArray) -> Room:
        """How far each of the cells may move and is wanted to."""
        return Room(
            most_down=(model.values - self.least)[cells],
            most_up=np.full(len(cells), np.inf),
            wanted_up=self.up[cells],
            wanted_down=self.down[cells],
        )


def count_needs(model: CellModel, rule: CountsRule) -> Needs:
    """Apply the policy's rule for counts: small counts are sensitive, and noughts too where they are withheld.

    A remainder that nobody publishes is as sensitive as a published count, since anybody can subtract. A nought that
    shows everybody in a group to be in another part of it is sensitive where group disclosure is withheld.
    """
    values, published = model.values, model.published
    smallest = 1 if rule.zeros == "shown" else 0
    judged = published | _is_remainder(model)
    sensitive = judged & (values >= smallest) & (values < rule.threshold)
    if rule.group_disclosure == "withheld":
        sensitive |= telling_noughts(model)
    fixed = published & (values == 0) & ~sensitive
    least = _least(model, np.where(published & ~fixed, float(rule.least_withheld), 0.0), fixed)
    lower = np.maximum(rule.protection.lower, least)
    return Needs(
        sensitive=sensitive,
        hidden=sensitive,
        up=np.where(sensitive, rule.protection.upper - values, 0.0),
        down=np.where(sensitive, np.maximum(values - lower, 0), 0.0),
        least=least,
        fixed=fixed,
        whole=True,
    )


def _least(model: CellModel, least: FloatArray, fixed: BoolArray) -> FloatArray:
    """Raise the least that a whole can be to what its parts are at least, and a lone part to its whole.

    Where noughts are shown, a total of three groups that are not nought is known to be three at least whatever is
    withheld; no pattern of withheld cells can hide that.
    """
    rows = rows_of(model.starts)
    parts = (model.signs < 0) & ~fixed[model.columns]
    part_rows, part_cells = rows[parts], model.columns[parts]
    wholes = model.columns[model.starts[:-1]]
    lone = np.bincount(part_rows, minlength=len(wholes))[part_rows] == 1
    while True:
        sums = np.bincount(part_rows, weights=least[part_cells], minlength=len(wholes))
        raised = least.copy()
        np.maximum.at(raised, wholes, sums)
        np.maximum.at(raised, part_cells[lone], raised[wholes[part_rows[lone]]])
        if np.array_equal(raised, least):
            return least
        least = raised


def telling_noughts(model: CellModel) -> BoolArray:
    """One published nought of each group that is all in one part: the group might be in it as well, if it is hidden."""
    noughts = np.zeros(len(model.values), dtype=np.bool_)
    for first, last in pairwise(model.starts.tolist()):
        parts = model.columns[first + 1 : last]
        empty = parts[(model.values[parts] == 0) & model.published[parts]]
        if model.values[model.columns[first]] > 0 and (model.values[parts] > 0).sum() == 1 and len(empty):
            noughts[empty[0]] |= not noughts[empty].any()
    return noughts


def _is_remainder(model: CellModel) -> BoolArray:
    """Unpublished cells that are a part, not only a total, of something: anybody can subtract their siblings."""
    parts = np.zeros(len(model.values), dtype=np.bool_)
    parts[model.columns[model.signs < 0]] = True
    remainders: BoolArray = parts & ~model.published & model.given
    return remainders
