"""Assessments for tests, made as the real ones are: people are measured, protected and put into words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from footing.assessment import Assessment, Choices
from footing.assessment import assess as assess_workforce
from footing.standards import load_catalogue
from footing.tables import Category
from footing.workforce.workforce import NOT_RECORDED, Characteristic, SourceDigest
from measures.small_workforce import make_workforce
from reporting.staff import CHARACTERISTICS, council_staff

POLICY = "publish-10"
BENCHMARK = "uk-parental-occupation-2021"
ORDERED = ("grade", "age_band")


@cache
def council_assessment(people: int = 4200) -> Assessment:
    """A council with two questions and every usual characteristic."""
    return assess(council_staff(people))


def assess(
    staff: Sequence[Mapping[str, str]],
    *,
    questions: Sequence[str] = ("parental_occupation", "school_type"),
    characteristics: Mapping[str, Sequence[str]] = CHARACTERISTICS,
    organisation: str | None = "Northvale Council",
    policy: str = POLICY,
    crossings: tuple[tuple[str, ...], ...] | None = None,
) -> Assessment:
    """The assessment of these people. Raises ``ReleaseRefused`` when nothing can be shown of them."""
    catalogue = load_catalogue()
    workforce = make_workforce(staff, questions=questions, characteristics=characteristics)
    described = replace(
        workforce,
        characteristics=tuple(map(_described, workforce.characteristics)),
        sources=(SourceDigest("council_hr_export.csv", "5f" * 32, len(staff)),),
    )
    choices = Choices(
        as_at=dt.date(2026, 4, 15),
        policy=catalogue.policy(policy),
        mapping_sha256="a7" * 32,
        organisation=organisation,
        crossings=crossings,
    )
    return assess_workforce(described, choices, catalogue=catalogue)


def _described(characteristic: Characteristic) -> Characteristic:
    """Categories read as they are written in the extract; grades and ages are in order."""
    labels = {NOT_RECORDED: "Not recorded"}
    categories = tuple(Category(each.code, labels.get(each.code, each.code)) for each in characteristic.categories)
    return replace(characteristic, categories=categories, ordered=characteristic.variable in ORDERED)
