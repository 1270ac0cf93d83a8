"""What to do first at a stage of the journey: one action of the catalogue, chosen by a stated rule.

Where a stage has a figure, an action that changes something comes before one that measures; where it has none, the
other way round. Among those, one that names the measure comes first, then the strongest evidence, then one that is for
the fewest stages, then the earliest level; the id breaks ties. Nothing here says that the action would close a gap: its
page says what the evidence is.
"""

from footing.standards import Catalogue
from footing.standards.actions import Action
from footing.tables.words import in_a_sentence

MEASURING = "data"
"""The pillar of actions that find something out."""
STRENGTHS, LEVELS = "evidence-strength", "levels"


def first_action(stage: str, measure: str | None, catalogue: Catalogue) -> Action | None:
    """The action to begin with at a stage, given the measure of its figure, if it has one. ``None`` where none fits."""
    strengths = _order(STRENGTHS, catalogue)
    levels = _order(LEVELS, catalogue)

    def rank(action: Action) -> tuple[bool, bool, int, int, int, str]:
        return (
            (MEASURING in action.pillars) == (measure is not None),
            measure not in action.measures,
            strengths[action.evidence.strength],
            len(action.stages),
            levels[action.level],
            action.id,
        )

    return min((each for each in catalogue.actions if stage in each.stages), key=rank, default=None)


def told(action: Action, catalogue: Catalogue) -> str:
    """The action in words: its title, and how strong the evidence is."""
    strength = catalogue.vocabularies.find(STRENGTHS).term(action.evidence.strength).title
    return f"To do first: {in_a_sentence(action.title)}. Evidence: {in_a_sentence(strength)}."


def _order(vocabulary: str, catalogue: Catalogue) -> dict[str, int]:
    return {term.code: place for place, term in enumerate(catalogue.vocabularies.find(vocabulary).terms)}
