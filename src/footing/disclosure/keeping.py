"""Released tables in a store, and opened again: only what disclosure released comes back as a releasable table.

Values are kept with the decimals that they are published with, so that the store tells nobody more than a report does.
Whoever keeps them signs them with a key; what was changed, or was never released, does not open.
"""

import hmac
import json
import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from footing.tables import Category, Coordinate, Dimension, ReleasableRow, ReleasableTable, Status
from footing.tables.figures import published
from footing.tables.seal import SEAL

JsonObject = dict[str, Any]

_SIGNATURE_BYTES = sha256().digest_size
_LEAST_KEY_BYTES = 32


class NotAsReleased(ValueError):
    """What was kept was changed since, was signed with another key, or was never released."""

    def __init__(self) -> None:
        super().__init__(
            "K001 · The tables that were kept are not those that were released. "
            "Use the store as it was backed up last, with the key that belongs to it, or assess the extract again."
        )


def keep(tables: Iterable[ReleasableTable], beside: Mapping[str, Any], key: bytes) -> bytes:
    """Tables and what is kept beside them, compressed and signed. Raises ``ValueError`` for a key that is too short."""
    _require_key(key)
    document = {"tables": [_content(table) for table in tables], "beside": dict(beside)}
    packed = zlib.compress(json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode())
    return _signature(packed, key) + packed


def opened(kept: bytes, key: bytes) -> tuple[tuple[ReleasableTable, ...], JsonObject]:
    """The tables that ``keep`` was given, and what was beside them. Raises ``NotAsReleased``."""
    _require_key(key)
    signature, packed = kept[:_SIGNATURE_BYTES], kept[_SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _signature(packed, key)):
        raise NotAsReleased
    document = json.loads(zlib.decompress(packed))
    return tuple(_table(each) for each in document["tables"]), document["beside"]


def _require_key(key: bytes) -> None:
    if len(key) < _LEAST_KEY_BYTES:
        raise ValueError(f"a key to sign released tables with has at least {_LEAST_KEY_BYTES} bytes")


def _signature(packed: bytes, key: bytes) -> bytes:
    return hmac.digest(key, b"footing released tables 1\n" + packed, "sha256")


def _content(table: ReleasableTable) -> JsonObject:
    return {
        "id": table.id,
        "measure": table.measure,
        "title": table.title,
        "unit": table.unit,
        "population": table.population,
        "benchmark": table.benchmark,
        "notes": table.notes,
        "dimensions": [
            [each.variable, each.title, [[category.code, category.label] for category in each.categories]]
            for each in table.dimensions
        ],
        "rows": [_row_content(row, table.unit) for row in table.rows],
    }


def _row_content(row: ReleasableRow, unit: str) -> list[Any]:
    value, lower, upper = (published(each, unit) for each in (row.value, row.lower, row.upper))
    return [row.key, value, lower, upper, row.base, row.status.value, row.reason, row.rests_on]


def _table(content: JsonObject) -> ReleasableTable:
    return ReleasableTable(
        id=content["id"],
        measure=content["measure"],
        title=content["title"],
        unit=content["unit"],
        population=content["population"],
        dimensions=tuple(_dimension(*each) for each in content["dimensions"]),
        rows=tuple(_row(*each) for each in content["rows"]),
        benchmark=content["benchmark"],
        notes=tuple(content["notes"]),
        seal=SEAL,
    )


def _dimension(variable: str, title: str, categories: list[list[str]]) -> Dimension:
    return Dimension(variable, title, tuple(Category(code, label) for code, label in categories))


def _row(  # noqa: PLR0917 - the parts of a row in the order in which they are kept
    key: list[str],
    value: float | None,
    lower: float | None,
    upper: float | None,
    base: int | None,
    status: str,
    reason: str | None,
    rests_on: list[list[list[str]]],
) -> ReleasableRow:
    groups = tuple(cell_of(each) for each in rests_on)
    return ReleasableRow(tuple(key), value, lower, upper, base, Status(status), reason, groups)


def cell_of(pairs: list[list[str]]) -> Coordinate:
    """A group of people from the pairs that JSON holds of it."""
    return tuple((variable, code) for variable, code in pairs)
