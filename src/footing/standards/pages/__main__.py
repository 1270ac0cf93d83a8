"""Write the reference pages into a folder."""

import sys
from pathlib import Path

from footing.standards.catalogue import load_catalogue
from footing.standards.pages import reference_pages


def main(arguments: list[str]) -> int:
    """Write each page into the folder named first; 2 when none is named."""
    if len(arguments) != 1:
        sys.stderr.write("Name the folder to write to: python -m footing.standards.pages docs/reference\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in reference_pages(load_catalogue()).items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
