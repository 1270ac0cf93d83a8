"""A naive outsider: tries every table of whole people, and keeps those that give everything that is printed.

On purpose slow, simple and apart from the code under test: no sums between margins, no solver, only trying.
"""

from collections.abc import Iterator, Mapping

from disclosure.small_tables import Grid

Key = tuple[str, ...]


def possible_counts(table: Grid, printed: Mapping[Key, int | None]) -> dict[Key, tuple[int, int]]:
    """The smallest and largest count that each cell has in any table that fits.

    ``printed`` holds every cell, with ``None`` for a withheld one, which is known not to be nought.
    """
    found: dict[Key, tuple[int, int]] = {}
    for counts in fitting_tables(table, printed):
        for key, count in counts.items():
            low, high = found.get(key, (count, count))
            found[key] = (min(low, count), max(high, count))
    return found


def fitting_tables(table: Grid, printed: Mapping[Key, int | None], *, least: int = 1) -> Iterator[dict[Key, int]]:
    """Every table of whole people that gives what is printed, where no withheld count is under ``least``."""
    finest = sorted(table.counts)
    everyone = sum(table.counts.values())
    covers = {key: [cell for cell in finest if _within(table, cell, key)] for key in printed}

    def settle(place: int, chosen: dict[Key, int]) -> Iterator[dict[Key, int]]:
        if place == len(finest):
            counts = {key: sum(chosen[cell] for cell in cells) for key, cells in covers.items()}
            if all(count >= least for key, count in counts.items() if printed[key] is None):
                yield counts
            return
        cell = finest[place]
        known = printed[cell]
        for count in range(least, everyone + 1) if known is None else (known,):
            chosen[cell] = count
            if _still_fits(covers, printed, chosen):
                yield from settle(place + 1, chosen)
            del chosen[cell]

    yield from settle(0, {})


def _still_fits(covers: Mapping[Key, list[Key]], printed: Mapping[Key, int | None], chosen: Mapping[Key, int]) -> bool:
    for key, cells in covers.items():
        total = printed[key]
        if total is None:
            continue
        so_far = sum(chosen.get(cell, 0) for cell in cells)
        if so_far > total or (so_far != total and all(cell in chosen for cell in cells)):
            return False
    return True


def _within(table: Grid, cell: Key, key: Key) -> bool:
    return all(
        code in table.members(variable)[part] for variable, code, part in zip(table.variables, cell, key, strict=True)
    )
