"""What the hiring measures take as given beside the extract: how few is too few to work a figure out at all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HiringTerms:
    """The limits below which a figure is not worked out. Disclosure decides later what may be shown.

    - ``smallest_group_percent``: a smaller group has no impact ratio and is not the one that others are held against
      (Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.15 A(2)(a): under 2 % of the applicants).
    - ``minimum_applications``: an average of fewer is no average (10 is the Civil Service's own rule for averages).
    - ``people_per_term``: a regression needs as many who got on, and who did not, for each coefficient (P. Peduzzi and
      others, Journal of Clinical Epidemiology 49 (1996), 1373-1379).
    - ``most_applications``: a regression within requisitions takes about so many applications and no more. They are of
      requisitions drawn evenly from the list: what is left out would narrow an interval that is narrow by then.
    - ``usual_expected`` and ``usual_percent``: requisitions can be tested for unlike odds when at least this percentage
      of the counts expected in them is this large and none is under one (W. G. Cochran, Biometrics 10 (1954), 417-451).
    """

    smallest_group_percent: float = 2.0
    minimum_applications: int = 10
    people_per_term: int = 10
    most_applications: int = 30_000
    usual_expected: float = 5.0
    usual_percent: float = 80.0
