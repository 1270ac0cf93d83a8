"""Proofs on the command line, and what ends an audit before it is done."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from footing.disclosure import ReleaseRefused
from footing.disclosure.attack import TablesDisagree
from footing.disclosure.certificates import NoProof, Proof, ProofUnreadable, proofs_from_text, proofs_to_text
from footing.disclosure.ledger import LedgerBroken
from footing.disclosure.published import PublishedCounts, check_from_outside, prove_from_outside
from footing.disclosure.tabulating import DesignFault
from footing.standards import DisclosurePolicy
from footing.standards.errors import StandardsError

FAILED = 1
WRONG_USAGE = 2

_SHOWN_FAULTS = 20


@contextmanager
def ending() -> Iterator[None]:
    """End the command with a message and its exit code when the tables, the ledger or the proof cannot be used."""
    try:
        yield
    except StandardsError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(WRONG_USAGE) from error
    except (DesignFault, TablesDisagree, LedgerBroken, ReleaseRefused, NoProof, ProofUnreadable) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(FAILED) from error
    except OSError as error:
        typer.echo(f"{error.filename} cannot be used ({error.strerror}).", err=True)
        raise typer.Exit(WRONG_USAGE) from error


def write(path: Path, published: Sequence[PublishedCounts], policy: DisclosurePolicy) -> None:
    """Prove the tables and write the proof. Raises ``NoProof``."""
    text = proofs_to_text(prove_from_outside(each, policy) for each in published)
    path.write_text(text, encoding="utf-8")
    typer.echo(f"The proof is in {path}.", err=True)


def check(path: Path, published: Sequence[PublishedCounts], policy: DisclosurePolicy) -> None:
    """Check the proof of the tables, and say what is wrong with it or that it holds. Raises ``ProofUnreadable``."""
    proofs = {each.population: each for each in proofs_from_text(path.read_text(encoding="utf-8"))}
    faults = [
        f"{each.population}: {fault}"
        for each in published
        for fault in (
            check_from_outside(proofs[each.population], each, policy)
            if each.population in proofs
            else ("there is no proof of these tables",)
        )
    ]
    for fault in faults[:_SHOWN_FAULTS]:
        typer.echo(f"  {fault}", err=True)
    if faults:
        typer.echo(f"The proof fails: {len(faults):,} faults.", err=True)
        raise typer.Exit(FAILED)
    typer.echo(_what_holds([proofs[each.population] for each in published], policy.counts.threshold))


def _what_holds(proofs: Sequence[Proof], threshold: int) -> str:
    least = [claim.least.count for each in proofs for claim in each.claims]
    alone = sum(len(each.insiders) for each in proofs)
    return (
        f"The proof holds: each of {len(least):,} withheld counts can be {threshold} or more. "
        f"{sum(count <= 1 for count in least):,} of them can also be one or none, and "
        f"{sum(1 < count < threshold for count in least):,} others less than {threshold}. "
        f"Somebody who is alone in any of {alone:,} of these groups, and knows it, cannot work out another small count."
    )
