"""Files in S3-compatible storage: the whole way of an extract, against a server of its own that speaks S3."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator

import boto3
import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.utils import timezone
from django_scopes import scopes_disabled

from footing_web.accounts.scoping import in_organisation
from footing_web.project.backups.archive import names_of
from footing_web.project.settings.environment import read_environment
from footing_web.project.settings.stores import file_stores
from footing_web.records.actions import finish_deletions, remove_strays
from footing_web.records.models import Record
from footing_web.records.storing import storage, stored_names
from footing_web.uploads.actions import withdraw
from footing_web.uploads.queries import workforce_files
from web.project.at_work import answer, free_port, until
from web.results.conftest import keep, sample

__all__ = ["keep", "sample"]
BUCKET = "footing-extracts"
KEYS = {"AWS_ACCESS_KEY_ID": "a-name", "AWS_SECRET_ACCESS_KEY": "a-secret", "AWS_EC2_METADATA_DISABLED": "true"}


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """Where the server is."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | KEYS
    ) as server:
        until(lambda: answer(port, "/moto-api/") is not None)
        yield f"http://127.0.0.1:{port}"
        server.kill()


@pytest.fixture
def bucket(endpoint, settings, monkeypatch, tmp_path):
    """A bucket that the service was told to keep its files in; what is in it, by name."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    given = {"FOOTING_S3_BUCKET": BUCKET, "FOOTING_S3_ENDPOINT": endpoint, "FOOTING_S3_REGION": "eu-west-2"}
    stores = file_stores(read_environment({**given, "FOOTING_DATA": str(tmp_path)}))
    settings.STORAGES = {**django_settings.STORAGES, "default": stores["default"]}
    client = boto3.client("s3", endpoint_url=endpoint, region_name="eu-west-2")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})

    def contents() -> dict[str, bytes]:
        listed = client.list_objects_v2(Bucket=BUCKET).get("Contents", [])
        return {each["Key"]: client.get_object(Bucket=BUCKET, Key=each["Key"])["Body"].read() for each in listed}

    yield contents
    for name in contents():
        client.delete_object(Bucket=BUCKET, Key=name)
    client.delete_bucket(Bucket=BUCKET)
    client.close()


@pytest.mark.django_db(transaction=True)
def test_an_extract_is_kept_opened_and_deleted_for_good_in_a_bucket(bucket, organisation, analyst, keep, sample):
    upload = keep(organisation, analyst)
    finish_deletions()
    with scopes_disabled():
        names = set(Record.objects.values_list("storage_name", flat=True))
    assert set(bucket()) == names == set(stored_names()) == set(names_of(storage())), "a backup takes all of them"
    for content in bucket().values():
        assert content.startswith(b"FTGSEAL1")
        assert b"Grade" not in content
    with in_organisation(organisation), workforce_files(upload) as held:
        assert held.files.extract.stat().st_size > 10_000
    with in_organisation(organisation):
        withdraw(upload=upload, by=analyst)
    finish_deletions()
    assert bucket() == {}


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_has_left_in_a_bucket_is_removed_a_day_later(bucket, organisation, analyst, keep):
    keep(organisation, analyst)
    finish_deletions()
    before = set(bucket())
    stray = storage().save(f"{next(iter(before)).rpartition('/')[0]}/stray", ContentFile(b"left behind"))
    assert stray in bucket()
    remove_strays(now=timezone.now())
    assert stray in bucket(), "another worker may be about to enter it"
    remove_strays(now=timezone.now() + dt.timedelta(days=2))
    assert set(bucket()) == before
