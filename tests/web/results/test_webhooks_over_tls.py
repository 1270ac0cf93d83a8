"""Messages go over TLS, to whom the certificate names, and to nobody else: against a real server of another system."""

import datetime as dt
import hashlib
import hmac
import ipaddress
import json
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils import timezone

from footing_web.accounts.scoping import in_organisation
from footing_web.results import addresses, sending
from footing_web.results.models import Delivery, DeliveryState, Webhook
from footing_web.results.sending import secret_of, send_due

pytestmark = pytest.mark.django_db
NAME = "hooks.ashmoor.example"


@dataclass
class OtherSystem:
    """A server that takes messages over TLS, and what it was sent."""

    folder: Path
    status: int = 200
    taken: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    port: int = 0

    @property
    def certificate(self) -> Path:
        return self.folder / "certificate.pem"

    def serve(self) -> Iterator["OtherSystem"]:
        other = self

        class Takes(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                other.taken.append((self.path, dict(self.headers), body))
                self.send_response(other.status)
                self.send_header("Location", f"https://{NAME}/elsewhere")
                self.end_headers()

            def log_message(self, *said: object) -> None:
                pass

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, write_certificate(self.folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), Takes)
        server.handle_error = lambda *_: None  # a visitor who does not trust us hangs up in the middle
        server.socket = context.wrap_socket(server.socket, server_side=True)
        self.port = server.server_port
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield self
        server.shutdown()
        server.server_close()
        thread.join()


def write_certificate(folder: Path) -> Path:
    """A certificate for the name, signed by itself; the path of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - dt.timedelta(days=1), now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    kind = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key.private_bytes(*kind))
    return folder / "key.pem"


@pytest.fixture
def other_system(tmp_path, monkeypatch) -> Iterator[OtherSystem]:
    """The server, which this machine trusts; its name leads here, as if here were the public internet."""
    for other in OtherSystem(tmp_path).serve():
        monkeypatch.setenv("SSL_CERT_FILE", str(other.certificate))
        monkeypatch.setattr(sending, "HTTPS", other.port)
        monkeypatch.setattr(sending, "outside_number", lambda _: "127.0.0.1")
        yield other


@pytest.fixture
def message(organisation, analyst, release_to) -> Iterator[Delivery]:
    """A message that is due."""
    with in_organisation(organisation):
        Webhook.objects.create(organisation=organisation, address=f"https://{NAME}/footing?from=us")
        release_to(organisation, analyst)
        yield Delivery.objects.select_related("webhook").get()


def test_a_message_is_taken_with_a_signature_that_the_other_system_can_check(other_system, message):
    now = timezone.now()
    assert send_due(now=now) == 1
    message.refresh_from_db()
    assert (message.state, message.answer) == (DeliveryState.DELIVERED, "200")
    ((path, headers, body),) = other_system.taken
    assert (path, headers["Host"]) == ("/footing?from=us", f"{NAME}:{other_system.port}")
    at, signature = (part.split("=")[1] for part in headers["Footing-Signature"].split(","))
    secret = secret_of(message.webhook).encode()
    assert signature == hmac.new(secret, f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    assert json.loads(body)["event"] == "run.done"
    assert send_due(now=now + dt.timedelta(days=1)) == 0


def test_a_certificate_that_this_machine_does_not_trust_gets_nothing(other_system, message, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    assert send_due(now=timezone.now()) == 0
    message.refresh_from_db()
    assert (message.state, message.answer) == (DeliveryState.DUE, "SSLCertVerificationError")
    assert other_system.taken == []


def test_a_certificate_of_another_name_gets_nothing(other_system, message):
    Webhook.objects.update(address="https://elsewhere.example/footing")
    assert send_due(now=timezone.now()) == 0
    message.refresh_from_db()
    assert message.answer == "SSLCertVerificationError"
    assert other_system.taken == []


@pytest.mark.parametrize("status", [302, 400, 500])
def test_what_is_not_taken_is_sent_again_and_no_redirect_is_followed(other_system, message, status):
    other_system.status = status
    now = timezone.now()
    assert send_due(now=now) == 0
    message.refresh_from_db()
    assert (message.state, message.answer) == (DeliveryState.DUE, str(status))
    assert len(other_system.taken) == 1
    other_system.status = 204
    assert send_due(now=now + dt.timedelta(days=1)) == 1
    assert len(other_system.taken) == 2


def test_the_number_that_is_connected_to_is_the_one_that_was_found_to_be_public():
    assert addresses.outside_number("https://127.0.0.1/") is None
    assert ipaddress.ip_address(addresses.outside_number("https://8.8.8.8/")).is_global
