"""How reference data is put on the screen: for people, for machines, and when there is nothing of that name."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from footing.standards import StandardsError
    from footing.standards.entry import Entry

_LAST = frozenset({"notes", "source", "also", "review"})


def show_json(content: object) -> None:
    """Print content as JSON, in the characters that it is written in."""
    typer.echo(json.dumps(content, ensure_ascii=False, indent=2))


def as_data(entry: "Entry") -> dict[str, Any]:
    """An entry as its reference file has it, leaving out what the file may leave out; its sources come last."""
    data: dict[str, Any] = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {key: data[key] for key in sorted(data, key=lambda key: key in _LAST)}


def show_entry(data: Mapping[str, Any]) -> None:
    """Print an entry for people: as YAML, in the order of its schema."""
    import yaml

    typer.echo(yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=100), nl=False)


def show_columns(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table in columns as wide as their widest cell."""
    lines = [tuple(headings), *(tuple(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        typer.echo("  ".join(cells).rstrip())


def refuse(error: "StandardsError") -> typer.Exit:
    """Say on stderr what is wrong and what to do, and end with the code of wrong usage."""
    typer.echo(str(error), err=True)
    return typer.Exit(2)
