"""The measures of the catalogue as something to read."""

from dataclasses import dataclass

from footing.standards import load_catalogue
from footing_web.library.presenters.readings import Bulleted, Link, Links, Reading, Row, Source, Words
from footing_web.library.presenters.shared import part, parts, titles
from footing_web.library.queries import measured_by

ADDRESS = "/toolkit/measures/{}/"


@dataclass(frozen=True, slots=True)
class StageOfMeasures:
    """The measures of one journey stage."""

    title: str
    measures: tuple[Link, ...]


def measures_by_stage() -> list[StageOfMeasures]:
    """Every measure, under its stage."""
    held = list(load_catalogue().measures)
    return [
        StageOfMeasures(
            title, tuple(Link(each.title, ADDRESS.format(each.id)) for each in held if each.journey_stage == stage)
        )
        for stage, title in titles("stages").items()
        if any(each.journey_stage == stage for each in held)
    ]


def measure_reading(key: str) -> Reading:
    """What a measure counts, out of what, what it needs and what to keep in mind."""
    held = load_catalogue().measure(key)
    rows = (
        Row("Counts", held.numerator),
        Row("Out of", held.denominator or ""),
        Row("Unit", held.unit.replace("_", " ")),
        Row("Uncertainty", held.interval or "Not worked out"),
        Row("Needs", ", ".join(each.replace("_", " ") for each in held.needs)),
        Row("Stage", titles("stages").get(held.journey_stage, held.journey_stage)),
    )
    actions = Links(tuple(Link(each.title, each.address) for each in measured_by(key)))
    return Reading(
        id=held.id,
        kind="Measure",
        title=held.title,
        summary=held.why,
        address=ADDRESS.format(held.id),
        facts=tuple(row for row in rows if row.text),
        parts=parts(
            part("Keep in mind", Bulleted(held.caveats)),
            part("Notes", *(Words(each) for each in held.notes)),
            part("Actions that it measures", actions),
        ),
        sources=tuple(
            Source(f"{each.publisher}, {each.title}, {each.published}", each.url or "", each.licence, each.note or "")
            for each in (held.source, *held.also)
        ),
    )
