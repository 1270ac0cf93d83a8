"""A shelf holds every entry of one kind, read from its folder on first use and not before."""

import datetime as dt
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from footing.standards.entry import Entry
from footing.standards.errors import NotInForce, ReferenceFileFault, UnknownReference
from footing.standards.yaml_files import read_yaml

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Kind(Generic[E]):
    """A kind of reference data: what it is called, the folder it lies in and the schema of its files."""

    name: str
    folder: str
    schema: type[E]


class Shelf(Generic[E]):
    """The entries of one kind. Entries of the same id differ in their start date: each holds until the next."""

    def __init__(self, kind: Kind[E], data: Path) -> None:
        self.kind = kind
        self.folder = data / kind.folder

    @cached_property
    def _versions(self) -> dict[str, tuple[E, ...]]:
        found: dict[str, list[E]] = {}
        for path in sorted(self.folder.glob("*.yaml")):
            for entry in read_entries(path, self.kind.schema):
                same = found.setdefault(entry.id, [])
                if any(other.start == entry.start for other in same):
                    raise ReferenceFileFault(path, f"{entry.id!r} starts twice on {entry.start}.")
                same.append(entry)
        return {key: tuple(sorted(found[key], key=lambda entry: entry.start)) for key in sorted(found)}

    def with_entries(self, entries: Sequence[E]) -> "Shelf[E]":
        """A shelf that holds these too. Raises ``ValueError`` for an id that is held already."""
        if clash := [entry.id for entry in entries if entry.id in self]:
            raise ValueError(f"the {self.kind.name} {clash[0]!r} is held already")
        versions = {**self._versions, **{entry.id: (entry,) for entry in entries}}
        wider = copy(self)
        wider._versions = {key: versions[key] for key in sorted(versions)}
        return wider

    def find(self, key: str, as_at: dt.date | None = None) -> E:
        """The entry of this id in force on ``as_at``, or the latest.

        Raises ``UnknownReference``, or ``NotInForce`` when the first entry of that id starts after ``as_at``.
        """
        versions = self._versions.get(key)
        if versions is None:
            raise unknown_reference(self.kind.name, key, list(self._versions))
        in_force = [entry for entry in versions if as_at is None or entry.start <= as_at]
        if not in_force:
            raise NotInForce(
                f"The {self.kind.name} {key!r} starts on {versions[0].start}, after {as_at}.",
                "Choose another, or a later date.",
            )
        return in_force[-1]

    def __iter__(self) -> Iterator[E]:
        """The latest entry of each id, in the order of the ids."""
        return (versions[-1] for versions in self._versions.values())

    def every_version(self) -> tuple[E, ...]:
        """Every entry, past ones too, in the order of the ids and then of the start dates."""
        return tuple(entry for versions in self._versions.values() for entry in versions)

    def __contains__(self, key: object) -> bool:
        """Whether an entry of this id is held."""
        return key in self._versions


def unknown_reference(name: str, key: str, known: Sequence[str]) -> UnknownReference:
    """The error for an id that is not among the ``known``: it names those most like it, or says where to look."""
    near = get_close_matches(key, known, n=3, cutoff=0.5)
    meant = f"Did you mean {' or '.join(near)}?" if near else "`footing reference list` shows what there is."
    return UnknownReference(f"There is no {name} called {key!r}.", meant)


def read_entries(path: Path, schema: type[E]) -> list[E]:
    """The entries of one file. A file with ``each`` holds several that share all its other keys.

    Raises ``ReferenceFileFault`` for a file that does not fit the schema.
    """
    content = read_yaml(path)
    each: list[dict[str, Any]] = content.pop("each", [{}])
    try:
        return [schema.model_validate({**content, **own}) for own in each]
    except ValidationError as error:
        raise ReferenceFileFault(path, _first_fault(error)) from error


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in fault["loc"]) or "the file as a whole"
    return f"at {place}: {fault['msg']}."
