"""How Django finds this app."""

from django.apps import AppConfig


class AccountsApp(AppConfig):
    """Organisations, their members and roles, and sign-in."""

    name = "footing_web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Let ``user.has_perm`` know the table of permissions, and ``check`` what is to be looked at."""
        from footing_web.accounts import checks, permissions  # noqa: F401
