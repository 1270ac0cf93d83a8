"""The reference page of the way of a case study, drawn from its table."""

from footing.standards.pages.markdown import table
from footing_web.enquiries.journey import ENDED, STEPS, WORDS, State, Step

INTRODUCTION = """\
Where a case study stands changes by the steps below and by nothing else. Whoever contributes one takes part by signed
links, with no account. A step that is not in the table is refused, and every step is entered in the log of the service
without a name.

Every change of a word makes another draft: an approval that was given before no longer counts, and links to the draft
before stop working. What is published stays as it was approved until the new words are."""


def journey_page() -> str:
    """The diagram, and the table it is drawn from."""
    parts = [
        "<!-- Generated from src/footing_web/enquiries/journey.py by `make docs`. Change the table, not this page. -->",
        "# The way of a case study",
        INTRODUCTION,
        f"```mermaid\n{diagram()}\n```",
        "## Steps",
        table(("Step", "From", "To", "By", "What happens"), (_row(step) for step in STEPS)),
        "## States",
        table(("State", "Called"), ((f"`{state}`", WORDS[state]) for state in State)),
    ]
    return "\n\n".join(parts) + "\n"


def diagram() -> str:
    """The steps as arrows, in the notation of Mermaid. Withdrawing, which every state allows, is one arrow."""
    lines = ["stateDiagram-v2", f"    [*] --> {State.OFFERED}"]
    for step in STEPS:
        if step.name == "withdraw":
            lines.append(f"    note right of {step.target} : from every state that goes on")
        else:
            lines += [f"    {source} --> {step.target} : {step.name.replace('_', ' ')}" for source in step.sources]
    lines += [f"    {state} --> [*]" for state in ENDED]
    return "\n".join(lines)


def _row(step: Step) -> tuple[str, str, str, str, str]:
    every = "every state that goes on" if step.name == "withdraw" else ", ".join(WORDS[each] for each in step.sources)
    return step.name.replace("_", " "), every, WORDS[step.target], " or ".join(step.who), step.words
