"""The scope in the code: nothing of an organisation is read or written outside it, on any database."""

import pytest
from django_scopes.exceptions import ScopeError

from footing_web.accounts.models import Grade, Membership
from footing_web.accounts.scoping import in_organisation


def test_a_query_without_a_scope_raises(db):
    with pytest.raises(ScopeError):
        Membership.objects.count()


def test_a_row_is_stored_and_removed_only_inside_the_scope_of_its_own_organisation(
    grades_of_two, organisation, other_organisation
):
    with in_organisation(organisation):
        grade = Grade.objects.get()
    for act in (grade.save, grade.delete):
        with pytest.raises(ScopeError):
            act()
        with in_organisation(other_organisation), pytest.raises(ScopeError):
            act()


def test_nothing_is_no_scope(db):
    with pytest.raises(ScopeError), in_organisation(None):
        Grade.objects.count()
