"""A protection that is broken on purpose is caught by the attack, and nothing is released."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from disclosure.small_tables import grid, policy, release_of, small_threshold
from footing.cli.main import app
from footing.disclosure import ReleaseRefused, counts, release

TABLE = grid([[2, 19, 18], [17, 16, 19], [18, 17, 16]])

PEOPLE = "unit,grade,background\n" + "".join(
    f"U{unit},G{grade},{background}\n" * number
    for unit in range(2)
    for grade in range(3)
    for background, number in (("lower", 3 if unit == grade == 0 else 17 + grade), ("other", 12 + unit))
)


def release_with(monkeypatch: pytest.MonkeyPatch, broken: object, code: str = "D004") -> None:
    monkeypatch.setattr(counts, "suppress_by_parts", broken)
    with pytest.raises(ReleaseRefused, match=code):
        release(release_of(TABLE), policy=small_threshold(5))


def test_withholding_only_the_small_counts_themselves_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    proper = counts.suppress_by_parts

    def sparing(model, needs, *rest):  # type: ignore[no-untyped-def]
        return replace(proper(model, needs, *rest), withheld=needs.sensitive | ~model.published)

    release_with(monkeypatch, sparing)


def test_publishing_any_one_of_the_cells_withheld_beside_a_small_count_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proper = counts.suppress_by_parts

    def generous(model, needs, *rest):  # type: ignore[no-untyped-def]
        pattern = proper(model, needs, *rest)
        beside = np.flatnonzero(pattern.withheld & model.published & ~needs.sensitive)
        withheld = pattern.withheld.copy()
        withheld[beside[0]] = False
        return replace(pattern, withheld=withheld)

    release_with(monkeypatch, generous)


def test_withholding_nothing_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    proper = counts.suppress_by_parts

    def careless(model, needs, *rest):  # type: ignore[no-untyped-def]
        return replace(proper(model, needs, *rest), withheld=~model.published)

    release_with(monkeypatch, careless, "D005")


@pytest.mark.parametrize(
    ("count", "zeros", "caught"),
    [(1, "shown", True), (4, "shown", True), (5, "shown", False), (0, "shown", False), (0, "withheld", True)],
)
def test_every_count_that_the_policy_withholds_is_caught_and_no_other(
    monkeypatch: pytest.MonkeyPatch, count: int, zeros: str, caught: bool
) -> None:
    proper = counts.suppress_by_parts

    def careless(model, needs, *rest):  # type: ignore[no-untyped-def]
        pattern = proper(model, needs, *rest)
        return replace(pattern, withheld=~model.published, needs=replace(needs, sensitive=~model.published))

    monkeypatch.setattr(counts, "suppress_by_parts", careless)
    raw = release_of(grid([[count, 19, 18], [17, 16, 19]]))
    protection = {"lower": 1 if zeros == "shown" else 0, "upper": 5}
    rules = policy(
        counts={"threshold": 5, "zeros": zeros, "group_disclosure": zeros, "protection": protection},
    )
    if caught:
        with pytest.raises(ReleaseRefused, match="D005 · "):
            release(raw, policy=rules)
    else:
        assert all(row.value is not None for row in release(raw, policy=rules).tables[0].rows)


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    (tmp_path / "people.csv").write_text(PEOPLE)
    (tmp_path / "design.yaml").write_text("dimensions:\n  unit: []\n  grade: []\n  background: []\n")
    arguments = [
        "protect",
        "people.csv",
        "--out",
        "out",
        "--hierarchy",
        "design.yaml",
        "--policy",
        "civil-service-2023",
    ]
    paths = [str(tmp_path / each) if each in ("people.csv", "out", "design.yaml") else each for each in arguments]
    result = CliRunner().invoke(app, paths)
    assert result.exit_code == 0, result.output
    return tmp_path / "out"


def audit(folder: Path, *options: str):
    return CliRunner().invoke(app, ["audit", str(folder), *options])


def test_tables_as_protected_pass_the_audit(protected: Path) -> None:
    result = audit(protected)
    assert result.exit_code == 0, result.output
    assert "No withheld count can be narrowed down" in result.output


def test_one_withheld_count_written_back_by_hand_is_found_out_with_the_sum_that_gives_it_away(protected: Path) -> None:
    (table,) = (path for path in protected.glob("*.csv") if path.name != "log.csv")
    lines = table.read_text().splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("U0,G1,lower,"))
    assert lines[place].endswith("[c]")
    lines[place] = lines[place].replace("[c]", "18")
    table.write_text("\n".join(lines) + "\n")
    result = audit(protected)
    assert result.exit_code == 1, result.output
    assert "known too closely" in result.output
    assert "at most" in result.output


def test_no_file_of_a_protected_release_holds_a_withheld_count(protected: Path) -> None:
    for path in protected.iterdir():
        lines = [
            line for line in path.read_text().splitlines() if line.startswith("U0,G0,lower,") or "withheld" in line
        ]
        assert not any(line.endswith(",3") or ",3," in line for line in lines), path
    assert any("[c]" in path.read_text() for path in protected.iterdir())
