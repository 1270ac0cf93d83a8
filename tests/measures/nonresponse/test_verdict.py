"""How much people who did not answer could change the answer, in words."""

import pytest

from footing.measures.nonresponse.verdict import Verdict, judge
from footing.tables import Estimate

SHARE, WITHHELD = Estimate(40.0, 25.0, 60.0), Estimate(None)


@pytest.mark.parametrize(
    ("within", "benchmark", "verdict"),
    [
        (Estimate(40.0, 36.0, 44.0), None, Verdict.ROBUST),
        (Estimate(40.0, 34.0, 44.0), None, Verdict.COULD_MOVE),
        (Estimate(40.0, 36.0, 44.0), 35.0, Verdict.ROBUST),
        (Estimate(40.0, 36.0, 44.0), 45.0, Verdict.ROBUST),
        (Estimate(40.0, 36.0, 44.0), 43.0, Verdict.COULD_MOVE),
        (WITHHELD, 43.0, Verdict.CANNOT_SAY),
    ],
)
def test_the_answer_stands_if_it_is_the_same_for_everybody_as_far_as_is_plausible(within, benchmark, verdict):
    assert judge(SHARE, within, benchmark) == verdict


def test_of_a_share_that_is_withheld_nothing_can_be_said():
    assert judge(WITHHELD, Estimate(40.0, 36.0, 44.0), 35.0) == Verdict.CANNOT_SAY
