"""How the search for a pattern goes. The same search gives the same pattern for the same cells, on any machine."""

from dataclasses import dataclass, field
from enum import StrEnum


class Price(StrEnum):
    """What to lose least of: broad groups first, cells, or people."""

    BREADTH = "breadth"
    CELLS = "cells"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Effort:
    """How long a clean-up may go on: at most ``programmes`` are solved, so that it ends the same way on any machine.

    A round proves the needs of about a ``share`` of the cells at once, while that proves enough; needs beside the cell
    on trial, up to ``nearest``, are asked about on their own first, since they are the likeliest to need it.
    """

    programmes: int = 500
    share: float = 0.3
    enough: float = 0.2
    nearest: int = 2
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Search:
    """What is to be lost least of, and how long to look.

    ``first_reward`` is what meeting a need is worth at first, in cells kept back; it grows by ``growth`` whenever a
    round meets fewer than the share ``slow`` of the unmet needs, up to ``last_reward``. ``effort`` bounds the clean-up.
    More than ``together`` cells are searched part by part, and what no part can meet among at most ``across`` of them.
    Where no more than ``exact`` cells can move at all, the search goes on until what it found is proved the cheapest.
    """

    price: Price = Price.BREADTH
    seed: int = 0
    first_reward: float = 1.0
    last_reward: float = 100_000.0
    growth: float = 2.0
    slow: float = 0.05
    effort: Effort = field(default_factory=Effort)
    together: int = 4_000
    across: int = 10_000
    exact: int = 60


@dataclass(frozen=True, slots=True)
class Thoroughness:
    """How long to look for the cheapest pattern: a number of rounds for each kind of search, and never a time.

    ``fractions`` and ``rounds`` are over fractions of cells and over whole ones, with so many ``branchings`` and
    ``ways`` to make each choice safe; at most ``cuts`` are added at once. Of ``apart`` cells or more, each block is
    searched for ``block_rounds``, and improved on in so many ``passes``; of ``alone`` or more, it is bounded without
    regard to anything outside it. Before that blocks are rebuilt ``rebuildings`` times, in so many ``turns`` each.
    """

    fractions: int = 60
    cuts: int = 60
    rounds: int = 8
    ways: int = 4
    branchings: int = 500
    apart: int = 200
    alone: int = 1_000
    block_rounds: int = 20
    passes: int = 2
    rebuildings: int = 0
    turns: int = 60
    clean_up: Effort = field(default_factory=lambda: Effort(programmes=20_000))
    seed: int = 0


WHILE_WAITING = Search(effort=Effort(programmes=200))
"""For a report that somebody waits for: of 5,000 people in three fifths of the time, with about 2 % more withheld."""

THOROUGH = Search(effort=Effort(programmes=20_000))
"""For tables that are protected once and for long: looks until nothing more can be shown again."""

FOR_MANY_CELLS = Search(effort=Effort(programmes=50))
"""For tens of thousands of cells: each part is cleaned up for a short while, so that all take minutes and not hours."""
