"""A naive outsider over several tables: tries every way to spread people over all combinations of categories."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from footing.tables import Coordinate

Codes = Mapping[str, Sequence[str]]


def possible_ranges(
    codes: Codes, printed: Mapping[Coordinate, int | None], *, most: int
) -> dict[Coordinate, tuple[int, int]]:
    """The smallest and largest count of each withheld cell over all tables of at most ``most`` people that fit.

    A withheld count is known not to be nought. ``printed`` must hold the count of everybody.
    """
    combinations = [dict(zip(codes, each, strict=True)) for each in product(*codes.values())]
    covers = {cell: [all(one[v] == code for v, code in cell) for one in combinations] for cell in printed}
    found: dict[Coordinate, tuple[int, int]] = {}
    for people in _spreads(len(combinations), printed, covers, most):
        for cell, count in printed.items():
            if count is None:
                value = sum(n for n, inside in zip(people, covers[cell], strict=True) if inside)
                low, high = found.get(cell, (value, value))
                found[cell] = (min(low, value), max(high, value))
    return found


def _spreads(
    size: int, printed: Mapping[Coordinate, int | None], covers: Mapping[Coordinate, list[bool]], most: int
) -> Iterator[list[int]]:
    def go(place: int, chosen: list[int]) -> Iterator[list[int]]:
        for cell, count in printed.items():
            so_far = sum(n for n, inside in zip(chosen, covers[cell], strict=False) if inside)
            done = not any(covers[cell][place:])
            if count is None:
                if done and so_far < 1:
                    return
            elif so_far > count or (done and so_far != count):
                return
        if place == size:
            yield list(chosen)
            return
        for count in range(most - sum(chosen) + 1):
            yield from go(place + 1, [*chosen, count])

    yield from go(0, [])
