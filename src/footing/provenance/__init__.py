"""Who published a thing, when, under which licence, and who checked it."""

from footing.provenance.citation import Citation, Review

__all__ = ["Citation", "Review"]
