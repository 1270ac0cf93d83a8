"""The rules by which survey dashboards hide small groups, attacked with the same filters, beside tables protected here.

One employer's people, of three characteristics and with a background each. A reader of a dashboard asks for filters,
broken down by a characteristic or not, and is shown how many people there are and how many of lower background, where
the dashboard's rule allows. The attacker adds and subtracts everything that was shown: linear programmes say which of
the finest groups can be one number of people only, and have one number of lower background only. Groups smaller than
the rule's own minimum are what it promises to hide; their people count as worked out.

The rules are as their makers publish them (read in 2026): a minimum of five (Lattice, help.lattice.com, article
360061212133); of three (ZEF, zammad.zef.fi, "Anonymity in surveys"); of three, hiding the next smallest group beside a
hidden one (PeopleCues, docs.xto10x.com, "Anonymity protection"); of five, also for those whom a filter leaves out (the
remainder; Culture Amp); of five, and different by five people from each of the reader's last five reports (TalentMap,
docs.talentmap.com, "How does report filter confidentiality work?").
"""

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import highspy
import numpy as np
from numpy.typing import NDArray

from benchmarks import Result, show
from footing.disclosure import release
from footing.standards import load_catalogue
from footing.tables import TOTAL, Category, Dimension, Estimate, Status, coordinate, units
from footing.tables.raw import FromCounts, Population, RawRelease, RawRow, RawTable

TITLE = "Rules of dashboards, attacked with the same filters"
CODES = {
    "unit": tuple(f"U{number}" for number in range(6)),
    "grade": tuple(f"G{number}" for number in range(4)),
    "sex": ("F", "M"),
}
CLASSES = tuple(product(*CODES.values()))
PEOPLE, SEQUENCES, LENGTH, SEED = 300, 1_000, 6, 0
OURS = "publish-10"

Group = NDArray[np.bool_]
"""Which of the finest classes are in a group."""
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Staff:
    """How many people, and how many of lower background, are in each of the finest classes."""

    people: IntArray
    lower: IntArray

    def size(self, group: Group) -> int:
        """How many people a group has."""
        return int(self.people[group].sum())


@dataclass(frozen=True, slots=True)
class Question:
    """A filter, and the groups that it is broken down into."""

    whole: Group
    parts: tuple[Group, ...]


Rule = Callable[[Staff, Question, "deque[Group]"], list[Group]]
"""Which of the groups of a question are shown to a reader whose last reports were these."""


def least(minimum: int) -> Rule:
    """Groups of at least so many."""

    def shown(staff: Staff, question: Question, _: "deque[Group]") -> list[Group]:
        return [each for each in (question.whole, *question.parts) if staff.size(each) >= minimum]

    return shown


def with_next_smallest(minimum: int) -> Rule:
    """Groups of at least so many; beside a hidden part the next smallest is hidden too."""

    def shown(staff: Staff, question: Question, reports: "deque[Group]") -> list[Group]:
        enough = least(minimum)(staff, question, reports)
        parts = [each for each in enough if each is not question.whole]
        if any(0 < staff.size(each) < minimum for each in question.parts) and parts:
            smallest = min(parts, key=staff.size)
            enough = [each for each in enough if each is not smallest]
        return enough

    return shown


def with_remainder(minimum: int) -> Rule:
    """Groups of at least so many that leave out either nobody of the whole around them, or so many as well."""

    def shown(staff: Staff, question: Question, reports: "deque[Group]") -> list[Group]:
        everybody = int(staff.people.sum())
        found = []
        for each in least(minimum)(staff, question, reports):
            around = everybody if each is question.whole else staff.size(question.whole)
            if not 0 < around - staff.size(each) < minimum:
                found.append(each)
        return found

    return shown


def unlike_last_reports(minimum: int) -> Rule:
    """Groups of at least so many that differ by as many people from each of the reader's last reports."""

    def shown(staff: Staff, question: Question, reports: "deque[Group]") -> list[Group]:
        found = []
        for each in least(minimum)(staff, question, reports):
            apart = [staff.size(each ^ report) for report in reports]
            if all(distance == 0 or distance >= minimum for distance in apart):
                found.append(each)
                reports.append(each)
        return found

    return shown


RULES: tuple[tuple[str, int, Rule], ...] = (
    ("minimum 5", 5, least(5)),
    ("minimum 3", 3, least(3)),
    ("minimum 3 and the next smallest", 3, with_next_smallest(3)),
    ("minimum 5 with the remainder", 5, with_remainder(5)),
    ("minimum 5, unlike the last five reports", 5, unlike_last_reports(5)),
)


def drawn_staff(random: np.random.Generator) -> Staff:
    """People of unlike numbers in each class, as in units and grades of an employer."""
    weights = random.dirichlet(np.full(len(CLASSES), 0.8))
    people = random.multinomial(PEOPLE, weights)
    return Staff(people, random.binomial(people, 0.39))


def questions(random: np.random.Generator) -> list[list[Question]]:
    """Sequences of filters, each of some codes of some characteristics, most broken down by another."""
    return [[_question(random) for _ in range(LENGTH)] for _ in range(SEQUENCES)]


def _question(random: np.random.Generator) -> Question:
    whole = np.ones(len(CLASSES), dtype=np.bool_)
    for place, codes in enumerate(CODES.values()):
        if random.random() < 0.5:
            chosen = set(random.choice(codes, size=int(random.integers(1, len(codes) + 1)), replace=False).tolist())
            whole &= np.array([each[place] in chosen for each in CLASSES])
    by = int(random.integers(0, len(CODES) + 1))
    if by == len(CODES):
        return Question(whole, ())
    codes = list(CODES.values())[by]
    return Question(whole, tuple(whole & np.array([each[by] == code for each in CLASSES]) for code in codes))


