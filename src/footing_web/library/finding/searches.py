"""Searches that people would type, each with the page that should come first: what the search is measured by."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from footing.provenance.citation import Text
from footing.standards.entry import Part
from footing_web.library.content_files import CONTENT, read_content
from footing_web.library.finding.searching import search

FIRST_FEW = 3


class ExpectedSearch(Part):
    """Words as somebody types them, and the address that should come first."""

    typed: Text
    first: Text


class ExpectedSearches(Part):
    """``searches.yaml``."""

    searches: tuple[ExpectedSearch, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """Where the expected page came: 1 for first, ``None`` when it was not found."""

    expected: ExpectedSearch
    place: int | None


@cache
def expected_searches(folder: Path = CONTENT) -> tuple[ExpectedSearch, ...]:
    """The searches that are tried."""
    return read_content(folder / "searches.yaml", ExpectedSearches).searches


def tried() -> tuple[Tried, ...]:
    """Every expected search, tried on what is published now."""
    return tuple(_tried(each) for each in expected_searches())


def _tried(expected: ExpectedSearch) -> Tried:
    addresses = [entry.address for entry in search(expected.typed, {}).entries]
    return Tried(expected, addresses.index(expected.first) + 1 if expected.first in addresses else None)
