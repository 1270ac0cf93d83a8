"""The service starts with no setting on one's own computer, and never without its secrets where strangers reach it."""

import base64
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from footing_web.project.settings.databases import database
from footing_web.project.settings.environment import NEEDED_IN_PRODUCTION, read_environment
from footing_web.project.settings.letters import letter_settings
from footing_web.project.settings.stores import file_stores

KEY = base64.b64encode(bytes(range(32))).decode()
PRODUCTION = {
    "FOOTING_MODE": "production",
    "FOOTING_ADDRESS": "https://footing.example.org",
    "FOOTING_SECRET_KEY": "x9" * 40 + "!@#$%^&*()",
    "FOOTING_RECORD_KEYS": f"2026:{KEY}",
    "FOOTING_PSEUDONYM_KEY": KEY,
    "FOOTING_RESULTS_KEY": KEY,
    "FOOTING_EMAIL_URL": "smtp://name:pass%40word@mail.example.org",
    "FOOTING_EMAIL_FROM": "Footing <footing@example.org>",
}


@pytest.fixture
def production(tmp_path) -> dict[str, str]:
    return PRODUCTION | {"FOOTING_DATA": str(tmp_path)}


@pytest.mark.parametrize("lacking", NEEDED_IN_PRODUCTION)
def test_production_does_not_start_without(production, lacking):
    del production[lacking]
    with pytest.raises(ImproperlyConfigured, match=f"S002 .*{lacking}"):
        read_environment(production)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("FOOTING_MODE", "prod", "S001"),
        ("FOOTING_RECORD_KEYS", KEY, "S003"),
        ("FOOTING_RECORD_KEYS", f"a:{KEY},a:{KEY}", "S003"),
        ("FOOTING_PSEUDONYM_KEY", "c2hvcnQ=", "S003"),
        ("FOOTING_RESULTS_KEY", "not Base64", "S003"),
        ("FOOTING_TRUSTED_PROXIES", "one", "S004"),
    ],
)
def test_a_value_that_makes_no_sense_is_named(production, name, value, code):
    with pytest.raises(ImproperlyConfigured, match=code):
        read_environment(production | {name: value})


def test_a_mail_server_that_cannot_be_read_is_named(production):
    with pytest.raises(ImproperlyConfigured, match="S005"):
        letter_settings(read_environment(production | {"FOOTING_EMAIL_URL": "mail.example.org"}))


def test_a_mail_server_is_read_with_its_password(production):
    settings = letter_settings(read_environment(production))
    assert settings["EMAIL_HOST_PASSWORD"] == "pass@word"
    assert (settings["EMAIL_PORT"], settings["EMAIL_USE_TLS"]) == (587, True)


def test_record_keys_rotate_by_name(production):
    here = read_environment(production | {"FOOTING_RECORD_KEYS": f"2027:{KEY}, 2026:{KEY}"})
    assert [name for name, _ in here.record_keys] == ["2027", "2026"]


def test_own_secrets_are_made_once_and_only_their_owner_can_read_them(tmp_path):
    first, second = (read_environment({"FOOTING_DATA": str(tmp_path)}) for _ in range(2))
    assert first == second
    for name in ("secret.key", "records.key", "pseudonyms.key", "results.key"):
        assert oct((tmp_path / "keys" / name).stat().st_mode)[-3:] == "600"
    assert len({first.secret_key, first.results_key, first.pseudonym_key, first.record_keys[0][1]}) == 4


def test_the_database_is_a_file_until_postgresql_is_named(production):
    assert database(read_environment(production))["ENGINE"] == "django.db.backends.sqlite3"
    named = database(read_environment(production | {"FOOTING_DATABASE_URL": "postgres://u:p@db/footing"}))
    assert named["ENGINE"] == "footing_web.accounts.postgresql"


def test_files_go_to_a_bucket_where_one_is_named(production):
    assert "FileSystemStorage" in file_stores(read_environment(production))["default"]["BACKEND"]
    stores = file_stores(read_environment(production | {"FOOTING_S3_BUCKET": "extracts"}))
    assert stores["default"]["OPTIONS"]["bucket_name"] == "extracts"
    assert stores["default"]["OPTIONS"]["default_acl"] == "private"


def test_djangos_own_check_of_a_deployment_finds_nothing(production):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("FOOTING_", "DJANGO_"))}
    command = [sys.executable, "-m", "footing_web.project", "check", "--deploy", "--fail-level", "WARNING"]
    checked = subprocess.run(command, env=environment | production, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout
