"""What one reference file says of another must be there: what the actions name and the catalogue does not hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footing.standards.actions import Action
from footing.standards.catalogue import Catalogue
from footing.standards.studies import Study


@dataclass(frozen=True, slots=True)
class UnmetReference:
    """An entry names something, in one of its fields, that nothing has as its id or code."""

    entry: str
    field: str
    names: str

    def __str__(self) -> str:
        """For people: where, and what is not there."""
        return f"{self.entry}, {self.field}: there is no {self.names!r}."


def unmet_references(catalogue: Catalogue) -> tuple[UnmetReference, ...]:
    """Everything that actions and studies name and that is not there, in the order of the entries.

    Documents and editions belong to the library of the web service, so they are not looked for here.
    """
    known = _known(catalogue)
    entries: tuple[Action | Study, ...] = (*catalogue.studies, *catalogue.actions)
    return tuple(
        UnmetReference(entry.id, field, name)
        for entry in entries
        for field, kind, names in _named(entry)
        for name in names
        if name not in known[kind]
    )


def _known(catalogue: Catalogue) -> dict[str, set[str]]:
    words = {each.id: {term.code for term in each.terms} for each in catalogue.vocabularies}
    return {
        **words,
        "pillars": {pillar.code for held in catalogue.pillar_sets for pillar in held.pillars},
        "stages": {stage.id for stage in catalogue.stages},
        "measures": {measure.id for measure in catalogue.measures},
        "studies": {study.id for study in catalogue.studies},
        "actions": {action.id for action in catalogue.actions},
    }


def _named(entry: Action | Study) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Each field that names others: what it is called, which kind it names and the names."""
    if isinstance(entry, Study):
        yield "design", "study-design", (entry.design,)
        return
    yield "pillars", "pillars", entry.pillars
    yield "stages", "stages", entry.stages
    yield "roles", "roles", entry.roles
    yield "level", "levels", (entry.level,)
    yield "cost.band", "cost", (entry.cost.band,)
    yield "effort.band", "effort", (entry.effort.band,)
    yield "evidence.strength", "evidence-strength", (entry.evidence.strength,)
    yield "evidence.studies", "studies", (finding.study for finding in entry.evidence.studies)
    yield "measures", "measures", entry.measures
    yield "related", "actions", (other for other in entry.related)
