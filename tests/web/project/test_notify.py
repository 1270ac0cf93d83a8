"""Letters by GOV.UK Notify, against a server that speaks as Notify's documentation says it does."""

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives, send_mail
from django.test import Client

from footing_web.project.notify import NotSent
from footing_web.project.settings.environment import read_environment
from footing_web.project.settings.letters import letter_settings

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
SOMEBODY = "ama.reed@ashmoor.example"


class Notify(BaseHTTPRequestHandler):
    """Takes a letter when the token is signed with the service's secret and the template is the one it has."""

    def do_POST(self):
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        token = self.headers["Authorization"].removeprefix("Bearer ")
        try:
            claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": True})
        except jwt.InvalidTokenError:
            return self.answer(403, {"errors": [{"error": "AuthError", "message": "Invalid token"}]})
        if claims["iss"] != SERVICE or said["template_id"] != TEMPLATE or self.path != "/v2/notifications/email":
            return self.answer(400, {"errors": [{"error": "BadRequestError", "message": "Template not found"}]})
        self.server.letters.append(said)
        return self.answer(201, {"id": "740e5834-3a29-46b4-9a6f-16142fde533a"})

    def answer(self, status: int, said: dict):
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        pass


@pytest.fixture
def notify():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Notify)
    server.letters = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def by_notify(notify, settings, tmp_path):
    """The settings that somebody has who names Notify; the key and the template may be wrong."""

    def use(secret: str = SECRET, template: str = TEMPLATE):
        address = f"notify://main-{SERVICE}-{secret}@{template}?server=http://127.0.0.1:{notify.server_port}"
        here = read_environment({"FOOTING_DATA": str(tmp_path), "FOOTING_EMAIL_URL": address})
        for name, value in letter_settings(here).items():
            setattr(settings, name, value)
        return notify.letters

    return use


def test_a_letter_goes_out_with_its_subject_and_its_plain_words(by_notify):
    letters = by_notify()
    letter = EmailMultiAlternatives(
        "Hello", "Plain words.", to=[SOMEBODY], headers={"List-Unsubscribe": "<https://x/>"}
    )
    letter.attach_alternative("<p>Plain words.</p>", "text/html")
    assert letter.send() == 1
    assert letters == [
        {
            "email_address": SOMEBODY,
            "template_id": TEMPLATE,
            "personalisation": {"subject": "Hello", "body": "Plain words.", "file": ""},
            "one_click_unsubscribe_url": "https://x/",
        }
    ]


def test_each_who_is_written_to_has_a_letter_of_their_own(by_notify):
    letters = by_notify()
    assert send_mail("Hello", "Plain words.", None, [SOMEBODY, "b@ashmoor.example"]) == 1 + 1
    assert [letter["email_address"] for letter in letters] == [SOMEBODY, "b@ashmoor.example"]


def test_a_calendar_file_is_fetched_by_a_link(by_notify):
    letters = by_notify()
    letter = EmailMultiAlternatives("Hello", "Plain words.", to=[SOMEBODY])
    letter.attach("talk.ics", "BEGIN:VCALENDAR", "text/calendar")
    letter.send()
    file = letters[0]["personalisation"]["file"]
    assert base64.b64decode(file["file"]) == b"BEGIN:VCALENDAR"
    assert file["filename"] == "talk.ics"


@pytest.mark.parametrize("wrong", [{"secret": SERVICE}, {"template": SERVICE}])
def test_a_letter_that_is_not_taken_says_why_and_not_to_whom_or_with_which_key(by_notify, wrong, caplog):
    by_notify(**wrong)
    with pytest.raises(NotSent, match=r"S006 · .* \(status 40[03]\)") as refused:
        send_mail("Hello", "Plain words.", None, [SOMEBODY])
    told = str(refused.value) + caplog.text
    assert SOMEBODY not in told
    assert SECRET not in told
    assert send_mail("Hello", "Plain words.", None, [SOMEBODY], fail_silently=True) == 0


def test_a_server_that_is_away_is_said_to_be(by_notify, notify):
    by_notify()
    notify.shutdown()
    notify.server_close()
    with pytest.raises(NotSent, match="status 503"):
        send_mail("Hello", "Plain words.", None, [SOMEBODY])


@pytest.mark.django_db(transaction=True)
def test_somebody_who_signs_up_has_the_letter_to_confirm_by(by_notify):
    letters = by_notify()
    Client().post("/accounts/signup/", {"name": "Ama Reed", "email": SOMEBODY, "password1": "nine lovely wet otters"})
    assert [letter["personalisation"]["subject"] for letter in letters] == ["Confirm your e-mail address"]
    assert "/accounts/confirm-email/" in letters[0]["personalisation"]["body"]


def test_an_address_without_a_template_is_refused(tmp_path):
    here = read_environment({"FOOTING_DATA": str(tmp_path), "FOOTING_EMAIL_URL": "notify://only-a-key"})
    with pytest.raises(ImproperlyConfigured, match="S005"):
        letter_settings(here)
