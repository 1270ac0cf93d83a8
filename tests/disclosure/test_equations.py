"""The sums that somebody writes down who has nothing but what is printed."""

import itertools

import numpy as np

from footing.disclosure.equations import Equations, families_of, write_down
from footing.disclosure.seen import UNBOUNDED, Seen
from footing.tables import EVERYONE, TOTAL, Coordinate, Hierarchy, coordinate

REST = "what is left"
Sum = tuple[Coordinate, frozenset[Coordinate | str]]


def sums(equations: Equations) -> set[Sum]:
    """Each sum as its whole and its parts; what a whole has beyond its parts is ``REST``."""
    found = set()
    for first, last in zip(equations.starts[:-1], equations.starts[1:], strict=True):
        signs = equations.signs[first:last]
        assert signs[0] == 1.0
        assert (signs[1:] == -1.0).all()
        whole, *parts = (equations.cells[place] for place in equations.columns[first:last])
        assert whole is not None
        found.add((whole, frozenset(REST if part is None else part for part in parts)))
    return found


def of(*cells: Coordinate, **counts: int) -> dict[Coordinate, Seen]:
    """Withheld ``cells``, and counts by ``variable_code`` names; ``everyone`` is everybody."""
    shown = {EVERYONE if name == "everyone" else (tuple(name.split("_")),): count for name, count in counts.items()}
    return {**dict.fromkeys(cells, Seen(1.0)), **{cell: Seen(float(n), float(n)) for cell, n in shown.items()}}


F, M = coordinate(sex="f"), coordinate(sex="m")


def test_a_total_is_the_sum_of_its_categories_within_what_is_printed_of_each() -> None:
    equations = write_down(of(F, everyone=9, sex_m=5), {})
    assert sums(equations) == {(EVERYONE, frozenset({F, M}))}
    assert equations.cells == (EVERYONE, F, M)
    assert equations.lower.tolist() == [9.0, 1.0, 5.0]
    assert equations.upper.tolist() == [9.0, UNBOUNDED, 5.0]
    assert equations.published == 3
    assert equations.exact


def test_a_total_that_nobody_prints_links_two_lists_and_is_left_out_where_it_links_nothing() -> None:
    x, y = coordinate(a="x"), coordinate(a="y")
    assert sums(write_down(of(x, y), {})) == set()
    assert write_down(of(x, y), {}).columns.dtype == np.int64
    equations = write_down(of(x, y, F, M), {})
    assert sums(equations) == {(EVERYONE, frozenset({x, y})), (EVERYONE, frozenset({F, M}))}
    assert equations.published == 4
    assert (equations.lower[4], equations.upper[4]) == (0.0, UNBOUNDED)


def test_totals_that_only_define_one_another_are_left_out_one_after_the_other() -> None:
    teams = {"team": Hierarchy("team", {"t1": "d1", "t2": "d1"})}
    assert sums(write_down(of(team_t1=3, team_t2=4), teams)) == set()


def test_of_a_list_of_which_some_are_not_printed_something_is_left() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given", "perhaps": "given"})}
    given, yes = coordinate(answer="given"), coordinate(answer="yes")
    equations = write_down(of(answer_given=7, answer_yes=4), answers)
    assert sums(equations) == {(given, frozenset({yes, REST}))}
    (rest,) = (place for place, cell in enumerate(equations.cells) if cell is None)
    assert (equations.lower[rest], equations.upper[rest]) == (0.0, UNBOUNDED)


def test_the_only_one_that_is_not_printed_has_its_name_so_that_other_sums_meet_it() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given"})}
    given, yes, no = (coordinate(answer=each) for each in ("given", "yes", "no"))
    parts = {coordinate(answer="no", site=site) for site in "xy"}
    seen = of(*parts, answer_given=7, answer_yes=4, site_x=3, site_y=4)
    found = sums(write_down(seen, answers))
    assert (given, frozenset({yes, no})) in found
    assert (no, frozenset(parts)) in found


def test_those_who_are_in_no_table_of_their_own_add_up_over_places_as_all_others_do() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given"})}
    cells = {(answer, site): coordinate(answer=answer, site=site) for answer in ("given", "yes", "no") for site in "xy"}
    given, yes, no = (coordinate(answer=answer) for answer in ("given", "yes", "no"))
    seen = of(*(cell for (answer, _), cell in cells.items() if answer != "no"), answer_given=9, answer_yes=4)
    found = sums(write_down(seen, answers))
    assert (no, frozenset({cells["no", "x"], cells["no", "y"]})) in found
    assert (cells["given", "x"], frozenset({cells["yes", "x"], cells["no", "x"]})) in found
    assert (given, frozenset({yes, no})) in found


