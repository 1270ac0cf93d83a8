"""Which categories the sums of a model divide, and into which."""

from itertools import pairwise

from footing.disclosure.model import CellModel

Groups = dict[str | None, set[str]]
"""The codes that are parts of each code, or of the total."""


def divisions(model: CellModel) -> dict[str, Groups]:
    """For each variable, the codes that some sum divides, with the codes of its parts."""
    found: dict[str, Groups] = {}
    columns = model.columns.tolist()
    for first, last in pairwise(model.starts.tolist()):
        whole, *parts = (dict(model.coordinates[cell]) for cell in columns[first:last])
        for part in parts[:1]:
            for variable in (each for each in part if whole.get(each) != part[each]):
                codes = found.setdefault(variable, {}).setdefault(whole.get(variable), set())
                codes.update(other[variable] for other in parts if variable in other)
    return found
