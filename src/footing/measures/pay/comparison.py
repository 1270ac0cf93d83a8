"""Who is compared with whom. Employers compare differently, so the comparison is printed with every figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from footing.measures.pay.grid import Who, who
from footing.measures.tabulation import Key
from footing.standards import Group
from footing.tables import Category

COMPARISON = "comparison"
"""The dimension of a table that names who is compared with whom. Nobody is counted by it."""

ALL_OTHERS = "all others"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The pay of those in ``group`` against that of those in ``reference``: categories of one variable.

    The gap is in per cent of the pay of the reference, and above nought when the group is paid less.
    """

    variable: str
    group: tuple[str, ...]
    reference: tuple[str, ...]
    label: str

    @property
    def category(self) -> Category:
        """The comparison as a category of the dimension ``comparison``."""
        return Category(f"{'_or_'.join(self.group)}_v_{'_or_'.join(self.reference)}", self.label)

    def sides(self, *restrictions: Key) -> tuple[Who, Who]:
        """Who is in the group and who in the reference, among those who meet the restrictions."""
        return who(*restrictions, {self.variable: self.group}), who(*restrictions, {self.variable: self.reference})


def compare(variable: str, group: Sequence[Group | Category], reference: Sequence[Group | Category]) -> Comparison:
    """Compare some categories of a variable with some others. Raises ``ValueError`` for none, or for one in both."""
    codes, others = tuple(each.code for each in group), tuple(each.code for each in reference)
    if not codes or not others or set(codes) & set(others):
        raise ValueError("a comparison needs two groups with no category in both")
    return Comparison(variable, codes, others, f"{_words(group)} compared with {_in_a_sentence(_words(reference))}")


def usual_comparisons(variable: str, groups: Sequence[Group]) -> tuple[Comparison, ...]:
    """Those that employers have published, for groups listed from the most to the least advantaged.

    The last group with the first, which is the headline; with all others together, where there are more than two; and
    every other pair.
    """
    *others, last = groups
    if not others:
        return ()
    pairs = [(groups[lower], groups[upper]) for lower in range(len(groups) - 1, 0, -1) for upper in range(lower)]
    with_others = (_with_all_others(variable, last, others),) if len(others) > 1 else ()
    headline, *rest = (compare(variable, [one], [other]) for one, other in pairs)
    return headline, *with_others, *rest


def _with_all_others(variable: str, group: Group, others: Sequence[Group]) -> Comparison:
    who_they_are = ", ".join(_in_a_sentence(each.short_label) for each in others)
    label = f"{group.label} compared with {ALL_OTHERS} ({who_they_are})"
    return Comparison(variable, (group.code,), tuple(each.code for each in others), label)


def _words(groups: Sequence[Group | Category]) -> str:
    first, *rest = groups
    return " and ".join([first.label, *(_in_a_sentence(each.label) for each in rest)])


def _in_a_sentence(label: str) -> str:
    return label[:1].lower() + label[1:]
