"""Put grades in order, from junior to senior, and say on what grounds."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from footing.workforce.fields import FieldCatalogue, Ladder
from footing.workforce.matching import fold

_PARTS = re.compile(r"\d+|\D+")
_NUMBERED = re.compile(r"^(?P<name>\D*?)\s*(?P<number>\d+)\s*(?P<rest>\D*)$")

NaturalKey = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class GradeOrder:
    """Grades from junior to senior, those that stand outside the order, and why."""

    ranked: tuple[str, ...]
    unranked: tuple[str, ...]
    because: str
    confidence: float


def natural_key(label: str) -> NaturalKey:
    """A sort key by which "Band 8a" comes before "Band 8b" and "Grade 9" before "Grade 10"."""
    parts = _PARTS.findall(fold(label))
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part.strip()) for part in parts)


def order_grades(
    labels: Iterable[str], fields: FieldCatalogue, median_pay: Mapping[str, float] | None = None
) -> GradeOrder:
    """Order grades by the numbers in their names, or by a ladder of known names, or by median pay, in that order.

    Where some have numbers and the pay of others is not known, as of a grade that nobody is in any more, those that a
    ladder knows go above or below the numbers.

    Numbers are turned round when median pay falls as they rise, as it does where Grade 1 is the most senior.
    """
    labels = tuple(labels)
    outside = {fold(word) for word in fields.unranked_grades}
    unranked = tuple(sorted((label for label in labels if fold(label) in outside), key=natural_key))
    ranked = sorted((label for label in labels if fold(label) not in outside), key=natural_key)
    pay = median_pay or {}
    return (
        _by_ladder(ranked, unranked, fields.ladders[:1])
        or _by_number(ranked, unranked, pay)
        or _by_ladder(ranked, unranked, fields.ladders[1:])
        or _by_pay(ranked, unranked, pay)
        or _by_number_beside_names(ranked, unranked, fields.ladders[1:])
        or GradeOrder(tuple(ranked), unranked, "in alphabetical order: neither names nor pay say more", 0.2)
    )


def _by_number(ranked: Sequence[str], unranked: tuple[str, ...], pay: Mapping[str, float]) -> GradeOrder | None:
    matches = [_NUMBERED.match(fold(label)) for label in ranked]
    names = {match["name"].strip() for match in matches if match}
    if not ranked or None in matches or len(names) != 1:
        return None
    if _falls(ranked, pay):
        because = "ordered by the numbers in the names, highest first: median pay falls as they rise"
        return GradeOrder(tuple(reversed(ranked)), unranked, because, 0.8)
    because = "ordered by the numbers in the names"
    if pay:
        because += (
            ", and median pay rises with them" if _rises(ranked, pay) else ", though median pay does not always rise"
        )
    return GradeOrder(tuple(ranked), unranked, because, 0.95)


def _by_ladder(ranked: Sequence[str], unranked: tuple[str, ...], ladders: Iterable[Ladder]) -> GradeOrder | None:
    if all(any(character.isdigit() for character in label) for label in ranked):
        return None  # numbers alone: Grade 6 is above Grade 7 in the Civil Service and below it elsewhere
    for ladder in ladders:
        height = {fold(name): rung for rung, names in enumerate(ladder.grades) for name in names}
        if ranked and all(fold(label) in height for label in ranked):
            in_order = sorted(ranked, key=lambda label: (height[fold(label)], natural_key(label)))
            return GradeOrder(
                tuple(in_order), unranked, f"ordered by the names of grades known from {ladder.title}", 0.85
            )
    return None


def _by_pay(ranked: Sequence[str], unranked: tuple[str, ...], pay: Mapping[str, float]) -> GradeOrder | None:
    if not ranked or any(label not in pay for label in ranked):
        return None
    in_order = sorted(ranked, key=lambda label: (pay[label], natural_key(label)))
    return GradeOrder(tuple(in_order), unranked, "ordered by median pay, lowest first", 0.6)


def _by_number_beside_names(
    ranked: Sequence[str], unranked: tuple[str, ...], ladders: Iterable[Ladder]
) -> GradeOrder | None:
    """Numbers in order, between the names of the lower half of a ladder that knows them all and those of the upper."""
    numbered = [label for label in ranked if _NUMBERED.match(fold(label))]
    order = _by_number(numbered, (), {}) if len(numbered) > len(ranked) / 2 else None
    named = [label for label in ranked if label not in numbered]
    for ladder in ladders if order else ():
        height = {fold(name): rung for rung, names in enumerate(ladder.grades) for name in names}
        if order and all(fold(label) in height for label in named):
            in_order = sorted(named, key=lambda label: (height[fold(label)], natural_key(label)))
            below = [label for label in in_order if height[fold(label)] < len(ladder.grades) / 2]
            above = [label for label in in_order if label not in below]
            because = f"ordered by the numbers in the names, beside names known from {ladder.title}"
            return GradeOrder((*below, *order.ranked, *above), unranked, because, 0.6)
    return None


def _known_pay(ranked: Sequence[str], pay: Mapping[str, float]) -> list[float]:
    return [pay[label] for label in ranked if label in pay]


def _rises(ranked: Sequence[str], pay: Mapping[str, float]) -> bool:
    known = _known_pay(ranked, pay)
    return known == sorted(known)


def _falls(ranked: Sequence[str], pay: Mapping[str, float]) -> bool:
    """Most steps from one grade to the next go down in pay."""
    known = _known_pay(ranked, pay)
    down = sum(after < before for before, after in pairwise(known))
    return bool(known) and down > (len(known) - 1) / 2
