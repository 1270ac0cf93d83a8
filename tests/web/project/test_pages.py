"""The pages that belong to no app, and what every page brings with it."""

import json
import logging

import pytest
from django.test import Client, RequestFactory

from footing_web.project.logging import JsonLines
from footing_web.project.views import failed

PUBLIC = ("/", "/privacy/", "/accessibility/", "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/")


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_has_one_heading_and_a_title(db, address):
    response = Client().get(address)
    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("<h1") == 1
    assert "– Footing</title>" in page


def test_the_service_says_that_it_is_alive_and_ready(db):
    assert Client().get("/health/live").json() == {"alive": True}
    assert Client().get("/health/ready").json() == {"ready": True}


def test_every_page_tells_the_browser_to_be_careful(db):
    headers = Client().get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "no-store" in headers["Cache-Control"]


def test_a_page_that_is_not_there_says_so_in_our_look(db):
    response = Client().get("/nowhere/")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


def test_a_form_from_elsewhere_is_refused_in_our_look(db):
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {})
    assert response.status_code == 403
    assert "open for too long" in response.content.decode()


def test_the_page_of_a_failure_asks_nothing_of_the_database():
    response = failed(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Nothing that you had saved is lost" in response.content.decode()


def test_a_log_line_names_the_page_and_nobody(db, caplog):
    with caplog.at_level(logging.INFO, logger="footing_web.project.middleware"):
        Client().get("/shared/a-secret-token/?email=ama@ashmoor.example")
    (record,) = [one for one in caplog.records if one.name == "footing_web.project.middleware"]
    line = JsonLines().format(record)
    assert json.loads(line)["status"] in (404, 410)
    assert "secret" not in line
    assert "ama@" not in line


def test_a_failure_is_logged_by_its_kind_and_place_and_never_by_what_it_met():
    try:
        raise ValueError("ama@ashmoor.example earns 31,200")
    except ValueError:
        record = logging.getLogger("x").makeRecord(
            "x", logging.ERROR, "", 0, "Failed at %s", ("/shared/token/",), __import__("sys").exc_info()
        )
    line = JsonLines().format(record)
    assert json.loads(line)["failure"] == "ValueError"
    assert "test_pages.py" in line
    assert "ama@" not in line
    assert "token" not in line


def test_a_browser_gets_the_look_and_no_complaint(open_as):
    page = open_as(None, "/health/live")
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/")
    colour = page.evaluate("getComputedStyle(document.querySelector('.footing-masthead')).backgroundColor")
    assert colour == "rgb(7, 63, 74)"
    assert complaints == []


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_page_scrolls_sideways(open_as, width):
    page = open_as(None, "/", width=width)
    for address in PUBLIC:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
