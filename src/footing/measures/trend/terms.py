"""What the trend takes as given: when people of two years can be matched, and how few are too few for a band."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendTerms:
    """Limits of the trend; all are ours, of 2026.

    - ``matched_percent``: keys match if at least this percentage of the people of the smaller year are in the other
      too. Where fewer do, keys are taken to have been given anew, and nobody is matched.
    - ``smallest_band``: grades are put together until each band has at least this many people of each background in
      both years, and at least this many of known background who came into it or went out of it. Otherwise the change
      in a grade which one person joined would give that person's background away.
    - ``pooled_below``: employers of fewer people than this also get the shares of both years pooled.
    """

    matched_percent: float = 25.0
    smallest_band: int = 10
    pooled_below: int = 500
