"""A proof as a value and as a file."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from footing.tables import Coordinate

FORMAT = "footing proof 1"


class ProofUnreadable(ValueError):
    """A file that is no proof. ``code`` is stable."""

    def __init__(self, message: str) -> None:
        super().__init__(f"P001 · {message}")
        self.code = "P001"


@dataclass(frozen=True, slots=True)
class Claim:
    """One withheld count: it is ``count`` in the table with the number ``table``."""

    cell: Coordinate
    count: int
    table: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Tables of one population that fit what is printed: in each the count of every one of ``cells``, in their order.

    A cell of ``None`` is what a group has beyond those of its parts that are known.
    """

    population: str
    threshold: int
    cells: tuple[Coordinate | None, ...]
    tables: tuple[tuple[int, ...], ...]
    claims: tuple[Claim, ...]


def proofs_to_text(proofs: Iterable[Proof]) -> str:
    """The file: the first table whole, each other by the cells in which it differs from the first."""
    return json.dumps({"format": FORMAT, "proofs": [_content(each) for each in proofs]}, ensure_ascii=False) + "\n"


def proofs_from_text(text: str) -> tuple[Proof, ...]:
    """The proofs in a file. Raises ``ProofUnreadable``."""
    try:
        document = json.loads(text)
        if document["format"] != FORMAT:
            raise ProofUnreadable(f"This is not of the kind {FORMAT!r}.")
        return tuple(_proof(each) for each in document["proofs"])
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise ProofUnreadable("This cannot be read as a proof.") from error


def _content(proof: Proof) -> dict[str, Any]:
    place = {cell: index for index, cell in enumerate(proof.cells) if cell is not None}
    first = proof.tables[0] if proof.tables else ()
    return {
        "population": proof.population,
        "threshold": proof.threshold,
        "cells": [None if cell is None else [list(pair) for pair in cell] for cell in proof.cells],
        "first": list(first),
        "others": [
            [[index, count] for index, (count, before) in enumerate(zip(table, first, strict=True)) if count != before]
            for table in proof.tables[1:]
        ],
        "claims": [[place[each.cell], each.count, each.table] for each in proof.claims],
    }


def _proof(content: dict[str, Any]) -> Proof:
    cells = tuple(None if cell is None else tuple((str(a), str(b)) for a, b in cell) for cell in content["cells"])
    first = [_whole(count) for count in content["first"]]
    tables = [tuple(first)]
    for other in content["others"]:
        changed = list(first)
        for index, count in other:
            changed[index] = _whole(count)
        tables.append(tuple(changed))
    claims = []
    for index, count, table in content["claims"]:
        cell = cells[index]
        if cell is None:
            raise ValueError("a claim is of no cell")
        claims.append(Claim(cell, _whole(count), _whole(table)))
    return Proof(content["population"], _whole(content["threshold"]), cells, tuple(tables), tuple(claims))


def _whole(number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool):
        raise TypeError("not a whole number")
    return number
