"""The way of a case study and every page of enquiries in a real browser: with and without JavaScript, on a phone."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from footing_web.enquiries import actions
from footing_web.enquiries.models import CaseStudy, Enquiry, EnquiryKind, Purpose
from footing_web.library.models import CaseStudyPage
from web.enquiries.conftest import CONTRIBUTOR, Way, last_secret, offered, with_second_step, wording

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DESK, PHONE = 1280, 375


def faults_of(page: Page) -> list[str]:
    found = [f"{page.url}: {each['id']}" for each in Axe().run(page).response["violations"]]
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found + ([f"{page.url}: {sideways} px too wide"] if sideways > 0 else [])


@pytest.fixture
def team_page(open_as, editor, signed_in, live_server) -> Callable[..., Page]:
    """Open an address as the editor, who has used the second step."""

    def opened(address: str, **how: object) -> Page:
        page = open_as(None, "/health/live", **how)
        cookie = with_second_step(signed_in(editor)).cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        page.goto(address)
        return page

    return opened


def last_link_to(page: Page, address: str) -> str:
    """The first link in the last letter to somebody."""
    letter = next(each for each in reversed(mail.outbox) if each.to == [address])
    return re.search(r"https?://[^/]+(/toolkit/\S+)", letter.body)[1]


def offer(page: Page) -> None:
    page.goto("/toolkit/case-studies/offer/")
    page.get_by_label("Name of your organisation").fill("Ashmoor Council")
    page.get_by_label("Sector").select_option("local-government")
    page.get_by_label("1,000 to 4,999 people").check()
    page.get_by_label("Where do most of the staff work?").select_option("north_west")
    page.get_by_label("Hiring").check()
    page.get_by_label("What have you done, and what came of it?").fill("We pay for travel to interviews.")
    page.get_by_label("Your name").fill("Ama Mensah")
    page.get_by_label("Your job").fill("Head of resourcing")
    page.get_by_label("Your e-mail address").fill(CONTRIBUTOR)
    page.get_by_role("button", name="Send the offer").click()
    page.get_by_role("heading", name="Thank you for your offer").wait_for()


def offer_a_time(page: Page) -> None:
    page.goto("/toolkit/inbox/slots/")
    day = timezone.localdate() + timedelta(days=4)
    for part in ("day", "month", "year"):
        page.get_by_label(part.capitalize(), exact=True).fill(str(getattr(day, part)))
    page.get_by_label("Times on that day").fill("9:30, 14:15")
    page.get_by_label("How to meet").fill("We call you")
    page.get_by_role("button", name="Offer these times").click()
    page.get_by_text("We call you").nth(1).wait_for()


def write_draft(page: Page, summary: str, *, first: bool) -> None:
    page.get_by_role("button", name="Write the draft" if first else "Change the draft").click()
    if first:
        page.get_by_label("Title").fill("Travel to interviews is paid")
        page.get_by_role("group", name="Stages").get_by_label("Getting hired").check()
        page.get_by_label("Text", exact=True).fill("## What was done\nTravel is paid.\n\nNobody has to ask.")
        page.get_by_label("Outcomes").fill("Nine in ten come | the council’s own count")
    page.get_by_label("Summary").fill(summary)
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_role("button", name="Send the draft").click()
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("Out for approval").wait_for()


def approve(page: Page) -> None:
    page.get_by_role("button", name="Approve").click()
    page.get_by_label("Publish it as a page").check()
    page.get_by_label("I may agree to this").check()
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("heading", name="You have approved the draft").wait_for()


@pytest.mark.parametrize(("javascript", "width"), [(True, DESK), (False, PHONE)])
def test_a_case_study_goes_all_the_way_and_is_withdrawn(open_as, team_page, javascript, width):
    how = {"javascript": javascript, "width": width}
    team, theirs = team_page("/toolkit/inbox/", **how), open_as(None, "/health/live", **how)
    offer_a_time(team)
    offer(theirs)
    team.goto("/toolkit/inbox/case-studies/")
    team.get_by_role("link", name="Ashmoor Council").click()
    team.get_by_role("button", name="Take the offer up").click()
    team.get_by_role("button", name="Take it up").click()

    theirs.goto(last_link_to(theirs, CONTRIBUTOR))
    theirs.get_by_label("09:30 to 10:15").check()
    theirs.get_by_role("button", name="Book this time").click()
    theirs.get_by_role("heading", name="Your interview").wait_for()
    with theirs.expect_download() as file:
        theirs.get_by_role("link", name="Put it into your calendar").click()
    assert file.value.suggested_filename == "interview.ics"

    team.reload()
    team.get_by_role("button", name="The interview was held").click()
    team.get_by_label("Notes from the conversation").fill("It began with one applicant.")
    team.get_by_role("button", name="Save").click()
    write_draft(team, "Travel is paid.", first=True)

    theirs.goto(last_link_to(theirs, CONTRIBUTOR))
    theirs.get_by_role("button", name="Ask for changes").click()
    theirs.get_by_label("What should be changed?").fill("Please say who may ask.")
    theirs.get_by_role("button", name="Send").click()
    theirs.get_by_role("heading", name="We have your comments").wait_for()

    team.reload()
    team.get_by_text("Please say who may ask.").wait_for()
    write_draft(team, "Travel is paid to everybody.", first=False)
    theirs.goto(last_link_to(theirs, CONTRIBUTOR))
    theirs.get_by_text("What has changed since draft 1").click()
    assert theirs.locator("ins").first.inner_text().startswith("paid to everybody.")
    approve(theirs)

    team.reload()
    write_draft(team, "Travel is paid to everybody who is invited.", first=False)
    theirs.goto(last_link_to(theirs, CONTRIBUTOR))
    approve(theirs)
    team.reload()
    team.get_by_role("button", name="Publish").click()
    team.get_by_role("button", name="Publish it").click()
    team.get_by_role("link", name="Travel to interviews is paid").click()
    team.wait_for_url("**/toolkit/case-studies/**")
    published = team.url
    team.get_by_text("Travel is paid to everybody who is invited.").first.wait_for()

    theirs.goto(f"/toolkit/review/{last_secret(Purpose.OWN)}/")
    theirs.get_by_role("button", name="Withdraw the case study").click()
    theirs.get_by_role("button", name="Withdraw").click()
    theirs.get_by_role("heading", name="This case study has ended").wait_for()
    assert theirs.goto(published).status == 404
    assert CaseStudy.objects.get().email == ""
    assert not CaseStudyPage.objects.exists()


@pytest.mark.parametrize(("javascript", "width"), [(True, PHONE), (False, DESK)])
def test_somebody_registers_confirms_chooses_and_leaves(open_as, rooms, javascript, width):
    page = open_as(None, "/toolkit/register/", javascript=javascript, width=width)
    page.get_by_label("Your e-mail address").fill("ben@brackwater.example")
    page.get_by_label("New case studies").check()
    page.get_by_role("button", name="Register").click()
    page.goto(last_link_to(page, "ben@brackwater.example"))
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("heading", name="You are registered").wait_for()
    page.goto(last_link_to(page, "ben@brackwater.example"))
    page.get_by_role("button", name="Leave the list").click()
    page.get_by_role("heading", name="You have left").wait_for()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_team_takes_a_message_in_hand_and_answers(open_as, team_page, javascript):
    visitor = open_as(None, "/toolkit/contact/", javascript=javascript, width=PHONE)
    visitor.get_by_label("Your name").fill("Ben Okoro")
    visitor.get_by_label("Your e-mail address").fill("ben@brackwater.example")
    visitor.get_by_label("What would you like to talk about?").fill("How do we begin?")
    visitor.get_by_role("button", name="Send").click()
    visitor.get_by_role("heading", name="We have your message").wait_for()
    team = team_page("/toolkit/inbox/", javascript=javascript)
    team.get_by_role("link", name="Asks for a conversation").click()
    team.get_by_role("link", name="Change who looks after it").click()
    team.get_by_label("Who looks after it?").select_option(label="Edith Orr")
    team.get_by_role("button", name="Save").click()
    team.get_by_text("In hand").first.wait_for()
    team.get_by_role("button", name="Answer").click()
    team.get_by_label("Your answer").fill("Begin with the questions.")
    team.get_by_role("button", name="Send").click()
    team.get_by_text("Waiting for them").first.wait_for()
    assert mail.outbox[-1].to == ["ben@brackwater.example"]


@pytest.fixture
def lived_in(editor, rooms, toolkit_page) -> dict[str, str]:
    """Everything that the pages can show, and their addresses."""
    enquiry = actions.write_to_team(
        kind=EnquiryKind.CONVERSATION, name="Ben", email="b@c.example", message="Words " * 90
    )
    actions.answer(enquiry=enquiry, text="An answer.", by=editor)
    for text in ("We did this too.", "And so did we."):
        comment = actions.write_comment(page=toolkit_page, name="Ben", text=text)
    actions.show_comment(comment=comment, by=editor)
    today = timezone.localdate()
    actions.acknowledge(name="Now Ltd", address="https://now.example", gives="Time", since=today, until=None, by=editor)
    way = Way(offered(), editor).to("sent")
    actions.comment(link=way.link(Purpose.DRAFT), words="Less about us.")
    way.case_study.refresh_from_db()
    actions.write_draft(case_study=way.case_study, wording=wording(summary="Travel is paid."), by=editor)
    way.case_study.refresh_from_db()
    actions.send_draft(case_study=way.case_study, by=editor)
    waiting = Way(offered(email="cy@d.example", organisation_name="Brackwater Trust"), editor).to("booked")
    one = {"case_study_id": way.case_study.pk}
    found = {name: reverse(f"enquiries:{name}") for name in FOR_ANYBODY + FOR_THE_TEAM}
    found |= {name: reverse(f"enquiries:{name}", args=[toolkit_page.pk]) for name in ("comments", "report_error")}
    found |= {name: reverse(f"enquiries:{name}", args=[enquiry.pk]) for name in ("enquiry", "enquiry_answer")}
    found |= {name: reverse(f"enquiries:{name}", kwargs=one) for name in ("case_study", "case_study_draft")}
    found["booked"] = reverse("enquiries:case_study", args=[waiting.case_study.pk])
    found["guide"] = reverse("enquiries:case_study_guide", args=[waiting.case_study.pk])
    draft, slot, own = (last_secret(each) for each in (Purpose.DRAFT, Purpose.SLOT, Purpose.OWN))
    found |= {"read": f"/toolkit/review/{draft}/", "approve": f"/toolkit/review/{draft}/approve/"}
    return found | {"pick": f"/toolkit/review/{slot}/", "own": f"/toolkit/review/{own}/"}


FOR_ANYBODY = ["register", "register_sent", "contact", "written", "sponsors", "offer", "offered", "lost_link", "left"]
FOR_THE_TEAM = ["inbox_events", "inbox", "case_studies", "slots", "inbox_comments", "inbox_sponsors", "bulletin"]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_on_any_page_and_every_page_fits(team_page, lived_in, width):
    page, found = team_page("/toolkit/inbox/", width=width), []
    for name, address in lived_in.items():
        assert page.goto(address).status == 200, name
        found += faults_of(page)
    assert found == []


def test_a_form_with_faults_is_clean_and_each_line_of_its_summary_leads_to_the_field(open_as, rooms):
    page = open_as(None, "/toolkit/case-studies/offer/")
    page.get_by_role("button", name="Send the offer").click()
    assert page.title().startswith("Error: ")
    assert faults_of(page) == []
    links = page.locator(".govuk-error-summary a")
    assert links.count() == 9
    for number in range(9):
        assert page.locator(links.nth(number).get_attribute("href")).count() == 1


def test_a_time_is_picked_by_keyboard(open_as, editor, rooms):
    way = Way(offered(), editor).to("invited")
    actions.offer_slots(starts=[timezone.now() + timedelta(days=3)], place="We call you", by=editor)
    page = open_as(None, f"/toolkit/review/{last_secret(Purpose.SLOT)}/")
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Your interview")
    way.case_study.refresh_from_db()
    assert way.case_study.state == "booked"


def test_what_keeps_machines_out_is_not_met_by_people(open_as, rooms):
    page = open_as(None, "/toolkit/contact/")
    page.get_by_label("Your name").focus()
    reached = set()
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || ''"))
    assert "message" in reached
    assert "website" not in reached
    assert not Enquiry.objects.exists()
