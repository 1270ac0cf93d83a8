"""The way of a case study as a table: which step leads from where to where, and who may take it.

Nothing moves a case study but a step of this table. ``docs/reference/case-study-journey.md`` is drawn from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a case study stands."""

    OFFERED = "offered"
    INVITED = "invited"
    BOOKED = "booked"
    INTERVIEWED = "interviewed"
    DRAFTING = "drafting"
    SENT = "sent"
    COMMENTED = "commented"
    APPROVED = "approved"
    PUBLISHED = "published"
    EXPIRED = "expired"
    NOT_TAKEN_UP = "not_taken_up"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


WORDS = {
    State.OFFERED: "Offered",
    State.INVITED: "Invited to an interview",
    State.BOOKED: "Interview booked",
    State.INTERVIEWED: "Interviewed",
    State.DRAFTING: "Being drafted",
    State.SENT: "Out for approval",
    State.COMMENTED: "Changes asked for",
    State.APPROVED: "Approved",
    State.PUBLISHED: "Published",
    State.EXPIRED: "Consent has ended",
    State.NOT_TAKEN_UP: "Not taken up",
    State.DECLINED: "Declined",
    State.WITHDRAWN: "Withdrawn",
}
"""What each state is called on every screen."""

ENDED = (State.NOT_TAKEN_UP, State.DECLINED, State.WITHDRAWN)
"""Nothing follows, and what was kept of the contributor and of the story is erased."""

GOING_ON = tuple(state for state in State if state not in ENDED)
"""The contributor can still withdraw."""


class Who(StrEnum):
    """Who takes a step."""

    TEAM = "the team"
    CONTRIBUTOR = "the contributor"
    SERVICE = "the service"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the table. ``words`` say what happens besides the change of state."""

    name: str
    sources: tuple[State, ...]
    target: State
    who: tuple[Who, ...]
    words: str


STEPS = (
    Step("take_up", (State.OFFERED,), State.INVITED, (Who.TEAM,), "A link to the free slots is sent."),
    Step("turn_down", (State.OFFERED,), State.NOT_TAKEN_UP, (Who.TEAM,), "A letter says so; the offer is erased."),
    Step("book", (State.INVITED,), State.BOOKED, (Who.CONTRIBUTOR,), "A calendar file goes to both."),
    Step("book", (State.BOOKED,), State.BOOKED, (Who.CONTRIBUTOR,), "Another slot is picked; the calendar is told."),
    Step("free", (State.BOOKED,), State.INVITED, (Who.CONTRIBUTOR, Who.TEAM), "The slot is free again."),
    Step("interview", (State.INVITED, State.BOOKED), State.INTERVIEWED, (Who.TEAM,), "The conversation was held."),
    Step(
        "change",
        (
            State.INTERVIEWED,
            State.DRAFTING,
            State.SENT,
            State.COMMENTED,
            State.APPROVED,
            State.PUBLISHED,
            State.EXPIRED,
        ),
        State.DRAFTING,
        (Who.TEAM,),
        "Every change is a new draft. Links to the one before stop working, and its approval no longer counts.",
    ),
    Step("send", (State.DRAFTING,), State.SENT, (Who.TEAM,), "A link to this draft alone is sent."),
    Step("approve", (State.SENT,), State.APPROVED, (Who.CONTRIBUTOR,), "Consent is recorded: scope and last day."),
    Step("comment", (State.SENT,), State.COMMENTED, (Who.CONTRIBUTOR,), "What should be changed is recorded."),
    Step("decline", (State.SENT,), State.DECLINED, (Who.CONTRIBUTOR,), "Everything is erased."),
    Step("publish", (State.APPROVED,), State.PUBLISHED, (Who.TEAM,), "The words that were approved, and no others."),
    Step("renew", (State.PUBLISHED,), State.PUBLISHED, (Who.CONTRIBUTOR,), "Consent gets a new last day."),
    Step("renew", (State.EXPIRED,), State.APPROVED, (Who.CONTRIBUTOR,), "The same words may be published again."),
    Step(
        "expire",
        (State.APPROVED, State.PUBLISHED),
        State.EXPIRED,
        (Who.SERVICE,),
        "The last day of the consent has passed: the page is taken down.",
    ),
    Step(
        "withdraw",
        GOING_ON,
        State.WITHDRAWN,
        (Who.CONTRIBUTOR, Who.TEAM),
        "The page is taken down and everything is erased.",
    ),
)
"""Every step there is. Two lines with one name are one step that leads from different states to different ones."""


class NotPossible(Exception):
    """A step that the table does not have from this state."""


def target_of(name: str, state: str) -> State:
    """Where the step leads from this state. Raises ``NotPossible`` where it leads nowhere."""
    for step in STEPS:
        if step.name == name and state in step.sources:
            return step.target
    raise NotPossible(f"No step “{name}” leads from “{state}”.")


def steps_from(state: str, who: Who) -> tuple[str, ...]:
    """The names of the steps that somebody may take from this state, in the order of the table."""
    return _once(step.name for step in STEPS if state in step.sources and who in step.who)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
