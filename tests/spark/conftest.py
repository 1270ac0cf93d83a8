"""One Spark for all these tests; skipped by name where there is none."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest

from footing.workforce.spark import LOCAL_SETTINGS, SparkUnavailable, require_spark

SMALL_AND_SHORT = {
    "spark.master": "local[2]",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.memory": "2g",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",  # compiling further takes longer than it saves here
}


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    try:
        require_spark()
    except SparkUnavailable:
        pytest.skip("PySpark and Java 17 are not both installed, so Spark is not compared with DuckDB")
    from pyspark.sql import SparkSession

    session = SparkSession.builder.config(map={**LOCAL_SETTINGS, **SMALL_AND_SHORT}).getOrCreate()
    yield session
    session.stop()
    gc.collect()  # the connections that it leaves open, while their warnings are expected
