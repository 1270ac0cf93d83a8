"""The inbox: for the team alone, with a second step; every page opens, and says what it is."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries import actions
from footing_web.enquiries.models import Enquiry, EnquiryKind, EnquiryState, Slot
from footing_web.enquiries.urls import FOR_THE_TEAM
from footing_web.library.models import EventPage
from web.conftest import person
from web.enquiries.conftest import with_second_step, wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry(rooms) -> Enquiry:
    return actions.write_to_team(
        kind=EnquiryKind.CONVERSATION, name="Ben Okoro", email="ben@brackwater.example", message="How do we begin?"
    )


@pytest.fixture
def addresses(way, enquiry, editor, rooms) -> list[str]:
    """Every address of the inbox, of things that are there."""
    way.to("booked")
    sponsor = actions.acknowledge(name="Now Ltd", address="", gives="Time", since="2026-01-01", until=None, by=editor)
    start = timezone.now() + timedelta(days=10)
    hour = {"starts_at": start, "ends_at": start + timedelta(hours=1)}
    event = EventPage(title="Asking", slug="asking", summary="How.", place="Online", **hour)
    rooms["events"].add_child(instance=event)
    named = {
        "enquiry_id": enquiry.pk,
        "case_study_id": way.case_study.pk,
        "slot_id": Slot.objects.get().pk,
        "sponsor_id": sponsor.pk,
        "page": event.pk,
    }
    return [
        reverse(f"enquiries:{each.name}", kwargs={name: named[name] for name in each.pattern.converters})
        for each in FOR_THE_TEAM
    ]


def test_every_page_opens_for_the_team(editing, addresses):
    for address in addresses:
        answer = editing.get(address)
        assert answer.status_code == 200, address
        assert answer.content.decode().count("<h1") == 1, address


def test_nobody_else_gets_in(addresses, signed_in, editor):
    before = (Enquiry.objects.get().state, Slot.objects.get().case_study_id)
    with_step = with_second_step(signed_in(person("owner@ashmoor.example")))
    for address in addresses:
        for method in ("get", "post"):
            assert getattr(Client(), method)(address)["Location"].startswith("/accounts/login/"), address
            assert getattr(signed_in(editor), method)(address)["Location"].startswith("/accounts/2fa/"), address
            assert getattr(with_step, method)(address)["Location"] == "/accounts/2fa/", address
    assert (Enquiry.objects.get().state, Slot.objects.get().case_study_id) == before


def test_a_second_step_alone_opens_nothing(addresses, signed_in, db):
    from allauth.mfa.totp.internal.auth import TOTP

    stranger = person("somebody@elsewhere.example")
    TOTP.activate(stranger, "C" * 32)
    client = with_second_step(signed_in(stranger))
    assert {client.get(address).status_code for address in addresses} == {403}


def test_an_operator_of_the_service_is_of_the_team(enquiry, signed_in):
    from allauth.mfa.totp.internal.auth import TOTP

    operator = User.objects.create_superuser("operator@footing.example")
    TOTP.activate(operator, "D" * 32)
    assert with_second_step(signed_in(operator)).get("/toolkit/inbox/").status_code == 200


def test_what_is_taken_in_hand_and_answered_moves_and_is_noted_in_the_log(editing, enquiry, editor):
    here = f"/toolkit/inbox/enquiries/{enquiry.pk}/"
    editing.post(f"{here}owner/", {"owner": str(editor.pk)})
    enquiry.refresh_from_db()
    assert (enquiry.owner, enquiry.state) == (editor, EnquiryState.IN_HAND)
    editing.post(f"{here}note/", {"text": "Wrote before."})
    editing.post(f"{here}answer/", {"text": "Begin with the questions."})
    enquiry.refresh_from_db()
    assert enquiry.state == EnquiryState.WAITING
    page = editing.get(here).content.decode()
    assert "Wrote before." in page
    assert "Begin with the questions." in page
    editing.post(f"{here}state/", {"state": "closed"})
    assert "Ben Okoro" not in editing.get("/toolkit/inbox/").content.decode()
    assert "Ben Okoro" in editing.get("/toolkit/inbox/?over").content.decode()
    editing.post(f"{here}delete/")
    assert not Enquiry.objects.exists()


def test_an_answer_goes_to_whoever_wrote_and_a_note_to_nobody(editing, enquiry, django_capture_on_commit_callbacks):
    here = f"/toolkit/inbox/enquiries/{enquiry.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        editing.post(f"{here}note/", {"text": "Wrote before."})
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        editing.post(f"{here}answer/", {"text": "Begin with the questions."})
    assert [letter.to for letter in mail.outbox] == [["ben@brackwater.example"]]


def test_only_the_buttons_of_the_next_steps_are_there(editing, way):
    here = reverse("enquiries:case_study", args=[way.case_study.pk])
    page = editing.get(here).content.decode()
    assert "Take the offer up" in page
    assert "Publish" not in page
    way.to("approved")
    assert "Publish" in editing.get(here).content.decode()


def test_a_writer_sees_no_button_to_publish(way, writer, signed_in):
    way.to("approved")
    here = reverse("enquiries:case_study", args=[way.case_study.pk])
    assert "publish/" not in with_second_step(signed_in(writer)).get(here).content.decode()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("No heading at all.", "Begin the text with a heading"),
        ("## Only a heading", "Every part needs a heading and words under it"),
        ("Before\n## Heading\nWords", "Begin the text with a heading"),
    ],
)
def test_a_text_without_parts_is_refused_in_words(editing, way, text, fault):
    way.to("interviewed")
    here = reverse("enquiries:case_study_draft", args=[way.case_study.pk])
    assert fault in editing.post(here, {"text": text}).content.decode()


def test_what_was_written_stands_in_the_form_as_it_was_written(way):
    from footing_web.enquiries.forms.team import DraftForm, written

    form = DraftForm(data=written(wording()))
    assert form.is_valid(), form.errors
    assert form.wording == wording()


def test_an_outcome_names_a_measure_that_there_is():
    from footing_web.enquiries.forms.team import DraftForm, written

    said = written(wording()) | {"outcomes": "More come | our count | no-such-measure"}
    assert "not in the catalogue" in str(DraftForm(data=said).errors)
    said["outcomes"] = "More come | our count | background_share"
    assert DraftForm(data=said).is_valid()
