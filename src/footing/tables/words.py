"""Small pieces of English that sentences are put together from, right for none, one and many."""

import datetime as dt
from collections.abc import Sequence


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> counted(0, "person", "people"), counted(1, "person", "people"), counted(4200, "person", "people")
    ('no people', '1 person', '4,200 people')
    """
    return f"1 {one}" if number == 1 else f"{number:,} {many}" if number else f"no {many}"


def listed(items: Sequence[str]) -> str:
    """Items as a list in a sentence.

    >>> listed(["grade", "site", "sex"])
    'grade, site and sex'
    """
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def in_a_sentence(title: str) -> str:
    """A title as it reads after other words; an abbreviation keeps its capitals.

    >>> in_a_sentence("Age band"), in_a_sentence("NS-SEC class")
    ('age band', 'NS-SEC class')
    """
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def long_date(day: dt.date) -> str:
    """A date as it is written in a letter.

    >>> long_date(dt.date(2024, 3, 31))
    '31 March 2024'
    """
    return f"{day.day} {day:%B %Y}"


def slug(text: str) -> str:
    """Text as an id within a page.

    >>> slug("response.parental_occupation.by_grade")
    'response-parental-occupation-by-grade'
    """
    return "-".join("".join(each if each.isalnum() and each.isascii() else " " for each in text.lower()).split())
