"""What the log can hold: every action by name, its words on the screen, and the facts that may stand beside it.

An action that is not in this table, or a fact that its line does not name, is refused: so the log stays free of
personal data. A fact is a code, a count, a role or an id; never a name, an address or something a person typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: what was done, in words that follow the name of who did it, and the facts it may carry."""

    words: str
    facts: tuple[str, ...] = ()


STEP_FACTS = ("state_before", "state_after")
"""What is said of a step from one state to another."""

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "account.deleted": Kind("deleted their account"),
        "account.made_operator": Kind("made somebody an operator of the service"),
        "account.no_longer_operator": Kind("made somebody no longer an operator of the service"),
        "account.made_editor": Kind("made somebody an editor of the toolkit"),
        "account.made_reviewer": Kind("made somebody a reviewer of the toolkit"),
        "account.no_longer_editor": Kind("let somebody no longer edit the toolkit"),
        "organisation.created": Kind("set up the organisation", ("kind",)),
        "organisation.changed": Kind("changed the details of the organisation", ("fields",)),
        "organisation.second_step_asked": Kind("changed who needs a second step at sign-in", ("roles",)),
        "organisation.closed": Kind("closed the organisation and deleted everything of it"),
        "organisation.grades_changed": Kind("changed the list of grades", ("added", "removed", "grades")),
        "organisation.units_changed": Kind("changed the list of units", ("added", "removed", "units")),
        "members.invited": Kind("invited somebody", ("role",)),
        "members.invitation_withdrawn": Kind("withdrew an invitation", ("role",)),
        "members.joined": Kind("joined", ("role", "way")),
        "members.asked_to_join": Kind("asked to join"),
        "members.request_declined": Kind("declined a request to join"),
        "members.role_changed": Kind("changed the role of a member", ("role_before", "role_after")),
        "members.removed": Kind("removed a member", ("role",)),
        "members.left": Kind("left the organisation", ("role",)),
        "members.ownership_transferred": Kind("handed the organisation over to another member", ("role_after",)),
        "groups.started": Kind("started a group of organisations"),
        "groups.asked": Kind("asked to join a group of organisations"),
        "groups.admitted": Kind("let an organisation into a group"),
        "groups.declined": Kind("declined an organisation that asked to join a group"),
        "groups.left": Kind("left a group of organisations"),
        "groups.closed": Kind("closed a group of organisations"),
        "groups.code_changed": Kind("changed the joining code of a group of organisations"),
        "uploads.handed_in": Kind("handed in an extract", ("files", "pseudonymised", "last_day")),
        "uploads.corrected": Kind("handed in corrected files of an extract", ("files",)),
        "uploads.mapping_changed": Kind("changed how an extract is read"),
        "uploads.checked": Kind("checked an extract", ("outcome", "errors")),
        "uploads.confirmed": Kind("confirmed an extract"),
        "uploads.kept": Kind("kept an extract", ("people", "sheets")),
        "uploads.last_day_changed": Kind("changed the last day of an extract", ("last_day",)),
        "uploads.assessed": Kind("assessed an extract"),
        "uploads.refused": Kind("refused an extract", ("code",)),
        "uploads.cancelled": Kind("cancelled an extract before it was kept", ("records",)),
        "uploads.withdrawn": Kind("withdrew an extract", ("records",)),
        "uploads.expired": Kind("deleted an extract after its last day", ("records",)),
        "records.person_exported": Kind("downloaded what is kept of one person", ("sheets",)),
        "records.person_erased": Kind("erased what was kept of one person", ("sheets",)),
        "api.key_made": Kind("made a key for the API", ("role", "days")),
        "api.key_withdrawn": Kind("withdrew a key for the API", ("role",)),
        "results.run_started": Kind("started an assessment", ("policy",)),
        "results.run_cancelled": Kind("cancelled an assessment"),
        "results.run_failed": Kind("could not finish an assessment", ("code",)),
        "results.released": Kind("released the tables of an assessment", ("tables", "ledger_number")),
        "results.downloaded": Kind("downloaded a report", ("kind", "format")),
        "results.link_made": Kind("made a link to a result", ("days",)),
        "results.link_withdrawn": Kind("withdrew a link to a result"),
        "results.webhook_made": Kind("had another system told of results"),
        "results.webhook_stopped": Kind("stopped telling another system of results"),
        "enquiries.written": Kind("wrote to the team of the toolkit", ("kind",)),
        "enquiries.handed": Kind("said who looks after an enquiry", ("state",)),
        "enquiries.moved": Kind("said where an enquiry stands", ("state",)),
        "enquiries.answered": Kind("answered an enquiry"),
        "enquiries.deleted": Kind("deleted an enquiry"),
        "comments.written": Kind("wrote a comment on a page"),
        "comments.decided": Kind("decided about a comment on a page", ("state",)),
        "registrations.confirmed": Kind("registered for news", ("topics",)),
        "registrations.left": Kind("left the list of those who get news"),
        "registrations.bulletin_sent": Kind("sent news", ("topic", "receivers")),
        "sponsors.acknowledged": Kind("thanked a sponsor"),
        "sponsors.removed": Kind("took a sponsor off the page"),
        "events.place_asked": Kind("asked for a place at an event"),
        "events.place_confirmed": Kind("confirmed a place at an event"),
        "events.place_given_up": Kind("gave up a place at an event"),
        "events.places_written_to": Kind("wrote to those who have a place at an event", ("receivers",)),
        "case_studies.offer": Kind("offered a case study", ("pillars",)),
        "case_studies.hand": Kind("said who looks after a case study"),
        "case_studies.slots_offered": Kind("offered times for interviews", ("slots",)),
        "case_studies.slot_taken_back": Kind("took a time for interviews back"),
        "case_studies.take_up": Kind("took up the offer of a case study", STEP_FACTS),
        "case_studies.turn_down": Kind("turned down the offer of a case study", STEP_FACTS),
        "case_studies.book": Kind("picked a time for an interview", STEP_FACTS),
        "case_studies.free": Kind("cancelled an interview", STEP_FACTS),
        "case_studies.interview": Kind("held an interview", STEP_FACTS),
        "case_studies.change": Kind("wrote a draft of a case study", STEP_FACTS),
        "case_studies.send": Kind("sent a draft of a case study", STEP_FACTS),
        "case_studies.approve": Kind("approved a draft of a case study", STEP_FACTS),
        "case_studies.comment": Kind("asked for changes to a case study", STEP_FACTS),
        "case_studies.decline": Kind("declined a case study", STEP_FACTS),
        "case_studies.publish": Kind("published a case study", STEP_FACTS),
        "case_studies.renew": Kind("renewed the consent to a case study", STEP_FACTS),
        "case_studies.expire": Kind("ended a case study whose consent had ended", STEP_FACTS),
        "case_studies.withdraw": Kind("withdrew a case study", STEP_FACTS),
        "case_studies.changed_on_its_page": Kind("changed a case study on its page, which became a draft"),
        "documents.details_changed": Kind("changed what documents are filled with", ("fields",)),
        "documents.downloaded": Kind("downloaded a document that was filled in", ("document",)),
        "audit.exported": Kind("downloaded the log", ("entries",)),
        "audit.checked": Kind("checked that the log is whole", ("entries", "whole")),
    }
)
