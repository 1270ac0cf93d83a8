"""A small SAML identity provider: it signs what it says with a key of its own, and says it by a form."""

import base64
import datetime as dt
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4
from xml.etree import ElementTree

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from onelogin.saml2.utils import OneLogin_Saml2_Utils

PERSON = {"uid": "7", "email": "ama.reed@ashmoor.example", "first_name": "Ama", "last_name": "Reed"}
RESPONSE = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
 xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{response}" Version="2.0" IssueInstant="{now}"
 Destination="{acs}" InResponseTo="{request}"><saml:Issuer>{issuer}</saml:Issuer><samlp:Status><samlp:StatusCode
 Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>{assertion}</samlp:Response>"""
ASSERTION = """<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema" ID="_{assertion}"
 Version="2.0" IssueInstant="{now}"><saml:Issuer>{issuer}</saml:Issuer><saml:Subject><saml:NameID
 Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">{uid}</saml:NameID><saml:SubjectConfirmation
 Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{end}" Recipient="{acs}"
 InResponseTo="{request}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{begin}"
 NotOnOrAfter="{end}"><saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction>
</saml:Conditions><saml:AuthnStatement AuthnInstant="{now}" SessionIndex="_{session}"><saml:AuthnContext>
<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>
</saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>{attributes}</saml:AttributeStatement>
</saml:Assertion>"""
ATTRIBUTE = """<saml:Attribute Name="{name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic">
<saml:AttributeValue xsi:type="xs:string">{value}</saml:AttributeValue></saml:Attribute>"""
METADATA = """<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{issuer}">
<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing">
<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{certificate}
</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService
 Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="{issuer}sso"/></md:IDPSSODescriptor>
</md:EntityDescriptor>"""


@dataclass(frozen=True)
class Asked:
    """What the service asks of the provider: by which id, answered where, and who asks."""

    request: str
    acs: str
    audience: str

    @classmethod
    def at(cls, address: str) -> "Asked":
        """As the address of a redirect says it."""
        sent = parse_qs(urlsplit(address).query)["SAMLRequest"][0]
        found = ElementTree.fromstring(zlib.decompress(base64.b64decode(sent), -15))  # noqa: S314 - our own request
        audience = found.findtext("{urn:oasis:names:tc:SAML:2.0:assertion}Issuer")
        return cls(found.attrib["ID"], found.attrib["AssertionConsumerServiceURL"], audience)


@dataclass
class IdentityProvider:
    """Who it is and what it says about whoever comes."""

    issuer: str = "https://login.ashmoor.example/"
    person: dict[str, str] = field(default_factory=lambda: dict(PERSON))
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    @property
    def key_pem(self) -> str:
        traditional, plain = serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
        return self.key.private_bytes(serialization.Encoding.PEM, traditional, plain).decode()

    @property
    def certificate_pem(self) -> str:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "login.ashmoor.example")])
        now = dt.datetime.now(dt.UTC)
        made = x509.CertificateBuilder(name, name, self.key.public_key(), 1, now, now + dt.timedelta(days=1))
        return made.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()

    def says(self, asked: Asked, *, signed: bool = True, minutes: int = 5, **changes: str) -> str:
        """The answer, in the form in which it is posted; ``changes`` are made before it is signed."""
        now = dt.datetime.now(dt.UTC)
        moments = {"now": now, "begin": now - dt.timedelta(minutes=10), "end": now + dt.timedelta(minutes=minutes)}
        said = {name: f"{moment:%Y-%m-%dT%H:%M:%SZ}" for name, moment in moments.items()}
        said |= {"issuer": self.issuer, "uid": self.person["uid"], "acs": asked.acs, "request": asked.request}
        said |= {"audience": asked.audience} | {name: uuid4().hex for name in ("response", "assertion", "session")}
        said |= changes
        attributes = "".join(ATTRIBUTE.format(name=name, value=value) for name, value in self.person.items())
        assertion = ASSERTION.format(attributes=attributes, **said)
        if signed:
            assertion = OneLogin_Saml2_Utils.add_sign(assertion, self.key_pem, self.certificate_pem).decode()
        return base64.b64encode(RESPONSE.format(**said | {"assertion": assertion}).encode()).decode()

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Be reachable on this machine; the address of the metadata."""
        provider = self

        class Pages(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.startswith("/sso"):
                    asked = Asked.at(self.path)
                    page = (
                        f'<form method="post" action="{escape(asked.acs)}"><input type="hidden" name="SAMLResponse" '
                        f'value="{provider.says(asked)}"><button>I am Ama Reed</button></form>'
                    )
                    kind = "text/html"
                else:
                    page, kind = provider.metadata(), "application/samlmetadata+xml"
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(page.encode())

            def log_message(self, *said: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
        self.issuer = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"{self.issuer}metadata"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def metadata(self) -> str:
        body = "".join(self.certificate_pem.splitlines()[1:-1])
        return METADATA.format(issuer=self.issuer, certificate=body)