def test_nobody_is_named_where_the_whole_is_not_printed_or_others_hold_people_too() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given"})}
    yes, no = coordinate(answer="yes"), coordinate(answer="no")
    assert no not in write_down(of(yes, everyone=9), answers).cells
    at_y = {answer: coordinate(answer=answer, site="y") for answer in ("given", "yes")}
    found = sums(write_down(of(*at_y.values(), answer_given=9, answer_yes=4, answer_no=3), answers))
    assert (coordinate(answer="given"), frozenset({yes, no, REST})) in found
    assert (at_y["given"], frozenset({at_y["yes"], REST})) in found


def test_a_list_that_lacks_some_does_not_leave_a_full_one_open() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given", "perhaps": "given"})}
    at_x = {answer: coordinate(answer=answer, site="x") for answer in ("given", "yes", "no", "perhaps")}
    found = sums(write_down(of(*at_x.values(), answer_given=9, answer_yes=4, answer_no=3), answers))
    assert (at_x["given"], frozenset({at_x["yes"], at_x["no"], at_x["perhaps"]})) in found


def test_a_code_adds_up_only_in_the_hierarchies_that_name_it() -> None:
    ways = {"region": Hierarchy("unit", {"u1": "east", "u2": "east"}), "kind": Hierarchy("unit", {"u3": "office"})}
    seen = of(everyone=9, unit_u1=2, unit_u2=7, unit_u3=4, unit_east=9, unit_office=4)
    named = {code: coordinate(unit=code) for code in ("u1", "u2", "u3", "east", "office")}
    assert sums(write_down(seen, ways)) == {
        (named["east"], frozenset({named["u1"], named["u2"]})),
        (named["office"], frozenset({named["u3"]})),
        (EVERYONE, frozenset({named["east"]})),
        (EVERYONE, frozenset({named["office"], REST})),
    }


def test_one_list_that_comes_to_less_than_its_whole_leaves_all_like_it_open() -> None:
    x_f, x_m, x = coordinate(site="x", sex="f"), coordinate(site="x", sex="m"), coordinate(site="x")
    seen = of(x_f, x_m, everyone=9, sex_f=4, sex_m=3, site_x=5)
    found = sums(write_down(seen, {}))
    assert (EVERYONE, frozenset({F, M, REST})) in found
    assert (x, frozenset({x_f, x_m, REST})) in found


def test_a_list_that_may_just_come_to_its_whole_is_taken_for_all() -> None:
    assert (EVERYONE, frozenset({F, M})) in sums(write_down(of(everyone=9, sex_f=4, sex_m=5), {}))
    loose = {EVERYONE: Seen(8.0, 9.0), F: Seen(4.0, 4.0), M: Seen(3.0, 4.0)}
    assert (EVERYONE, frozenset({F, M})) in sums(write_down(loose, {}))
    short = {EVERYONE: Seen(9.0, 9.0), F: Seen(4.0, 4.0), M: Seen(3.0, 4.0)}
    assert (EVERYONE, frozenset({F, M, REST})) in sums(write_down(short, {}))


def test_everything_left_over_is_a_number_of_its_own() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given", "perhaps": "given"})}
    sites = {coordinate(answer=answer, site=site) for answer in ("given", "yes") for site in "xy"}
    equations = write_down(of(*sites, answer_given=7, answer_yes=4), answers)
    rests = [place for place in equations.columns.tolist() if equations.cells[place] is None]
    assert len(rests) == len(set(rests)) == 3


def test_one_variable_may_add_up_in_two_ways() -> None:
    by_region = Hierarchy("unit", {"u1": "east", "u2": "west"})
    by_kind = Hierarchy("unit", {"u1": "office", "u2": "office"})
    seen = of(everyone=5, unit_u1=2, unit_u2=3, unit_east=2, unit_west=3, unit_office=5)
    found = sums(write_down(seen, {"unit by region": by_region, "unit by kind": by_kind}))
    unit = {code: coordinate(unit=code) for code in ("u1", "u2", "east", "west", "office")}
    assert found == {
        (unit["east"], frozenset({unit["u1"]})),
        (unit["west"], frozenset({unit["u2"]})),
        (unit["office"], frozenset({unit["u1"], unit["u2"]})),
        (EVERYONE, frozenset({unit["east"], unit["west"]})),
        (EVERYONE, frozenset({unit["office"]})),
    }


