"""Every dependency carries the reason why it is there."""

import re

from repository.house import ROOT, settings

FEW_WORDS = 3


def without_reason(pyproject: str, requirements: list[str]) -> list[str]:
    """The requirements whose own line does not say in a few words why."""
    reasons = {}
    for line in pyproject.splitlines():
        for requirement in requirements:
            if f'"{requirement}"' in line:
                reasons[requirement] = line.partition("#")[2].split()
    return [requirement for requirement in requirements if len(reasons.get(requirement, [])) < FEW_WORDS]


def all_requirements(data: dict) -> list[str]:
    groups = [
        data["build-system"]["requires"],
        data["project"]["dependencies"],
        *data["project"].get("optional-dependencies", {}).values(),
        *data["dependency-groups"].values(),
    ]
    return [requirement for group in groups for requirement in group if isinstance(requirement, str)]


def test_every_dependency_says_on_its_line_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert without_reason(text, all_requirements(settings())) == []


def test_a_dependency_with_no_reason_is_found():
    text = 'dependencies = [\n    "leftpad>=1",\n    "duckdb>=1",  # the embedded engine\n]'
    assert without_reason(text, ["leftpad>=1", "duckdb>=1"]) == ["leftpad>=1"]


def test_the_lock_file_knows_every_dependency():
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    for requirement in all_requirements(settings()):
        name = re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower()
        assert f'name = "{name}"' in lock or name in settings()["build-system"]["requires"][0]
