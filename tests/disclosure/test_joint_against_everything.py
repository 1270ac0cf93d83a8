"""With the cells that join, the sums allow each withheld cell just what a table of everything at once allows."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from footing.disclosure.attack import as_programme
from footing.disclosure.equations import write_down
from footing.disclosure.seen import Seen
from footing.tables import Coordinate, Hierarchy, coordinate

# Three variables of two codes; and grades, which are rolled up in two ways that put grade 8 with others.
CODES = {"a": "12", "b": "12", "c": "12", "grade": "67890"}
ROLL_UPS = (
    Hierarchy("grade", dict.fromkeys("67", "6-7") | dict.fromkeys("890", "8+")),
    Hierarchy("grade", dict.fromkeys("678", "6-8") | dict.fromkeys("90", "9+")),
)
MEMBERS = {**{code: code for code in "67890"}, "6-7": "67", "8+": "890", "6-8": "678", "9+": "90"}
LISTS = ("67890", ("6-7", "8+"), ("6-8", "9+"))
EVERYTHING = [dict(zip(CODES, each, strict=True)) for each in product(*CODES.values())]
NO_LIMIT = 1e6
VARIABLES = st.sets(st.sampled_from("abc"), max_size=2)


def holds(person: dict[str, str], cell: Coordinate) -> bool:
    return all(person[name] in (MEMBERS[code] if name == "grade" else code) for name, code in cell)


def cells_of(variables: set[str], grades: tuple[str, ...] | str | None) -> list[Coordinate]:
    named = {name: CODES[name] for name in sorted(variables)} | ({"grade": grades} if grades else {})
    return [coordinate(**dict(zip(named, codes, strict=True))) for codes in product(*named.values())]


@given(
    tables=st.lists(st.tuples(VARIABLES, st.sampled_from([None, *LISTS])), min_size=2, max_size=5),
    people=st.lists(st.integers(0, 3), min_size=len(EVERYTHING), max_size=len(EVERYTHING)),
    random=st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_each_withheld_cell_may_be_just_what_everything_at_once_allows(tables, people, random):
    published = sorted({cell for table in tables for cell in cells_of(*table)})
    hierarchies = {str(number): each for number, each in enumerate(ROLL_UPS)}
    counts = {cell: sum(n for n, one in zip(people, EVERYTHING, strict=True) if holds(one, cell)) for cell in published}
    withheld = {cell for cell in published if random.random() < 0.5}
    seen = {cell: Seen(0.0) if cell in withheld else Seen(float(n), float(n)) for cell, n in counts.items()}

    equations = write_down(seen, hierarchies)
    assert equations.exact
    programme = as_programme(equations)
    sums = np.zeros((programme.num_row_, programme.num_col_))
    for row in range(programme.num_row_):
        entries = slice(programme.a_matrix_.start_[row], programme.a_matrix_.start_[row + 1])
        sums[row, programme.a_matrix_.index_[entries]] = programme.a_matrix_.value_[entries]
    bounds = np.column_stack([programme.col_lower_, programme.col_upper_])
    whole = np.array([[holds(one, cell) for one in EVERYTHING] for cell in published], dtype=float)
    shown = [place for place, cell in enumerate(published) if cell not in withheld]
    given_counts = np.array([counts[published[place]] for place in shown], dtype=float)
    any_count = np.array([[0.0, np.inf]] * len(EVERYTHING))
    for place, cell in enumerate(published):
        if cell in withheld:
            for way in (1.0, -1.0):
                ours = extreme(way * np.eye(len(bounds))[place], sums, np.zeros(len(sums)), bounds)
                true = extreme(way * whole[place], whole[shown], given_counts, any_count)
                assert ours == true, cell


def extreme(target, rows, right, bounds):
    """The least of a sum, rounded; none if there is no least, or none but the bound that stands for none."""
    ended = linprog(target, A_eq=rows if len(rows) else None, b_eq=right if len(rows) else None, bounds=bounds)
    assert ended.status in {0, 3}, ended.message
    return round(ended.fun, 6) + 0.0 if ended.status == 0 and ended.fun > -NO_LIMIT else None
