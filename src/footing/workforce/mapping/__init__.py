"""The mapping of an extract's columns and words, and its file."""

from footing.workforce.mapping.files import MappingRefused, load_mapping, mapping_to_yaml, write_mapping
from footing.workforce.mapping.mapping import (
    Bands,
    CareerRules,
    CategoryMapping,
    ColumnMapping,
    DateRules,
    Mapping,
    PayRules,
    QuestionMapping,
    Role,
    SheetMapping,
    SnapshotDate,
    Source,
    Unplaced,
)

__all__ = [
    "Bands",
    "CareerRules",
    "CategoryMapping",
    "ColumnMapping",
    "DateRules",
    "Mapping",
    "MappingRefused",
    "PayRules",
    "QuestionMapping",
    "Role",
    "SheetMapping",
    "SnapshotDate",
    "Source",
    "Unplaced",
    "load_mapping",
    "mapping_to_yaml",
    "write_mapping",
]
