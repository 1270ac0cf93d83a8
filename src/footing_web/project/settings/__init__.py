"""The settings of the service. What differs between places comes from ``FOOTING_…`` variables: see ``environment``."""

import os
from datetime import timedelta
from typing import Any

from csp.constants import NONE, SELF

from footing_web.project.settings.databases import database
from footing_web.project.settings.editing import EDITING_APPS, editing_settings
from footing_web.project.settings.environment import read_environment
from footing_web.project.settings.letters import letter_settings
from footing_web.project.settings.logs import log_settings
from footing_web.project.settings.sign_in import ACCOUNT_FORM_NAMES, SECOND_STEP_FORM_NAMES
from footing_web.project.settings.stores import file_stores

HERE = read_environment(os.environ)

DEBUG = False
PUBLIC_ADDRESS = HERE.address
SECRET_KEY = HERE.secret_key
SECRET_KEY_FALLBACKS = list(HERE.old_secret_keys)
# The machine itself asks whether the service is ready; letters never take their address from a request.
ALLOWED_HOSTS = [HERE.host, "127.0.0.1"] if HERE.in_production else [HERE.host, "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [HERE.address]
ROOT_URLCONF = "footing_web.project.urls"
WSGI_APPLICATION = "footing_web.project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "footing_web.project",
    "footing_web.enquiries",
    "footing_web.library",
    "footing_web.results",
    "footing_web.uploads",
    "footing_web.records",
    "footing_web.accounts",
    "footing_web.audit",
    "footing_web.components",
    *EDITING_APPS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "allauth.usersessions",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "rules.apps.AutodiscoverRulesConfig",
]

MIDDLEWARE = [
    "footing_web.project.middleware.one_line_a_request",
    "django.middleware.security.SecurityMiddleware",
    "footing_web.project.middleware.careful_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "footing_web.project.middleware.forms_may_lead_to_a_provider",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "footing_web.accounts.activity.sessions_in_use",
    "footing_web.library.editing.gate.EditingGate",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "footing_web.project.navigation.navigation",
            ]
        },
    }
]

DATABASES = {"default": database(HERE)}
# One cache for all server processes, so that sign-in limits hold across them.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cached_values"}}
STORAGES = file_stores(HERE)
STATIC_URL = "/static/"
STATIC_ROOT = HERE.data / "static"
WHITENOISE_USE_FINDERS = not HERE.in_production

# Forms; files have limits of their own where they are received.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a mapping has one choice for every column and every word
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["footing_web.uploads.receiving.PrivateUploadHandler"]  # no file has a name while it arrives

TASKS: dict[str, Any] = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

# What each app does about every minute: look after jobs that have stalled, delete what is due.
DUTIES = [
    "footing_web.uploads.actions.look_after",
    "footing_web.results.actions.look_after",
    "footing_web.enquiries.actions.look_after",
    "footing_web.library.duties.look_after",
]

# What each app ends of an organisation that is closed, before its rows are deleted.
CLOSING = ["footing_web.uploads.actions.ending.end_all", "footing_web.results.actions.closing.remove_report_files"]

# Language and time: stored in UTC, shown as in London.
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

# Who may sign in, and how.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/organisations/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "footing_web.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {name: f"footing_web.accounts.sign_in_forms.{form}" for name, form in ACCOUNT_FORM_NAMES.items()}
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_ADAPTER = "footing_web.accounts.adapters.SecondStepAdapter"
MFA_FORMS = {name: f"footing_web.accounts.sign_in_forms.{form}" for name, form in SECOND_STEP_FORM_NAMES.items()}
SOCIALACCOUNT_ADAPTER = "footing_web.accounts.adapters.ElsewhereAdapter"
SOCIALACCOUNT_FORMS = {"signup": "footing_web.accounts.sign_in_forms.ElsewhereSignUp"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Footing"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HERE.over_https
USERSESSIONS_TRACK_ACTIVITY = True

# Cookies and the connection.
SESSION_COOKIE_AGE = int(timedelta(days=14).total_seconds())
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HERE.over_https
SESSION_COOKIE_NAME = "__Host-session" if HERE.over_https else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HERE.over_https else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "footing_web.project.views.form_too_old"
SECURE_SSL_REDIRECT = HERE.over_https
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if HERE.over_https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HERE.over_https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HERE.trusted_proxies else None
ALLAUTH_TRUSTED_PROXY_COUNT = HERE.trusted_proxies
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# The editing of the public toolkit.
globals().update(editing_settings(HERE))

# E-mails and logs.
DEFAULT_FROM_EMAIL = SERVER_EMAIL = HERE.email_from
NOTIFY_KEY = NOTIFY_TEMPLATE = NOTIFY_SERVER = ""  # set where letters go by GOV.UK Notify
globals().update(letter_settings(HERE))
LOGGING = log_settings(HERE)

# The keys of what is kept about people; footing_web.records says how they are used.
RECORD_KEYS = HERE.record_keys
PSEUDONYM_KEY = HERE.pseudonym_key
RESULTS_KEY, OLD_RESULTS_KEYS = HERE.results_key, HERE.old_results_keys
CLAMD_SOCKET = HERE.clamd_socket
