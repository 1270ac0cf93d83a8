"""For the tests of what to do next: a result that was released, by the real steps."""

from web.results.conftest import files, release_to, released, result, sample

__all__ = ["files", "release_to", "released", "result", "sample"]
