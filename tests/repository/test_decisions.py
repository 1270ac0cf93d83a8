"""Decision records have a number of their own, and the house says which one allows a long file."""

import re

from repository.house import ROOT, all_modules, name_of

RECORDS = ROOT / "docs" / "decisions"
LONGEST_FILE = 500


def faults_of(records: dict[str, str]) -> list[str]:
    """What is wrong with decision records, given as file name to text."""
    faults, seen = [], {}
    for name, text in sorted(records.items()):
        numbered = re.fullmatch(r"(\d{4})-[a-z0-9-]+\.md", name)
        if numbered is None:
            faults.append(f"{name}: the name is not NNNN-short-title.md")
            continue
        number = numbered[1]
        if not text.startswith(f"# {number}: "):
            faults.append(f"{name}: the heading does not start with '# {number}: '")
        if number in seen:
            faults.append(f"{name}: {seen[number]} has the same number")
        seen[number] = name
    return faults


def test_every_decision_record_has_a_number_of_its_own():
    records = {path.name: path.read_text(encoding="utf-8") for path in RECORDS.glob("*.md") if path.name != "README.md"}
    assert records
    assert faults_of(records) == []


def test_a_record_with_no_number_or_one_that_is_taken_is_found():
    records = {"0001-a.md": "# 0001: A", "0001-b.md": "# 0001: B", "licence.md": "# Licence", "0002-c.md": "# C"}
    assert len(faults_of(records)) == 3


def test_a_file_over_500_lines_is_named_in_a_decision_record():
    written = "\n".join(path.read_text(encoding="utf-8") for path in RECORDS.glob("[0-9]*.md"))
    long = [path for path, _ in all_modules() if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE]
    assert [name_of(path) for path in long if name_of(path) not in written] == []
