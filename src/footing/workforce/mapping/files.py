"""Mappings as YAML files that people can read and change."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from footing.standards import ReferenceFileFault
from footing.standards.yaml_files import read_yaml
from footing.workforce.faults import Fault
from footing.workforce.faults.mapping_kinds import MAPPING_NOT_READ, MAPPING_NOT_VALID
from footing.workforce.mapping.mapping import Mapping

_HEADER = """\
# How this extract is read. Footing drafted it; please check it, and change what is wrong.
# - Each column has a field, or the reason why it is not used ("ignored").
# - Under "words", each option is followed by the words that mean it. Words under "unplaced" fit no option: move each
#   beneath the option that it means, or correct the file.
# - Grades run from junior to senior.
# "confidence" and "because" are there for you to read; nothing is decided by them.
"""


_WIDE = 10_000
"""Long wordings stay on one line."""


class MappingRefused(Exception):
    """A mapping file that cannot be used; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def load_mapping(path: Path) -> Mapping:
    """The mapping in a YAML file.

    Raises ``MappingRefused`` when the file cannot be read, is not YAML, or says something that a mapping cannot.
    """
    try:
        content = read_yaml(path)
    except ReferenceFileFault as error:
        raise MappingRefused(MAPPING_NOT_READ.at(name=path.name, reason=error.message)) from error
    try:
        return Mapping.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = " → ".join(str(part) for part in first["loc"]) or "the whole file"
        reason = first["msg"].removeprefix("Value error, ")
        raise MappingRefused(MAPPING_NOT_VALID.at(name=path.name, where=where, reason=reason)) from error


def mapping_to_yaml(mapping: Mapping) -> str:
    """A mapping as YAML, with a few lines that say how to read it. ``load_mapping`` reads the same mapping back."""
    chosen = mapping.model_dump(mode="json", exclude_defaults=True)
    settings = {name: chosen.pop(name, {}) for name in ("dates", "pay", "bands")}
    whole = {name: getattr(mapping, name).model_dump(mode="json", exclude_none=True) for name in settings}
    content = {"version": mapping.version, **chosen, **whole}
    return _HEADER + yaml.dump(_reasons_last(content), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDE)


def _reasons_last(content: Any) -> Any:
    """What is decided first, then how sure it is and why."""
    if isinstance(content, list):
        return [_reasons_last(each) for each in content]
    if not isinstance(content, dict):
        return content
    reasons = {name: content[name] for name in ("confidence", "because") if name in content}
    decisions = {name: _reasons_last(each) for name, each in content.items() if name not in reasons}
    return {**decisions, **reasons}


def write_mapping(mapping: Mapping, path: Path) -> None:
    """Write a mapping to a file, which appears whole or not at all. Raises ``OSError`` when it cannot be written."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(mapping_to_yaml(mapping))
        Path(temporary).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise


class _Dumper(yaml.SafeDumper):
    """Block style, with lists indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow=flow, indentless=False)
