"""The schema of what an advert is held against: lists of words, things that should be there, and limits."""

from typing import Annotated, Literal

from pydantic import Field

from footing.provenance import Citation, Review
from footing.provenance.citation import Text
from footing.standards.entry import Identifier, Part

Evidence = Literal["strong", "moderate", "limited", "judgement"]
Term = Annotated[str, Field(min_length=2)]
"""A word or phrase as it is written; a star at the end stands for any ending."""


class Reason(Part):
    """What every prompt has: a title, why it is made, what to try, and what that rests on."""

    id: Identifier
    title: Text
    order: int
    """The place among all prompts."""
    evidence: Evidence
    why: Text
    to_try: Text = Field(alias="try")
    sources: tuple[Citation, ...] = Field(min_length=1)


class WordGroup(Part):
    """Words of one sort; ``unless`` are phrases in which they mean something else."""

    title: Text
    terms: tuple[Term, ...] = Field(min_length=1)
    unless: tuple[Term, ...] = ()


class WordList(Reason):
    """Words that are worth a second look."""

    groups: tuple[WordGroup, ...] = Field(min_length=1)
    review: Review


class Check(Reason):
    """Something that should be there: a prompt is made where none of the signs is found.

    ``when`` names words without which the check does not apply; empty where it always does.
    """

    signs: tuple[Term, ...] = Field(min_length=1)
    when: tuple[Term, ...] = ()


class Limits(Part):
    """From where on length and difficulty are worth a prompt."""

    most_words: int = Field(gt=0)
    most_words_in_a_sentence: int = Field(gt=0)
    oldest_reader: int = Field(gt=0)
    fewest_words: int = Field(gt=0)
    """Fewer words than this are no advert, and nothing is said about what is missing."""
    sources: tuple[Citation, ...] = Field(min_length=1)


class Checks(Part):
    """``checks.yaml``."""

    checks: tuple[Check, ...]
    limits: Limits
    review: Review
