"""The workforce in Spark: the same tables in an engine that goes past one machine.

An extract is always read and coded by DuckDB. What is coded is handed over as Parquet, and every measure then runs as
the same expressions there. Spark is the extra ``spark``; nothing of it is imported before it is asked for.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from footing.workforce.workforce import Workforce

TABLES = ("people", "events", "applications", "participants")

LOCAL_SETTINGS = {
    "spark.master": "local[*]",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "4",
}
"""How Spark runs on one machine: open to nobody else, and without hundreds of empty parts of small tables."""

NO_PYSPARK = (
    "A002 · The engine “spark” is not installed. Install Footing with its extra, footing[spark], or leave --engine out:"
    " DuckDB gives the same figures and needs nothing more."
)
NO_JAVA = (
    "A003 · Spark needs Java 17, and no Java that works was found. Install a Java 17 runtime, or set JAVA_HOME to one, "
    "or leave --engine out: DuckDB gives the same figures and needs nothing more."
)


class SparkUnavailable(RuntimeError):
    """Spark cannot be used on this machine; the message has a code and says what to do."""


def require_spark() -> None:
    """Raise ``SparkUnavailable`` where PySpark or Java is missing, before anything is read."""
    if find_spec("pyspark") is None:
        raise SparkUnavailable(NO_PYSPARK)
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java", path=str(Path(home, "bin")) if home else None) is None:
        raise SparkUnavailable(NO_JAVA)


@contextmanager
def in_spark(workforce: Workforce) -> Iterator[Workforce]:
    """The same workforce with its tables in Spark, for as long as the block lasts.

    The rows go there through a temporary folder that nobody else can read and that is removed at the end; on a cluster,
    ``TMPDIR`` must be a folder that every machine sees. An active Spark session is used and left as it is; otherwise
    one is started on this machine and stopped again. Raises ``SparkUnavailable``.
    """
    require_spark()
    import ibis

    with _session() as session, tempfile.TemporaryDirectory(prefix="footing-") as folder:
        backend = ibis.pyspark.connect(session)
        yield replace(workforce, **{name: _handed_over(name, workforce, backend, Path(folder)) for name in TABLES})


def _handed_over(name: str, workforce: Workforce, backend: Any, folder: Path) -> Any:
    table = getattr(workforce, name)
    if table is None:
        return None
    path = folder / f"{name}.parquet"
    source = workforce.connection.sql(table.get_backend().compile(table))
    source.write_parquet(str(path))
    return backend.read_parquet(str(path), table_name=f"{folder.name.replace('-', '_')}_{name}")


@contextmanager
def _session() -> Iterator[Any]:
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession

    active = SparkSession.getActiveSession()
    if active is not None:
        yield active
        return
    try:
        session = SparkSession.builder.appName("Footing").config(map=dict(LOCAL_SETTINGS)).getOrCreate()
    except PySparkRuntimeError as error:  # what PySpark says of a Java that is too old or does not start
        raise SparkUnavailable(NO_JAVA) from error
    try:
        yield session
    finally:
        session.stop()
