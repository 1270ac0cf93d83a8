"""Which kinds of report are written and what whoever publishes them adds, checked before anything is read."""

from collections.abc import Sequence
from pathlib import Path

import typer

from footing.cli.check import WRONG_USAGE
from footing.reporting.publication import CorrectionsUnread, Publication, load_corrections
from footing.reporting.writing import UnknownKind, require_kind


def require_kinds(kinds: Sequence[str], language: str) -> tuple[str, ...]:
    """The kinds that were asked for, each once. Ends the command for one that there is not."""
    try:
        for kind in kinds:
            require_kind(kind, language)
    except UnknownKind as error:
        raise _wrong_usage(error) from error
    return tuple(dict.fromkeys(kinds))


def publication_of(contact: str | None, corrections: Path | None, language: str) -> Publication:
    """What the publisher adds. Ends the command for a file of corrections that cannot be read."""
    try:
        return Publication(contact, load_corrections(corrections) if corrections else (), language)
    except CorrectionsUnread as error:
        raise _wrong_usage(error) from error


def _wrong_usage(error: Exception) -> typer.Exit:
    typer.echo(str(error), err=True)
    return typer.Exit(WRONG_USAGE)