def test_a_code_that_no_hierarchy_names_is_part_of_the_total_in_each() -> None:
    ways = {"b": Hierarchy("unit", {"u1": "east"}), "a": Hierarchy("unit", {"u1": "office"})}
    seen = of(everyone=9, unit_u1=2, unit_east=2, unit_office=2, unit_new=7)
    new, east, office = (coordinate(unit=code) for code in ("new", "east", "office"))
    for order in (ways, dict(reversed(ways.items()))):
        found = sums(write_down(seen, order))
        assert {(EVERYONE, frozenset({east, new})), (EVERYONE, frozenset({office, new}))} <= found


def test_tangled_tables_bring_the_cells_of_everything_at_once() -> None:
    seen = {coordinate(**{x: i, y: j}): Seen(9.0, 9.0) for x, y in ("ab", "bc", "ac") for i in "12" for j in "12"}
    equations = write_down(seen, {})
    assert equations.exact
    one = coordinate(a="1", b="1", c="1")
    assert (coordinate(a="1", b="1"), frozenset({one, coordinate(a="1", b="1", c="2")})) in sums(equations)


def test_the_parts_of_a_sum_come_in_one_order_whether_they_are_printed_or_not() -> None:
    seen = {coordinate(**{x: i, y: j}): Seen(9.0, 9.0) for x, y in ("ab", "bc", "ac") for i in "12" for j in "12345"}
    equations = write_down(seen, {})
    for first, last in itertools.pairwise(equations.starts.tolist()):
        parts = [equations.cells[place] or () for place in equations.columns[first + 1 : last]]
        assert parts == sorted(parts)


def test_the_families_of_cells_say_whether_their_parts_are_all() -> None:
    nested = {"team": Hierarchy("team", {"t1": "d1", "t2": "d1", "t3": "d2", "d1": TOTAL, "d2": TOTAL})}
    cells = [coordinate(team=code) for code in ("t1", "t2", "d2")]
    found = {whole: (parts, complete) for whole, parts, complete in families_of(cells, nested)}
    d1, d2 = coordinate(team="d1"), coordinate(team="d2")
    assert found == {
        d1: ({coordinate(team="t1"), coordinate(team="t2")}, True),
        EVERYONE: ({d1, d2}, True),
    }
    (only,) = families_of([coordinate(team="t3"), coordinate(team="d2")], {"team": Hierarchy("team", {"t3": "d2"})})[:1]
    assert only[2]
    lacking = {whole: complete for whole, _, complete in families_of([coordinate(team="t1")], nested)}
    assert lacking == {d1: False, EVERYONE: False}


def test_every_sum_holds_for_the_counts_that_are_printed() -> None:
    codes = {"a": "xyz", "b": "pq"}
    seen = {EVERYONE: Seen(21.0, 21.0)}
    counts = {(a, b): 1 + 2 * i + j for i, a in enumerate(codes["a"]) for j, b in enumerate(codes["b"])}
    for (a, b), n in counts.items():
        seen[coordinate(a=a, b=b)] = Seen(float(n), float(n))
    for variable, place in (("a", 0), ("b", 1)):
        for code in codes[variable]:
            total = float(sum(n for key, n in counts.items() if key[place] == code))
            seen[((variable, code),)] = Seen(total, total)
    equations = write_down(seen, {})
    rows = np.repeat(np.arange(len(equations.starts) - 1), np.diff(equations.starts))
    assert not np.bincount(rows, weights=equations.signs * equations.lower[equations.columns]).any()
    assert len(equations.starts) - 1 == 7


def test_sums_are_written_down_in_one_order_whatever_order_tables_come_in() -> None:
    nested = {name: Hierarchy("a", {"x": name, "y": name}) for name in ("p", "q")}
    seen = of(everyone=12, a_x=5, a_y=7, a_p=12, a_q=12, b_k=4, b_l=8)
    once = write_down(seen, nested)
    again = write_down(dict(reversed(seen.items())), dict(reversed(nested.items())))
    assert once.cells == again.cells
    assert np.array_equal(once.columns, again.columns)
    parts = [once.columns[first + 1 : last].tolist() for first, last in itertools.pairwise(once.starts.tolist())]
    assert all(places == sorted(places) for places in parts)


def test_a_cell_is_named_as_all_others_are_whatever_is_added_to_it() -> None:
    nested = {"a": Hierarchy("a", {"x": "p", "y": "p"})}
    seen = {coordinate(a=a, b=b): Seen(9.0, 9.0) for a in "xyp" for b in "kl"}
    for cell in write_down(seen, nested).cells:
        assert cell is None or cell == coordinate(**dict(cell))
    families = {whole for whole, *_ in families_of(seen, nested)}
    assert all(whole == coordinate(**dict(whole)) for whole in families)
