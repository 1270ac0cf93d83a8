"""The second wall on PostgreSQL: every table of an organisation's rows, and its log."""

from typing import ClassVar

from django.db import migrations

from footing_web.accounts.row_level_security import guard


class Migration(migrations.Migration):
    """Guard the tables of this app and of the log, which knows no organisation itself."""

    dependencies: ClassVar = [("accounts", "0001_initial"), ("audit", "0002_append_only")]
    operations: ClassVar = [
        guard(
            "accounts_unit",
            "accounts_grade",
            "accounts_membership",
            "accounts_invitation",
            "accounts_joinrequest",
            "accounts_apikey",
            "accounts_groupplace",
            "audit_auditentry",
        )
    ]
