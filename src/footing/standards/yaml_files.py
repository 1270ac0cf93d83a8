"""Read YAML strictly: what is written is what is meant.

YAML 1.1 reads ``on``, ``yes`` and ``no`` as true and false, and lets a key be given twice; both would change
reference data silently, so neither happens here.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from footing.standards.errors import ReferenceFileFault

DEEPEST = 50
"""How many levels a file may nest; reference files and mappings need fewer than ten."""

_STARTS = re.compile(r"^[-?: \t]*", re.MULTILINE)
"""What stands before the first word of a line."""
_BOOL = "tag:yaml.org,2002:bool"


class _StrictLoader(yaml.CSafeLoader):
    """The fast safe loader, without YAML 1.1 booleans and without repeated keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        repeated = sorted({key for key in keys if keys.count(key) > 1})
        if repeated:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {repeated[0]!r} is given twice", node.start_mark
            )
        return super().construct_mapping(node, deep=deep)


_StrictLoader.yaml_implicit_resolvers = {
    first: [resolver for resolver in resolvers if resolver[0] != _BOOL]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_StrictLoader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds.

    Raises ``ReferenceFileFault`` when the file cannot be read, is not YAML, repeats a key, nests too deep or is not a
    mapping.
    """
    try:
        text = path.read_text(encoding="utf-8")
        _require_shallow(path, text)
        content = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceFileFault(path, f"cannot be read ({type(error).__name__}).") from error
    except (yaml.YAMLError, ValueError) as error:
        raise ReferenceFileFault(path, f"is not YAML that can be used: {error}.") from error
    if not isinstance(content, dict):
        raise ReferenceFileFault(path, "holds no mapping of keys to values.")
    return content


def _require_shallow(path: Path, text: str) -> None:
    """Refuse what would exhaust the stack: the loader calls itself once for each level."""
    if _deepest_possible(text) <= DEEPEST:
        return
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise ReferenceFileFault(path, f"is nested more than {DEEPEST} levels deep.")


def _deepest_possible(text: str) -> int:
    """How many levels a text can have at most, without parsing it: two for each column that a line starts at or
    nests to by signs, since a list may stand under its key without being moved in, and one for each bracket.
    """
    furthest = max((len(start) for start in _STARTS.findall(text)), default=0)
    return 2 * (furthest + 1) + text.count("[") + text.count("{")
