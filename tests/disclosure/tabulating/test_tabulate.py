"""From files of people or of cells to the tables that are protected together."""

from pathlib import Path

import pytest

from footing.disclosure.tabulating import DesignFault, TableDesign, Tabulated, tabulate
from footing.tables import EVERYONE, Coordinate, coordinate
from footing.tables.raw import FromValues
from footing.workforce.limits import Limits

WITHIN = "\x1e"
STAFF = "division,team,grade,pay\n" + "".join(
    f"{division},{team},{grade},{pay}\n"
    for division, team, grade, pay in [
        ("North", "A", "1", '"£20,000"'),
        ("North", "A", "2", "30000.50"),
        ("North", "B", "1", "21000"),
        ("South", "A", "1", "22000"),
        ("South", "A", "", ""),
    ]
)
NESTED = TableDesign(dimensions={"team": ("division",), "grade": ()})


def counted(folder: Path, text: str = STAFF, design: TableDesign | None = NESTED, name: str = "staff") -> Tabulated:
    path = folder / f"{name}.csv"
    path.write_text(text)
    return tabulate([path], design, Limits())


def counts(tabulated: Tabulated) -> dict[Coordinate, int]:
    return dict(tabulated.raw.populations[0].counts)


def test_people_are_counted_in_every_combination_and_every_total(tmp_path: Path) -> None:
    found = counts(counted(tmp_path))
    assert found[EVERYONE] == 5
    assert found[coordinate(team="North")] == 3
    assert found[coordinate(team=f"North{WITHIN}A")] == 2
    assert found[coordinate(team="North", grade="1")] == 2


def test_combinations_that_hold_nobody_are_noughts(tmp_path: Path) -> None:
    assert counts(counted(tmp_path))[coordinate(team=f"South{WITHIN}A", grade="2")] == 0


def test_two_teams_of_one_name_in_two_divisions_stay_apart(tmp_path: Path) -> None:
    found = counts(counted(tmp_path))
    assert found[coordinate(team=f"North{WITHIN}A")] == 2
    assert found[coordinate(team=f"South{WITHIN}A")] == 2


def test_a_blank_is_a_category_of_its_own_so_that_totals_add_up(tmp_path: Path) -> None:
    assert counts(counted(tmp_path))[coordinate(grade="not recorded")] == 1


def test_a_description_is_drafted_where_none_is_given(tmp_path: Path) -> None:
    rows = "".join(f"D{team // 2},T{team},G{grade},{team}.5\n" for team in range(4) for grade in range(2))
    assert counted(tmp_path, "division,team,grade,pay\n" + rows, None).design.dimensions == {
        "team": ("division",),
        "grade": (),
    }


def test_amounts_are_read_with_pounds_and_commas_and_added_up(tmp_path: Path) -> None:
    tabulated = counted(tmp_path, design=NESTED.model_copy(update={"values": ("pay",)}))
    _, pay = tabulated.raw.tables
    figures = {row.key: row.figure for row in pay.rows}
    north = figures["North", "*"]
    assert isinstance(north, FromValues)
    assert north.adds_up
    assert north.contribution is not None
    assert (north.contribution.total, north.contribution.largest) == (71000.5, (30000.5, 21000.0, 20000.0))


def test_words_where_amounts_should_be_are_refused_without_repeating_them(tmp_path: Path) -> None:
    with pytest.raises(DesignFault, match="T009") as refusal:
        counted(tmp_path, STAFF + "North,A,1,confidential\n", NESTED.model_copy(update={"values": ("pay",)}))
    assert "confidential" not in str(refusal.value)


def test_a_column_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(DesignFault, match="T005") as refusal:
        counted(tmp_path, design=TableDesign(dimensions={"squad": ()}))
    assert "division, team, grade" in str(refusal.value)


def test_a_category_that_is_the_word_for_everybody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DesignFault, match="T008"):
        counted(tmp_path, STAFF + "North,All,1,1\n")


CELLS = "grade,sex,people\nAll,All,12\nAll,F,7\nAll,M,5\n1,All,12\n1,F,7\n1,M,5\n"
BY_CELL = TableDesign(dimensions={"grade": (), "sex": ()}, count="people")


def test_cells_keep_the_rows_that_their_table_has(tmp_path: Path) -> None:
    tabulated = counted(tmp_path, CELLS, BY_CELL)
    (table,) = tabulated.raw.tables
    assert [row.key for row in table.rows][:3] == [("*", "*"), ("*", "F"), ("*", "M")]
    assert counts(tabulated)[coordinate(sex="F")] == 7


def test_two_tables_of_cells_are_of_the_same_people(tmp_path: Path) -> None:
    for name, text in {"one": "grade,people\n1,7\n2,5\n", "two": "sex,people\nF,4\nM,8\n"}.items():
        (tmp_path / f"{name}.csv").write_text(text)
    tabulated = tabulate([tmp_path / "one.csv", tmp_path / "two.csv"], BY_CELL, Limits())
    assert len(tabulated.raw.populations) == 1
    assert len(tabulated.raw.tables) == 2


def test_two_tables_that_disagree_are_refused(tmp_path: Path) -> None:
    for name, text in {"one": "grade,people\nAll,7\n", "two": "sex,people\nAll,8\n"}.items():
        (tmp_path / f"{name}.csv").write_text(text)
    with pytest.raises(DesignFault, match="T013"):
        tabulate([tmp_path / "one.csv", tmp_path / "two.csv"], BY_CELL, Limits())


@pytest.mark.parametrize(("mark", "code"), [("[c]", "T012"), ("several", "T011")])
def test_a_count_that_is_no_number_is_refused(tmp_path: Path, mark: str, code: str) -> None:
    with pytest.raises(DesignFault, match=code):
        counted(tmp_path, CELLS.replace("1,M,5", f"1,M,{mark}"), BY_CELL)
