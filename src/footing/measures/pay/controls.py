"""What is held equal when pay is compared, one step after the other, and what each step may hide.

A step that holds more equal does not give a truer gap; it answers a narrower question. Where background decides which
grade or function people reach, comparing within grades and functions leaves that part of the gap out of sight.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footing.measures.pay.subject import Setting, Subject
from footing.tables import Category
from footing.workforce.workforce import Characteristic


@dataclass(frozen=True, slots=True)
class Step:
    """Characteristics that are held equal together with those of the steps before, and the warning that it needs."""

    code: str
    variables: tuple[str, ...]
    warning: str


STEPS = (
    Step(
        "person",
        ("sex", "age_band", "tenure_band"),
        "Sex, age and length of service come before most decisions about pay. Who stays long can still be a result of "
        "how people were treated.",
    ),
    Step(
        "job",
        ("function", "site", "full_time", "contract"),
        "Function, site, hours and contract may themselves be results of background, through hiring and moves. Holding "
        "them equal then hides that part of the gap: read this line beside the one before, not in its place.",
    ),
    Step(
        "grade",
        ("grade",),
        "Grade is largely what a pay gap is made of. If people of some backgrounds are promoted less, a gap among "
        "people of the same grade leaves that out. A small gap within grades does not mean that pay is fair.",
    ),
)

NOTHING = Category("nothing", "Nothing")
REMAINS_NOTE = (
    "What remains is not proof of unfair pay, nor is what is accounted for proof of fair pay: experience, "
    "qualifications and performance are not held equal, and what is may be unfairly come by."
)


@dataclass(frozen=True, slots=True)
class HeldEqual:
    """One line of the table: everything that is held equal, its own label, and the warnings that it needs."""

    category: Category
    controls: tuple[Characteristic, ...]
    warning: str | None = None


def lines(setting: Setting, subject: Subject) -> tuple[HeldEqual, ...]:
    """A line for nothing held equal, and one for each step for which the workforce has something to hold equal."""
    found = [HeldEqual(NOTHING, ())]
    for step, own in steps_held(setting, subject):
        label = _listed(own) if len(found) == 1 else f"These, and {_listed(own, in_a_sentence=True)}"
        found.append(HeldEqual(Category(step.code, label), (*found[-1].controls, *own), step.warning))
    return tuple(found)


def steps_held(setting: Setting, subject: Subject) -> Iterator[tuple[Step, tuple[Characteristic, ...]]]:
    """The steps for which the workforce has something to hold equal, with what it has."""
    for step in STEPS:
        own = tuple(each for each in setting.characteristics(step.variables) if each.variable != subject.variable)
        if own:
            yield step, own


def _listed(characteristics: Sequence[Characteristic], *, in_a_sentence: bool = False) -> str:
    words = [each.title[:1].lower() + each.title[1:] for each in characteristics]
    *first, last = words
    listed = f"{', '.join(first)} and {last}" if first else last
    return listed if in_a_sentence else listed[:1].upper() + listed[1:]
