"""Every key of a disclosure policy does something: changing it changes what is shown, or what may be."""

from collections.abc import Iterator
from typing import Any

import pytest

from disclosure.small_tables import grid, policy, release_of, value_table
from footing.disclosure import ReleaseRefused, release
from footing.standards import load_catalogue
from footing.tables import EVERYONE, Estimate, coordinate
from footing.tables.raw import Contribution, FromValues

RULES = ("counts", "averages", "dominance", "rounding", "tables")

CHANGES: dict[str, dict[str, Any]] = {
    "counts.threshold": {"counts": {"threshold": 4}},
    "counts.zeros": {"counts": {"zeros": "withheld", "group_disclosure": "withheld", "protection": {"lower": 0}}},
    "counts.group_disclosure": {"counts": {"group_disclosure": "withheld"}},
    "counts.protection.lower": {"counts": {"protection": {"lower": 3}}},
    "counts.protection.upper": {"counts": {"protection": {"upper": 12}}},
    "averages.minimum_base": {"averages": {"minimum_base": 500}},
    "averages.special_categories.variables": {"averages": {"special_categories": {"variables": ["c"]}}},
    "averages.special_categories.minimum_base": {"averages": {"special_categories": {"minimum_base": 60}}},
    "dominance.n": {"dominance": {"n": 5}},
    "dominance.k_percent": {"dominance": {"k_percent": 30.0}},
    "dominance.p_percent": {"dominance": {"p_percent": 99.0}},
    "rounding.method": {"rounding": {"method": "nearest", "base": 5}},
    "rounding.base": {"rounding": {"method": "nearest", "base": 10}},
    "rounding.pay": {"rounding": {"pay": 1000}},
}
ELSEWHERE = {"tables.small_counts_percent"}
"""Tested where it is used: which tables are worth publishing is decided before they are protected."""

COUNTS = [[4, 9, 30, 0], [9, 2, 30, 30], [30, 30, 30, 30], [30, 30, 30, 30], [0, 0, 40, 0]]


def outcome(**rules: Any) -> object:
    """What is shown of a table and an amount; or why nothing is."""
    contribution = Contribution(1000.0, (520.0, 100.0, 100.0, 100.0, 90.0))
    pay = FromValues((EVERYONE,), EVERYONE, Estimate(31_234.0, 30_000.0, 32_000.0), contribution)
    of_some = FromValues((coordinate(b="b2"),), coordinate(b="b2"), Estimate(31_234.0))
    raw = release_of(grid(COUNTS), value_table(pay), value_table(of_some))
    averages = {**rules.get("averages", {})}
    averages["special_categories"] = {"variables": ["b"], "minimum_base": 200, **averages.get("special_categories", {})}
    try:
        result = release(raw, policy=policy(**{**rules, "averages": averages}))
    except ReleaseRefused as refusal:
        return refusal.code
    return [table.rows for table in result.tables]


def keys(content: dict[str, Any], path: str) -> Iterator[str]:
    for key, value in content.items():
        yield from keys(value, f"{path}.{key}") if isinstance(value, dict) else (f"{path}.{key}",)


def test_every_key_of_a_policy_is_tried_here() -> None:
    content = load_catalogue().policy("civil-service-2023").model_dump()
    every = {key for rule in RULES for key in keys(content[rule], rule)}
    assert every == CHANGES.keys() | ELSEWHERE


@pytest.mark.parametrize("key", CHANGES)
def test_changing_a_key_changes_what_is_shown(key: str) -> None:
    against = {"rounding": {"method": "nearest", "base": 5}} if key == "rounding.base" else {}
    assert outcome(**CHANGES[key]) != outcome(**against)
