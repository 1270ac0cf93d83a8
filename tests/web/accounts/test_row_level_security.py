"""The second wall: PostgreSQL itself gives out the rows of the scope and no others, whatever the code asks.

Taken up when the tests run on PostgreSQL (``conftest.py`` of this folder): SQLite has nothing like it.
"""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django_scopes import scopes_disabled

from footing_web.accounts.checks import held_by_the_wall
from footing_web.accounts.models import Grade, OrganisationOwned
from footing_web.accounts.row_level_security import POLICY
from footing_web.accounts.scoping import in_organisation

pytestmark = pytest.mark.django_db


def codes() -> list[str]:
    """Every grade that the database gives out, asked behind the back of the code."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT code FROM accounts_grade ORDER BY code")
        return [code for (code,) in cursor.fetchall()]


def tables_of_organisations() -> set[str]:
    return {model._meta.db_table for model in apps.get_models() if issubclass(model, OrganisationOwned)}


def test_every_table_of_an_organisation_and_the_log_is_guarded():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_policies WHERE policyname = %s", [POLICY])
        guarded = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        forced = {name for (name,) in cursor.fetchall()}
    assert tables_of_organisations() | {"audit_auditentry"} <= guarded & forced


def test_the_role_of_the_service_is_held_by_the_wall():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)


def test_a_role_that_goes_around_the_wall_is_found_before_the_service_goes_out(monkeypatch):
    assert held_by_the_wall(databases=["default"]) == []
    monkeypatch.setattr("footing_web.accounts.checks._goes_around", lambda _: True)
    assert [fault.id for fault in held_by_the_wall(databases=["default"])] == ["accounts.E001"]


def test_raw_sql_sees_the_rows_of_the_scope_and_no_others(grades_of_two, organisation):
    assert codes() == []
    with in_organisation(organisation):
        assert codes() == ["Grade of Ashmoor Council"]
    assert codes() == []
    with scopes_disabled():
        assert codes() == ["Grade of Ashmoor Council", "Grade of Brackwater Trust"]


def test_a_manager_without_a_scope_sees_nothing(grades_of_two):
    assert Grade._base_manager.count() == 0


def test_rows_of_another_organisation_are_neither_changed_nor_removed_nor_added(
    grades_of_two, organisation, other_organisation
):
    with in_organisation(organisation), connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_grade SET code = 'taken'")
        assert cursor.rowcount == 1
        cursor.execute("DELETE FROM accounts_grade WHERE organisation_id = %s", [other_organisation.pk])
        assert cursor.rowcount == 0
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            cursor.execute("UPDATE accounts_grade SET organisation_id = %s", [other_organisation.pk])


def test_the_scope_is_told_again_after_a_transaction_was_taken_back(grades_of_two, organisation, other_organisation):
    with in_organisation(organisation):
        assert len(codes()) == 1
        with transaction.atomic():
            with in_organisation(other_organisation):
                assert codes() == ["Grade of Brackwater Trust"]
            transaction.set_rollback(True)
        assert codes() == ["Grade of Ashmoor Council"]
