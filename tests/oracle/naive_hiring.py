"""What the hiring tables should say, from one row per application and nothing but loops.

Written apart from the measures, and slowly on purpose: no engine, no hierarchies, no shared cells, no arrays. How far
an application got is asked of its dates anew for each figure.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import comb
from statistics import median
from typing import Any

BASE = ("professional", "intermediate", "lower")
ORDER = ("application", "sift", "interview", "offer", "acceptance", "start")
COLUMNS = {
    "sift": "sift_passed_on",
    "interview": "interviewed_on",
    "offer": "offered_on",
    "acceptance": "accepted_on",
    "start": "started_on",
}
FEWEST = 10

Application = dict[str, Any]
Values = dict[tuple[str, ...], float | None]


def on_record(applications: Sequence[Application], column: str) -> bool:
    """Whether anybody has this date."""
    return any(one.get(column) is not None for one in applications)


def stages_on_record(applications: Sequence[Application]) -> list[str]:
    """Applying, and every stage of which somebody has a date; offers also where some were declined and others taken."""
    held = {stage for stage, column in COLUMNS.items() if on_record(applications, column)}
    if on_record(applications, "declined_on") and ("acceptance" in held or "start" in held):
        held.add("offer")
    return [stage for stage in ORDER if stage == "application" or stage in held]


def reached(one: Application, stage: str) -> bool:
    """Whether an application got at least this far."""
    later = ORDER[ORDER.index(stage) :]
    if stage == "application":
        return True
    declined = "offer" in later and one.get("declined_on") is not None
    return declined or any(one.get(COLUMNS[each]) is not None for each in later if each != "application")


def furthest(one: Application, stages: Sequence[str]) -> str:
    """The last stage on record that an application reached."""
    return [stage for stage in stages if reached(one, stage)][-1]


def withdrew_at(one: Application, stages: Sequence[str]) -> str | None:
    """The stage that somebody who gave up had reached; ``None`` for everybody else."""
    withdrawn, rejected = one.get("withdrawn_on"), one.get("rejected_on")
    gave_up = withdrawn is not None and (rejected is None or withdrawn <= rejected)
    last = furthest(one, stages)
    nearest_to_offer = [stage for stage in stages if ORDER.index(stage) <= ORDER.index("offer")][-1]
    declined = last in (nearest_to_offer, "acceptance") and one.get("declined_on") is not None
    return last if (gave_up or declined) and last != "start" else None


def steps(stages: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The two ends of each step, by its code."""
    named = {}
    for of, to in pairwise(stages):
        named[to if of != "application" or to == "sift" else f"application_to_{to}"] = (of, to)
    before = [stage for stage in stages if ORDER.index(stage) <= ORDER.index("offer")]
    if "offer" in stages and len(before) > 2:
        named["application_to_offer"] = ("application", "offer")
    return named


def of_group(applications: Sequence[Application], group: str) -> list[Application]:
    """The applications of a group; ``*`` is everybody and ``codable`` everybody of known background."""
    known = BASE if group == "codable" else (group,)
    return [one for one in applications if group == "*" or one["parental_occupation"] in known]


def share(part: int, base: int) -> float | None:
    """In per cent; of nobody there is none."""
    return 100 * part / base if base else None


def naive_values(applications: Sequence[Application], sources: Sequence[str]) -> Iterator[tuple[str, Values]]:
    """The values of each table, by the last part of its id."""
    stages = stages_on_record(applications)
    groups = {group: of_group(applications, group) for group in (*BASE, "codable", "*")}
    counts = {(group, stage): sum(reached(one, stage) for one in groups[group]) for group in groups for stage in stages}
    code = {stage: "*" if stage == "application" else f"reached_{stage}" for stage in stages}
    yield "stages", {(code[stage], group): float(counts[group, stage]) for stage in stages for group in groups}
    yield "known", {(code[stage], "codable"): share(counts["codable", stage], counts["*", stage]) for stage in stages}
    if len(stages) > 1:
        yield from _comparisons(counts, steps(stages))
    to_offer = [stage for stage in stages if ORDER.index(stage) <= ORDER.index("offer")]
    if "offer" in stages and len(to_offer) > 2:
        yield from _gap(counts, to_offer)
    if on_record(applications, "withdrawn_on"):
        yield "withdrawal", dict(_withdrawals(groups, stages))
    yield (
        "by_source.share",
        {
            (source, group): share(sum(one["source"] == source for one in groups[group]), len(groups[group]))
            for source in sources
            for group in (*BASE, "*")
        },
    )
    yield from _within_requisitions(applications, stages)


def _comparisons(counts: dict[tuple[str, str], int], ends: dict[str, tuple[str, str]]) -> Iterator[tuple[str, Values]]:
    rates: Values = {}
    ratios: Values = {}
    odds: Values = {}
    chances: Values = {}
    for step, (of, to) in ends.items():
        for group in (*BASE, "*"):
            rates[step, group] = share(counts[group, to], counts[group, of])
        for group in BASE[1:]:
            a, n = counts[group, to], counts[group, of]
            c, m = counts["professional", to], counts["professional", of]
            ratios[step, group] = (a / n) / (c / m) if n and c else None
            odds[step, group] = a * (m - c) / ((n - a) * c) if c and n > a else None
            chances[step, group] = _chance(a, n, c, m)
    yield "stage_rate", rates
    yield "relative_rate", ratios
    yield "odds_ratio", odds
    yield "chance", chances


