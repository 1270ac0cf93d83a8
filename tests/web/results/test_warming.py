"""A process of the server opens the latest results by itself, so that nobody waits for the first look."""

from footing_web.accounts.scoping import in_organisation
from footing_web.project.warming import warm_up
from footing_web.results import keeping
from footing_web.results.models import KeptAssessment
from footing_web.results.presenters import reading
from footing_web.results.warming import open_latest


def test_the_latest_results_of_every_organisation_are_held_open(result, other_organisation, stranger, release_to):
    with in_organisation(other_organisation):
        release_to(other_organisation, stranger)
    for held in (keeping._opened, reading._held, reading.overview_html):
        held.cache_clear()
    assert open_latest() == 2
    assert keeping._opened.cache_info().currsize == 2
    assert reading.overview_html.cache_info().currsize == 2


def test_a_result_that_cannot_be_opened_stops_no_server_from_starting(result, caplog, monkeypatch):
    monkeypatch.setattr("django.db.connection.close", lambda: None)  # the connection is that of the test
    keeping._opened.cache_clear()
    reading._held.cache_clear()
    reading.overview_html.cache_clear()
    KeptAssessment.objects.update(content=b"something else")
    warm_up()
    assert "the latest results were not opened: NotAsReleased" in caplog.text
