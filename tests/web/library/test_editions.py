"""One body of content, read in the words of a sector."""

import pytest
from django.test import Client

from footing_web.library.content_files import Edition, Note, editions
from footing_web.library.models import ActionPage
from footing_web.library.presenters.editions import EVERYBODY, Wording, by_id

pytestmark = pytest.mark.django_db

ACTION = "/toolkit/actions/structured-interviews/"


def edition(**words: str) -> Edition:
    return Edition(id="test", title="Test", for_whom="Tests", words=words)


def test_whole_words_are_switched_in_the_case_that_they_have():
    say = Wording(edition(staff="members", grade="band"))
    assert say("Staff of one grade, upgraded staffing.") == "Members of one band, upgraded staffing."


def test_a_longer_word_goes_before_a_shorter_one():
    say = Wording(edition(**{"line manager": "ward manager", "manager": "lead"}))
    assert say("A line manager and a manager") == "A ward manager and a lead"


def test_without_an_edition_nothing_changes():
    assert Wording(None)("Staff of one grade") == "Staff of one grade"


def test_a_note_says_its_source_or_that_it_is_judgement():
    assert Note(text="Said").source is None
    for each in editions():
        for notes in each.notes.values():
            assert all(note.text for note in notes)


def test_an_edition_that_is_chosen_is_kept_on_the_device_and_can_be_left(toolkit):
    client = Client()
    answered = client.post("/toolkit/editions/choose/", {"edition": "local-government", "back": ACTION})
    assert answered["Location"] == ACTION
    cookie = client.cookies["edition"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert by_id()["local-government"].title in client.get(ACTION).content.decode()
    client.post("/toolkit/editions/choose/", {"edition": EVERYBODY})
    assert "the edition for everybody" in client.get(ACTION).content.decode()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "/organisations/", ""])
def test_choosing_never_leads_out_of_the_toolkit(toolkit, back):
    answered = Client().post("/toolkit/editions/choose/", {"edition": "nhs", "back": back})
    assert answered["Location"] == "/toolkit/"


def test_an_unknown_edition_is_not_found_and_not_kept(toolkit):
    assert Client().post("/toolkit/editions/choose/", {"edition": "nothing"}).status_code == 404
    assert Client().get("/toolkit/editions/nothing/").status_code == 404
    assert Client(headers={"Cookie": "edition=<script>"}).get(ACTION).status_code == 200


def test_an_action_says_first_what_differs_in_the_edition(toolkit):
    page = ActionPage.objects.get(slug="structured-interviews")
    note = next(piece.value for piece in page.sector_notes)
    text = Client().get(f"{ACTION}?edition={note['edition']}").content.decode()
    assert f"For you: {by_id()[note['edition']].title}" in text
    assert text.index("For you:") < text.index(">What it is<")


def test_every_edition_has_a_page_and_can_be_taken_away(toolkit):
    for each in editions():
        assert each.title in Client().get(f"/toolkit/editions/{each.id}/").content.decode()
    whole = Client().get("/toolkit.md?edition=nhs").content.decode()
    assert whole.startswith(f"# The toolkit: {by_id()['nhs'].title}")


def test_the_address_for_search_engines_is_the_same_in_every_edition(toolkit):
    text = Client().get(f"{ACTION}?edition=nhs").content.decode()
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{ACTION}">' in text
