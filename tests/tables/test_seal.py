"""Only disclosure control makes a releasable table."""

import pytest

from footing.tables import ReleasableTable
from footing.tables.seal import UnsealedTable


@pytest.mark.parametrize("forged", [None, True, object()])
def test_a_table_without_the_seal_cannot_be_made(forged: object) -> None:
    with pytest.raises(UnsealedTable, match=r"footing\.disclosure\.release"):
        ReleasableTable(
            id="t",
            measure="m",
            title="T",
            unit="people",
            population="staff",
            dimensions=(),
            rows=(),
            benchmark=None,
            notes=(),
            seal=forged,  # type: ignore[arg-type]
        )


def test_a_new_seal_is_not_the_seal() -> None:
    from footing.tables.seal import Seal, require_seal

    with pytest.raises(UnsealedTable):
        require_seal(Seal())
