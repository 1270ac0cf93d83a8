"""A proof as a value and as a file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from footing.tables import Coordinate

FORMAT = "footing proof 2"
EARLIER = "footing proof 1"


class ProofUnreadable(ValueError):
    """A file that is no proof, or one of an earlier kind. ``code`` is stable."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code} · {message}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Witness:
    """A count that is ``count`` in the table with the number ``table``."""

    count: int
    table: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One withheld count: the tables in which it is as large, and as small, as it is said to be possible."""

    cell: Coordinate
    most: Witness
    least: Witness


@dataclass(frozen=True, slots=True)
class Alone:
    """Tables in which one person is alone in a group, so that to this person any of them could be the true one.

    Between them every other withheld count differs, or is not small, but for those that follow whatever is withheld.
    """

    cell: Coordinate
    tables: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Tables of one population that fit what is printed: in each a count of every one of ``cells``, in their order.

    Table 0 is ``first``; each of ``changes`` says by how much the next one differs from it, by the places of cells. A
    cell of ``None`` is what a group has beyond those of its parts that are known.
    """

    population: str
    threshold: int
    cells: tuple[Coordinate | None, ...]
    first: tuple[int, ...]
    changes: tuple[Mapping[int, int], ...]
    claims: tuple[Claim, ...]
    insiders: tuple[Alone, ...] = ()

    @property
    def tables(self) -> tuple[tuple[int, ...], ...]:
        """Every table whole."""
        whole = range(len(self.first))
        return (self.first, *(tuple(self.first[at] + each.get(at, 0) for at in whole) for each in self.changes))


def proofs_to_text(proofs: Iterable[Proof]) -> str:
    """The file: the first table whole, each other by the cells in which it differs from the first."""
    return json.dumps({"format": FORMAT, "proofs": [_content(each) for each in proofs]}, ensure_ascii=False) + "\n"


def proofs_from_text(text: str) -> tuple[Proof, ...]:
    """The proofs in a file. Raises ``ProofUnreadable``."""
    try:
        document = json.loads(text)
        if document["format"] == FORMAT:
            return tuple(_proof(each) for each in document["proofs"])
        earlier = document["format"] == EARLIER
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise ProofUnreadable("P001", "This cannot be read as a proof.") from error
    if earlier:
        raise ProofUnreadable(
            "P002",
            f"This is of an earlier kind ({EARLIER}), which does not say how small a count can be. Prove the tables "
            "again with --write-proof.",
        )
    raise ProofUnreadable("P001", f"This is not of the kind {FORMAT!r}.")


def _content(proof: Proof) -> dict[str, Any]:
    place = {cell: index for index, cell in enumerate(proof.cells) if cell is not None}
    return {
        "population": proof.population,
        "threshold": proof.threshold,
        "cells": [None if cell is None else [list(pair) for pair in cell] for cell in proof.cells],
        "first": list(proof.first),
        "changes": [[list(each) for each in sorted(change.items())] for change in proof.changes],
        "claims": [
            [place[each.cell], each.most.count, each.most.table, each.least.count, each.least.table]
            for each in proof.claims
        ],
        "insiders": [[place[each.cell], list(each.tables)] for each in proof.insiders],
    }


def _proof(content: dict[str, Any]) -> Proof:
    cells = tuple(None if cell is None else tuple((str(a), str(b)) for a, b in cell) for cell in content["cells"])
    first = tuple(_whole(count) for count in content["first"])
    if len(cells) != len(first):
        raise ValueError("not a count of each cell")
    changes = tuple({_place(at, first): _whole(by) for at, by in change} for change in content["changes"])
    claims = (
        Claim(_named(cells, at), Witness(_whole(most), _whole(high)), Witness(_whole(least), _whole(low)))
        for at, most, high, least, low in content["claims"]
    )
    insiders = (Alone(_named(cells, at), tuple(_whole(each) for each in tables)) for at, tables in content["insiders"])
    threshold = _whole(content["threshold"])
    return Proof(content["population"], threshold, cells, first, changes, tuple(claims), tuple(insiders))


def _named(cells: tuple[Coordinate | None, ...], place: object) -> Coordinate:
    cell = cells[_place(place, cells)]
    if cell is None:
        raise ValueError("a claim is of no cell")
    return cell


def _place(place: object, among: tuple[object, ...]) -> int:
    if not 0 <= _whole(place) < len(among):
        raise IndexError("no such cell")
    return _whole(place)


def _whole(number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool):
        raise TypeError("not a whole number")
    return number
