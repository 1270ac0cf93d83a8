"""The database finds the pages that hold a word, whatever its ending, and nothing that is not public."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from wagtail.models import PageViewRestriction

from footing_web.library.finding.full_text import pages_with, pages_with_any
from web.library.finding.pages import add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return add_page("actions", "score-alike", "Score alike", what="Interviewers write down what candidates answered.")


@pytest.mark.parametrize(
    "words", ["interviewer", "Interviewers", "interviewing", "candidate", "answers", "writes down"]
)
def test_a_word_is_found_whatever_its_ending(page, words):
    assert set(pages_with(words)) == {page.pk}


def test_all_words_must_be_there(page):
    assert pages_with("interviewers payroll") == frozenset()


def test_a_phrase_must_be_there_word_after_word(page):
    assert set(pages_with_any(["payroll", "candidates answered"])) == {page.pk}
    assert pages_with_any(["answered candidates"]) == frozenset()
    assert pages_with_any([]) == frozenset()


@pytest.mark.parametrize(
    "nasty", ['"', "'", "* OR 1", "NEAR(", "title:x", "%s", "a & !b", "\\", "' ; DROP TABLE x; --", "-", "<->"]
)
def test_marks_of_the_database_language_are_harmless(page, nasty):
    assert page.pk not in pages_with(nasty)
    assert set(pages_with(f"interviewers {nasty}")) <= {page.pk}


def test_what_is_not_published_or_not_public_is_not_found(page):
    hidden = add_page("actions", "hidden", "Hidden", what="Interviewers.")
    hidden.unpublish()
    private = add_page("actions", "private", "Private", what="Interviewers.")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert set(pages_with("interviewers")) == {page.pk}


def test_the_index_keeps_its_stems_when_it_is_made_again(page):
    call_command("update_index", verbosity=0)
    assert set(pages_with("interviewing")) == {page.pk}


def test_the_table_of_sqlite_is_made_with_a_stemmer(db):
    if connection.vendor == "sqlite":  # PostgreSQL stems by its configuration, which the settings name
        with connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'wagtailsearch_indexentry_fts'")
            assert "tokenize='porter unicode61 remove_diacritics 2'" in cursor.fetchone()[0]
    else:
        assert settings.WAGTAILSEARCH_BACKENDS["default"]["SEARCH_CONFIG"] == "english"
