"""The page of what is covered says how many actions there are of two, three and four sides, and why there are none."""

from collections import Counter
from html import unescape

import pytest
from django.test import Client
from django.utils.html import strip_tags

from footing.standards import load_catalogue
from footing.standards.spread import left_empty, spread
from footing_web.library.presenters.covered import coverage

SPREAD = spread(load_catalogue())
HEAVIEST = 70_000
"""Bytes; what it brings with it adds some 25,000."""

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return Client().get("/toolkit/coverage/")


def test_the_page_is_light(page):
    assert page.status_code == 200
    assert len(page.content) <= HEAVIEST


@pytest.mark.parametrize("each", left_empty(), ids=lambda each: each.because)
def test_every_reason_is_told_for_each_role_that_it_names(each):
    shown = coverage()
    told = Counter(reason for table in (*shown.pairs, *shown.by_role) for reason in table.reasons)
    assert sum(count for reason, count in told.items() if reason.endswith(f": {each.because}")) >= max(
        1, len(each.role)
    )


def test_a_table_for_each_role_has_a_number_for_each_level_or_a_dash(page):
    text = unescape(strip_tags(page.content.decode()))
    for table in coverage().by_role:
        assert table.caption in text
    everybody, leader, *_ = coverage().by_role
    asking = leader.rows[0]
    numbers = (
        SPREAD.count(pillar="data", stage="asking", role="senior-leader", level=level)
        for level in SPREAD.codes["level"]
    )
    assert asking[:2] == ("Asking", " · ".join(map(str, numbers)))
    assert asking[3] == "–"
    totals = (SPREAD.count(level=level) for level in SPREAD.codes["level"])
    assert everybody.rows[-1][-1] == " · ".join(map(str, totals))


def test_nothing_is_still_empty():
    assert [row[-1] for row in coverage().all_in_all.rows] == ["0", "0", "0"]
    assert [int(row[1].replace(",", "")) for row in coverage().all_in_all.rows] == [
        SPREAD.tally(sides).cells for sides in (2, 3, 4)
    ]
