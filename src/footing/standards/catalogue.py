"""The catalogue: everything that is held as reference data, found by id and date."""

import datetime as dt
from collections.abc import Sequence
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

from footing.standards.actions import Action
from footing.standards.benchmarks import Benchmark
from footing.standards.classifications import Classification
from footing.standards.definitions import Definition
from footing.standards.derivations import SelfCodedDerivation
from footing.standards.errors import UnknownReference
from footing.standards.journey import JourneyStage, PillarSet
from footing.standards.measure_definitions import MeasureDefinition
from footing.standards.occupations import OccupationScheme
from footing.standards.policies import DisclosurePolicy
from footing.standards.questions import Question
from footing.standards.shelf import Kind, Shelf, unknown_reference
from footing.standards.studies import Study
from footing.standards.vocabularies import Vocabulary

DATA = Path(__file__).parent / "data"


class Catalogue:
    """Reference data by kind. Each kind is read when it is first asked for; nothing in it can be changed.

    Iterate over ``questions``, ``benchmarks`` … for the latest entry of each id, in the order of the ids.
    """

    def __init__(self, data: Path) -> None:
        self.questions = Shelf(Kind("question", "questions", Question), data)
        self.classifications = Shelf(Kind("classification", "classifications", Classification), data)
        self.definitions = Shelf(Kind("definition", "definitions", Definition), data)
        self.derivations = Shelf(Kind("derivation", "derivations", SelfCodedDerivation), data)
        self.occupations = Shelf(Kind("occupation scheme", "occupations", OccupationScheme), data)
        self.benchmarks = Shelf(Kind("benchmark", "benchmarks", Benchmark), data)
        self.policies = Shelf(Kind("disclosure policy", "policies", DisclosurePolicy), data)
        self.measures = Shelf(Kind("measure", "measures", MeasureDefinition), data)
        self.stages = Shelf(Kind("journey stage", "stages", JourneyStage), data)
        self.pillar_sets = Shelf(Kind("pillar set", "pillars", PillarSet), data)
        self.vocabularies = Shelf(Kind("vocabulary", "vocabularies", Vocabulary), data)
        self.studies = Shelf(Kind("study", "studies", Study), data)
        self.actions = Shelf(Kind("action", "actions", Action), data)

    def shelves(self, folder: str | None = None) -> dict[str, Shelf[Any]]:
        """Every shelf by the name of its folder, or the one named. Raises ``UnknownReference`` for another name."""
        held = {shelf.kind.folder: shelf for shelf in vars(self).values()}
        if folder is None:
            return held
        if folder not in held:
            raise unknown_reference("kind of reference data", folder, list(held))
        return {folder: held[folder]}

    def with_benchmarks(self, benchmarks: Sequence[Benchmark]) -> "Catalogue":
        """A catalogue that holds these benchmarks too. Raises ``ValueError`` for an id that is held already."""
        wider = copy(self)
        wider.benchmarks = self.benchmarks.with_entries(benchmarks)
        return wider

    def question(self, key: str, as_at: dt.date | None = None) -> Question:
        """The question of this id. Raises ``UnknownReference`` or ``NotInForce``, as all of these do."""
        return self.questions.find(key, as_at)

    def classification(self, key: str, as_at: dt.date | None = None) -> Classification:
        """The classification of this id."""
        return self.classifications.find(key, as_at)

    def definition(self, key: str, as_at: dt.date | None = None) -> Definition:
        """The definition of this id."""
        return self.definitions.find(key, as_at)

    def derivation(self, key: str, as_at: dt.date | None = None) -> SelfCodedDerivation:
        """The derivation of this id."""
        return self.derivations.find(key, as_at)

    def occupation_scheme(self, key: str, as_at: dt.date | None = None) -> OccupationScheme:
        """The occupation scheme of this id."""
        return self.occupations.find(key, as_at)

    def benchmark(self, key: str, as_at: dt.date | None = None) -> Benchmark:
        """The benchmark of this id."""
        return self.benchmarks.find(key, as_at)

    def policy(self, key: str, as_at: dt.date | None = None) -> DisclosurePolicy:
        """The disclosure policy of this id."""
        return self.policies.find(key, as_at)

    def measure(self, key: str, as_at: dt.date | None = None) -> MeasureDefinition:
        """The measure of this id."""
        return self.measures.find(key, as_at)

    def stage(self, key: str, as_at: dt.date | None = None) -> JourneyStage:
        """The journey stage of this id."""
        return self.stages.find(key, as_at)

    def vocabulary(self, key: str, as_at: dt.date | None = None) -> Vocabulary:
        """The vocabulary of this id."""
        return self.vocabularies.find(key, as_at)

    def study(self, key: str, as_at: dt.date | None = None) -> Study:
        """The study of this id."""
        return self.studies.find(key, as_at)

    def action(self, key: str, as_at: dt.date | None = None) -> Action:
        """The action of this id."""
        return self.actions.find(key, as_at)

    def default_classification(self, question: str, as_at: dt.date | None = None) -> Classification:
        """The classification to use for a question when nothing else is asked for.

        Raises ``UnknownReference`` when none is marked as the default.
        """
        for entry in self.classifications:
            if entry.default and entry.question == question:
                return self.classification(entry.id, as_at)
        raise UnknownReference(
            f"No classification is the default for the question {question!r}.",
            "Name one of those that `footing reference list classifications` shows.",
        )

    def national_benchmark(self, definition: str, as_at: dt.date | None = None) -> Benchmark | None:
        """The national benchmark of a definition in force on ``as_at``, or the latest; ``None`` when there is none."""
        candidates = [
            entry
            for entry in self.benchmarks
            if entry.scope == "national"
            and entry.definition == definition
            and (as_at is None or entry.start <= as_at)
            and not self._superseded(entry, as_at)
        ]
        return max(candidates, key=lambda entry: (entry.start, entry.id), default=None)

    def _superseded(self, benchmark: Benchmark, as_at: dt.date | None) -> bool:
        if benchmark.superseded_by is None:
            return False
        return as_at is None or self.benchmark(benchmark.superseded_by).start <= as_at


@cache
def load_catalogue(data: Path = DATA) -> Catalogue:
    """The catalogue that comes with Footing, or the one in the folder ``data``."""
    return Catalogue(data)
