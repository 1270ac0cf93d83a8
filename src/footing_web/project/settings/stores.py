"""Where files are kept: a folder beside the database, or a bucket of S3-compatible storage."""

from typing import Any

from footing_web.project.settings.environment import Environment


def file_stores(here: Environment) -> dict[str, dict[str, Any]]:
    """Django's storages: what people hand in and download, and the stylesheet and scripts."""
    return {
        "default": _bucket(here) if here.bucket else _folder(here),
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if here.in_production
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }


def _folder(here: Environment) -> dict[str, Any]:
    # Django writes the files readable to their owner alone; no address of the service leads into this folder.
    options = {"location": here.data / "files", "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
    return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}


def _bucket(here: Environment) -> dict[str, Any]:
    options = {
        "bucket_name": here.bucket,
        "endpoint_url": here.bucket_endpoint or None,
        "region_name": here.bucket_region or None,
        "default_acl": "private",
        "file_overwrite": False,
        "querystring_auth": True,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
