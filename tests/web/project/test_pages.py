"""The pages that belong to no app."""

from django.test import Client


def test_the_first_page_says_what_footing_is_for(db):
    page = Client().get("/").content.decode()
    assert "<h1" in page
    assert "An equal footing" in page


def test_the_service_says_that_it_is_alive_and_ready(db):
    assert Client().get("/health/live").json() == {"alive": True}
    assert Client().get("/health/ready").json() == {"ready": True}


def test_a_browser_gets_the_look_and_no_complaint(open_as):
    complaints = []
    page = open_as(None, "/health/live")
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.footing-masthead')).backgroundColor")
        == "rgb(7, 63, 74)"
    )
    assert complaints == []
