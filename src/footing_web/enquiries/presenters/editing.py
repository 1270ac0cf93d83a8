"""What the pages say on which the team works on a case study."""

from typing import Any

from django import forms

from footing_web.accounts.models import User
from footing_web.enquiries import queries
from footing_web.enquiries.actions import may_publish
from footing_web.enquiries.choices import pillar_choices, words_of
from footing_web.enquiries.forms.team import written
from footing_web.enquiries.journey import ENDED, WORDS, State, Who, steps_from
from footing_web.enquiries.models import CaseStudy
from footing_web.enquiries.presenters.asking import Context, asking, at
from footing_web.enquiries.presenters.contributing import consent_words
from footing_web.enquiries.presenters.words import facts_of_case_study, shown
from footing_web.enquiries.wording import from_data

BUTTONS = {
    "take_up": ("Take the offer up", "take_up", ""),
    "turn_down": ("Turn the offer down", "turn_down", "govuk-button--secondary"),
    "interview": ("The interview was held", "interview", ""),
    "free": ("Cancel the interview", "free", "govuk-button--secondary"),
    "send": ("Send the draft", "send", ""),
    "publish": ("Publish", "publish", ""),
    "change": ("Write the draft", "draft", "govuk-button--secondary"),
    "withdraw": ("Withdraw for the contributor", "withdraw", "govuk-button--secondary"),
}
"""For each step of the team: the words, the page, and how the button looks."""

TAGS = {
    State.OFFERED: "govuk-tag--blue",
    State.COMMENTED: "govuk-tag--orange",
    State.APPROVED: "govuk-tag--turquoise",
    State.PUBLISHED: "govuk-tag--green",
    State.EXPIRED: "govuk-tag--red",
    State.SENT: "govuk-tag--purple",
}


def listed(*, over: bool) -> Context:
    """Case studies as lines of a table."""
    found = queries.case_studies(over=over)
    return {"over": over, "case_studies": [{"case_study": each, "tag": tag(each)} for each in found]}


def one(case_study: CaseStudy, viewer: User) -> Context:
    """Everything about one."""
    drafts = queries.drafts_of(case_study)
    return {
        "case_study": case_study,
        "tag": tag(case_study),
        "ended": case_study.state in ENDED,
        "facts": [] if case_study.state in ENDED else facts_of_case_study(case_study),
        "pillars": words_of(case_study.pillars, pillar_choices()),
        "buttons": _buttons(case_study, viewer, has_draft=bool(drafts)),
        "slot": queries.slot_of(case_study),
        "drafts": drafts,
        "latest": shown(drafts[0]) if drafts else None,
        "consents": [consent_words(each) for each in queries.consents_of(case_study)],
    }


def drafting(case_study: CaseStudy, form: forms.Form) -> Context:
    """The page on which the words are written."""
    back = at("case_study", case_study_id=case_study.pk)
    words = "Saving makes a new draft. If this one was approved or is with the contributor, they are asked again."
    return asking("Write the draft", form, back=back, button="Save the draft", words=words, notes=case_study.notes)


def draft_to_begin_with(case_study: CaseStudy) -> dict[str, Any]:
    """The last draft, or what the offer says."""
    last = case_study.drafts.last()
    if last is not None:
        return written(from_data(last.words))
    return {
        "organisation": case_study.organisation_name,
        "edition": case_study.edition,
        "size_band": case_study.size_band,
        "region": case_study.region,
        "pillars": case_study.pillars,
    }


def tag(case_study: CaseStudy) -> dict[str, str]:
    """The state as a tag."""
    state = State(case_study.state)
    return {"text": WORDS[state], "classes": TAGS.get(state, "govuk-tag--grey")}


def _buttons(case_study: CaseStudy, viewer: User, *, has_draft: bool) -> list[dict[str, str]]:
    found = []
    for step in steps_from(case_study.state, Who.TEAM):
        words, page, look = BUTTONS[step]
        if step == "publish" and not may_publish(viewer):
            continue
        if step == "change" and has_draft:
            words = "Change the draft"
        look = "" if step == "change" and not has_draft else look
        address = at(f"case_study_{page}", case_study_id=case_study.pk)
        found.append({"text": words, "href": address, "classes": look})
    return found
