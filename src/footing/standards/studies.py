"""Studies: what has been found out, by whom, how and about whom; actions name those that they rest on."""

from pydantic import Field

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Identifier


class Study(Entry):
    """One study or body of figures, told in our words; the citation says where to read it."""

    design: Identifier
    """A term of the vocabulary ``study-design``."""
    population: Text
    """Who was studied, where and how many."""
    found: tuple[Text, ...] = Field(min_length=1)
    """What was found, a sentence each, figures with their units."""
    limits: Text
    """What it cannot show."""
