"""The search for the cheapest pattern, block by block.

A block is what stands under one category of a variable, such as one function with all its departments. Two things are
asked of it on its own. How little must be withheld in it, if everything outside could be withheld for nothing? Blocks
that share no cell add up to a bound for all, and each is small enough to be searched by branch and bound to its end.
And can less be withheld in it, if everything outside stays as in the best pattern so far? That is a search of a large
neighbourhood of the pattern.

Sources: D. Applegate, R. Bixby, V. Chvátal and W. Cook, "Implementing the Dantzig-Fulkerson-Johnson algorithm for large
traveling salesman problems", Mathematical Programming 97 (2003), 91-153: cuts from small pieces solved to the end;
P. Shaw, "Using constraint programming and local search methods to solve vehicle routing problems", Principles and
Practice of Constraint Programming (1998), 417-431: large neighbourhoods.
"""

from dataclasses import replace

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray, rows_of
from footing.disclosure.bounding import Bounding
from footing.disclosure.divisions import divisions
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs
from footing.disclosure.search import Thoroughness
from footing.disclosure.solver import TOLERANCE


def blocks_of(model: CellModel, cells: IntArray) -> list[list[BoolArray]]:
    """For each variable, the one with most categories first, the given cells by what they stand under.

    The blocks of one variable share no cell, and between them have every one.
    """
    found = divisions(model)
    most_first = sorted(found, key=lambda variable: (-sum(map(len, found[variable].values())), variable))
    return [_under_each(model, cells, variable, found[variable]) for variable in most_first]


def _under_each(
    model: CellModel, cells: IntArray, variable: str, groups: dict[str | None, set[str]]
) -> list[BoolArray]:
    above: dict[str, str | None] = {}
    for whole, codes in sorted(groups.items(), key=lambda each: each[0] or ""):
        for code in codes:
            above.setdefault(code, whole)
    tops = [_top(dict(model.coordinates[cell]).get(variable), above) for cell in cells.tolist()]
    return [np.array([top == each for top in tops]) for each in sorted(set(tops))]


def _top(code: str | None, above: dict[str, str | None]) -> str:
    while code is not None and (higher := above.get(code)) is not None:
        code = higher
    return code or ""


def bound_within(bounding: Bounding, block: BoolArray, thoroughness: Thoroughness) -> tuple[float, BoolArray]:
    """How much any safe pattern costs within a block at least, and the cells of the block last chosen.

    From then on that is a cut like the others.
    """
    costs, everything = np.where(block, bounding.costs, 0.0), np.ones(len(block))
    bounding.choice.look_within(costs, np.where(block, 0.0, 1.0), everything)
    asked = block[bounding.places]
    bound, chosen = bounding.choice.fractions()
    for _ in range(thoroughness.fractions):
        if not bounding.lack_of(chosen, asked).cuts:
            break
        bound, chosen = bounding.choice.fractions()
    for _ in range(thoroughness.block_rounds):
        at_least, whole = bounding.choice.wholes(thoroughness.branchings)
        bound = max(bound, at_least)
        if whole is None:
            break
        chosen = whole
        if not bounding.lack_of_whole(chosen, asked).cuts:
            break
    bound = bounding.proved(bound)
    if bound > TOLERANCE:
        bounding.choice.require(costs / bound)
    bounding.choice.look_within(bounding.costs, np.zeros(len(block)), everything)
    return bound, (chosen > 1 / 2) & block


def cheaper_within(
    bounding: Bounding, block: BoolArray, withheld: FloatArray, thoroughness: Thoroughness
) -> BoolArray | None:
    """A safe pattern that costs less than one that is ``withheld`` and differs in a block alone.

    ``None`` if none was found, though there may be one.
    """
    free = block & ~bounding.open
    bounding.choice.look_within(bounding.costs, np.where(free, 0.0, withheld), np.where(free, 1.0, withheld))
    found = _cheaper(bounding, float(bounding.costs @ withheld), thoroughness)
    bounding.choice.look_within(bounding.costs, np.zeros(len(block)), np.ones(len(block)))
    return found


