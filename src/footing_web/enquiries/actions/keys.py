"""Sealing again what was sealed with an older key."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models, transaction

from footing_web.enquiries.sealing import SealedText, seal_again

KEY = "id"
"""What the key of every table here is called."""


def seal_everything_again() -> int:
    """Seal under the first key whatever another one seals; how many texts. The others can then be taken away."""
    return sum(_seal_column_again(model, field) for model, field in _sealed_columns())


def _sealed_columns() -> Iterator[tuple[type[models.Model], SealedText]]:
    for model in apps.get_app_config("enquiries").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, SealedText):
                yield model, field


@transaction.atomic
def _seal_column_again(model: type[models.Model], field: SealedText) -> int:
    """The texts as they lie in the database, past the field that would open them."""
    quoted = connection.ops.quote_name
    table, column, key = (quoted(name) for name in (model._meta.db_table, str(field.column), KEY))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {key}, {column} FROM {table} WHERE {column} <> ''")  # noqa: S608 - names of our own
        found = [(row_key, seal_again(text)) for row_key, text in cursor.fetchall()]
        changed = [(text, row_key) for row_key, text in found if text is not None]
        cursor.executemany(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", changed)  # noqa: S608
    return len(changed)
