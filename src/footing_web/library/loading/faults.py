"""What a content file names must be there: codes, pages and benchmarks. A fault says the file and the place."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from footing.standards import load_catalogue
from footing.standards.errors import ReferenceFileFault
from footing_web.library import content_files
from footing_web.library.content_files import CONTENT
from footing_web.library.documents import document_templates
from footing_web.library.models import codes

Named = tuple[Path, str, Iterable[str], str]
"""A file, the place in it, the codes that stand there, and the kind of what they name."""


def require_known() -> None:
    """Raise ``ReferenceFileFault`` for the first thing that is named and is not there."""
    known = _known()
    for path, place, named, kind in _everything_named():
        for code in named:
            if code not in known[kind]:
                raise ReferenceFileFault(path, f"at {place}: there is none of the {kind} called {code!r}.")


def _known() -> dict[str, set[str]]:
    catalogue = load_catalogue()
    kinds = ("pillars", "stages", "roles", "measures", "editions")
    return {
        **{kind: {code for code, _ in codes.SOURCES[kind]()} for kind in kinds},
        "actions": {each.id for each in catalogue.actions},
        "benchmarks": {each.id for each in catalogue.benchmarks},
        "templates": set(document_templates()),
    }


def _everything_named() -> Iterator[Named]:
    yield from _in_editions()
    for guide in content_files.guides():
        yield CONTENT / "guides" / f"{guide.id}.yaml", "code", [guide.code], f"{guide.kind}s"
    yield from _in_case_studies()
    for start in (*content_files.starts().roles, *content_files.starts().sizes):
        path = CONTENT / "start_here.yaml"
        yield path, f"{start.id}.actions", start.actions, "actions"
        yield path, f"{start.id}.templates", start.templates, "templates"
    for resource in content_files.resources():
        yield CONTENT / "resources.yaml", resource.title, resource.pillars, "pillars"
    for action in load_catalogue().actions:
        yield Path(f"{action.id}.yaml"), "templates", action.templates, "templates"
        yield Path(f"{action.id}.yaml"), "sectors", action.sectors, "editions"


def _in_editions() -> Iterator[Named]:
    path = CONTENT / "editions.yaml"
    for edition in content_files.editions():
        yield path, f"{edition.id}.notes", edition.notes, "pillars"
        yield path, f"{edition.id}.benchmarks", edition.benchmarks, "benchmarks"


def _in_case_studies() -> Iterator[Named]:
    for study in content_files.case_studies():
        path = CONTENT / "case_studies" / f"{study.id}.yaml"
        yield path, "sector", [study.sector], "editions"
        yield path, "pillars", study.pillars, "pillars"
        yield path, "stages", study.stages, "stages"
        yield path, "related", study.related, "actions"
        yield path, "outcomes", [each.measure for each in study.outcomes if each.measure], "measures"
