"""Work out a background from the answers to several questions, where the one key question was not asked."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from typing import TYPE_CHECKING

from footing.standards import Catalogue, Classification, SelfCodedDerivation, self_coded_table
from footing.workforce.coding import sql
from footing.workforce.coding.rules import CodingRules
from footing.workforce.workforce import NOT_ANSWERED, QuestionInUse

if TYPE_CHECKING:
    import duckdb

KEY_QUESTION = "parental_occupation"


def add_self_coded_background(
    connection: "duckdb.DuckDBPyConnection", relation: str, asked: frozenset[str], rules: CodingRules
) -> QuestionInUse | None:
    """Add the group of the key question to a coded table whose people answered all parts of a derivation instead.

    The class that the answers give is grouped by the classification that has the same definition as the key
    question's own, so that both may be compared with the same benchmark. Returns ``None`` when a part was not asked.
    """
    if KEY_QUESTION in asked:
        return None
    for derivation in rules.catalogue.derivations:
        classification = _same_definition(derivation, rules)
        if classification is not None and asked >= set(derivation.parts.values()):
            _add_column(connection, relation, derivation, classification, rules.catalogue)
            return QuestionInUse(KEY_QUESTION, classification)
    return None


def _same_definition(derivation: SelfCodedDerivation, rules: CodingRules) -> Classification | None:
    definition = rules.catalogue.default_classification(KEY_QUESTION, rules.as_at).definition
    candidates = (
        each
        for each in rules.catalogue.classifications
        if each.of == derivation.gives and each.definition == definition
    )
    return next(candidates, None)


def _add_column(
    connection: "duckdb.DuckDBPyConnection",
    relation: str,
    derivation: SelfCodedDerivation,
    classification: Classification,
    catalogue: Catalogue,
) -> None:
    """Join the table of every combination of answers to the people, inside the engine."""
    options = {
        part: tuple(option.code for option in catalogue.question(question).options)
        for part, question in derivation.parts.items()
    }
    combinations = self_coded_table(derivation, options)
    parts = list(derivation.parts)
    given = [[getattr(answers, part) or NOT_ANSWERED for answers, _ in combinations] for part in parts]
    groups = [classification.codes.get(found, found) for _, found in combinations]
    stored = sql.enum(group.code for group in classification.groups if not group.rollup)
    unnested = ", ".join(f"unnest(?) AS {part}" for part in parts)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE self_coded AS SELECT {unnested}, CAST(unnest(?) AS {stored}) AS answer_group",
        [*given, groups],
    )
    same = " AND ".join(
        f"people.{sql.name(derivation.parts[part] + '_option')}::VARCHAR = self_coded.{part}" for part in parts
    )
    connection.execute(
        f"CREATE OR REPLACE TABLE {relation} AS SELECT people.*, self_coded.answer_group AS {sql.name(KEY_QUESTION)}"
        f" FROM {relation} AS people JOIN self_coded ON {same}"
    )
