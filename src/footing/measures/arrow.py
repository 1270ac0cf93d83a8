"""Results leave the engine as Arrow."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # both take long to import, and an expression brings them along anyway
    import ibis
    import pyarrow as pa


def as_arrow(expression: "ibis.Table") -> "pa.Table":
    """Run an expression in the engine it belongs to and take the result as Arrow.

    DuckDB is asked itself: Ibis would hand over the same table, but imports pandas to do so, which takes longer than
    measuring a few thousand people.
    """
    engine = expression.get_backend()
    if engine.name == "duckdb":
        return engine.con.sql(engine.compile(expression)).to_arrow_table()
    return expression.to_pyarrow()
