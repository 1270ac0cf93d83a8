"""Sixty searches that people would type find the page that they should, on the database of this run."""

import sys
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from footing_web.library.finding.entries import PLACES, entries
from footing_web.library.finding.searches import FIRST_FEW, expected_searches, tried
from footing_web.library.finding.words import search_words

SEARCHES = 60
FIRST_AT_LEAST = 45
FIRST_FEW_AT_LEAST = 57


def test_the_page_that_should_come_first_does_for_three_in_four_and_is_among_the_first_three_for_nearly_all(
    toolkit, capsys
):
    places = tried()
    first = sum(each.place == 1 for each in places)
    few = sum(each.place is not None and each.place <= FIRST_FEW for each in places)
    with capsys.disabled():
        sys.stdout.write(f"\nsearch on {connection.vendor}: {first} of {len(places)} first, {few} in the first three\n")
    assert len(places) == SEARCHES
    assert first >= FIRST_AT_LEAST, [each for each in places if each.place != 1]
    assert few >= FIRST_FEW_AT_LEAST, [each for each in places if not each.place or each.place > FIRST_FEW]


def test_every_page_that_is_expected_is_there(toolkit):
    held = {entry.address for entry in entries()}
    assert [each.first for each in expected_searches() if each.first not in held] == []


def test_no_search_is_listed_twice():
    typed = [each.typed.lower() for each in expected_searches()]
    assert len(set(typed)) == len(typed)


def test_the_command_says_how_often(toolkit):
    told = StringIO()
    call_command("try_searches", stdout=told)
    assert told.getvalue().splitlines()[-1].startswith(f"{connection.vendor}: {SEARCHES} searches, ")


@pytest.mark.parametrize("place", search_words().places, ids=lambda place: place.address)
def test_every_place_that_search_names_answers(toolkit, place):
    assert Client().get(place.address).status_code == 200


def test_places_are_found_by_their_words(toolkit):
    assert {entry.address for entry in entries() if entry.section == PLACES} == {
        place.address for place in search_words().places
    }
