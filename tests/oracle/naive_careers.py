"""What the tables on careers should say, one person after another and one day after another.

Written apart from the measures, and slowly on purpose: no engine, no windows, no shared cells, no risk sets. Somebody
is followed from day to day with what is known of them then, and every figure is counted from the list of what was seen.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt
from statistics import mean, median

Z = 1.959963984540054
DAYS_PER_YEAR = 365.25
ORDER = ("Grade 1", "Grade 2", "Grade 3", "Grade 4", "Grade 5", "Grade 6")
SENIOR = ("Grade 5", "Grade 6")
BASE = ("professional", "intermediate", "lower")
UNKNOWN = "not_recorded"


@dataclass
class Spell:
    """One person's time in one grade."""

    person: str
    background: str
    grade: str
    began: str
    entered: dt.date
    ended: dt.date | None = None
    end: str = "still_there"
    reason: str = UNKNOWN
    joined_on: dt.date | None = None

    @property
    def days(self) -> int:
        return (self.ended - self.entered).days

    @property
    def entrance_was_seen(self) -> bool:
        return self.began != "there_at_start"


def follow(people, events, opening: dt.date, snapshot: dt.date) -> list[Spell]:
    """The spells of everybody, by going through each person's days."""
    spells = []
    for key in sorted({row["person_key"] for row in (*people, *events)}):
        staff = next((row for row in people if row["person_key"] == key), None)
        dated = [row for row in events if row["person_key"] == key and row["date"]]
        days = sorted({dt.date.fromisoformat(row["date"]) for row in dated})
        happened = [
            (day, *_of_day([row for row in dated if row["date"] == str(day)])) for day in days if day <= snapshot
        ]
        background = staff["parental_occupation"] if staff else _last_answer(dated)
        spells += _of_person(Person(key, background or "not_answered"), staff, happened, opening, snapshot)
    return spells


def _of_day(rows) -> tuple[str, str | None, str | None, str]:
    """What the rows of one day come to: the kind, from which grade, to which, and the reason of leaving."""
    kinds = {row["event"] for row in rows}
    starts = sorted((row["from_grade"] for row in rows if row.get("from_grade")), key=ORDER.index)
    ends = sorted((row["to_grade"] for row in rows if row.get("to_grade")), key=ORDER.index)
    reasons = [row.get("reason") or UNKNOWN for row in rows if row["event"] == "left"]
    together = "renewed" if kinds >= {"left", "joined"} else None
    kind = together or next(each for each in ("left", "joined", "promoted", "moved") if each in kinds)
    to = ends[-1] if ends and kind != "left" else None
    return kind, starts[0] if starts else None, to, max(reasons, default=UNKNOWN)


def _last_answer(rows) -> str | None:
    answers = [(row["date"], row["parental_occupation"]) for row in rows if row.get("parental_occupation")]
    return max(answers)[1] if answers else None


@dataclass
class Person:
    """Somebody who is followed: their spell now, if they are employed, and those that are over."""

    key: str
    background: str
    now: Spell | None = None
    grade_now: str | None = None
    over: list[Spell] = field(default_factory=list)

    def enter(self, day, began, grade, joined_on) -> None:
        self.now = Spell(self.key, self.background, grade, began, day, joined_on=joined_on)
        self.grade_now = grade

    def close(self, day, end, grade_before, reason=UNKNOWN) -> None:
        self.now.grade = self.now.grade or grade_before
        self.now.ended, self.now.end, self.now.reason = day, end, reason
        self.over.append(self.now)
        self.now = None

    def live_through(self, day, kind, before, to, reason) -> None:
        """What one day changes."""
        if self.now is None:
            if kind in ("joined", "renewed"):
                self.enter(day, "joined", to, day)
            return
        kind = "moved" if kind == "renewed" else kind
        if kind == "moved" and to is None:
            return
        if kind in ("moved", "promoted") and to is not None and to == (self.grade_now or before):
            self.grade_now = to
            return
        joined_on = day if kind == "joined" else self.now.joined_on
        self.close(day, kind if kind in ("promoted", "left") else "changed", before, reason)
        if kind != "left":
            self.enter(day, "changed" if kind == "moved" else kind, to, joined_on)


def _of_person(person: Person, staff, happened, opening, snapshot) -> list[Spell]:
    start = opening - dt.timedelta(days=1)
    grade, began, since = _at_first(staff, happened, start, snapshot)
    if began:
        person.enter(since, began, grade, since if began == "joined" else None)
    for what in happened:
        person.live_through(*what)
    if person.now:
        if staff is None:
            return []
        person.close(snapshot, "still_there", staff["grade"])
    return list(_within(person.over, start))


def _at_first(staff, happened, start, snapshot):
    """Where the person stood before anything happened: grade, how they came, and since when."""
    since = dt.date.fromisoformat(staff["start_date"]) if staff and staff.get("start_date") else None
    nowhere = None, None, None
    if not happened:
        if staff is None or (since and since > snapshot):
            return nowhere
        lately = since is not None and since > start
        return staff["grade"], *(("joined", since) if lately else ("there_at_start", start))
    day, kind, before, *_ = happened[0]
    if kind == "joined":
        return nowhere
    if since and start < since < day:
        return before, "joined", since
    return before, "there_at_start", min(start, day - dt.timedelta(days=1))


