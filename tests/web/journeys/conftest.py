"""What journeys share: a storage for each test, and the files of a small council."""

from web.results.conftest import files, release_to, released, sample

__all__ = ["files", "release_to", "released", "sample"]
