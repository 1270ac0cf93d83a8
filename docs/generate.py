"""Writes the pages that are made from code and data; with ``--check``, fails when one is out of date."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

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


PAGES: Mapping[str, Callable[[], str]] = {
    "decisions/README.md": decision_index,
}


def main(arguments: list[str]) -> int:
    """Write every page, or name those that differ from what would be written."""
    stale = []
    for name, page in PAGES.items():
        path, text = DOCS / name, page()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale and "--check" in arguments:
        sys.stderr.write("Out of date (run make docs): " + ", ".join(f"docs/{name}" for name in stale) + "\n")
        return 1
    sys.stdout.write(f"{len(PAGES)} generated pages, {len(stale)} changed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
