"""``footing reference``: everything that is held as reference data, with its sources."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from footing.cli.showing import as_data, refuse, show_columns, show_entry, show_json

if TYPE_CHECKING:
    from footing.standards import UnknownReference
    from footing.standards.shelf import Shelf

app = typer.Typer(
    help="Classifications, benchmarks, disclosure policies and measures, with their sources.", no_args_is_help=True
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.command("list")
def list_references(
    kind: Annotated[str | None, typer.Argument(help="Benchmarks, policies … ; every kind unless given.")] = None,
    as_json: AsJson = False,
) -> None:
    """List what is held, by kind."""
    from footing.standards import StandardsError, load_catalogue

    try:
        shelves = load_catalogue().shelves(kind)
    except StandardsError as error:
        raise refuse(error) from error
    entries = [(folder, entry) for folder, shelf in shelves.items() for entry in shelf]
    if as_json:
        show_json([{"kind": folder, **as_data(entry)} for folder, entry in entries])
        return
    rows = [(folder, entry.id, str(entry.start), entry.status, entry.title) for folder, entry in entries]
    show_columns(("Kind", "Id", "From", "Status", "Title"), rows)


@app.command("show")
def show_reference(
    reference_id: Annotated[str, typer.Argument(metavar="ID", help="An id, as list shows it.")],
    as_json: AsJson = False,
) -> None:
    """Show one entry; where two kinds have an entry of that id, both."""
    from footing.standards import load_catalogue

    shelves = load_catalogue().shelves()
    found = [
        {"kind": folder, **as_data(shelf.find(reference_id))}
        for folder, shelf in shelves.items()
        if reference_id in shelf
    ]
    if not found:
        raise refuse(_unknown(reference_id, shelves))
    if as_json:
        show_json(found)
        return
    for entry in found:
        show_entry(entry)


def _unknown(reference_id: str, shelves: "dict[str, Shelf[Any]]") -> "UnknownReference":
    from footing.standards.shelf import unknown_reference

    return unknown_reference("entry", reference_id, sorted({entry.id for shelf in shelves.values() for entry in shelf}))
