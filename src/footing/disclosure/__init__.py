"""From exact tables to tables that others may see: protected together, attacked, and only then handed over."""

from footing.disclosure.release import release
from footing.disclosure.result import PopulationAudit, Release, ReleaseRefused, TableAudit

__all__ = ["PopulationAudit", "Release", "ReleaseRefused", "TableAudit", "release"]
