"""Spark as an extra: what somebody is told who asks for it and does not have it."""

from types import SimpleNamespace

import pytest

from footing.workforce import spark
from footing.workforce.spark import SparkUnavailable, require_spark


def test_without_pyspark_the_extra_to_install_is_named(monkeypatch):
    monkeypatch.setattr(spark, "find_spec", lambda _: None)
    with pytest.raises(SparkUnavailable, match=r"A002 · .*footing\[spark\]"):
        require_spark()


@pytest.mark.parametrize("home", [None, "/nowhere"])
def test_without_java_it_is_java_that_is_asked_for(monkeypatch, tmp_path, home):
    monkeypatch.setattr(spark, "find_spec", lambda _: SimpleNamespace())
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("JAVA_HOME", home) if home else monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(SparkUnavailable, match=r"A003 · .*Java 17"):
        require_spark()
