"""No module outside disclosure works around the seal on releasable tables."""

import ast

import pytest

from repository.house import CORE, core_modules, name_of

MAY_TOUCH_THE_SEAL = {
    CORE / name for name in ("tables/releasable.py", "tables/seal.py", "disclosure/release.py", "disclosure/keeping.py")
}
COPIES_WITH_CHANGES = {"replace", "deepcopy", "__setattr__", "__new__"}


def ways_around(tree: ast.Module) -> list[str]:
    """Uses of a releasable table's seal, and copies with changes in modules that know releasable tables."""
    found = [f"line {node.lineno}: .seal" for node in ast.walk(tree) if _names(node) == "seal"]
    if any(_names(node) in ("ReleasableTable", "ReleasableRow") for node in ast.walk(tree)):
        found += [
            f"line {node.lineno}: {called}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and (called := _copies(node)) is not None
        ]
    return found


def _names(node: ast.AST) -> str | None:
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Name):
        return node.id
    return node.name if isinstance(node, ast.alias) else None


def _copies(call: ast.Call) -> str | None:
    """The call's name if it copies with changes; ``text.replace("a", "b")`` takes no keywords and is none."""
    name = _names(call.func)
    if name == "replace" and isinstance(call.func, ast.Attribute) and not call.keywords:
        return None
    return name if name in COPIES_WITH_CHANGES else None


def test_no_module_works_around_the_seal():
    others = ((path, tree) for path, tree in core_modules() if path not in MAY_TOUCH_THE_SEAL)
    assert {name_of(path): found for path, tree in others if (found := ways_around(tree))} == {}


@pytest.mark.parametrize(
    "source",
    [
        "from dataclasses import replace\ndef f(t: ReleasableTable): return replace(t, rows=())",
        "import dataclasses\ndef f(t: ReleasableTable): return dataclasses.replace(t, rows=())",
        "import copy\ndef f(t: ReleasableTable): return copy.replace(t, rows=())",
        "def f(t: ReleasableTable): object.__setattr__(t, 'rows', ())",
        "def f(t): return t.seal",
    ],
)
def test_each_way_around_is_found(source):
    assert len(ways_around(ast.parse(source))) == 1


def test_changing_letters_in_a_text_is_no_way_around():
    assert ways_around(ast.parse("def f(t: ReleasableTable): return t.title.replace('a', 'b')")) == []
