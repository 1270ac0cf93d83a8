"""The dates of the gender pay gap regulations, which pay figures by background follow."""

import datetime as dt

SNAPSHOT_DAYS = {(4, 5): "private and voluntary employers", (3, 31): "public authorities"}
"""Month and day: regulation 1 of SI 2017/172, and schedule 1 of SI 2017/353."""

LEAP_DAY = (2, 29)


def snapshot_note(snapshot_date: dt.date) -> str:
    """What the snapshot date means for comparing the figures with a gender pay gap report."""
    day = long_date(snapshot_date)
    whose = SNAPSHOT_DAYS.get((snapshot_date.month, snapshot_date.day))
    if whose:
        return f"Pay is as at {day}, the snapshot date of {whose} in the gender pay gap regulations."
    return (
        f"Pay is as at {day}. The snapshot dates of the gender pay gap regulations are 31 March (public authorities) "
        "and 5 April (others), so that these figures are of no statutory reporting year."
    )


def bonus_period(snapshot_date: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of the 12 months that end with the snapshot date (regulations 10 to 12).

    >>> bonus_period(dt.date(2024, 2, 29))
    (datetime.date(2023, 3, 1), datetime.date(2024, 2, 29))
    """
    year_before = snapshot_date.year - 1
    if (snapshot_date.month, snapshot_date.day) == LEAP_DAY:
        return dt.date(year_before, 3, 1), snapshot_date
    return snapshot_date.replace(year=year_before) + dt.timedelta(days=1), snapshot_date


def long_date(date: dt.date) -> str:
    """A date in words.

    >>> long_date(dt.date(2025, 4, 5))
    '5 April 2025'
    """
    return f"{date.day} {date:%B %Y}"
