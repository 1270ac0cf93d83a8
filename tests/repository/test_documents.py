"""What the documents say is there, is there."""

import re

from typer.main import get_command

from footing.cli.main import app
from repository.house import CORE, ROOT, all_modules, name_of

CODE_SPAN = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", text_of("Makefile"), flags=re.MULTILINE))


def glossary_rows() -> list[list[str]]:
    rows = [line.strip("|").split("|") for line in text_of("GLOSSARY.md").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows if row[0].strip() not in ("Word", "---")]


def test_every_make_command_in_the_documents_exists():
    for name in ("README.md", "CONTRIBUTING.md", "docs/README.md"):
        commands = re.findall(r"`?make ([a-z]+)", "\n".join(CODE_SPAN.findall(text_of(name))))
        commands += re.findall(r"^make ([a-z]+)", text_of(name), flags=re.MULTILINE)
        assert set(commands) <= make_targets(), name


def test_every_make_command_is_explained():
    explained = set(re.findall(r"`make ([a-z]+)`", text_of("CONTRIBUTING.md")))
    assert make_targets() - {"help"} == explained


def test_every_link_between_documents_leads_somewhere():
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{name_of(path)}: {link}"
        for path in documents
        for link in LINK.findall(path.read_text(encoding="utf-8"))
        if "://" not in link and not (path.parent / link).exists()
    ]
    assert broken == []


def test_every_document_can_be_reached_from_the_first_page():
    linked = set(LINK.findall(text_of("docs/README.md")))
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if not page.startswith("decisions/")} - {"README.md"} <= linked


def test_the_glossary_has_a_meaning_and_a_name_in_the_code_for_every_word():
    rows = glossary_rows()
    assert len({row[0] for row in rows}) == len(rows) > 40
    for row in rows:
        word, meaning, _, names = row
        assert meaning, word
        assert CODE_SPAN.findall(names), word


def test_every_name_in_the_glossary_is_a_name_in_the_code():
    sources = [*CORE.rglob("*.py"), *CORE.rglob("*.yaml"), *(path for path, _ in all_modules())]
    written = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    names = {name for row in glossary_rows() for name in CODE_SPAN.findall(row[3])}
    assert [name for name in sorted(names) if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", written)] == []


def test_every_command_is_in_the_reference_and_in_the_changes():
    for command in get_command(app).commands:
        assert f"\n## footing {command}" in text_of("docs/reference/command-line.md")
        assert f"`footing {command}`" in text_of("CHANGELOG.md")


def test_the_changes_start_with_what_is_not_yet_released():
    headings = re.findall(r"^## (.+)$", text_of("CHANGELOG.md"), flags=re.MULTILINE)
    assert headings[0].startswith(("Unreleased", "0.", "1."))


def test_both_licences_are_there():
    assert text_of("LICENCE").startswith("MIT License")
    assert "Open Government" in text_of("LICENCE-content")
