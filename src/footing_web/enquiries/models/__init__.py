"""What enquiries keep: one module per noun."""

from footing_web.enquiries.models.case_study import CaseStudy
from footing_web.enquiries.models.comment import CommentState, PageComment
from footing_web.enquiries.models.consent import Consent, ConsentEnd, Scope
from footing_web.enquiries.models.draft import Answer, Draft, DraftAnswer
from footing_web.enquiries.models.enquirer import Enquirer
from footing_web.enquiries.models.enquiry import OPEN_ENQUIRIES, Enquiry, EnquiryKind, EnquiryState, Remark
from footing_web.enquiries.models.event_place import EventPlace
from footing_web.enquiries.models.registration import Bulletin, Registration, Topic
from footing_web.enquiries.models.signed_link import Purpose, SignedLink
from footing_web.enquiries.models.slot import INTERVIEW_MINUTES, Slot
from footing_web.enquiries.models.sponsor import Sponsor

__all__ = [
    "INTERVIEW_MINUTES",
    "OPEN_ENQUIRIES",
    "Answer",
    "Bulletin",
    "CaseStudy",
    "CommentState",
    "Consent",
    "ConsentEnd",
    "Draft",
    "DraftAnswer",
    "Enquirer",
    "Enquiry",
    "EnquiryKind",
    "EnquiryState",
    "EventPlace",
    "PageComment",
    "Purpose",
    "Registration",
    "Remark",
    "Scope",
    "SignedLink",
    "Slot",
    "Sponsor",
    "Topic",
]
