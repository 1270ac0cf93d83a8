"""Put categories that have no order of their own in a steady one."""

from collections.abc import Iterable

from footing.workforce.matching import fold
from footing.workforce.ordering.grades import natural_key

_LAST = (
    "other",
    "unknown",
    "not known",
    "not stated",
    "not disclosed",
    "dont know",
    "prefer not to say",
    "rather not say",
)


def order_categories(labels: Iterable[str]) -> tuple[str, ...]:
    """In alphabetical order, with what says little ("Other", "Prefer not to say") at the end."""

    def place(label: str) -> tuple[int, object]:
        folded = fold(label)
        last = next((rank for rank, word in enumerate(_LAST, start=1) if folded.startswith(word)), 0)
        return (last, natural_key(label))

    return tuple(sorted(labels, key=place))
