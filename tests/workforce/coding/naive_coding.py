"""A second implementation of coding, row by row in plain Python, for tidy words and untidy typing."""

import datetime as dt
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

SNAPSHOT = dt.date(2024, 6, 30)
GROUPS = {
    "Technical and craft occupations": "lower",
    "TECHNICAL AND CRAFT OCCUPATIONS.": "lower",
    "Clerical and intermediate occupations": "intermediate",
    "2. Modern professional": "professional",
    "I prefer not to say": "prefer_not_to_say",
    "Other / don’t know": "not_known",
    "": "not_answered",
    "  ": "not_answered",
    "-": "not_answered",
}


def code_people(rows: list[dict[str, str]]) -> list[tuple[Any, ...]]:
    """Each person as key, grade, group, pence, start date, age band, in the order of the keys."""
    spellings = commonest([row["Grade"] for row in rows])
    return sorted(
        (
            row["Employee number"].strip(),
            spellings.get(plain(row["Grade"]), "not_recorded"),
            GROUPS[row["Parental occupation"]],
            pence(row["Salary"]),
            day(row["Start date"]),
            age_band(day(row["Date of birth"])),
        )
        for row in rows
    )


def plain(word: str) -> str:
    """A word without what typing adds."""
    return " ".join(word.split()).lower().rstrip(".")


def commonest(words: list[str]) -> dict[str, str]:
    """For each word, plain, the spelling that most rows have; the first in the alphabet of two as common."""
    counts = Counter(" ".join(word.split()) for word in words)
    found: dict[str, str] = {}
    for spelling in sorted(counts):
        key = plain(spelling)
        if key and (key not in found or counts[spelling] > counts[found[key]]):
            found[key] = spelling
    return found


def pence(text: str) -> int | None:
    """Pounds as pence, half a penny up."""
    digits = text.replace("£", "").replace(",", "").strip()
    return int((Decimal(digits) * 100).quantize(Decimal(1), ROUND_HALF_UP)) if digits else None


def day(text: str) -> dt.date | None:
    """A date of three numbers, day first."""
    if not text.strip():
        return None
    number, month, year = map(int, text.strip().split("/"))
    return dt.date(year, month, number)


def age_band(born: dt.date | None) -> str:
    """The band of an age at the snapshot date."""
    if born is None:
        return "not_recorded"
    age = SNAPSHOT.year - born.year - ((SNAPSHOT.month, SNAPSHOT.day) < (born.month, born.day))
    for edge, label in ((25, "Under 25"), (35, "25 to 34"), (45, "35 to 44"), (55, "45 to 54"), (65, "55 to 64")):
        if age < edge:
            return label
    return "65 and over"
