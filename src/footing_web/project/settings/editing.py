"""Wagtail: the apps that it is made of, and what is switched off in it."""

from typing import Any

from footing_web.project.settings.environment import Environment

EDITING_APPS = [
    "wagtail.users",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "footing_web.library.finding",
    "wagtail.contrib.redirects",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]


def editing_settings(here: Environment) -> dict[str, Any]:
    """Wagtail's settings. Nothing is asked of another server, and nobody signs in except where everybody does."""
    return {
        "WAGTAIL_SITE_NAME": "Footing",
        "WAGTAILADMIN_BASE_URL": here.address,
        "WAGTAILADMIN_LOGIN_URL": "/accounts/login/",
        "WAGTAIL_FRONTEND_LOGIN_URL": "/accounts/login/",
        "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED": False,
        "WAGTAIL_PASSWORD_RESET_ENABLED": False,
        "WAGTAIL_EMAIL_MANAGEMENT_ENABLED": False,
        "WAGTAILUSERS_PASSWORD_ENABLED": False,
        "WAGTAIL_GRAVATAR_PROVIDER_URL": None,
        "WAGTAIL_ENABLE_UPDATE_CHECK": False,
        "WAGTAIL_ENABLE_WHATS_NEW_BANNER": False,
        "WAGTAIL_PRIVATE_PAGE_OPTIONS": dict.fromkeys(("SHARED_PASSWORD", "LOGIN", "GROUPS"), False),
        "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT": True,
        "WAGTAIL_ALLOW_UNICODE_SLUGS": False,
        "WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT": 5,
        "WAGTAILDOCS_SERVE_METHOD": "serve_view",
        "WAGTAILDOCS_EXTENSIONS": ["docx", "odt", "pdf", "vtt", "mp4", "webm"],
        # PostgreSQL stems by this; SQLite by how the library's migration has made its table.
        "WAGTAILSEARCH_BACKENDS": {
            "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "english"}
        },
    }
