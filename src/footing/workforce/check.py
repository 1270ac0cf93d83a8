"""Check an extract: read it, map it, code it, and report every fault in one pass."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType

from footing.standards import Catalogue
from footing.workforce.coding import CodedExtract, Plausibility, Sources, code_extract
from footing.workforce.faults import FaultReport
from footing.workforce.limits import Limits
from footing.workforce.mapping import Mapping, Source
from footing.workforce.reading import Extract, Progress, read_sheets
from footing.workforce.suggesting import SuggestedMapping, suggest_mapping
from footing.workforce.workforce import Workforce


@dataclass(frozen=True)
class CheckResult:
    """What checking found. Close it, or use it in a ``with`` statement: it holds the engine with the people in it.

    ``mapping`` is the one that was used: the one given, or the suggestion. It is ``None``, and so is ``coded``, when
    the file could not be read. ``coded`` is ``None`` whenever ``faults`` has errors: nothing partial is kept.
    """

    extract: Extract
    mapping: Mapping | None
    suggestion: SuggestedMapping | None
    coded: CodedExtract | None
    faults: FaultReport
    sources: Sources
    """Every file that was read, by what it was handed in as; all share the engine of ``extract``."""

    @cached_property
    def workforce(self) -> Workforce | None:
        """The workforce for measures; ``None`` when there are errors. The first use imports the expression language."""
        return self.coded.as_workforce(tuple(map(str, self.faults.notices))) if self.coded else None

    def close(self) -> None:
        """Close the engine, and with it every table."""
        self.extract.close()

    def __enter__(self) -> "CheckResult":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def check_extract(
    path: Path,
    *,
    mapping: Mapping | None = None,
    catalogue: Catalogue,
    as_at: dt.date,
    limits: Limits | None = None,
    plausibility: Plausibility | None = None,
    applications: Path | None = None,
    events: Path | None = None,
    outreach: Path | None = None,
    progress: Progress | None = None,
) -> CheckResult:
    """Read an extract and its companions, and code them by ``mapping`` or, without one, by the suggestion.

    ``as_at`` is the day that counts as today. What is wrong with the files is reported and never raised; errors of
    reading, of the mapping and of the cells come in one report.
    """
    paths: dict[Source, Path | None] = {
        "extract": path,
        "applications": applications,
        "events": events,
        "outreach": outreach,
    }
    sources = _read(paths, limits or Limits(), progress)
    extract = sources["extract"]
    read = FaultReport(tuple(fault for source in sources.values() for fault in source.faults))
    if not all(source.sheets for source in sources.values()):
        return CheckResult(extract, mapping, None, None, read, sources)
    suggestion = suggest_mapping(sources, catalogue) if mapping is None else None
    used = suggestion.mapping if suggestion else mapping
    if used is None:
        raise ValueError("a mapping is either given or suggested")
    result = code_extract(sources, used, catalogue=catalogue, as_at=as_at, plausibility=plausibility)
    report = read.joined_with(result.faults)
    return CheckResult(extract, used, suggestion, None if report.errors else result.coded, report, sources)


def _read(paths: dict[Source, Path | None], limits: Limits, progress: Progress | None) -> dict[Source, Extract]:
    """Read every file that was given into one engine, so that they can be joined."""
    read: dict[Source, Extract] = {}
    for source, path in paths.items():
        if path is not None:
            connection = read["extract"].connection if read else None
            read[source] = read_sheets(path, limits=limits, progress=progress, connection=connection)
    return read
