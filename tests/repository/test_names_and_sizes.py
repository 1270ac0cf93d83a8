"""Names that say nothing, functions too long to read, and work left for later are not let in."""

import ast
import re

from repository.house import all_modules, files_of_the_house, name_of

EMPTY_WORDS = {
    "util", "utils", "helper", "helpers", "common", "misc", "core", "base", "manager", "handler", "process", "info"
}  # fmt: skip
NAMED_BY_DJANGO = {"base", "PrivateUploadHandler"}
"""A database backend of Django is a module ``base``, and what receives a file is an upload handler there."""
LONGEST_FUNCTION = 50
LEFT_FOR_LATER = re.compile(r"\b(TO" + "DO|FIX" + r"ME)\b")


def empty_module_names(names: list[str]) -> list[str]:
    """Modules and packages named by a word that says nothing."""
    return [name for name in names if name in EMPTY_WORDS or name.rpartition("_")[2] in EMPTY_WORDS - {"process"}]


def empty_class_names(tree: ast.Module) -> list[str]:
    """Classes whose last word says nothing, such as PayManager."""
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return [name for name in classes if re.findall(r"[A-Z][a-z0-9]*", name)[-1].lower() in EMPTY_WORDS]


def long_functions(tree: ast.Module) -> list[str]:
    """Functions of more lines than can be taken in at once."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [one.name for one in functions if (one.end_lineno or one.lineno) - one.lineno + 1 > LONGEST_FUNCTION]


def test_no_module_has_a_name_that_says_nothing():
    paths = [path for path, _ in all_modules()]
    names = {path.stem for path in paths} | {path.parent.name for path in paths}
    assert empty_module_names(sorted(names - NAMED_BY_DJANGO)) == []


def test_an_empty_module_name_is_found():
    assert empty_module_names(["utils", "pay_helpers", "base", "background", "information"]) == [
        "utils",
        "pay_helpers",
        "base",
    ]


def test_no_class_has_a_name_that_says_nothing():
    found = {name_of(path): set(empty_class_names(tree)) - NAMED_BY_DJANGO for path, tree in all_modules()}
    assert {name: classes for name, classes in found.items() if classes} == {}


def test_no_function_is_too_long_to_read():
    assert {name_of(path): found for path, tree in all_modules() if (found := long_functions(tree))} == {}


def test_an_empty_class_name_and_a_long_function_are_found():
    tree = ast.parse("class PayManager: ...\nclass PayBand: ...\ndef long():\n" + "    x = 1\n" * 50)
    assert empty_class_names(tree) == ["PayManager"]
    assert long_functions(tree) == ["long"]


def test_nothing_is_left_for_later():
    for path in files_of_the_house(".py", ".md", ".yaml", ".toml", ".html", ".css"):
        marks = LEFT_FOR_LATER.findall(path.read_text(encoding="utf-8"))
        assert marks == [], name_of(path)
