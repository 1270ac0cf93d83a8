"""The way of a case study: its table, and every step with what it changes."""

import datetime as dt
import importlib.util
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from django_scopes import scopes_disabled
from icalendar import Calendar

from footing_web.accounts.refusals import Refused
from footing_web.audit.models import AuditEntry
from footing_web.enquiries import actions
from footing_web.enquiries.journey import ENDED, GOING_ON, STEPS, WORDS, NotPossible, State, Who, steps_from, target_of
from footing_web.enquiries.models import CaseStudy, Consent, Draft, Purpose, SignedLink, Slot
from web.enquiries.conftest import CONTRIBUTOR, secret_in, wording

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).parents[3] / "docs"


def test_every_state_can_be_reached_and_has_words():
    reached = {State.OFFERED} | {step.target for step in STEPS}
    assert reached == set(State) == set(WORDS)


def test_nothing_leads_out_of_an_end():
    assert not [step for step in STEPS if set(step.sources) & set(ENDED)]


def test_a_contributor_can_withdraw_from_every_state_that_goes_on():
    assert all("withdraw" in steps_from(state, Who.CONTRIBUTOR) for state in GOING_ON)


def test_a_step_leads_from_one_state_to_one_other():
    pairs = [(step.name, source) for step in STEPS for source in step.sources]
    assert len(set(pairs)) == len(pairs)


def test_a_change_leads_back_to_drafting_from_wherever_words_stand():
    for state in (State.SENT, State.COMMENTED, State.APPROVED, State.PUBLISHED, State.EXPIRED):
        assert target_of("change", state) == State.DRAFTING
    with pytest.raises(NotPossible):
        target_of("publish", State.DRAFTING)


def test_the_team_never_approves_and_contributors_never_publish():
    assert all("approve" not in steps_from(state, Who.TEAM) for state in State)
    assert all("publish" not in steps_from(state, Who.CONTRIBUTOR) for state in State)


def test_the_picture_of_the_way_is_that_of_the_table():
    documented = (DOCS / "reference" / "case-study-journey.md").read_text(encoding="utf-8")
    made = importlib.util.spec_from_file_location("journey_page", DOCS / "journey_page.py")
    page = importlib.util.module_from_spec(made)
    made.loader.exec_module(page)
    assert page.journey_page() == documented
    for step in STEPS:
        if step.name != "withdraw":
            assert all(f"{source} --> {step.target} : " in documented for source in step.sources)


def test_an_offer_is_thanked_for_and_the_team_hears_of_it_without_a_name(way):
    thanks, notice = mail.outbox
    assert thanks.to == [CONTRIBUTOR]
    assert "Ashmoor Council" in thanks.body
    assert notice.to == ["editor@footing.example"]
    assert "Mensah" not in notice.body + notice.subject
    assert "Ashmoor" not in notice.body + notice.subject


def test_every_letter_is_text_and_html_of_the_same_words(way):
    way.to("published")
    for letter in mail.outbox:
        html, kind = letter.alternatives[0]
        assert kind == "text/html"
        assert "<h1" in html
        first = letter.body.split("\n")[0].split(". ")[0].split("’")[0]
        assert first[:40] in html


def test_a_picked_time_comes_as_a_calendar_file_of_45_minutes_to_both(way):
    way.to("booked")
    letters = [letter for letter in mail.outbox if letter.attachments]
    assert {letter.to[0] for letter in letters} == {CONTRIBUTOR, "editor@footing.example"}
    name, content, media_type = letters[0].attachments[0]
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert (name, media_type) == ("interview.ics", "text/calendar")
    assert event.decoded("dtend") - event.decoded("dtstart") == dt.timedelta(minutes=45)
    assert event["location"] == "We call 01632 960123"


def test_another_time_replaces_the_event_and_frees_the_first(way):
    way.to("booked")
    first = Slot.objects.get(case_study=way.case_study)
    start = timezone.now() + dt.timedelta(days=5)
    (second,) = actions.offer_slots(starts=[start], place="A call", by=way.editor)
    actions.book(link=way.link(Purpose.SLOT), slot=second)
    files = [letter.attachments[0].content for letter in mail.outbox if letter.attachments]
    events = [Calendar.from_ical(content).walk("VEVENT")[0] for content in (files[0], files[-1])]
    assert events[0]["uid"] == events[1]["uid"]
    assert events[1]["sequence"] > events[0]["sequence"]
    first.refresh_from_db()
    assert first.case_study is None


def test_a_cancelled_interview_takes_the_event_out_of_calendars(way):
    way.to("booked")
    actions.free(case_study=way.case_study, by=way.editor)
    calendar = Calendar.from_ical(mail.outbox[-1].attachments[0].content)
    assert calendar["method"] == "CANCEL"
    assert calendar.walk("VEVENT")[0]["status"] == "CANCELLED"
    way.case_study.refresh_from_db()
    assert way.case_study.state == State.INVITED


def test_a_time_is_picked_by_one_contributor_only(way):
    from web.enquiries.conftest import Way, offered

    other = Way(offered(email="other@brackwater.example"), way.editor).to("invited")
    way.to("invited")
    start = timezone.now() + dt.timedelta(days=3)
    (slot,) = actions.offer_slots(starts=[start], place="A call", by=way.editor)
    actions.book(link=way.link(Purpose.SLOT), slot=slot)
    link = SignedLink.objects.filter(case_study=other.case_study, purpose=Purpose.SLOT).first()
    with pytest.raises(Refused, match="no longer free"):
        actions.book(link=link, slot=slot)
    slot.refresh_from_db()
    assert slot.case_study == way.case_study


