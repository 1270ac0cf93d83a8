"""Writes the pages that are made from code and data; with ``--check``, fails when one is out of date."""

import sys
from pathlib import Path

from command_line import command_line_page
from extract_page import extract_page
from fault_page import fault_page
from glossary_measures import glossary
from journey_page import journey_page
from report_page import report_page
from sample_page import sample_page
from typer.main import get_command

from footing.cli.main import app
from footing.standards import load_catalogue
from footing.standards.pages import reference_pages

DOCS = Path(__file__).parent

ABOUT_DECISIONS = """\
One page for each decision that shaped the code: what was open, what was chosen, why, and what it costs.
A record is `NNNN-short-title.md` with the heading `# NNNN: What was decided`. Take the next free number; a number is
never used twice, also not after a record was superseded. A later record names the one that it replaces, and the
old one says so at its top. This list is generated: `make docs`."""


def decision_index() -> str:
    """The list of decision records, from the records themselves."""
    lines = ["# Decisions", "", ABOUT_DECISIONS, ""]
    for record in sorted((DOCS / "decisions").glob("[0-9]*.md")):
        title = record.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        lines.append(f"- [{title}]({record.name})")
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Every generated page: its name below docs, and its text."""
    catalogue = load_catalogue()
    return {
        "../GLOSSARY.md": glossary(DOCS.parent / "GLOSSARY.md", catalogue),
        "decisions/README.md": decision_index(),
        "reference/case-study-journey.md": journey_page(),
        "reference/command-line.md": command_line_page(get_command(app)),
        "reference/extract.md": extract_page(catalogue),
        "reference/faults.md": fault_page(),
        "reference/reports.md": report_page(catalogue),
        "reference/sample.md": sample_page(catalogue),
        **{f"reference/{name}": text for name, text in reference_pages(catalogue).items()},
    }


def main(arguments: list[str]) -> int:
    """Write every page, or name those that differ from what would be written."""
    made = pages()
    stale = [name for name, text in made.items() if not _holds(DOCS / name, text)]
    if "--check" in arguments:
        if stale:
            sys.stderr.write("Out of date (run make docs): " + ", ".join(f"docs/{name}" for name in stale) + "\n")
        return int(bool(stale))
    for name in stale:
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(made[name], encoding="utf-8")
    sys.stdout.write(f"{len(made)} generated pages, {len(stale)} changed\n")
    return 0


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
