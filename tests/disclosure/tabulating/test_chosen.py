"""Tables are chosen from a file of many dimensions; what is chosen is made, and what is left out is named."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.disclosure import release
from footing.disclosure.published import audit_from_outside
from footing.disclosure.published.tables import described_release, printed_tables
from footing.disclosure.tabulating import (
    Chosen,
    DesignFault,
    TableDesign,
    grouping,
    protected_files,
    tabulate,
    tabulate_chosen,
)
from footing.disclosure.tabulating.grouping import people_alike
from footing.disclosure.tabulating.levels import count_levels
from footing.disclosure.tabulating.plan import Outcome
from footing.disclosure.tabulating.sheets import open_sheets
from footing.standards import load_catalogue
from footing.tables import EVERYONE, coordinate
from footing.workforce.limits import Limits

POLICY = load_catalogue().policy("civil-service-2023")
NESTED = TableDesign(dimensions={"team": ("division",), "grade": (), "sex": ()})
GROUPED = NESTED.model_copy(update={"count": "people"})
Row = tuple[str, str, str, str]


def staff(folder: Path, rows: list[Row], name: str = "staff") -> Path:
    path = folder / f"{name}.csv"
    with path.open("w", newline="") as stream:
        csv.writer(stream).writerows([("division", "team", "grade", "sex"), *rows])
    return path


def skewed() -> list[Row]:
    """Ten teams in three divisions; most people in the first ones, few in the last."""
    random = np.random.default_rng(1)
    places = random.geometric(0.25, 250) % 12
    grades, sexes = random.integers(0, 3, 250), random.integers(0, 2, 250)
    return [
        (f"D{team // 4}", f"T{team}", f"G{grade}", "FM"[sex])
        for team, grade, sex in zip(places, grades, sexes, strict=True)
    ]


def chosen_from(folder: Path, most_cells: int = 20_000) -> Chosen:
    return tabulate_chosen([staff(folder, skewed())], NESTED, Limits(), POLICY, most_cells)


words = st.sampled_from(["a", "b", "c"])
maybe = st.sampled_from(["a", "b", ""])


@given(rows=st.lists(st.tuples(words, maybe, maybe, maybe), min_size=1, max_size=30))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_people_who_are_alike_are_grouped_as_by_hand(tmp_path: Path, rows: list[Row]) -> None:
    with open_sheets([staff(tmp_path, rows)], Limits()) as (sheet,):
        found = {each.depths: each for each in count_levels(people_alike(sheet, NESTED), 2, 3)}
    for depths, columns in {(2, 1, 1): (0, 1, 2, 3), (2, 0, 0): (0, 1), (1, 1, 0): (0, 2), (0, 0, 1): (3,)}.items():
        by_hand = Counter(tuple(row[column] for column in columns) for row in rows)
        assert found[depths].held == len(by_hand)
        assert found[depths].small == sum(people < 2 for people in by_hand.values())


def test_a_table_may_stop_at_a_coarser_level(tmp_path: Path) -> None:
    design = NESTED.model_copy(update={"tables": (("division", "grade"), ("team",))})
    tabulated = tabulate([staff(tmp_path, skewed())], design, Limits())
    by_division, by_team = tabulated.raw.tables
    assert by_division.id == "staff.by_division_and_grade"
    assert len(by_division.rows) == (3 + 1) * (3 + 1)
    assert len(by_team.rows) == 10 + 3 + 1
    assert tabulated.raw.populations[0].counts[coordinate(team="D0", grade="G1")] > 0


def test_a_table_that_names_two_levels_of_one_dimension_is_refused() -> None:
    with pytest.raises(ValueError, match="two columns of one dimension"):
        TableDesign(dimensions={"team": ("division",)}, tables=(("team", "division"),))


def test_what_is_chosen_is_not_mostly_small_and_the_rest_is_named(tmp_path: Path) -> None:
    chosen = chosen_from(tmp_path)
    assert chosen.tabulated.design.tables == (("division", "grade", "sex"), ("team", "sex"))
    assert dict(chosen.left_out()).keys() == {"team by grade"}
    assert {name for name, _, outcome in chosen.lines() if outcome == Outcome.FINER} == {"team by grade by sex"}
    assert chosen.tabulated.raw.populations[0].counts[EVERYONE] == 250


def test_no_more_cells_are_chosen_than_are_asked_for(tmp_path: Path) -> None:
    chosen = chosen_from(tmp_path, most_cells=12)
    assert chosen.plan.cells <= 12
    assert chosen.named(Outcome.TOO_MANY)


def test_rows_of_groups_give_the_same_tables_as_rows_of_people(tmp_path: Path) -> None:
    path = tmp_path / "grouped.csv"
    with path.open("w", newline="") as stream:
        groups = Counter(skewed()).items()
        csv.writer(stream).writerows([(*NESTED.columns(), "people"), *((*row, people) for row, people in groups)])
    grouped = tabulate_chosen([path], GROUPED, Limits(), POLICY)
    people = chosen_from(tmp_path)
    assert grouped.plan.outcomes == people.plan.outcomes
    assert grouped.tabulated.raw.populations[0].counts == people.tabulated.raw.populations[0].counts


def test_what_is_chosen_is_protected_together_and_its_files_stand_an_attack(tmp_path: Path) -> None:
    chosen = chosen_from(tmp_path)
    released = release(chosen.tabulated.raw, policy=POLICY)
    assert released.audits[0].withheld > 0
    for name, content in protected_files(released, chosen.tabulated, chosen=chosen).items():
        (tmp_path / name).write_bytes(content)
    paths, design, _ = described_release(tmp_path)
    printed = printed_tables(paths, design, Limits())
    assert printed.printed.keys() == released.printed[0].counts.keys()
    assert audit_from_outside(printed, POLICY).found.exposures == ()
    assert "team by grade,,left out,Too many" in (tmp_path / "log.csv").read_text()
    assert "team by grade by sex,60,finer than one that is mostly small" in (tmp_path / "plan.csv").read_text()


def test_more_cells_than_can_be_protected_at_once_are_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "MOST_CELLS_AT_ONCE", 40)
    path = staff(tmp_path, skewed())
    with pytest.raises(DesignFault, match=r"T016 .* --choose-tables"):
        tabulate([path], NESTED, Limits())
    tabulate([path], NESTED.model_copy(update={"tables": (("division", "grade"), ("team",))}), Limits())


@pytest.mark.parametrize(
    ("text", "design", "code"),
    [
        ("division,team,grade,sex\nN,A,1,F\n", NESTED.model_copy(update={"tables": (("team",),)}), "T018"),
        ("division,team,grade,sex,people\nN,A,1,F,few\n", GROUPED, "T011"),
        ("division,team,grade,sex,people\nN,A,1,All,7\n", GROUPED, "T019"),
        ("division,team,grade,sex,people\nN,A,1,F,3\n", GROUPED, "T020"),
        ("division,team,grade,sex,people\nN,A,1,F,30\n", GROUPED.model_copy(update={"values": ("pay",)}), "T010"),
    ],
)
def test_what_tables_cannot_be_chosen_from_is_refused_with_a_code(
    tmp_path: Path, text: str, design: TableDesign, code: str
) -> None:
    (tmp_path / "rows.csv").write_text(text)
    with pytest.raises(DesignFault, match=code):
        tabulate_chosen([tmp_path / "rows.csv"], design, Limits(), POLICY)


def test_tables_are_chosen_from_one_file_at_a_time(tmp_path: Path) -> None:
    paths = [staff(tmp_path, skewed(), name) for name in ("one", "two")]
    with pytest.raises(DesignFault, match="T017"):
        tabulate_chosen(paths, NESTED, Limits(), POLICY)
