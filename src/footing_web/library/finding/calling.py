"""Which findings call for an action: read from the file that says so, which is our judgement and says that too."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from footing.assessment import Direction, Finding
from footing.provenance.citation import Text
from footing.standards.entry import Identifier, Part
from footing_web.library.content_files import CONTENT, read_content

TURNED = {Direction.ABOVE: Direction.BELOW, Direction.BELOW: Direction.ABOVE}
COMPARED_WITH = "_v_"
"""What parts two groups in the key of a row that compares them."""


class Call(Part):
    """Findings of a measure that call for an action when they point this way."""

    measure: Identifier
    when: Direction
    near: tuple[Identifier, ...] = ()
    """Other measures by which the same matter can be followed."""


class Calls(Part):
    """``next_actions.yaml``."""

    better_off: tuple[Text, ...]
    """Codes of groups for which less is no disadvantage: a finding about one is read the other way round."""
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """A measure of which findings call for an action, and what they say, the weightiest first."""

    call: Call
    findings: tuple[Finding, ...]


@cache
def known_calls(folder: Path = CONTENT) -> Calls:
    """What calls for an action."""
    return read_content(folder / "next_actions.yaml", Calls)


def calling(findings: tuple[Finding, ...]) -> tuple[Called, ...]:
    """The measures that call for an action, in the order in which the assessment ranks their first finding."""
    known = {each.measure: each for each in known_calls().calls}
    held: dict[str, list[Finding]] = {}
    for finding in findings:
        call = known.get(finding.measure)
        if call is not None and _pointing(finding) == call.when:
            held.setdefault(finding.measure, []).append(finding)
    return tuple(Called(known[measure], tuple(found)) for measure, found in held.items())


def _pointing(finding: Finding) -> Direction:
    """Which way a finding points for whoever is worse off."""
    key = finding.evidence[0].key if finding.evidence else ("",)
    group = key[-1].partition(COMPARED_WITH)[0]
    return TURNED.get(finding.direction, finding.direction) if group in known_calls().better_off else finding.direction
