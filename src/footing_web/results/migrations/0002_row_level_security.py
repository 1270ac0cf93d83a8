"""The second wall on PostgreSQL: the tables of this app."""

from typing import ClassVar

from django.db import migrations

from footing_web.accounts.row_level_security import guard


class Migration(migrations.Migration):
    """Guard the tables of this app."""

    dependencies: ClassVar = [("results", "0001_initial"), ("accounts", "0002_row_level_security")]
    operations: ClassVar = [
        guard(
            "results_run",
            "results_result",
            "results_keptassessment",
            "results_reportfile",
            "results_ledgerline",
            "results_sharelink",
            "results_webhook",
            "results_delivery",
        )
    ]
