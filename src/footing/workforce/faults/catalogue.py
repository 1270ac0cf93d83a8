"""Every kind of fault that Footing can find in an extract, by code."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from footing.workforce.faults import checking_kinds, companion_kinds, mapping_kinds, reading_kinds
from footing.workforce.faults.fault import FaultKind


def kinds_by_code(kinds: Iterable[object]) -> Mapping[str, FaultKind]:
    """The kinds among some values, by code and in order of it; raises ValueError when two have one code."""
    found: dict[str, FaultKind] = {}
    for kind in kinds:
        if isinstance(kind, FaultKind):
            if kind.code in found:
                raise ValueError(f"{kind.code} is given to two kinds of fault")
            found[kind.code] = kind
    return MappingProxyType(dict(sorted(found.items())))


FAULT_KINDS: Mapping[str, FaultKind] = kinds_by_code(
    kind for kinds in (reading_kinds, mapping_kinds, checking_kinds, companion_kinds) for kind in vars(kinds).values()
)
"""Code → kind, in order of code."""
