"""Vocabularies: short closed lists that other files choose a word from, each word with its meaning."""

from pydantic import Field

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Identifier, Part


class Term(Part):
    """One word of a vocabulary: the code that files write, what a page says and what it means."""

    code: Identifier
    title: Text
    meaning: Text


class Vocabulary(Entry):
    """A list of terms in its order, such as who acts, how strong evidence is or what a thing costs."""

    terms: tuple[Term, ...] = Field(min_length=1)

    def term(self, code: str) -> Term:
        """The term of this code. Raises ``KeyError`` for another code."""
        return {each.code: each for each in self.terms}[code]
