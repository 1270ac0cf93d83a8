"""What could not be measured of careers, and what would be needed for it."""

from collections.abc import Iterable, Iterator

from footing.measures.careers.everybody import attribute_of_question, known_of_everybody
from footing.measures.careers.period import JOINED, LEFT, PROMOTED, Period
from footing.measures.family import NotMeasured
from footing.standards import Catalogue
from footing.tables.words import listed
from footing.workforce.workforce import QuestionInUse, Workforce

EVENT_FIELDS = ("event", "event_date")

WHAT_PEOPLE_DID = {JOINED: "joined", PROMOTED: "were promoted", LEFT: "left"}


def not_measured(
    measures: Iterable[str], needs: tuple[str, ...], reason: str, catalogue: Catalogue
) -> Iterator[NotMeasured]:
    """The same reason for each of several measures; ``reason`` follows a colon."""
    for measure in measures:
        yield NotMeasured(measure, needs, f"{catalogue.measure(measure).title} is not measured: {reason}")


def without_question(measures: Iterable[str], question: str, catalogue: Catalogue) -> Iterator[NotMeasured]:
    """Those that need the background of people."""
    reason = f"it needs answers to “{catalogue.question(question).title}”."
    return not_measured(measures, (question,), reason, catalogue)


def without_careers(
    measures: Iterable[str], workforce: Workforce, question: QuestionInUse, catalogue: Catalogue
) -> Iterator[NotMeasured]:
    """Those that need careers, where the events cannot be read as such."""
    if workforce.events is None:
        reason = "it needs a list of events: who joined, was promoted, moved and left, and when."
        return not_measured(measures, EVENT_FIELDS, reason, catalogue)
    if not known_of_everybody(attribute_of_question(question, catalogue), workforce):
        reason = "the events do not say the background of people who have left, without whom it would mislead."
        return not_measured(measures, (question.question_id,), reason, catalogue)
    return not_measured(measures, EVENT_FIELDS, "no event with a date falls within the period.", catalogue)


def without_events_of(
    kinds: Iterable[str], measures: Iterable[str], period: Period, catalogue: Catalogue
) -> Iterator[NotMeasured]:
    """Those that need kinds of events that the list does not have."""
    absent = [WHAT_PEOPLE_DID[kind] for kind in kinds if kind not in period.listed]
    return not_measured(measures, ("event",), f"the events list nobody who {listed(absent)}.", catalogue)
