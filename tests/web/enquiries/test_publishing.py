"""A published case study: the words that were approved and no others, for as long as there is consent."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django_scopes import scopes_disabled
from wagtail.models import PageLogEntry, Revision

from footing_web.accounts.refusals import Refused
from footing_web.audit.models import AuditEntry
from footing_web.enquiries import actions
from footing_web.enquiries.journey import State
from footing_web.enquiries.models import CaseStudy, Consent, Draft, Purpose
from footing_web.library.models import CaseStudyPage, Written
from web.enquiries.conftest import CONTRIBUTOR, wording
from web.enquiries.test_journey import assert_erased

pytestmark = pytest.mark.django_db


def address_of(way) -> str:
    way.case_study.refresh_from_db()
    return way.case_study.page.url


def test_the_page_says_what_was_approved_and_whence_it_is(way):
    page = Client().get(address_of(way.to("published")))
    words = page.content.decode()
    assert page.status_code == 200
    for said in ("Travel to interviews is paid", "Ashmoor Council", "Nobody has to ask.", "Nine in ten"):
        assert said in words
    assert CaseStudyPage.objects.get().written == Written.CONTRIBUTED
    assert CONTRIBUTOR not in words
    assert "Mensah" not in words


def test_the_notes_of_the_interview_are_erased_once_it_is_published(way):
    assert way.to("approved").case_study.notes
    way.to("published")
    assert way.case_study.notes == ""


def test_nothing_is_published_without_consent_to_exactly_these_words(way):
    way.to("approved")
    Consent.objects.update(draft_digest="0" * 64)
    with pytest.raises(Refused, match="not the ones that were approved"):
        actions.publish(case_study=way.case_study, by=way.editor)
    assert not CaseStudyPage.objects.exists()


def test_whoever_may_write_may_not_publish(way, writer):
    way.to("approved")
    with pytest.raises(Refused, match="Only a reviewer"):
        actions.publish(case_study=way.case_study, by=writer)


def test_nothing_is_published_after_the_last_day_of_the_consent(way):
    way.to("approved")
    Consent.objects.update(last_day=timezone.localdate() - dt.timedelta(days=1))
    with pytest.raises(Refused):
        actions.publish(case_study=way.case_study, by=way.editor)


def test_the_old_words_stand_until_the_new_ones_are_approved(way):
    way.to("published")
    changed = wording(summary="The council pays for travel and for a meal.")
    actions.write_draft(case_study=way.case_study, wording=changed, by=way.editor)
    assert "a meal" not in Client().get(address_of(way)).content.decode()
    assert Consent.objects.filter(ended_at=None).count() == 1
    way.after_drafting()
    way.after_sent()
    way.case_study.refresh_from_db()
    way.after_approved()
    assert "a meal" in Client().get(address_of(way)).content.decode()
    assert CaseStudyPage.objects.count() == 1
    (held,) = Consent.objects.filter(ended_at=None)
    assert held.draft_digest == changed.digest


def test_whoever_changes_a_word_on_the_page_itself_makes_a_draft_and_the_approved_words_come_back(way):
    way.to("published")
    page = CaseStudyPage.objects.get()
    page.title = "Travel to interviews costs nothing"
    page.save_revision(user=way.editor).publish(user=way.editor)
    page.refresh_from_db()
    assert page.title == "Travel to interviews is paid"
    assert Draft.objects.last().words["title"] == "Travel to interviews costs nothing"
    way.case_study.refresh_from_db()
    assert way.case_study.state == State.DRAFTING
    with scopes_disabled():
        assert AuditEntry.objects.filter(action="case_studies.changed_on_its_page").count() == 1


def test_what_was_not_agreed_to_can_be_changed_on_the_page(way):
    way.to("published")
    page = CaseStudyPage.objects.get()
    page.search_description = "A council pays for travel"
    page.save_revision(user=way.editor).publish(user=way.editor)
    way.case_study.refresh_from_db()
    assert way.case_study.state == State.PUBLISHED


def test_withdrawing_takes_the_page_down_at_once_with_all_its_versions(way):
    way.to("published")
    address, search = address_of(way), "/toolkit/search/?q=travel+interviews+paid"
    assert "Travel to interviews is paid" in Client().get(search).content.decode()
    actions.withdraw(link=way.link(Purpose.OWN))
    assert Client().get(address).status_code == 404
    assert "Travel to interviews is paid" not in Client().get(search).content.decode()
    assert not CaseStudyPage.objects.exists()
    assert not [kept for kept in Revision.objects.all() if "Ashmoor" in str(kept.content)]
    assert not PageLogEntry.objects.filter(label__contains="Travel").exists()
    assert_erased(way.case_study, State.WITHDRAWN)
    assert [letter for letter in mail.outbox if letter.to == [CONTRIBUTOR]][-1].subject.endswith("has been withdrawn")


def test_a_withdrawal_while_new_words_are_written_takes_the_old_page_down(way):
    way.to("published")
    actions.write_draft(case_study=way.case_study, wording=wording(title="Other"), by=way.editor)
    actions.withdraw(link=way.link(Purpose.OWN))
    assert not CaseStudyPage.objects.exists()


def test_consent_is_recorded_with_its_scope_and_its_last_day(way):
    way.to("approved")
    consent = Consent.objects.get()
    assert consent.scope == ["page"]
    assert consent.last_day == timezone.localdate() + dt.timedelta(days=365)
    assert consent.draft_digest == wording().digest


def test_the_page_comes_down_on_the_day_after_the_last_and_can_be_renewed(way):
    way.to("published")
    address = address_of(way)
    Consent.objects.update(last_day=timezone.localdate() - dt.timedelta(days=1))
    assert actions.look_after(now=timezone.now())["expired"] == 1
    assert Client().get(address).status_code == 404
    way.case_study.refresh_from_db()
    assert way.case_study.state == State.EXPIRED
    actions.renew(link=way.link(Purpose.OWN), last_day=timezone.localdate() + dt.timedelta(days=700))
    way.case_study.refresh_from_db()
    assert way.case_study.state == State.APPROVED
    way.after_approved()
    assert Client().get(address).status_code == 200


def test_a_contributor_is_reminded_once_before_the_consent_ends(way):
    way.to("published")
    soon = timezone.now() + dt.timedelta(days=340)
    assert actions.look_after(now=soon)["reminded"] == 1
    assert actions.look_after(now=soon)["reminded"] == 0
    assert "ends on" in mail.outbox[-1].body


def test_renewing_before_the_end_leaves_it_published_under_a_new_consent(way):
    way.to("published")
    actions.renew(link=way.link(Purpose.OWN), last_day=timezone.localdate() + dt.timedelta(days=700))
    way.case_study.refresh_from_db()
    assert way.case_study.state == State.PUBLISHED
    assert sorted(Consent.objects.values_list("ended_because", flat=True)) == ["", "renewed"]


def test_a_consent_to_changed_words_cannot_be_renewed(way):
    way.to("published")
    actions.write_draft(case_study=way.case_study, wording=wording(title="Other"), by=way.editor)
    with pytest.raises(Refused):
        actions.renew(link=way.link(Purpose.OWN), last_day=timezone.localdate() + dt.timedelta(days=9))


def test_an_offer_that_nobody_moves_for_a_year_is_erased(way):
    later = timezone.now() + dt.timedelta(days=366)
    assert actions.look_after(now=later)["withdrawn"] == 1
    assert_erased(way.case_study, State.WITHDRAWN)


def test_what_is_published_is_not_withdrawn_for_standing_still(way):
    way.to("published")
    Consent.objects.update(last_day=timezone.localdate() + dt.timedelta(days=700))
    assert actions.look_after(now=timezone.now() + dt.timedelta(days=500))["withdrawn"] == 0
    assert CaseStudy.objects.get().state == State.PUBLISHED
