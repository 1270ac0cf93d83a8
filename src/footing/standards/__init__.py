"""What official bodies have published, as data: questions, classifications, benchmarks, policies and measures."""

from footing.standards.actions import Action
from footing.standards.benchmarks import Benchmark
from footing.standards.catalogue import Catalogue, load_catalogue
from footing.standards.classifications import Classification, Group
from footing.standards.comparing import comparable
from footing.standards.definitions import Definition
from footing.standards.derivations import Answers, SelfCodedDerivation, self_coded_class, self_coded_table
from footing.standards.errors import NotComparable, NotInForce, ReferenceFileFault, StandardsError, UnknownReference
from footing.standards.journey import JourneyStage, PillarSet
from footing.standards.measure_definitions import MeasureDefinition
from footing.standards.policies import (
    AveragesRule,
    CountsRule,
    DisclosurePolicy,
    DominanceRule,
    Protection,
    RoundingRule,
    TablesRule,
)
from footing.standards.pooled import PooledBenchmarks, load_pooled
from footing.standards.questions import Form, Option, Question
from footing.standards.studies import Study
from footing.standards.vocabularies import Term, Vocabulary

__all__ = [
    "Action",
    "Answers",
    "AveragesRule",
    "Benchmark",
    "Catalogue",
    "Classification",
    "CountsRule",
    "Definition",
    "DisclosurePolicy",
    "DominanceRule",
    "Form",
    "Group",
    "JourneyStage",
    "MeasureDefinition",
    "NotComparable",
    "NotInForce",
    "Option",
    "PillarSet",
    "PooledBenchmarks",
    "Protection",
    "Question",
    "ReferenceFileFault",
    "RoundingRule",
    "SelfCodedDerivation",
    "StandardsError",
    "Study",
    "TablesRule",
    "Term",
    "UnknownReference",
    "Vocabulary",
    "comparable",
    "load_catalogue",
    "load_pooled",
    "self_coded_class",
    "self_coded_table",
]
