"""The other years of an organisation, each with the same page that is being read."""

from collections.abc import Iterable
from dataclasses import dataclass

from footing_web.results.models import Result


@dataclass(frozen=True, slots=True)
class YearItem:
    """One result: its day, its address, and whether it is the one being read."""

    text: str
    address: str
    current: bool


def years_beside(shown: Result, results: Iterable[Result], path: str) -> list[YearItem]:
    """Every result, the latest first; nothing where there is but one."""
    held = list(results)
    if len(held) < 2:
        return []
    return [
        YearItem(name_of(each, held), path.replace(str(shown.pk), str(each.pk)), each.pk == shown.pk) for each in held
    ]


def name_of(result: Result, among: Iterable[Result]) -> str:
    """The day that a result is of; with its title, and when it was made, where several are of the same day."""
    day = f"{result.snapshot_date:%-d %B %Y}"
    same_day = [each for each in among if each.snapshot_date == result.snapshot_date]
    if len(same_day) < 2:
        return day
    return f"{day}: {result.title}, assessed {result.created_at:%-d %B %Y %H:%M}"
