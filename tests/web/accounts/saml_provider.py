"""An identity provider that speaks SAML: it reads what we ask and signs what it says, with a key made for the test."""

import base64
import datetime as dt
import zlib
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from lxml import etree
from onelogin.saml2.utils import OneLogin_Saml2_Utils as Saml

ENTITY = "https://login.ashmoor.example/"
MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Question:
    """What we asked of the provider: the number of the question, where the answer goes and what comes back with it."""

    id: str
    answer_to: str
    audience: str
    state: str


@dataclass(frozen=True)
class SamlProvider:
    """One provider with a key of its own."""

    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    @property
    def key_text(self) -> str:
        form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        return self.key.private_bytes(*form).decode()

    def certificate(self) -> str:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "login.ashmoor.example")])
        now = dt.datetime.now(dt.UTC)
        made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(self.key.public_key())
        made = made.serial_number(7).not_valid_before(now - dt.timedelta(1)).not_valid_after(now + dt.timedelta(1))
        return made.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()

    def question(self, address: str) -> Question:
        """What the browser brings us, read as a provider would."""
        asked = parse_qs(urlsplit(address).query, keep_blank_values=True)
        said = etree.fromstring(zlib.decompress(base64.b64decode(asked["SAMLRequest"][0]), -15))
        issuer = said.findtext("{urn:oasis:names:tc:SAML:2.0:assertion}Issuer")
        return Question(said.get("ID"), said.get("AssertionConsumerServiceURL"), issuer, asked["RelayState"][0])

    def answer(
        self, asked: Question, person: dict[str, str], *, signed: bool = True, minutes_old: int = 0, **instead: str
    ) -> dict[str, str]:
        """The form that the browser brings back: what the provider says about a person, in the words of SAML."""
        statement = _assertion(asked, person, minutes_old, instead)
        if signed:
            statement = Saml.add_sign(statement, self.key_text, self.certificate()).decode()
            statement = statement.split("?>", 1)[-1]
        said = _response(asked, statement, minutes_old, instead)
        return {"SAMLResponse": base64.b64encode(said.encode()).decode(), "RelayState": asked.state}


def changed(form: dict[str, str], before: str, after: str) -> dict[str, str]:
    """The same form with words changed on the way."""
    said = base64.b64decode(form["SAMLResponse"]).decode()
    assert before in said
    return {**form, "SAMLResponse": base64.b64encode(said.replace(before, after).encode()).decode()}


def _moment(minutes: int) -> str:
    return (dt.datetime.now(dt.UTC) + dt.timedelta(minutes=minutes)).strftime(MOMENT)


def _response(asked: Question, statement: str, minutes_old: int, instead: dict[str, str]) -> str:
    to = instead.get("destination", asked.answer_to)
    return (
        '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" '
        'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1" Version="2.0" '
        f'IssueInstant="{_moment(-minutes_old)}" Destination="{to}" InResponseTo="{instead.get("question", asked.id)}">'
        f"<saml:Issuer>{instead.get('issuer', ENTITY)}</saml:Issuer><samlp:Status>"
        '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>'
        f"{statement}</samlp:Response>"
    )


def _assertion(asked: Question, person: dict[str, str], minutes_old: int, instead: dict[str, str]) -> str:
    until, since, question = _moment(5 - minutes_old), _moment(-5 - minutes_old), instead.get("question", asked.id)
    words = "".join(
        f'<saml:Attribute Name="{name}"><saml:AttributeValue>{word}</saml:AttributeValue></saml:Attribute>'
        for name, word in person.items()
    )
    return (
        '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" Version="2.0" '
        f'IssueInstant="{_moment(-minutes_old)}"><saml:Issuer>{instead.get("issuer", ENTITY)}</saml:Issuer>'
        f"<saml:Subject><saml:NameID>{person['uid']}</saml:NameID>"
        '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData '
        f'NotOnOrAfter="{until}" Recipient="{asked.answer_to}" InResponseTo="{question}"/></saml:SubjectConfirmation>'
        f'</saml:Subject><saml:Conditions NotBefore="{since}" NotOnOrAfter="{until}"><saml:AudienceRestriction>'
        f"<saml:Audience>{instead.get('audience', asked.audience)}</saml:Audience></saml:AudienceRestriction>"
        f'</saml:Conditions><saml:AuthnStatement AuthnInstant="{since}" SessionIndex="1"><saml:AuthnContext>'
        "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>"
        f"</saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>{words}</saml:AttributeStatement>"
        "</saml:Assertion>"
    )
