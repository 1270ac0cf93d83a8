"""SQLite's full-text table is made again with the Porter stemmer, so that "interviews" finds "interview".

Wagtail makes the table without one. PostgreSQL stems by its configuration, which the settings name.
"""

from typing import Any

from django.db import migrations

TABLE = "wagtailsearch_indexentry"
MAKE = f"CREATE VIRTUAL TABLE {TABLE}_fts USING fts5(autocomplete, body, title{{options}})"
FILL = f"INSERT INTO {TABLE}_fts(title, body, autocomplete, rowid) SELECT title, body, autocomplete, id FROM {TABLE}"  # noqa: S608


def _make(schema_editor: Any, options: str) -> None:
    if schema_editor.connection.vendor != "sqlite":
        return
    schema_editor.execute(f"DROP TABLE IF EXISTS {TABLE}_fts")
    schema_editor.execute(MAKE.format(options=options))
    schema_editor.execute(FILL)


def with_stems(apps: Any, schema_editor: Any) -> None:
    """Words are held by their stems, without accents."""
    _make(schema_editor, ", tokenize='porter unicode61 remove_diacritics 2'")


def without_stems(apps: Any, schema_editor: Any) -> None:
    """As Wagtail makes it."""
    _make(schema_editor, "")


class Migration(migrations.Migration):
    """After Wagtail's last change of its search tables."""

    initial = True
    dependencies = [("wagtailsearch", "0010_add_text_fields")]
    operations = [migrations.RunPython(with_stems, without_stems)]
