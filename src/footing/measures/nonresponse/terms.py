"""What the measures of non-response take as given: how unlike others people who did not answer may be, and limits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NonResponseTerms:
    """The assumption behind plausible bounds, and the limits below which a figure is not worked out at all.

    - ``odds_factor`` (an assumption of 2026): among people whose background is not known, the odds of being of a group
      are between the odds among the others divided by this factor, and those odds times it. The response model says
      how far the odds of answering differ between kinds of staff, which is what to hold the factor against.
    - ``fields``: what an employer knows of everybody, so that those who answered can be compared with all.
    - ``smallest_category``: categories with fewer known answers of any background are put together with others, so that
      no weight rests on a few people (10, the Civil Service's own rule for averages).
    - ``smallest_percent``: so are categories with less than this percentage of all known answers (Battaglia and others,
      as below).
    - ``largest_weight``: no weight is more than this many times the average one (M. P. Battaglia, D. Izrael,
      D. C. Hoaglin and M. R. Frankel, "Practical considerations in raking survey data", Survey Practice 2 (2009)).
    - ``people_per_term``: a regression needs as many whose background is known, and not known, for each coefficient
      (P. Peduzzi and others, Journal of Clinical Epidemiology 49 (1996), 1373-1379).
    - ``sweeps``: how often raking goes through the margins before it is said not to settle, and ``settled``: it has
      when no weight moves by more than this share of itself in a sweep.
    """

    odds_factor: float = 2.0
    fields: tuple[str, ...] = ("grade", "function", "site", "sex", "age_band", "tenure_band")
    smallest_category: int = 10
    smallest_percent: float = 5.0
    largest_weight: float = 5.0
    people_per_term: int = 10
    sweeps: int = 200
    settled: float = 1e-9
