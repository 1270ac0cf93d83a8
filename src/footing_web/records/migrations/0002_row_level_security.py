"""The second wall on PostgreSQL: the tables of this app."""

from typing import ClassVar

from django.db import migrations

from footing_web.accounts.row_level_security import guard


class Migration(migrations.Migration):
    """Guard the tables of this app, the evidence of deletions included."""

    dependencies: ClassVar = [("records", "0001_initial"), ("accounts", "0002_row_level_security")]
    operations: ClassVar = [guard("records_organisationkey", "records_record", "records_deletedrecord")]
