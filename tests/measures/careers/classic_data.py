"""Waits that textbooks use, as counts of people.

- ``FREIREICH``: weeks of remission of 42 children with leukaemia, treated with 6-mercaptopurine or a placebo.
  E. J. Freireich and others, Blood 21 (1963), 699-716; D. R. Cox (1972) uses them to show his model.
- ``lung`` and ``rossi`` are those that lifelines brings along: 228 patients with lung cancer (C. L. Loprinzi and
  others, Journal of Clinical Oncology 12 (1994), 601-607), and 432 men let out of prison (P. H. Rossi, R. A. Berk and
  K. J. Lenihan, Money, Work, and Crime, 1980).

The figures in the tests that name R were printed once by R 4.2.2 with the package survival 3.5-3.
"""

import numpy as np
from lifelines.datasets import load_lung, load_rossi

from footing.measures.careers.risk_sets import CountedWaits, RiskSets, risk_sets
from footing.measures.careers.survival import Waits

PLACEBO, TREATED = 0, 1

_WEEKS_PLACEBO = (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
_WEEKS_TREATED = (6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35)
_ENDED_TREATED = (1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)


def counted(days, ended, group, stratum=None) -> CountedWaits:
    """One row for each person, as the counts that the code under test takes."""
    days, ended, group = (np.asarray(each, dtype=np.int64) for each in (days, ended, group))
    stratum = np.zeros_like(days) if stratum is None else np.asarray(stratum, dtype=np.int64)
    return CountedWaits(stratum, group, days, ended, 1 - ended)


def waits_of(counts: CountedWaits, group: int) -> Waits:
    """The waits of one group."""
    rows = counts.group == group
    return Waits.of(counts.days[rows], counts.ended[rows], counts.lost[rows])


def sets_of(counts: CountedWaits) -> RiskSets:
    """The risk sets of all groups."""
    return risk_sets(counts, groups=int(counts.group.max()) + 1)


FREIREICH = counted(
    _WEEKS_PLACEBO + _WEEKS_TREATED,
    (1,) * len(_WEEKS_PLACEBO) + _ENDED_TREATED,
    (PLACEBO,) * len(_WEEKS_PLACEBO) + (TREATED,) * len(_WEEKS_TREATED),
)


def lung_by_performance(*, by_sex: bool, quarters: bool = False) -> CountedWaits:
    """Patients who can look after themselves, by how well (0, 1, 2); in whole quarters, many share a day."""
    lung = load_lung()
    lung = lung[lung["ph.ecog"] < 3]
    days = np.ceil(lung["time"] / 90) if quarters else lung["time"]
    return counted(days, lung["status"], lung["ph.ecog"], lung["sex"] if by_sex else None)


def lung_by_sex() -> CountedWaits:
    """All patients, men (0) and women (1)."""
    lung = load_lung()
    return counted(lung["time"], lung["status"], lung["sex"] - 1)


def rossi_in_four_groups() -> CountedWaits:
    """Weeks until arrest, by whether men had been given money and had worked before."""
    rossi = load_rossi()
    return counted(rossi["week"], rossi["arrest"], rossi["fin"] + 2 * rossi["wexp"])


def rossi_within_race_and_marriage() -> CountedWaits:
    """Weeks until arrest, by whether men had been given money, compared within race and marriage."""
    rossi = load_rossi()
    return counted(rossi["week"], rossi["arrest"], rossi["fin"], 2 * rossi["race"] + rossi["mar"])
