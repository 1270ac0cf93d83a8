"""From here on the database refuses to change or to remove an entry of the log."""

from typing import Any, ClassVar

from django.db import migrations

from footing_web.audit import guards


def _put_up(apps: Any, schema_editor: Any) -> None:
    guards.put_up(schema_editor.connection)


def _take_down(apps: Any, schema_editor: Any) -> None:
    guards.take_down(schema_editor.connection)


class Migration(migrations.Migration):
    """Put the triggers up."""

    dependencies: ClassVar = [("audit", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(_put_up, _take_down)]
