"""From exact tables to tables that others may see: protected together, attacked, and only then handed over."""

from footing.disclosure.release import release
from footing.disclosure.result import PopulationAudit, PrintedPopulation, Release, ReleaseRefused, TableAudit

__all__ = ["PopulationAudit", "PrintedPopulation", "Release", "ReleaseRefused", "TableAudit", "release"]