def shown_by(rule: Rule, staff: Staff, sequences: list[list[Question]]) -> list[Group]:
    """Every group that some reader is shown."""
    found: dict[bytes, Group] = {}
    for sequence in sequences:
        reports: deque[Group] = deque(maxlen=5)
        for question in sequence:
            for group in rule(staff, question, reports):
                found[group.tobytes()] = group
    return list(found.values())


def worked_out(staff: Staff, sums: list[tuple[Group, int, int | None]], minimum: int) -> int:
    """How many people are in classes under the minimum of which both numbers can be one number only.

    Each sum is a group, its people, and those of lower background among them where that is shown.
    """
    size, rows = len(CLASSES), []
    for group, people, lower in sums:
        rows.append((np.concatenate([group, group]).astype(float), people))
        if lower is not None:
            rows.append((np.concatenate([group, np.zeros(size)]).astype(float), lower))
    solver = _solver(2 * size, rows)
    return sum(
        int(staff.people[place])
        for place in np.flatnonzero((staff.people > 0) & (staff.people < minimum))
        if _is_certain(solver, [int(place)]) and _is_certain(solver, [int(place), size + int(place)])
    )


def _solver(size: int, rows: list[tuple[NDArray[np.float64], int]]) -> highspy.Highs:
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.addVars(size, np.zeros(size), np.full(size, np.inf))
    for weights, total in rows:
        places = np.flatnonzero(weights)
        solver.addRow(total, total, len(places), places.astype(np.int32), weights[places])
    return solver


def _is_certain(solver: highspy.Highs, places: list[int]) -> bool:
    """Whether the sum of some unknowns can be one number only."""
    ends = []
    for side in (1.0, -1.0):
        for place in places:
            solver.changeColCost(place, side)
        solver.run()
        unbounded = solver.getModelStatus() != highspy.HighsModelStatus.kOptimal
        ends.append(np.inf if unbounded else side * solver.getInfo().objective_function_value)
        for place in places:
            solver.changeColCost(place, 0.0)
    return bool(abs(ends[0] - ends[1]) < 1e-6)


def protected_here(staff: Staff) -> list[tuple[Group, int, int | None]]:
    """What a release of every filter that a dashboard could offer, as one table, shows of people and of backgrounds."""
    variables = (*CODES, "background")
    keys = list(product(*((*codes, TOTAL) for codes in CODES.values()), ("lower", "other", TOTAL)))
    groups = {key: _group(key) for key in keys}
    counts = {key: _count(staff, groups[key], key[-1]) for key in keys}
    cells = {key: coordinate(**dict(zip(variables, key, strict=True))) for key in keys}
    shape = tuple(
        Dimension(name, name, tuple(Category(code, code) for code in (*codes, TOTAL)))
        for name, codes in (*CODES.items(), ("background", ("lower", "other")))
    )
    rows = tuple(RawRow(key, FromCounts((cells[key],), cells[key], _as_estimate)) for key in keys)
    table = RawTable("staff", "people", "Staff", units.PEOPLE, "staff", shape, rows)
    raw = RawRelease((Population("staff", {cells[key]: counts[key] for key in keys}),), (table,))
    (protected,) = release(raw, policy=load_catalogue().policy(OURS)).tables
    shown = {row.key: int(row.value or 0) for row in protected.rows if row.status is Status.SHOWN}
    return list(_sums(shown, groups))


def _sums(
    shown: dict[tuple[str, ...], int], groups: dict[tuple[str, ...], Group]
) -> Iterator[tuple[Group, int, int | None]]:
    for key in shown:
        whole, lower = shown.get((*key[:-1], TOTAL)), shown.get((*key[:-1], "lower"))
        if whole is not None:
            yield groups[key], whole, lower


def _group(key: tuple[str, ...]) -> Group:
    return np.array([all(want in (TOTAL, have) for want, have in zip(key, each, strict=False)) for each in CLASSES])


def _count(staff: Staff, group: Group, background: str) -> int:
    people, lower = staff.size(group), int(staff.lower[group].sum())
    return {TOTAL: people, "lower": lower, "other": people - lower}[background]


def _as_estimate(count: int) -> Estimate:
    return Estimate(float(count))


def results() -> Iterator[Result]:
    """How many people each rule lets an attacker work out, and how many the tables protected here."""
    random = np.random.default_rng(SEED)
    staff, sequences = drawn_staff(random), questions(random)
    started = time.perf_counter()
    ours = worked_out(staff, protected_here(staff), load_catalogue().policy(OURS).counts.threshold)
    taken = time.perf_counter() - started
    for name, minimum, rule in RULES:
        shown = shown_by(rule, staff, sequences)
        sums = [(each, staff.size(each), int(staff.lower[each].sum())) for each in shown]
        theirs = worked_out(staff, sums, minimum)
        hidden = int(staff.people[staff.people < minimum].sum())
        yield Result(
            work=f"{name}: {SEQUENCES:,} sequences of {LENGTH} filters over {PEOPLE} people",
            measured=f"{ours} people worked out here ({OURS}; release and attack {taken:.1f} s)",
            beside=f"{theirs} of the {hidden} people worked out whom the rule hides",
            ratio=float(theirs),
            must_reach="none here",
            reached=ours == 0,
        )


if __name__ == "__main__":
    sys.exit(show(TITLE, results()))
