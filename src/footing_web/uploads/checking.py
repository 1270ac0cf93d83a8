"""Check files with the core, within the bounds of this service, and say what is to be done next."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from footing.standards import Catalogue, load_catalogue
from footing.workforce import CheckResult, Fault, Progress, check_extract
from footing.workforce import Mapping as ColumnsMapping
from footing.workforce.mapping import Source
from footing_web.uploads.completing import complete
from footing_web.uploads.faults import formula_faults
from footing_web.uploads.limits import READING
from footing_web.uploads.models import State

_DECIDED_ON_SCREEN = frozenset(
    {"W014", "W042", "W043", "W044", "W045", "W046", "W047", "W048", "W052", "W053", "W055", "W056", "W060", "W061"}
    | {"W064", "W065", "W066", "W100"}
)
"""Errors that somebody puts right by deciding how the file is read, without touching the file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found, without the people: what is next, how the files are read, and what is in them."""

    state: State
    mapping: ColumnsMapping | None
    summary: dict[str, Any]
    refusal: Fault | None = None


@cache
def catalogue() -> Catalogue:
    """The standards, read once."""
    return load_catalogue()


@contextmanager
def checked(
    paths: Mapping[Source, Path], *, mapping: ColumnsMapping | None, progress: Progress | None = None
) -> Iterator[CheckResult]:
    """The files as the core checks them, and the faults that this service adds."""
    result = check_extract(
        paths["extract"],
        mapping=mapping,
        catalogue=catalogue(),
        as_at=timezone.localdate(),
        limits=READING,
        applications=paths.get("applications"),
        events=paths.get("events"),
        outreach=paths.get("outreach"),
        progress=progress,
    )
    with result:
        found = tuple(formula_faults(result, catalogue()))
        if not found:
            yield result
            return
        report = replace(result.faults, faults=(*result.faults.faults, *found))
        yield replace(result, faults=report, coded=None)


def outcome_of(result: CheckResult) -> Outcome:
    """What is to be done next with files that were checked."""
    if result.mapping is None or not all(each.sheets for each in result.sources.values()):
        return Outcome(State.REFUSED, None, {}, refusal=result.faults.errors[0])
    mapping = complete(result)
    if result.coded is not None:
        return Outcome(State.CHECKED, mapping, summary_of(result))
    codes = {fault.code for fault in result.faults.errors}
    state = State.NEEDS_MAPPING if codes & _DECIDED_ON_SCREEN else State.HAS_FAULTS
    return Outcome(state, mapping, {})


def summary_of(result: CheckResult) -> dict[str, Any]:
    """What can be measured: how many rows of each kind, which questions and characteristics, at which day."""
    coded = result.coded
    if coded is None:
        return {}
    companions = {"applications": coded.applications, "events": coded.events, "participants": coded.participants}
    return {
        "people": coded.people.person_count,
        **{name: each.row_count for name, each in companions.items() if each},
        "questions": [each.question_id for each in coded.people.questions],
        "characteristics": [each.variable for each in coded.people.characteristics],
        "snapshot_date": coded.snapshot_date.isoformat(),
        "left_out": sum(column.field is None for sheet in result.mapping.sheets for column in sheet.columns)
        if result.mapping
        else 0,
    }
