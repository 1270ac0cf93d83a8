"""The addresses of this app, whole: the project includes them at the root."""

from django.urls import URLPattern, path

from footing_web.enquiries.views import comments, contributing, editing, events, inbox, registering, visitors

app_name = "enquiries"

LINK = "toolkit/review/<str:token>/"
INBOX = "toolkit/inbox/"
ENQUIRY = INBOX + "enquiries/<uuid:enquiry_id>/"
CASE_STUDY = INBOX + "case-studies/<uuid:case_study_id>/"

FOR_ANYBODY: list[URLPattern] = [
    path("toolkit/register/", registering.register, name="register"),
    path("toolkit/register/sent/", registering.register_sent, name="register_sent"),
    path("toolkit/register/confirmed/", registering.confirmed, name="confirmed"),
    path("toolkit/register/left/", registering.left, name="left"),
    path("toolkit/register/confirm/<str:token>/", registering.confirm, name="confirm"),
    path("toolkit/register/choices/<str:token>/", registering.preferences, name="preferences"),
    path("toolkit/register/leave/<str:token>/", registering.leave, name="leave"),
    path("toolkit/contact/", visitors.contact, name="contact"),
    path("toolkit/contact/sent/", visitors.written, name="written"),
    path("toolkit/pages/<int:page>/error/", visitors.report_error, name="report_error"),
    path("toolkit/pages/<int:page>/comments/", comments.comments, name="comments"),
    path("toolkit/comments/sent/", comments.commented, name="commented"),
    path("toolkit/events/<int:page>/place/", events.ask, name="event_place"),
    path("toolkit/places/asked/", events.asked, name="place_asked"),
    path("toolkit/places/given-up/", events.given_up, name="place_given_up"),
    path("toolkit/places/<str:token>/", events.place, name="place"),
    path("toolkit/sponsors/", visitors.sponsors, name="sponsors"),
    path("toolkit/sponsors/offer/", visitors.sponsor_offer, name="sponsor_offer"),
    path("toolkit/case-studies/offer/", contributing.offer, name="offer"),
    path("toolkit/case-studies/offered/", contributing.offered, name="offered"),
    path("toolkit/review/", contributing.lost_link, name="lost_link"),
    path("toolkit/review-sent/", contributing.lost_link_sent, name="lost_link_sent"),
]

BEHIND_A_LINK: list[URLPattern] = [
    path(LINK, contributing.review, name="review"),
    path(LINK + "interview.ics", contributing.calendar_file, name="calendar_file"),
    path(LINK + "questions/", contributing.guide, name="review_guide"),
    path(LINK + "approve/", contributing.approve, name="approve"),
    path(LINK + "comment/", contributing.comment, name="comment"),
    path(LINK + "decline/", contributing.decline, name="decline"),
    path(LINK + "withdraw/", contributing.withdraw, name="withdraw"),
    path(LINK + "renew/", contributing.renew, name="renew"),
    path(LINK + "send-again/", contributing.send_again, name="send_again"),
    path(LINK + "cancel/", contributing.free, name="free"),
]

FOR_THE_TEAM: list[URLPattern] = [
    path(INBOX, inbox.inbox, name="inbox"),
    path(ENQUIRY, inbox.enquiry, name="enquiry"),
    path(ENQUIRY + "owner/", inbox.enquiry_owner, name="enquiry_owner"),
    path(ENQUIRY + "state/", inbox.enquiry_state, name="enquiry_state"),
    path(ENQUIRY + "note/", inbox.enquiry_note, name="enquiry_note"),
    path(ENQUIRY + "answer/", inbox.enquiry_answer, name="enquiry_answer"),
    path(ENQUIRY + "delete/", inbox.enquiry_delete, name="enquiry_delete"),
    path(INBOX + "comments/", inbox.inbox_comments, name="inbox_comments"),
    path(INBOX + "sponsors/", inbox.inbox_sponsors, name="inbox_sponsors"),
    path(INBOX + "sponsors/<int:sponsor_id>/remove/", inbox.sponsor_remove, name="sponsor_remove"),
    path(INBOX + "events/", events.events, name="inbox_events"),
    path(INBOX + "events/<int:page>/", events.event, name="inbox_event"),
    path(INBOX + "news/", inbox.bulletin, name="bulletin"),
    path(INBOX + "slots/", editing.slots, name="slots"),
    path(INBOX + "slots/<uuid:slot_id>/remove/", editing.slot_remove, name="slot_remove"),
    path(INBOX + "case-studies/", editing.case_studies, name="case_studies"),
    path(CASE_STUDY, editing.case_study, name="case_study"),
    path(CASE_STUDY + "questions/", editing.guide, name="case_study_guide"),
    path(CASE_STUDY + "owner/", editing.owner, name="case_study_owner"),
    path(CASE_STUDY + "take-up/", editing.take_up, name="case_study_take_up"),
    path(CASE_STUDY + "turn-down/", editing.turn_down, name="case_study_turn_down"),
    path(CASE_STUDY + "free/", editing.free, name="case_study_free"),
    path(CASE_STUDY + "interview/", editing.interview, name="case_study_interview"),
    path(CASE_STUDY + "draft/", editing.draft, name="case_study_draft"),
    path(CASE_STUDY + "send/", editing.send, name="case_study_send"),
    path(CASE_STUDY + "publish/", editing.publish, name="case_study_publish"),
    path(CASE_STUDY + "withdraw/", editing.withdraw, name="case_study_withdraw"),
]

urlpatterns: list[URLPattern] = [*FOR_ANYBODY, *BEHIND_A_LINK, *FOR_THE_TEAM]
