"""The environment variables that the service is set up with, read in one place and refused with a reason."""

import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

LOCAL, PRODUCTION = "local", "production"
KEY_BYTES = 32
NEEDED_IN_PRODUCTION = (
    "FOOTING_ADDRESS",
    "FOOTING_SECRET_KEY",
    "FOOTING_RECORD_KEYS",
    "FOOTING_PSEUDONYM_KEY",
    "FOOTING_RESULTS_KEY",
    "FOOTING_EMAIL_URL",
    "FOOTING_EMAIL_FROM",
)
LOCAL_ADDRESS = "http://127.0.0.1:8000"


@dataclass(frozen=True, slots=True)
class Environment:
    """What the service was told about where it runs."""

    mode: str
    data: Path
    address: str
    secret_key: str
    old_secret_keys: tuple[str, ...]
    record_keys: tuple[tuple[str, bytes], ...]
    pseudonym_key: bytes
    results_key: bytes
    old_results_keys: tuple[bytes, ...]
    clamd_socket: str
    database_url: str
    email_url: str
    email_from: str
    bucket: str
    bucket_endpoint: str
    bucket_region: str
    trusted_proxies: int

    @property
    def in_production(self) -> bool:
        """Whether strangers can reach this service."""
        return self.mode == PRODUCTION

    @property
    def host(self) -> str:
        """The name that people type to reach the service."""
        return urlsplit(self.address).hostname or "127.0.0.1"

    @property
    def over_https(self) -> bool:
        """Whether people reach the service over an encrypted connection."""
        return self.address.startswith("https://")


def read_environment(given: Mapping[str, str]) -> Environment:
    """Read every ``FOOTING_…`` variable.

    Raises ``ImproperlyConfigured``, coded and with the next step, when a secret is lacking or a value is wrong.
    """
    mode = given.get("FOOTING_MODE", LOCAL)
    if mode not in (LOCAL, PRODUCTION):
        raise ImproperlyConfigured(f'S001 · FOOTING_MODE is "{mode}". Set it to {LOCAL} or to {PRODUCTION}.')
    data = Path(given.get("FOOTING_DATA", "out/service")).expanduser().resolve()
    if mode == PRODUCTION:
        _require(given, *NEEDED_IN_PRODUCTION)
    return Environment(
        mode=mode,
        data=data,
        address=given.get("FOOTING_ADDRESS", LOCAL_ADDRESS).rstrip("/"),
        secret_key=given.get("FOOTING_SECRET_KEY") or _kept(data, "secret.key"),
        old_secret_keys=tuple(filter(None, given.get("FOOTING_OLD_SECRET_KEYS", "").split(","))),
        record_keys=_named_keys(given.get("FOOTING_RECORD_KEYS") or "1:" + _kept(data, "records.key")),
        pseudonym_key=_key(given, data, "FOOTING_PSEUDONYM_KEY", "pseudonyms.key"),
        results_key=_key(given, data, "FOOTING_RESULTS_KEY", "results.key"),
        old_results_keys=_keys(given.get("FOOTING_OLD_RESULTS_KEYS", ""), "FOOTING_OLD_RESULTS_KEYS"),
        clamd_socket=given.get("FOOTING_CLAMD_SOCKET", ""),
        database_url=given.get("FOOTING_DATABASE_URL", f"sqlite:///{data / 'footing.sqlite3'}"),
        email_url=given.get("FOOTING_EMAIL_URL", ""),
        email_from=given.get("FOOTING_EMAIL_FROM", "Footing <footing@localhost>"),
        bucket=given.get("FOOTING_S3_BUCKET", ""),
        bucket_endpoint=given.get("FOOTING_S3_ENDPOINT", ""),
        bucket_region=given.get("FOOTING_S3_REGION", ""),
        trusted_proxies=_whole_number(given.get("FOOTING_TRUSTED_PROXIES", "0"), "FOOTING_TRUSTED_PROXIES"),
    )


def _require(given: Mapping[str, str], *names: str) -> None:
    lacking = [name for name in names if not given.get(name)]
    if lacking:
        raise ImproperlyConfigured(
            f"S002 · The service cannot start in production without {', '.join(lacking)}. "
            "Set what is lacking; docs/how-to/run-on-one-machine.md says how each is made."
        )


def _named_keys(written: str) -> tuple[tuple[str, bytes], ...]:
    """Keys by name, ``2026:…,2025:…``: the first is used for what is new, the others still open what is older."""
    pairs = [each.strip().partition(":") for each in written.split(",")]
    if any(not name or not colon for name, colon, _ in pairs) or len({name for name, _, _ in pairs}) < len(pairs):
        raise ImproperlyConfigured("S003 · FOOTING_RECORD_KEYS is not NAME:KEY with commas between, each name once.")
    return tuple((name, _bytes_of(key, "FOOTING_RECORD_KEYS")) for name, _, key in pairs)


def _key(given: Mapping[str, str], data: Path, name: str, file: str) -> bytes:
    return _bytes_of(given.get(name) or _kept(data, file), name)


def _keys(written: str, name: str) -> tuple[bytes, ...]:
    return tuple(_bytes_of(each.strip(), name) for each in written.split(",") if each.strip())


def _bytes_of(written: str, name: str) -> bytes:
    try:
        key = b64decode(written, validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise ImproperlyConfigured(f"S003 · {name} needs 32 bytes in Base64. Make them with: openssl rand -base64 32")
    return key


def _whole_number(written: str, name: str) -> int:
    if not written.isdecimal():
        raise ImproperlyConfigured(f'S004 · {name} is "{written}". Give a whole number, 0 or more.')
    return int(written)


def _kept(data: Path, name: str) -> str:
    """A secret of a service on one's own computer: made once, and kept where only its owner can read it."""
    path = data / "keys" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as file:  # only its owner can read it
            file.write(b64encode(secrets.token_bytes(KEY_BYTES)).decode())
            file.flush()
            with suppress(FileExistsError):  # the server and the worker start together: the first one's secret holds
                os.link(file.name, path)
    return path.read_text(encoding="ascii")
