"""How far a run is, in words."""

from dataclasses import dataclass

from footing_web.results.models import Run, RunState

STEPS = (
    ("reading", "Read the files"),
    ("measuring", "Measure"),
    ("protecting", "Protect every table, and attack it to see that the protection holds"),
    ("finding", "Put into words"),
)


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a run: what it is called and where it stands."""

    text: str
    state: str
    current: bool


def steps_of(run: Run) -> list[StepLine]:
    """Every step: done, under way with how much of it, or still to come."""
    names = [name for name, _ in STEPS]
    at = len(names) if run.state == RunState.DONE else names.index(run.step) if run.step in names else -1
    return [
        StepLine(text, _state(place, at, run), place == at and run.is_under_way)
        for place, (_, text) in enumerate(STEPS)
    ]


def _state(place: int, at: int, run: Run) -> str:
    if place < at:
        return "Done"
    if place > at or not run.is_under_way:
        return "Not started yet" if run.is_under_way else "Not done"
    return f"Under way, {percent_read(run)}%" if run.total else "Under way"


def percent_read(run: Run) -> int:
    """How much of the file under way was read, in percent."""
    return min(99, 100 * run.done // run.total) if run.total else 0
