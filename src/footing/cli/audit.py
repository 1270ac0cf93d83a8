"""``footing audit``: attack published tables, and list what can be worked out of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from footing.cli.showing import show_json

if TYPE_CHECKING:
    from footing.disclosure.audit import Exposure
    from footing.disclosure.ledger import History
    from footing.disclosure.published import OutsideAudit, PublishedCounts
    from footing.disclosure.recipe import Step
    from footing.standards import DisclosurePolicy
    from footing.tables import Coordinate

EXPOSED = 1

_SHOWN_EXPOSURES = 20


def audit(
    tables: Annotated[
        list[Path], typer.Argument(help="Published tables of counts, or the folder of an assess or protect run.")
    ],
    *,
    policy: Annotated[
        str | None, typer.Option(help="The disclosure policy.", show_default="the run's own, or publish-10")
    ] = None,
    hierarchy: Annotated[
        Path | None, typer.Option(help="A YAML file that says which columns are dimensions and how they nest.")
    ] = None,
    ledger: Annotated[
        Path | None, typer.Option(help="The ledger of what was released of these people: attack all of it together.")
    ] = None,
    differences: Annotated[
        bool, typer.Option("--differences", help="Also list pairs of printed counts that tell of too few people.")
    ] = False,
    proof: Annotated[
        Path | None, typer.Option(help="Check this proof of the tables instead, with no solver.", dir_okay=False)
    ] = None,
    write_proof: Annotated[
        Path | None, typer.Option(help="Write a proof of what the tables leave open.", dir_okay=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON for machines.")] = False,
) -> None:
    """Attack published tables: work out what each withheld count can be, from everything else that is printed."""
    from footing.cli.auditing import check, ending, write

    with ending():
        published, chosen = _published(tables, hierarchy, policy)
        if proof is not None:
            check(proof, published, chosen)
            return
        audits, told = _attacked(published, chosen, ledger, differences=differences)
        if write_proof is not None:
            write(write_proof, published, chosen)
    (_show_as_json if as_json else _show)(audits, chosen)
    if told or any(each.found.exposures for each in audits):
        raise typer.Exit(EXPOSED)


def _attacked(
    published: Sequence["PublishedCounts"], policy: "DisclosurePolicy", ledger: Path | None, *, differences: bool
) -> tuple[list["OutsideAudit"], bool]:
    """What an attack finds, and whether two printed counts tell of too few people, where that is asked."""
    from footing.cli.recording import read_history
    from footing.disclosure.published import audit_from_outside

    history = None
    if ledger is not None:
        history = read_history(ledger, snapshot="", populations=[each.population for each in published])
    audits = [audit_from_outside(each, policy, history) for each in published]
    return audits, differences and _show_differences(published, policy, history)


def _published(
    tables: Sequence[Path], hierarchy: Path | None, policy: str | None
) -> tuple[Sequence["PublishedCounts"], "DisclosurePolicy"]:
    from footing.disclosure.published import assessed_tables, printed_tables
    from footing.disclosure.published.assessed import ASSESSMENT_NAME
    from footing.disclosure.published.tables import described_release
    from footing.disclosure.tabulating import load_design
    from footing.standards import load_catalogue
    from footing.workforce.limits import Limits

    catalogue = load_catalogue()
    folder = tables[0] if len(tables) == 1 and tables[0].is_dir() else None
    own_policy = "publish-10"
    if folder is not None and (folder / ASSESSMENT_NAME).exists():
        published, own_policy = assessed_tables(folder, catalogue)
    else:
        design = load_design(hierarchy) if hierarchy else None
        if folder is not None:
            tables, own_design, own_policy = described_release(folder)
            design = design or own_design
        published = (printed_tables(tables, design, Limits()),)
    return published, catalogue.policy(policy or own_policy)


def _show(audits: Sequence["OutsideAudit"], policy: "DisclosurePolicy") -> None:
    for audit in audits:
        found = audit.found
        typer.echo(f"{audit.population}: {found.cells:,} cells, {found.withheld:,} withheld, policy {policy.id}.")
        if not found.exposures:
            typer.echo("No withheld count can be narrowed down further than the policy allows.")
            continue
        typer.echo(f"{len(found.exposures):,} counts are known too closely:")
        for exposure in found.exposures[:_SHOWN_EXPOSURES]:
            typer.echo(f"  {_words(exposure.cell)}: {_range(exposure)}")
            typer.echo(f"    at most {exposure.largest} = {_sum(exposure.below)}")
        if len(found.exposures) > _SHOWN_EXPOSURES:
            typer.echo(f"  and {len(found.exposures) - _SHOWN_EXPOSURES:,} more; --json lists all.")


def _show_differences(
    published: Sequence["PublishedCounts"], policy: "DisclosurePolicy", history: "History | None"
) -> bool:
    """List what two printed counts tell together; whether there is any such pair within the tables."""
    from footing.disclosure.differencing import changes_in_ledger, differences_within

    found = False
    threshold = policy.counts.threshold
    for each in published:
        pairs = differences_within(each.printed, each.hierarchies, threshold)
        found = found or bool(pairs)
        for pair in pairs[:_SHOWN_EXPOSURES]:
            typer.echo(
                f"  {pair.people} people are in [{_words(pair.larger)}] and not in [{_words(pair.smaller)}].", err=True
            )
        many = "1 pair of printed counts tells" if len(pairs) == 1 else f"{len(pairs):,} pairs of printed counts tell"
        typer.echo(f"{each.population}: {many} of under {threshold}.", err=True)
        if history:
            changes = changes_in_ledger(history.entries, history.name(each.population), threshold)
            typer.echo(f"{len(changes):,} counts changed by under {threshold} from one release to the next.", err=True)
    return found


def _range(exposure: "Exposure") -> str:
    if exposure.smallest == exposure.largest:
        return f"exactly {exposure.smallest}"
    return f"from {exposure.smallest} to {exposure.largest}"


def _sum(steps: Sequence["Step"]) -> str:
    """The printed counts that are added and subtracted, as a reader would write it."""
    parts = []
    for step in steps:
        sign = "+" if step.times > 0 else "-"
        times = "" if abs(step.times) == 1 else f"{abs(step.times):g} × "
        limit = " (the least it can be)" if step.bound else ""
        parts.append(f"{sign} {times}{step.count:g} [{_words(step.cell)}]{limit}")
    return " ".join(parts).removeprefix("+ ") or "0"


def _words(cell: "Coordinate | None") -> str:
    if cell is None:
        return "those in no printed group"
    return ", ".join(f"{variable} {_code(code)}" for variable, code in cell) or "everybody"


def _code(code: str) -> str:
    from footing.disclosure.tabulating.places import WITHIN

    return code.replace(WITHIN, " / ")


def _show_as_json(audits: Sequence["OutsideAudit"], policy: "DisclosurePolicy") -> None:
    show_json({"policy": policy.id, "populations": [_audit_content(audit) for audit in audits]})


def _audit_content(audit: "OutsideAudit") -> dict[str, Any]:
    found = audit.found
    return {
        "population": audit.population,
        "cells": found.cells,
        "withheld": found.withheld,
        "safe": not found.exposures,
        "exposures": [
            {
                "cell": {variable: _code(code) for variable, code in exposure.cell},
                "smallest": exposure.smallest,
                "largest": exposure.largest,
                "at_least": [_step_content(step) for step in exposure.above],
                "at_most": [_step_content(step) for step in exposure.below],
            }
            for exposure in found.exposures
        ],
    }


def _step_content(step: "Step") -> dict[str, Any]:
    cell = None if step.cell is None else {variable: _code(code) for variable, code in step.cell}
    return {"times": step.times, "cell": cell, "count": step.count, "printed": not step.bound}