def _within(spells, start) -> Iterator[Spell]:
    for spell in spells:
        if spell.ended > start:
            if spell.entered <= start:
                spell.began, spell.entered = "there_at_start", start
            if spell.joined_on and spell.joined_on <= start:
                spell.joined_on = None
            spell.grade = spell.grade or UNKNOWN
            yield spell


def count(spells: Sequence[Spell], **wanted) -> int:
    """How many spells are as wanted."""
    return sum(all(getattr(spell, name) == value for name, value in wanted.items()) for spell in spells)


def rate(spells: Sequence[Spell], end: str) -> float | None:
    """How often a thing ended a spell, for a hundred years."""
    years = sum(spell.days for spell in spells) / DAYS_PER_YEAR
    return 100 * count(spells, end=end) / years if years else None


def rate_ratio(one: Sequence[Spell], other: Sequence[Spell], end: str) -> float | None:
    """Mantel and Haenszel's ratio over grades."""
    ours = theirs = 0.0
    for grade in (*ORDER, UNKNOWN):
        mine, yours = ([each for each in group if each.grade == grade] for group in (one, other))
        my_days, your_days = sum(each.days for each in mine), sum(each.days for each in yours)
        if my_days + your_days:
            ours += count(mine, end=end) * your_days / (my_days + your_days)
            theirs += count(yours, end=end) * my_days / (my_days + your_days)
    return ours / theirs if theirs else None


def reached_by(waits: Sequence[tuple[int, bool]], days: int) -> float:
    """Kaplan and Meier's share who got there by a day, in per cent, day by day."""
    still = 1.0
    for day in sorted({wait for wait, over in waits if over and wait <= days}):
        waiting = sum(wait >= day for wait, _ in waits)
        still *= 1 - sum(wait == day and over for wait, over in waits) / waiting
    return 100 * (1 - still)


def years_to_promotion(spells: Sequence[Spell]) -> tuple[float | None, float | None]:
    """Mean and median years of those whose whole wait for a promotion was seen."""
    years = [each.days / DAYS_PER_YEAR for each in spells if each.entrance_was_seen and each.end == "promoted"]
    return (mean(years), median(years)) if years else (None, None)


def log_rank(waits: Sequence[tuple[int, bool, int]]) -> float | None:
    """The log-rank statistic of two groups, from observed and expected numbers."""
    surplus = variance = 0.0
    for day in {wait for wait, over, _ in waits if over}:
        waiting = [group for wait, _, group in waits if wait >= day]
        reached = [group for wait, over, group in waits if wait == day and over]
        everyone, ones, ended = len(waiting), sum(waiting), len(reached)
        surplus += sum(reached) - ended * ones / everyone
        if everyone > 1:
            variance += ended * ones * (everyone - ones) * (everyone - ended) / everyone**2 / (everyone - 1)
    return surplus**2 / variance if variance > 1e-12 else None


def stretches(spells: Sequence[Spell]) -> Iterator[tuple[str, str, str]]:
    """Background, how somebody came to senior grades and how they went, for each time."""
    came = None
    for place, spell in enumerate(spells):
        if spell.grade not in SENIOR:
            continue
        before = spells[place - 1] if place and spells[place - 1].person == spell.person else None
        after = spells[place + 1] if place + 1 < len(spells) and spells[place + 1].person == spell.person else None
        if not (before and _carries_on(before, spell)):
            came = {"there_at_start": "there_at_start", "joined": "joined"}.get(spell.began, "came_up")
        if not (after and _carries_on(spell, after)):
            yield spell.background, came, "still_there" if spell.end == "still_there" else "went"


def _carries_on(one: Spell, other: Spell) -> bool:
    both_senior = one.grade in SENIOR and other.grade in SENIOR
    return both_senior and one.end != "left" and other.began in ("promoted", "changed")


def score_interval_of_rate(happened: int, days: int) -> tuple[float, float]:
    """The rates that a score test does not reject, found by halving."""
    years = days / DAYS_PER_YEAR / 100

    def edge(inside: float, outside: float) -> float:
        for _ in range(200):
            middle = (inside + outside) / 2
            rejected = abs(happened - middle * years) > Z * sqrt(middle * years)
            inside, outside = (inside, middle) if rejected else (middle, outside)
        return inside

    found = happened / years
    return (edge(found, 0.0) if happened else 0.0), edge(found, found + (Z * Z + Z * sqrt(happened) * 2 + 4) / years)


def wald_interval_of_ratio(one: tuple[int, int], other: tuple[int, int]) -> tuple[float, float]:
    """The textbook interval of the ratio of two rates, each how often and in how many days."""
    value = (one[0] / one[1]) / (other[0] / other[1])
    reach = Z * sqrt(1 / one[0] + 1 / other[0])
    return exp(log(value) - reach), exp(log(value) + reach)
