"""Where things are in the repository, for the tests that watch over it."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CORE = ROOT / "src" / "footing"
WEB = ROOT / "src" / "footing_web"


@cache
def settings() -> dict[str, Any]:
    """pyproject.toml as data."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def core_modules() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the core, parsed."""
    for path in sorted(CORE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


@cache
def all_modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Every module of the core and of the web service, parsed; not migrations, which a command writes."""
    ours = [path for path in sorted(WEB.rglob("*.py")) if not {"migrations", "node_modules"} & set(path.parts)]
    return (*core_modules(), *((path, ast.parse(path.read_text(encoding="utf-8"))) for path in ours))


def files_of_the_house(*suffixes: str) -> Iterator[Path]:
    """The files that people write: sources, tests, benchmarks, documents and what stands at the top."""
    for folder in ("src", "tests", "benchmarks", "deploy", "docs", ".ci"):
        found = (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in suffixes)
        yield from (path for path in found if "node_modules" not in path.parts)
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file() and path.suffix in suffixes)


def name_of(path: Path) -> str:
    """A path as people write it: from the top of the repository."""
    return path.relative_to(ROOT).as_posix()
