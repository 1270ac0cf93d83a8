"""``protect``, ``audit`` and ``ledger`` with a ledger of what was released before."""

from pathlib import Path

import pytest
import xlsxwriter
from click.testing import Result
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from footing.cli.main import app
from footing.samples import council

DESIGN = "dimensions: {unit: [], grade: [], background: []}\nperson: key\n"


def staff(*, small: int = 3, first: int = 0) -> str:
    rows = [
        f"U{unit},G{grade},{background}"
        for unit in range(2)
        for grade in range(3)
        for background, number in (("lower", small if unit == grade == 0 else 17 + grade), ("other", 12 + unit))
        for _ in range(number)
    ]
    return "key,unit,grade,background\n" + "".join(f"P{first + place},{row}\n" for place, row in enumerate(rows))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "design.yaml").write_text(DESIGN)
    (tmp_path / "tables.yaml").write_text(DESIGN + "tables: [[unit, background]]\n")
    return tmp_path


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [each.replace("@", f"{folder}/") for each in arguments])


def protect(folder: Path, content: str, *options: str, design: str = "design") -> Result:
    (folder / "staff.csv").write_text(content)
    command = ("protect", "@staff.csv", "--out", "@out", "--hierarchy", f"@{design}.yaml", "--ledger", "@ledger.jsonl")
    return run(folder, *command, "--policy", "civil-service-2023", "--snapshot", "2026-03-31", *options)


def test_a_release_is_entered_and_the_same_people_can_be_released_again(folder: Path) -> None:
    first = protect(folder, staff())
    assert first.exit_code == 0, first.output
    assert "as number 1" in first.output
    before = (folder / "out" / "staff.by_unit_and_grade_and_background.csv").read_text()
    assert protect(folder, staff()).exit_code == 0
    assert (folder / "out" / "staff.by_unit_and_grade_and_background.csv").read_text() == before
    listed = run(folder, "ledger", "show", "@ledger.jsonl")
    assert listed.output.count("release") == 2


def test_neither_ledger_nor_output_holds_a_key_or_a_count_that_is_withheld(folder: Path) -> None:
    protect(folder, staff())
    text = (folder / "ledger.jsonl").read_text()
    assert "P17" not in text
    assert '[["background","lower"],["grade","G0"],["unit","U0"]],3]' not in text
    assert (folder / "ledger.jsonl.key").stat().st_mode & 0o077 == 0


def test_one_person_more_is_refused_and_leaves_the_first_release_as_it_was(folder: Path) -> None:
    protect(folder, staff())
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    refused = protect(folder, staff() + "P999,U1,G1,lower\n")
    assert refused.exit_code == 1
    assert "D008" in refused.output
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == before
    assert run(folder, "ledger", "show", "@ledger.jsonl").output.count("release") == 1


def test_other_people_are_a_release_of_their_own(folder: Path) -> None:
    protect(folder, staff())
    assert protect(folder, staff(small=9, first=1000)).exit_code == 0


def test_the_audit_attacks_a_release_together_with_what_went_before(folder: Path) -> None:
    protect(folder, staff())
    audited = run(folder, "audit", "@out", "--ledger", "@ledger.jsonl")
    assert audited.exit_code == 0, audited.output
    by_hand = ("audit", "@by_hand.csv", "--hierarchy", "@design.yaml", "--policy", "civil-service-2023")
    (folder / "by_hand.csv").write_text("unit,grade,background,people\nU0,G1,lower,18\nU1,G0,lower,17\n")
    assert run(folder, *by_hand).exit_code == 0
    audited = run(folder, *by_hand, "--ledger", "@ledger.jsonl")
    assert audited.exit_code == 1, audited.output
    assert "unit U0" in audited.output


def test_other_tables_of_the_same_people_are_protected_given_the_first(folder: Path) -> None:
    assert protect(folder, staff(), design="tables").exit_code == 0
    assert protect(folder, staff()).exit_code == 0
    assert run(folder, "audit", "@out", "--ledger", "@ledger.jsonl").exit_code == 0


def test_a_withdrawal_is_recorded_and_a_release_that_is_not_there_cannot_be_withdrawn(folder: Path) -> None:
    protect(folder, staff())
    assert run(folder, "ledger", "withdraw", "@ledger.jsonl", "1", "--reason", "Wrong day").exit_code == 0
    assert "withdrawal of 1: Wrong day" in run(folder, "ledger", "show", "@ledger.jsonl").output
    assert run(folder, "ledger", "withdraw", "@ledger.jsonl", "7", "--reason", "None such").exit_code == 2


def test_a_correction_is_entered_with_what_it_corrects(folder: Path) -> None:
    protect(folder, staff())
    protect(folder, staff(), "--corrects", "1", "--reason", "A title was wrong")
    assert "correction of 1" in run(folder, "ledger", "show", "@ledger.jsonl").output


def test_a_ledger_that_was_changed_stops_everything(folder: Path) -> None:
    protect(folder, staff())
    path = folder / "ledger.jsonl"
    path.write_text(path.read_text().replace("2026-03-31", "2025-03-31"))
    assert "L002" in run(folder, "ledger", "show", "@ledger.jsonl").output
    refused = protect(folder, staff())
    assert (refused.exit_code, "L002" in refused.output) == (1, True)


