"""Django's PostgreSQL, which is told before each statement whose rows may be touched.

``row_level_security`` puts policies on the tables; they read the setting that is kept here. What the code does inside
``in_organisation`` touches the rows of that organisation and no others, also by raw SQL and by unscoped managers.
"""

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL

from footing_web.accounts.row_level_security import EVERY, SETTING
from footing_web.accounts.scoping import organisation_in_scope, scopes_are_off

ENDS_OF_TRANSACTIONS = ("ROLLBACK", "SAVEPOINT", "RELEASE")


class DatabaseWrapper(PostgreSQL):
    """A connection that keeps the setting of row-level security equal to the scope of the code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing said to the database yet."""
        super().__init__(*args, **kwargs)
        self._said: str | None = None
        self.execute_wrappers.append(self._say_scope_first)

    def connect(self) -> None:
        """Connect anew; a new session knows of no scope."""
        self._said = None
        super().connect()

    def _rollback(self) -> None:
        # A setting made inside a transaction is taken back with it.
        self._said = None
        super()._rollback()  # type: ignore[misc]  # the stubs leave private methods out

    def _say_scope_first(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        if str(sql).startswith(ENDS_OF_TRANSACTIONS):
            self._said = None
            return execute(sql, params, many, context)
        scope = EVERY if scopes_are_off() else str(organisation_in_scope() or "")
        if scope != self._said:
            self.connection.execute("SELECT set_config(%s, %s, false)", (SETTING, scope))
            self._said = scope
        return execute(sql, params, many, context)
