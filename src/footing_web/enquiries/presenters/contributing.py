"""What the pages behind signed links say."""

from collections.abc import Sequence
from typing import Any

from footing_web.enquiries import queries
from footing_web.enquiries.interview_guide import guide_for
from footing_web.enquiries.journey import ENDED, State
from footing_web.enquiries.models import Consent, DraftAnswer, Purpose, Scope, SignedLink
from footing_web.enquiries.presenters.asking import Context, at
from footing_web.enquiries.presenters.words import changes_between, facts_of_case_study, shown

NEXT = {
    State.OFFERED: "Somebody of the team will read your offer and write to you.",
    State.INVITED: "Pick a time for the interview. The link to the free times is in the letter that we sent.",
    State.BOOKED: "The interview is booked.",
    State.INTERVIEWED: "We are writing the first draft.",
    State.DRAFTING: "We are writing a draft. You will get a link to it.",
    State.SENT: "A draft waits for your answer. The link to it is in the letter that we sent.",
    State.COMMENTED: "We are changing the draft as you asked. You will get a link to the new one.",
    State.APPROVED: "You have approved the draft. We will publish it.",
    State.PUBLISHED: "It is published.",
    State.EXPIRED: "Your consent has ended, so it is not published.",
}
"""What happens next, in words for the contributor."""


def slot_page(link: SignedLink, token: str) -> Context:
    """The page on which a time is picked."""
    return {
        "case_study": link.case_study,
        "slot": queries.slot_of(link.case_study),
        "guide": guide_for(link.case_study.pillars),
        "token": token,
    }


def draft_page(link: SignedLink, token: str) -> Context:
    """The draft, what has changed in it, and the ways to answer."""
    draft = link.draft
    before = queries.draft_before(draft) if draft else None
    return {
        "draft": shown(draft) if draft else None,
        "before": before,
        "changes": changes_between(before, draft) if draft else (),
        "token": token,
        "link": link,
    }


def own_page(link: SignedLink, token: str) -> Context:
    """What is kept, and what can be done."""
    case_study = link.case_study
    state = State(case_study.state)
    return {
        "case_study": case_study,
        "facts": facts_of_case_study(case_study),
        "next": NEXT.get(state, ""),
        "slot": queries.slot_of(case_study),
        "drafts": [{"draft": each, "answer": _answer_words(each)} for each in queries.drafts_of(case_study)],
        "consents": [consent_words(each) for each in queries.consents_of(case_study)],
        "may_renew": state in (State.PUBLISHED, State.EXPIRED),
        "may_send_again": state in (State.INVITED, State.BOOKED, State.SENT),
        "token": token,
    }


def over_page(link: SignedLink) -> Context:
    """What a link says that does nothing any more."""
    answer = DraftAnswer.objects.filter(draft=link.draft).first() if link.draft else None
    erased = link.case_study.state in ENDED
    used_here = link.used_at is not None and link.purpose == Purpose.DRAFT and not erased
    return {
        "answer": answer.answer if answer and used_here else "",
        "state": link.case_study.state if erased else "",
        "lost_link": at("lost_link"),
    }


def consent_words(consent: Consent) -> dict[str, Any]:
    """A consent in words."""
    return {"consent": consent, "scope": _scope_words(consent.scope), "holds": consent.ended_at is None}


def _scope_words(codes: Sequence[str]) -> list[str]:
    return [str(Scope(code).label) for code in codes if code in Scope.values]


def _answer_words(draft: Any) -> str:
    answer = getattr(draft, "answer", None)
    if answer is not None:
        return str(answer.get_answer_display())
    return "Waiting for your answer" if draft.sent_at else "Being written"
