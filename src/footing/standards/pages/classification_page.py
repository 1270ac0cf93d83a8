"""The page of classifications, the definitions that they follow and the derivations that feed them."""

from footing.standards import coverage
from footing.standards.catalogue import Catalogue
from footing.standards.classifications import Classification
from footing.standards.definitions import Definition
from footing.standards.derivations import SelfCodedDerivation
from footing.standards.pages.markdown import bullets, code, page, provenance, table

INTRODUCTION = (
    "A classification says which answers, or which finer classes, make up each group. Figures may be compared only "
    "where their definitions are the same, so each classification and each benchmark names its definition.\n\n"
    "Every classification also counts the groups below, so that nobody who was asked drops out of sight. They are "
    "never in the base of a percentage, nor are groups that say “no” under “In the base”."
)


def classification_page(catalogue: Catalogue) -> str:
    """Every classification, definition and derivation."""
    return page(
        "Classifications",
        INTRODUCTION,
        table(("Code", "Group"), ((code(key), label) for key, label in coverage.LABELS.items())),
        *(_classification(each, catalogue) for each in catalogue.classifications),
        "## Derivations",
        *(_derivation(each, catalogue) for each in catalogue.derivations),
        "## Definitions",
        *(_definition(each) for each in catalogue.definitions),
    )


def _classification(each: Classification, catalogue: Catalogue) -> str:
    facts = [f"Id: {code(each.id)}", f"Definition: {code(each.definition)}", f"Base: {each.base}."]
    if each.question:
        default = ", and is the default for it" if each.default else ""
        facts.append(f"Codes the question {code(each.question)}{default}.")
    if each.of:
        facts.append(f"Codes the classes of {code(each.of)}.")
    parts = [f"## {each.title}", bullets(facts), _coding(each, catalogue), provenance(each)]
    return "\n\n".join(part for part in parts if part)


def _coding(each: Classification, catalogue: Catalogue) -> str:
    if not each.codes:
        return table(("Class", "Label"), ((code(group.code), group.label) for group in each.own_groups))
    names = _names(each, catalogue)
    rows = (
        (names.get(key, code(key)), each.group(group).label, "yes" if each.group(group).in_base else "no")
        for key, group in each.codes.items()
    )
    return table(("Answer or class", "Group", "In the base"), rows)


def _names(each: Classification, catalogue: Catalogue) -> dict[str, str]:
    if each.question:
        return {option.code: option.short_label for option in catalogue.question(each.question).options}
    if each.of:
        return {group.code: group.label for group in catalogue.classification(each.of).own_groups}
    return {}


def _derivation(each: SelfCodedDerivation, catalogue: Catalogue) -> str:
    work_types = catalogue.question(each.parts["work_type"])
    rows = [(work_types.option(work_type).short_label, *classes) for work_type, classes in each.matrix.items()]
    always = [
        f"{work_types.option(work_type).short_label}: {code(group)}"
        for work_type, group in each.whatever_the_status.items()
    ]
    rules = [
        f"{_column_label(each, rule.column)}: "
        + "; ".join(f"{part} is {_answers(answers)}" for part, answers in rule.when.items())
        for rule in each.rules
    ]
    parts = (
        f"### {each.title}",
        f"Id: {code(each.id)}. Gives the classes of {code(each.gives)}.",
        table(("Type of work", *(column.label for column in each.columns)), rows),
        "The column, by the first rule that holds:",
        "\n".join(f"{number}. {rule}" for number, rule in enumerate(rules, start=1)),
        "Whatever the other answers:",
        bullets(always),
        provenance(each),
    )
    return "\n\n".join(parts)


def _column_label(each: SelfCodedDerivation, key: str) -> str:
    return next(column.label for column in each.columns if column.code == key)


def _answers(answers: tuple[str | None, ...]) -> str:
    return " or ".join(code(answer) if answer is not None else "blank" for answer in answers)


def _definition(each: Definition) -> str:
    parts = (
        f"### {each.title}",
        f"Id: {code(each.id)}",
        table(
            ("Group", "Label", "Who is in it"),
            ((code(group.code), group.label, group.meaning) for group in each.groups),
        ),
        provenance(each),
    )
    return "\n\n".join(parts)
