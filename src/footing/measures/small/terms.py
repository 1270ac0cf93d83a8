"""Who is a small employer, and how many people of each background a category needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SmallTerms:
    """Limits of coarser tables; both are ours, of 2026.

    - ``fewest_people``: employers of fewer than this get coarser tables. With three backgrounds and ten people in a
      cell, five grades need 150 answers at the very least, and an even spread over them that nobody has.
    - ``threshold``: people of each background in each category; take that of the disclosure policy in use.
    """

    fewest_people: int = 500
    threshold: int = 10
