"""``footing protect``: withhold what must not be seen in any tables of counts or amounts."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from footing.cli.showing import show_json

if TYPE_CHECKING:
    from footing.disclosure import Release


def protect(
    tables: Annotated[
        list[Path], typer.Argument(help="CSV, XLSX, XLS, ODS or Parquet: people, or cells with a count.")
    ],
    *,
    out: Annotated[Path, typer.Option(help="The folder to write the protected tables to.")],
    policy: Annotated[str, typer.Option(help="The disclosure policy; see footing reference list.")] = "publish-10",
    hierarchy: Annotated[
        Path | None, typer.Option(help="A YAML file that says which columns are dimensions and how they nest.")
    ] = None,
    keep: Annotated[
        Literal["breadth", "cells", "people"],
        typer.Option(help="What to lose least of: broad groups, cells or people."),
    ] = "breadth",
    ledger: Annotated[
        Path | None, typer.Option(help="The ledger of what was released of these people; the release is entered in it.")
    ] = None,
    snapshot: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day whose records these are.", show_default="today"),
    ] = None,
    corrects: Annotated[int | None, typer.Option(help="The number in the ledger of the release it corrects.")] = None,
    reason: Annotated[str, typer.Option(help="Why a release is corrected, for the ledger.")] = "",
    wider: Annotated[
        bool, typer.Option("--wider", help="Say as well which categories to put together so that more can be shown.")
    ] = False,
    choose_tables: Annotated[
        int | None, typer.Option(min=1, help="Make the tables worth showing, with so many cells together at most.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON for machines.")] = False,
) -> None:
    """Protect tables of the same people together: write them again with [c] for what is withheld, and why."""
    from footing.cli.check import today
    from footing.cli.protecting import Request, carry_out

    request = Request(
        tables=tuple(tables),
        out=out,
        policy=policy,
        hierarchy=hierarchy,
        keep=keep,
        on=today(None),
        ledger=ledger,
        snapshot=snapshot.date() if snapshot else None,
        corrects=corrects,
        reason=reason,
        wider=wider,
        most_cells=choose_tables,
    )
    (_show_as_json if as_json else _show)(carry_out(request), out)


def _show(released: "Release", out: Path) -> None:
    for audit in released.audits:
        typer.echo(
            f"{audit.population}: {audit.withheld:,} of {audit.cells:,} cells withheld. {audit.statement}", err=True
        )
    typer.echo(f"The protected tables are in {out}.", err=True)


def _show_as_json(released: "Release", out: Path) -> None:
    show_json(
        {
            "out": str(out),
            "policy": released.policy_id,
            "populations": [
                {
                    "population": audit.population,
                    "cells": audit.cells,
                    "withheld": audit.withheld,
                    "narrowest_range": audit.narrowest_range,
                }
                for audit in released.audits
            ],
        }
    )