def test_differences_list_pairs_of_printed_counts_that_tell_of_too_few(folder: Path) -> None:
    (folder / "by_hand.csv").write_text("unit,grade,background,people\nU0,All,All,40\nU0,G1,All,38\n")
    by_hand = ("audit", "@by_hand.csv", "--hierarchy", "@design.yaml", "--policy", "civil-service-2023")
    assert run(folder, *by_hand).exit_code == 0
    audited = run(folder, *by_hand, "--differences")
    assert audited.exit_code == 1
    assert "2 people are in [unit U0] and not in [grade G1, unit U0]" in audited.output
    protect(folder, staff())
    assert run(folder, "audit", "@out", "--differences", "--ledger", "@ledger.jsonl").exit_code == 0


def test_an_assessment_is_entered_and_one_of_one_person_fewer_is_refused(tmp_path: Path) -> None:
    extract = council(seed=3, people=400).write(tmp_path).staff
    command = (
        "assess",
        str(extract),
        "--ledger",
        "@ledger.jsonl",
        "--format",
        "json",
        "--as-at",
        "2025-04-01",
        "--out",
    )
    for folder in ("@one", "@two"):
        result = run(tmp_path, *command, folder)
        assert result.exit_code == 0, result.output
    assert (tmp_path / "one" / "assessment.json").read_bytes() == (tmp_path / "two" / "assessment.json").read_bytes()
    lines = extract.read_text().splitlines()
    extract.write_text("\n".join(lines[:-1]) + "\n")
    refused = run(tmp_path, *command, "@three")
    assert (refused.exit_code, "D008" in refused.output) == (1, True)
    assert not (tmp_path / "three").exists()


def test_what_a_small_employer_is_told_to_do_instead_of_a_second_release_works(tmp_path: Path) -> None:
    """Three of sixty have left: wait until ten have, or publish the earlier release again."""
    extract = council(seed=3, people=60).write(tmp_path).staff
    lines = extract.read_text().splitlines()

    def assess(folder: str, left: int) -> Result:
        extract.write_text("\n".join(lines[: len(lines) - left]) + "\n")
        options = ("--ledger", "@ledger.jsonl", "--format", "json", "--as-at", "2025-04-01", "--out", folder)
        return run(tmp_path, "assess", str(extract), *options)

    assert assess("@first", 0).exit_code == 0
    refused = assess("@second", 3)
    assert (refused.exit_code, "D008" in refused.output) == (1, True)
    assert "Wait until 10 or more have joined, left or changed their answers" in " ".join(refused.output.split())
    assert assess("@again", 0).exit_code == 0
    assert (tmp_path / "again" / "assessment.json").read_bytes() == (
        tmp_path / "first" / "assessment.json"
    ).read_bytes()
    assert assess("@later", 14).exit_code == 0


def test_a_stricter_policy_after_a_laxer_one_is_refused_and_what_is_said_to_do_instead_works(tmp_path: Path) -> None:
    """A group of seven that was shown once cannot be split into four and three that could each be ten."""
    extract = council(seed=3, people=400).write(tmp_path).staff

    def assess(folder: str, policy: str) -> Result:
        options = ("--ledger", "@ledger.jsonl", "--format", "json", "--as-at", "2025-04-01", "--out", folder)
        return run(tmp_path, "assess", str(extract), "--policy", policy, *options)

    assert assess("@first", "civil-service-2023").exit_code == 0
    refused = assess("@second", "publish-10")
    assert (refused.exit_code, "D007" in refused.output) == (1, True)
    assert "those of the earlier release again as they were, under its policy" in " ".join(refused.output.split())
    assert not (tmp_path / "second").exists()
    assert run(tmp_path, "ledger", "show", "@ledger.jsonl").output.count("release") == 1
    assert assess("@again", "civil-service-2023").exit_code == 0


def test_wider_groups_are_proposed_where_asked(folder: Path) -> None:
    proposed = protect(folder, staff(), "--wider")
    assert proposed.exit_code == 0
    assert "put together" in proposed.output or "No wider groups" in proposed.output


def test_a_workbook_becomes_a_workbook_that_the_audit_reads(folder: Path) -> None:
    with xlsxwriter.Workbook(folder / "staff.xlsx") as workbook:
        sheet = workbook.add_worksheet()
        for number, line in enumerate(staff().splitlines()):
            sheet.write_row(number, 0, line.split(","))
    design = ("--hierarchy", "@design.yaml", "--policy", "civil-service-2023")
    result = run(folder, "protect", "@staff.xlsx", "--out", "@out", *design)
    assert result.exit_code == 0, result.output
    assert {path.suffix for path in (folder / "out").iterdir()} == {".xlsx", ".csv", ".json"}
    (table,) = (folder / "out").glob("*.xlsx")
    rows = CalamineWorkbook.from_path(table).get_sheet_by_index(0).to_python()
    assert ["U0", "G0", "lower", "[c]"] in rows
    assert ["All", "All", "All", 169.0] in rows
    assert run(folder, "audit", "@out").exit_code == 0


def test_a_whole_assessment_with_careers_can_be_made_again_and_says_the_same(tmp_path: Path) -> None:
    files = council(seed=3, people=700).write(tmp_path)
    for out in ("one", "two"):
        options = ("--events", str(files.events), "--as-at", "2025-03-31", "--ledger", "@ledger", "--format", "json")
        result = run(tmp_path, "assess", str(files.staff), *options, "--out", f"@{out}")
        assert result.exit_code == 0, result.output
    one, two = ((tmp_path / out / "assessment.json").read_bytes() for out in ("one", "two"))
    assert one == two
    audited = run(tmp_path, "audit", "@two", "--ledger", "@ledger")
    assert audited.exit_code == 0, audited.output
