"""What every section is written from."""

from dataclasses import dataclass

from footing.assessment import Assessment, Direction, Finding
from footing.reporting.model import Journey
from footing.reporting.outline import FamilyOutline, Outline
from footing.reporting.publication import UNSAID, Publication
from footing.reporting.topics import Topic
from footing.standards import Catalogue

SUMMARY = "summary"
NO_JOURNEY = Journey(())
CLEAR = (Direction.ABOVE, Direction.BELOW)


@dataclass(frozen=True, slots=True)
class Material:
    """An assessment, the published definitions behind it, the outline to follow, and its tables by topic."""

    assessment: Assessment
    catalogue: Catalogue
    outline: Outline
    topics: tuple[Topic, ...]
    whole: Assessment
    """Everything that was measured, whatever this kind of report shows of it."""
    tables_folder: str | None = None
    """Where the CSV files lie beside the report; ``None`` when it comes without them."""
    publication: Publication = UNSAID
    journey: Journey = NO_JOURNEY
    """The stages of a working life, from everything that was measured."""

    @property
    def organisation(self) -> str:
        """What the organisation is called in a sentence or beside a bar."""
        return self.assessment.manifest.organisation or "This organisation"

    def topics_in(self, family: str) -> tuple[Topic, ...]:
        """The topics of one family, in order."""
        return tuple(topic for topic in self.topics if topic.family == family)

    def overall(self, family: str) -> Topic | None:
        """The first topic of a family that takes everybody together; ``None`` when there is none."""
        return next((topic for topic in self.topics_in(family) if not topic.breakdown), None)

    def leading_findings(self) -> tuple[Finding, ...]:
        """The findings that the summary has room for: clear differences first; none in a report without a summary."""
        if SUMMARY not in self.outline.order:
            return ()
        ranked = sorted(self.assessment.findings, key=lambda finding: finding.direction not in CLEAR)
        return tuple(ranked[: self.outline.summary_findings])

    def focus(self, section: FamilyOutline, topic: Topic) -> str | None:
        """The code of the group that a topic leads with; ``None`` when the topic has no groups."""
        codes = [group.code for group in topic.groups]
        wanted = section.focus.get(topic.question)
        return wanted if wanted in codes else codes[0] if codes else None