def _cheaper(bounding: Bounding, cost: float, thoroughness: Thoroughness) -> BoolArray | None:
    for _ in range(thoroughness.block_rounds):
        at_least, chosen = bounding.choice.wholes(thoroughness.branchings)
        if chosen is None or bounding.proved(at_least) > cost - TOLERANCE:
            return None
        lack = bounding.lack_of_whole(chosen)
        if lack.safe:
            return chosen > 1 / 2 if bounding.costs @ chosen < cost - TOLERANCE else None
        if not lack.cuts:
            return None
    return None


def bound_alone(bounding: Bounding, block: BoolArray, thoroughness: Thoroughness) -> tuple[float, BoolArray]:
    """The same as ``bound_within`` by the sums that are all within the block: weaker, and far quicker in large models.

    What that teaches holds for everything, so that the cuts on the way to the bound are cuts like the others, too.
    """
    inner = _by_itself(bounding, block, thoroughness)
    bound, chosen = _bounded(inner, thoroughness)
    place = np.searchsorted(bounding.space.cells, inner.space.cells)
    for used, weights in inner.choice.cuts:
        cut = np.zeros(len(block))
        cut[place[used]] = weights
        bounding.choice.require(cut)
    if bound > TOLERANCE:
        bounding.choice.require(np.where(block, bounding.costs, 0.0) / bound)
    within = np.zeros(len(block), dtype=np.bool_)
    within[place] = chosen > 1 / 2
    return bound, within


def beside(
    bounding: Bounding, block: BoolArray, withheld: BoolArray, thoroughness: Thoroughness
) -> tuple[Bounding, IntArray]:
    """The search within a block while nothing outside is withheld or shown that is not by now, and its cells' places.

    Of what is withheld outside, those cells move that share a sum with the block, as if no others held them.
    """
    moving = _marked(bounding, block | withheld)
    within = _marked(bounding, block)
    sums = rows_of(bounding.model.starts)
    touching = np.isin(sums, sums[within[bounding.model.columns]])
    shared = np.zeros(len(within), dtype=np.bool_)
    shared[bounding.model.columns[touching]] = True
    inner = _part(bounding, (within | shared) & moving, moving, thoroughness)
    return inner, np.searchsorted(bounding.space.cells, inner.space.cells)


def _marked(bounding: Bounding, cells: BoolArray) -> BoolArray:
    """Cells of the space as cells of the model."""
    marked = np.zeros(len(bounding.model.values), dtype=np.bool_)
    marked[bounding.space.cells[cells]] = True
    return marked


def _by_itself(bounding: Bounding, block: BoolArray, thoroughness: Thoroughness) -> Bounding:
    """The cells of a block, with the sums all of whose cells that can move are within it."""
    return _part(bounding, _marked(bounding, block), ~bounding.needs.fixed, thoroughness)


def _part(bounding: Bounding, inside: BoolArray, moving: BoolArray, thoroughness: Thoroughness) -> Bounding:
    """The cells inside, with the sums all of whose moving cells are inside."""
    model = bounding.model
    sums = rows_of(model.starts)
    crossing = np.unique(sums[(moving & ~inside)[model.columns]])
    kept = ~np.isin(sums, crossing)
    lengths = np.delete(np.diff(model.starts), crossing)
    alone = replace(
        model,
        starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        columns=model.columns[kept],
        signs=model.signs[kept],
    )
    return bounding.of(alone, _only(bounding.needs, inside), thoroughness)


def _only(needs: Needs, cells: BoolArray) -> Needs:
    """The needs of some cells, where no other cell moves."""
    return replace(
        needs,
        up=np.where(cells, needs.up, 0.0),
        down=np.where(cells, needs.down, 0.0),
        fixed=needs.fixed | ~cells,
    )


def _bounded(inner: Bounding, thoroughness: Thoroughness) -> tuple[float, FloatArray]:
    bound, chosen = inner.choice.fractions()
    for _ in range(thoroughness.fractions):
        if not inner.lack_of(chosen).cuts:
            break
        bound, chosen = inner.choice.fractions()
    for _ in range(thoroughness.block_rounds):
        at_least, whole = inner.choice.wholes(thoroughness.branchings)
        bound = max(bound, at_least)
        if whole is None:
            break
        chosen = whole
        if not inner.lack_of_whole(chosen).cuts:
            break
    return max(0.0, inner.proved(bound)), chosen
