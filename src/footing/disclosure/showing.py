"""What protected tables show of each cell that they rest on."""

from collections.abc import Iterable, Mapping

from footing.disclosure.rounding import seen_under
from footing.disclosure.seen import Seen
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate, ReleasableTable, Status
from footing.tables.raw import FromCounts, FromValues, RawTable

Pairs = Iterable[tuple[RawTable, ReleasableTable]]


def seen_in_tables(pairs: Pairs, shown: Mapping[Coordinate, int], policy: DisclosurePolicy) -> dict[Coordinate, Seen]:
    """Each cell that the tables of one population rest on, as somebody sees it who reads every row.

    A figure that is shown is taken to give away every count that it rests on, as a share and its base do: what that
    count then reads is taken from ``shown``. A cell of which no shown figure tells is withheld.
    """
    seen: dict[Coordinate, Seen] = {}
    for raw, table in pairs:
        for exact, row in zip(raw.rows, table.rows, strict=True):
            least = _least(exact.figure, policy)
            for cell in (*exact.figure.cells, exact.figure.base):
                if row.status is not Status.WITHHELD:
                    seen[cell] = seen_under(policy.rounding, shown[cell])
                elif cell not in seen or seen[cell].smallest < least.smallest:
                    seen[cell] = least
    return seen


def _least(figure: FromCounts | FromValues, policy: DisclosurePolicy) -> Seen:
    """What a figure that is kept back says of the counts it rests on.

    Only a count itself is known not to be nought. A share may be kept back for its base, and an average because it is
    of nobody.
    """
    is_count = isinstance(figure, FromCounts) and figure.cells == (figure.base,)
    return Seen(float(policy.counts.least_withheld) if is_count else 0.0)
