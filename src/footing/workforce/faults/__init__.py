"""Faults: coded, located, in plain words, never with a person's data."""

from footing.workforce.faults.catalogue import FAULT_KINDS
from footing.workforce.faults.fault import Fault, FaultKind, Place, Severity
from footing.workforce.faults.report import FaultReport

__all__ = ["FAULT_KINDS", "Fault", "FaultKind", "FaultReport", "Place", "Severity"]
