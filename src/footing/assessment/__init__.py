"""The main use-case: workforce, standards and policy in; protected tables, findings and a manifest out."""

from footing.assessment.assess import Choices, assess
from footing.assessment.result import (
    Assessment,
    Direction,
    Evidence,
    Finding,
    InputDigest,
    LeftOut,
    Manifest,
    NotMeasured,
    Protection,
)

__all__ = [
    "Assessment",
    "Choices",
    "Direction",
    "Evidence",
    "Finding",
    "InputDigest",
    "LeftOut",
    "Manifest",
    "NotMeasured",
    "Protection",
    "assess",
]