def test_times_of_one_person_do_not_overlap_and_are_to_come(editor):
    start = timezone.now() + dt.timedelta(days=3)
    actions.offer_slots(starts=[start, start + dt.timedelta(minutes=45)], place="A call", by=editor)
    with pytest.raises(Refused, match="another slot within 45 minutes"):
        actions.offer_slots(starts=[start + dt.timedelta(minutes=44)], place="A call", by=editor)
    with pytest.raises(Refused, match="has passed"):
        actions.offer_slots(starts=[timezone.now() - dt.timedelta(hours=1)], place="A call", by=editor)


def test_a_draft_that_changes_nothing_is_no_draft(way):
    way.to("drafting")
    with pytest.raises(Refused, match="Nothing has changed"):
        actions.write_draft(case_study=way.case_study, wording=wording(), by=way.editor)


def test_a_change_after_approval_ends_the_approval_and_asks_again(way):
    way.to("approved")
    changed = wording(summary="The council pays for travel to interviews. Far more people come.")
    actions.write_draft(case_study=way.case_study, wording=changed, by=way.editor)
    consent = Consent.objects.get()
    assert (consent.ended_because, consent.ended_at is not None) == ("changed", True)
    with pytest.raises(Refused):
        actions.publish(case_study=way.case_study, by=way.editor)
    actions.send_draft(case_study=way.case_study, by=way.editor)
    way.after_sent()
    assert Consent.objects.filter(ended_at=None).get().draft_digest == changed.digest


def test_a_change_while_the_contributor_reads_ends_their_link(way):
    way.to("sent")
    link = way.link(Purpose.DRAFT)
    actions.write_draft(case_study=way.case_study, wording=wording(title="Travel is paid"), by=way.editor)
    with pytest.raises(Refused, match="has ended"):
        actions.approve(link=link, scope=["page"], last_day=timezone.localdate() + dt.timedelta(days=9))
    assert not Consent.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [{"title": "Other"}, {"region": "london"}, {"pillars": ("data",)}, {"outcomes": ()}, {"organisation": "A council"}],
)
def test_every_part_of_the_words_counts_as_a_change(changes):
    assert wording(**changes).digest != wording().digest


def test_comments_lead_to_another_draft_that_shows_what_changed(way):
    way.to("sent")
    actions.comment(link=way.link(Purpose.DRAFT), words="Please do not name the service.")
    way.case_study.refresh_from_db()
    assert way.case_study.state == State.COMMENTED
    assert (
        "Please do not name the service." in [letter for letter in mail.outbox if letter.to == [CONTRIBUTOR]][-1].body
    )
    assert "Please do not" not in mail.outbox[-1].body
    actions.write_draft(case_study=way.case_study, wording=wording(title="Travel is paid"), by=way.editor)
    assert actions.send_draft(case_study=way.case_study, by=way.editor).number == 2


def test_declining_erases_everything(way):
    way.to("sent")
    actions.decline(link=way.link(Purpose.DRAFT))
    assert_erased(way.case_study, State.DECLINED)


@pytest.mark.parametrize("state", ["offered", "invited", "booked", "interviewed", "drafting", "sent", "approved"])
def test_withdrawing_is_possible_at_any_time_and_erases_everything(way, state):
    way.to(state)
    link = way.link(Purpose.OWN)
    actions.withdraw(link=link)
    assert_erased(way.case_study, State.WITHDRAWN)
    with pytest.raises(Refused):
        actions.withdraw(link=link)


def test_an_offer_that_is_turned_down_is_erased_after_its_letter(way):
    actions.turn_down(case_study=way.case_study, words="We have several about travel already.", by=way.editor)
    assert mail.outbox[-1].to == [CONTRIBUTOR]
    assert "several about travel" in mail.outbox[-1].body
    assert_erased(way.case_study, State.NOT_TAKEN_UP)


def test_the_log_tells_every_step_and_nothing_personal(way):
    way.to("approved")
    actions.withdraw(link=way.link(Purpose.OWN))
    with scopes_disabled():
        entries = list(AuditEntry.objects.filter(action__startswith="case_studies."))
    steps = [entry.action.partition(".")[2] for entry in entries]
    expected = ["offer", "take_up", "slots_offered", "book", "interview", "change", "send", "approve", "withdraw"]
    assert steps == expected
    everything = " ".join(f"{entry.subject} {entry.facts} {entry.by} {entry.through}" for entry in entries)
    for word in ("Mensah", "Ashmoor", "@", "Travel"):
        assert word not in everything
    assert [entry.through.partition(":")[0] for entry in entries if entry.action.endswith(("book", "approve"))] == [
        "link",
        "link",
    ]


def test_a_letter_holds_no_link_to_another_case_study(way):
    for letter in mail.outbox:
        if letter.to == [CONTRIBUTOR]:
            secret_in(letter)
            assert str(way.case_study.pk) not in letter.body


def assert_erased(case_study: CaseStudy, state: State) -> None:
    case_study.refresh_from_db()
    assert case_study.state == state
    kept = [getattr(case_study, name) for name in ("name", "email", "story", "notes", "job", "organisation_name")]
    assert kept == [""] * len(kept)
    assert case_study.address_digest == ""
    assert not Draft.objects.filter(case_study=case_study).exists()
    assert not Slot.objects.filter(case_study=case_study).exists()
    assert not Consent.objects.filter(case_study=case_study, ended_at=None).exists()
    assert not SignedLink.objects.filter(case_study=case_study, ended_at=None).exists()
