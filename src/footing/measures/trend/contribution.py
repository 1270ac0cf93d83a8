"""What joining, leaving and new answers each did to the share of a group.

Of ``n`` people of known background before, ``m`` were of the group; now there are ``N`` with ``M``. Some joined, some
left; of those who stayed, some gave an answer, withdrew one or changed it. With ``s`` half the sum of the two shares
and ``h`` half the sum of n and N,

    M/N - m/n  =  (f - s F) / h  of those who joined  -  the same of those who left  +  the same of new answers

where a flow is of ``F`` people, ``f`` of them of the group; new answers are counted net. It is exact and leaves nothing
over, since M - m = h (M/N - m/n) + s (N - n) for any numbers (as in ``footing.measures.careers.flow``).
"""

from dataclasses import dataclass

from footing.measures.intervals import NOBODY
from footing.tables import Category, Estimate

JOINED = Category("joined", "People who joined")
LEFT = Category("left", "People who left")
ANSWERS = Category("answers", "New, withdrawn and changed answers")
CHANGE = Category("change", "Change in the share")
PARTS = (JOINED, LEFT, ANSWERS, CHANGE)


@dataclass(frozen=True, slots=True)
class Flows:
    """People of one group, or of all: before, now, and how many of them joined and left in between."""

    before: int
    now: int
    joined: int
    left: int

    def net(self, part: str) -> int:
        """How many a part brought, fewer than nought where it took people away."""
        answers = self.now - self.before - self.joined + self.left
        of_parts = {JOINED.code: self.joined, LEFT.code: -self.left, ANSWERS.code: answers}
        return of_parts.get(part, self.now - self.before)


def contribution(part: str, of_group: Flows, of_all: Flows) -> Estimate:
    """What a part did to the share of the group, in percentage points; ``NOBODY`` where a share is of nobody."""
    if not of_all.before or not of_all.now:
        return NOBODY
    middle_share = (of_group.before / of_all.before + of_group.now / of_all.now) / 2
    middle_size = (of_all.before + of_all.now) / 2
    return Estimate(100 * (of_group.net(part) - middle_share * of_all.net(part)) / middle_size)
