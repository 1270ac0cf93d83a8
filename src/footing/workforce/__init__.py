"""The data contract: read an extract, map its columns, code backgrounds, report every fault."""

from footing.workforce.check import CheckResult, check_extract
from footing.workforce.coding import CodedExtract, CodingResult, Plausibility, code_extract
from footing.workforce.faults import FAULT_KINDS, Fault, FaultKind, FaultReport, Place
from footing.workforce.limits import Limits
from footing.workforce.mapping import (
    Mapping,
    MappingRefused,
    SnapshotDate,
    load_mapping,
    mapping_to_yaml,
    write_mapping,
)
from footing.workforce.reading import Extract, Progress, Sheet, read_sheets
from footing.workforce.suggesting import SuggestedMapping, suggest_mapping
from footing.workforce.workforce import (
    NOT_ANSWERED,
    NOT_RECORDED,
    Characteristic,
    Companion,
    QuestionInUse,
    SourceDigest,
    StatedTerms,
    Workforce,
)

__all__ = [
    "FAULT_KINDS",
    "NOT_ANSWERED",
    "NOT_RECORDED",
    "Characteristic",
    "CheckResult",
    "CodedExtract",
    "CodingResult",
    "Companion",
    "Extract",
    "Fault",
    "FaultKind",
    "FaultReport",
    "Limits",
    "Mapping",
    "MappingRefused",
    "Place",
    "Plausibility",
    "Progress",
    "QuestionInUse",
    "Sheet",
    "SnapshotDate",
    "SourceDigest",
    "StatedTerms",
    "SuggestedMapping",
    "Workforce",
    "check_extract",
    "code_extract",
    "load_mapping",
    "mapping_to_yaml",
    "read_sheets",
    "suggest_mapping",
    "write_mapping",
]
