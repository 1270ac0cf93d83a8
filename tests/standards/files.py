"""Small reference files for tests: a folder of data that a test can spoil."""

from pathlib import Path
from typing import Any

import yaml

SOURCE = {"publisher": "Test office", "title": "Made for tests", "published": "2024", "licence": "Facts only"}
REVIEW = {"by": "Test reviewer", "on": "2024-01-01", "status": "corroborated", "note": "Made for tests."}


def benchmark(**changes: Any) -> dict[str, Any]:
    """A benchmark file as data, with some keys changed; a key changed to ``None`` is left out."""
    content = {
        "id": "made-up",
        "title": "Made-up benchmark",
        "start": "2024-01-01",
        "status": "official",
        "definition": "made-up-definition",
        "scope": "national",
        "population": "Everybody in a test",
        "base": "Everybody in a test",
        "year": "2024",
        "values": {"one": 40, "other": 60},
        "source": SOURCE,
        "review": REVIEW,
    }
    return {key: value for key, value in {**content, **changes}.items() if value is not None}


def write(folder: Path, name: str, content: dict[str, Any] | str) -> Path:
    """Write one reference file; dates stay dates."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path
