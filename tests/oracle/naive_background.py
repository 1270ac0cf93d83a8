"""What the tables on background should say, from one row per person and nothing but loops.

Written apart from the measures, and slowly on purpose: no engine, no roll-ups, no shared cells, and Wilson's limits
found by halving the range in which the score test turns.
"""

from collections.abc import Iterator, Sequence
from itertools import product

EVERYBODY = "*"
BASE = ("professional", "intermediate", "lower")
SAID_SOMETHING = (*BASE, "not_known", "prefer_not_to_say")
WHO_COUNTS = {
    "*": (*SAID_SOMETHING, "not_answered"),
    "answered": SAID_SOMETHING,
    "codable": BASE,
    "professional": ("professional",),
    "intermediate": ("intermediate",),
    "lower": ("lower",),
    "not_known": ("not_known",),
    "prefer_not_to_say": ("prefer_not_to_say",),
    "not_answered": ("not_answered",),
}
Z = 1.959963984540054

Figures = dict[tuple[str, ...], tuple[float | None, float | None, float | None, int]]


def naive_tables(
    people: Sequence[dict[str, str]],
    lists: dict[str, list[str]],
    crossings: Sequence[tuple[str, ...]],
    benchmark: dict[str, float],
    benchmark_id: str,
) -> Iterator[tuple[str, Figures]]:
    """Each table's id with its rows in order: value, lower and upper limit, and base."""
    for by in [(), *((one,) for one in lists)]:
        name = "parental_occupation." + ("by_" + "_and_".join(by) if by else "overall")
        yield (
            "response." + name,
            _counts(people, lists, by, ["*", "answered", "codable", *SAID_SOMETHING[3:], "not_answered"]),
        )
        yield f"response.{name}.response_rate", _rates(people, lists, by, "answered", "*")
        yield f"response.{name}.codable_rate", _rates(people, lists, by, "codable", "*")
        yield f"response.{name}.prefer_not_to_say_rate", _rates(people, lists, by, "prefer_not_to_say", "answered")
    for by in [(), *((one,) for one in lists), *crossings]:
        name = "representation.parental_occupation." + ("by_" + "_and_".join(by) if by else "overall")
        yield name, _counts(people, lists, by, [*BASE, "codable"])
        yield f"{name}.share", _shares(people, lists, by, dict.fromkeys(BASE, 0.0))
        if by in [(), ("grade",), ("function",)]:
            yield f"{name}.against.{benchmark_id}", _shares(people, lists, by, benchmark)


def _counts(people, lists, by, groups) -> Figures:
    figures: Figures = {}
    for place in _places(lists, by):
        for group in groups:
            found = _count(people, by, place, group)
            figures[(*place, group)] = (found, None, None, found)
    return figures


def _rates(people, lists, by, part, base) -> Figures:
    figures: Figures = {}
    for place in _places(lists, by):
        found, out_of = _count(people, by, place, part), _count(people, by, place, base)
        figures[(*place, part)] = (100 * found / out_of if out_of else None, None, None, out_of)
    return figures


def _shares(people, lists, by, less) -> Figures:
    figures: Figures = {}
    for place in _places(lists, by):
        for group in BASE:
            if group in less:
                found, out_of = _count(people, by, place, group), _count(people, by, place, "codable")
                figures[(*place, group)] = (*_share(found, out_of, less[group]), out_of)
    return figures


def _places(lists, by) -> Iterator[tuple[str, ...]]:
    return product(*([*lists[one], EVERYBODY] for one in by))


def _count(people, by, place, group) -> int:
    found = 0
    for person in people:
        here = all(code in (EVERYBODY, person[variable]) for variable, code in zip(by, place, strict=True))
        found += here and person["parental_occupation"] in WHO_COUNTS[group]
    return found


def _share(found: int, out_of: int, less: float) -> tuple[float | None, float | None, float | None]:
    if out_of == 0:
        return None, None, None
    share = found / out_of
    lower = 0.0 if found == 0 else _turning_point(share, out_of, 0.0)
    upper = 1.0 if found == out_of else _turning_point(share, out_of, 1.0)
    return 100 * share - less, 100 * lower - less, 100 * upper - less


def _turning_point(share: float, out_of: int, far: float) -> float:
    """The true share, between the one found and ``far``, that the score test only just does not reject."""
    near = share
    for _ in range(200):
        middle = (near + far) / 2
        rejected = (share - middle) ** 2 > Z * Z * middle * (1 - middle) / out_of
        near, far = (near, middle) if rejected else (middle, far)
    return near