def _chance(a: int, n: int, c: int, m: int) -> float | None:
    if not n or not m:
        return None
    ways = {k: comb(n, k) * comb(m, a + c - k) for k in range(max(0, a + c - m), min(n, a + c) + 1)}
    below = sum(way for k, way in ways.items() if k < a) + ways[a] / 2
    above = sum(way for k, way in ways.items() if k > a) + ways[a] / 2
    return 100 * min(1, 2 * min(below, above) / sum(ways.values()))


def _gap(counts: dict[tuple[str, str], int], chain: Sequence[str]) -> Iterator[tuple[str, Values]]:
    parts: Values = {}
    pairs = list(pairwise(chain))
    names = {ends: step for step, ends in steps(chain).items() if step != "application_to_offer"}
    for group in BASE[1:]:
        mine, theirs = ([counts[each, stage] for stage in chain] for each in (group, "professional"))
        whole = mine[-1] / mine[0] - theirs[-1] / theirs[0] if mine[0] and theirs[0] else None
        parts["whole", group] = None if whole is None else 100 * whole
        for place, ends in enumerate(pairs):
            if not mine[-1] or not theirs[-1] or whole is None:
                parts[names[ends], group] = None
                continue
            log = math.log(mine[place + 1] * theirs[place] / (mine[place] * theirs[place + 1]))
            total = math.log(mine[-1] * theirs[0] / (mine[0] * theirs[-1]))
            mean = whole / total if abs(total) > 1e-9 else mine[-1] / mine[0]
            parts[names[ends], group] = 100 * mean * log
    yield "gap_by_step", parts


def _withdrawals(
    groups: dict[str, list[Application]], stages: Sequence[str]
) -> Iterator[tuple[tuple[str, str], float | None]]:
    before = [stage for stage in stages if ORDER.index(stage) < ORDER.index("offer")]
    for group in (*BASE, "*"):
        at = [withdrew_at(one, stages) for one in groups[group]]
        yield ("withdrew_before_offer", group), share(sum(stage in before for stage in at), len(at))
        for stage in before:
            there = sum(reached(one, stage) for one in groups[group])
            yield (f"withdrew_after_{stage}", group), share(at.count(stage), there)


def _within_requisitions(applications: Sequence[Application], stages: Sequence[str]) -> Iterator[tuple[str, Values]]:
    posts = sorted({one["requisition"] for one in applications if one["requisition"] is not None})
    like: Values = {}
    for step, (of, to) in steps(stages).items():
        if ORDER.index(to) > ORDER.index("offer"):
            continue
        on_the_way = stages[stages.index(of) : stages.index(to)]
        for group in BASE[1:]:
            top = bottom = 0.0
            for post in posts:
                cells = [0, 0, 0, 0]
                for one in applications:
                    mine = one["requisition"] == post and one["parental_occupation"] in (group, "professional")
                    if mine and reached(one, of) and withdrew_at(one, stages) not in on_the_way:
                        cells[2 * (one["parental_occupation"] == "professional") + (not reached(one, to))] += 1
                a, b, c, d = cells
                top += a * d / max(1, sum(cells))
                bottom += b * c / max(1, sum(cells))
            like[step, group] = top / bottom if top and bottom else None
    if any(value is not None for value in like.values()):
        yield "like_for_like", like
    yield from _days(applications, posts)


def _days(applications: Sequence[Application], posts: Sequence[str]) -> Iterator[tuple[str, Values]]:
    dated = [one for one in applications if one["requisition"] is not None and one.get("applied_on") is not None]
    if not on_record(applications, "applied_on"):
        return
    opened = {
        post: min((one["applied_on"] for one in dated if one["requisition"] == post), default=None) for post in posts
    }
    days: dict[tuple[str, str], list[int]] = {(group, post): [] for group, post in product(BASE, posts)}
    for one in dated:
        if one["parental_occupation"] in BASE:
            days[one["parental_occupation"], one["requisition"]].append(one["applied_on"] - opened[one["requisition"]])
    every = {group: [day for post in posts for day in days[group, post]] for group in BASE}
    yield "days", {(group,): median(every[group]) if len(every[group]) >= FEWEST else None for group in BASE}
    later: Values = {}
    for group in BASE[1:]:
        both = [post for post in posts if days[group, post] and days["professional", post]]
        mine, theirs = ([days[each, post] for post in both] for each in (group, "professional"))
        if min(sum(map(len, mine)), sum(map(len, theirs))) < FEWEST:
            later[group,] = None
            continue
        weights = [len(one) * len(two) / (len(one) + len(two)) for one, two in zip(mine, theirs, strict=True)]
        gaps = [sum(one) / len(one) - sum(two) / len(two) for one, two in zip(mine, theirs, strict=True)]
        later[group,] = sum(w * gap for w, gap in zip(weights, gaps, strict=True)) / sum(weights)
    yield "days_later", later
