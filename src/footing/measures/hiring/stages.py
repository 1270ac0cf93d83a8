"""How far each application got, and how it ended: one variable, worked out from dates.

**Rules.** The stage that an application reached is the furthest one of which it has a date. A later date says that the
stages before were passed, also where their own dates are blank: a stage that was skipped was not failed. Only whether
there is a date counts, not which, so that dates out of order change nothing: somebody interviewed "before" applying was
interviewed. An offer that was declined had been made. Of two ends on record, the further stage stands: whoever started
was not rejected, whatever else a later date says. An application was withdrawn if that came first or on the same day
as a rejection, since systems close what was withdrawn. No end on record counts as not getting further.

**Which stages there are.** A stage of which nobody has a date was not recorded, and is left out: the next one then
follows from the one before it. Offers are also on record where nobody has a date of one, but some were declined and
others accepted or followed by a start. Where they are not, whoever declined one left at the stage before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from footing.measures.arrow import as_arrow
from footing.measures.population import Variable
from footing.tables import TOTAL, Category, Hierarchy

if TYPE_CHECKING:
    import ibis

OUTCOME = "outcome"
"""The variable that says how far an application got."""

WITHDREW_BEFORE_OFFER, ENDED_BEFORE_OFFER = "withdrew_before_offer", "ended_before_offer"
DECLINED = "declined_offer"

WITHDRAWN_ON, DECLINED_ON, REJECTED_ON = "withdrawn_on", "declined_on", "rejected_on"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage and the column with the day on which it was reached; in words, having reached it, it, and who did."""

    code: str
    column: str
    title: str
    name: str
    of: str

    @property
    def reached(self) -> str:
        """The code of everybody who got this far."""
        return TOTAL if self is APPLIED else f"reached_{self.code}"

    @property
    def left(self) -> str:
        """The code of those who got this far and then chose to go no further."""
        return DECLINED if self is OFFER else f"withdrew_after_{self.code}"

    @property
    def ended(self) -> str:
        """The code of those who got this far and were turned down, or of whom no more is on record."""
        return f"ended_after_{self.code}"

    @property
    def category(self) -> Category:
        """Everybody who got this far, as a category."""
        return Category(self.reached, self.title)


APPLIED = Stage("application", "applied_on", "Applied", "applying", "all applications")
SIFT = Stage("sift", "sift_passed_on", "Passed the sift", "the sift", "those who passed the sift")
INTERVIEW = Stage("interview", "interviewed_on", "Interviewed", "the interview", "those interviewed")
OFFER = Stage("offer", "offered_on", "Offered the job", "the offer", "those offered the job")
ACCEPTANCE = Stage("acceptance", "accepted_on", "Accepted the offer", "accepting", "those who accepted the offer")
START = Stage("start", "started_on", "Started work", "starting", "those who started work")

LATER_STAGES = (SIFT, INTERVIEW, OFFER, ACCEPTANCE, START)


@dataclass(frozen=True, slots=True)
class Step:
    """From one stage to a later one."""

    of: Stage
    to: Stage

    @property
    def category(self) -> Category:
        """The step as a category of a table that shows one figure for each step."""
        code = self.to.code if self.of is not APPLIED or self.to is SIFT else f"{self.of.code}_to_{self.to.code}"
        return Category(code, f"{self.to.title}, of {self.of.of}")


@dataclass(frozen=True, slots=True)
class Funnel:
    """The stages on record after applying, in order; whether days of applying, withdrawals and declines are, too."""

    later: tuple[Stage, ...]
    dated: bool = False
    withdrawals: bool = False
    declines: bool = False

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Every stage, applying first."""
        return APPLIED, *self.later

    @property
    def to_offer(self) -> tuple[Stage, ...]:
        """The stages up to the offer: what comes after is for the candidate to decide."""
        return tuple(stage for stage in self.stages if stage not in (ACCEPTANCE, START))

    @property
    def steps(self) -> tuple[Step, ...]:
        """From each stage to the next."""
        return tuple(Step(of, to) for of, to in pairwise(self.stages))

    @property
    def offer(self) -> Step | None:
        """From applying to the offer, where offers are on record."""
        return Step(APPLIED, OFFER) if OFFER in self.later else None

    @property
    def overall(self) -> Step | None:
        """From applying to the offer, where a stage between them is on record."""
        return self.offer if len(self.to_offer) > 2 else None

    @property
    def decisions(self) -> tuple[Step, ...]:
        """The steps that the employer decides on, and all of them together."""
        overall = (self.overall,) if self.overall else ()
        return *(step for step in self.steps if step.to in self.to_offer), *overall

    @property
    def all_steps(self) -> tuple[Step, ...]:
        """The steps, and those up to the offer together."""
        return *self.steps, *((self.overall,) if self.overall else ())

    @property
    def before_offer(self) -> tuple[Stage, ...]:
        """The stages before the offer."""
        return tuple(stage for stage in self.to_offer if stage is not OFFER)

    def variable(self) -> Variable:
        """Every way in which an application can have ended, and how those add up to the stages reached."""
        open_ended = [stage for stage in self.stages if stage is not START]
        codes = [end for stage in open_ended for end in (stage.left, stage.ended)]
        parents = {end: stage.reached for stage in open_ended for end in (stage.left, stage.ended)}
        parents |= {later.reached: stage.reached for stage, later in pairwise(self.stages)}
        return Variable((*codes, *([START.reached] if START in self.later else [])), Hierarchy(OUTCOME, parents))

    @property
    def without_offer(self) -> dict[str, tuple[str, ...]]:
        """The ends of applications that led to no offer, by whether they were withdrawn."""
        return {
            WITHDREW_BEFORE_OFFER: tuple(stage.left for stage in self.before_offer),
            ENDED_BEFORE_OFFER: tuple(stage.ended for stage in self.before_offer),
        }

    def withdrawal(self) -> Hierarchy:
        """The second way in which the same ends add up: those without an offer by whether they were withdrawn."""
        parents = {end: whole for whole, ends in self.without_offer.items() for end in ends}
        beyond = self.stages[len(self.before_offer) :][:1]
        wholes = (*self.without_offer, *(stage.reached for stage in beyond))
        return Hierarchy(OUTCOME, parents | dict.fromkeys(wholes, TOTAL))

    def within(self, step: Step) -> tuple[str, ...]:
        """The codes of those who withdrew somewhere on a step."""
        stages = self.stages[self.stages.index(step.of) : self.stages.index(step.to)]
        return tuple(stage.left for stage in stages)


def funnel_of(applications: "ibis.Table") -> Funnel:
    """The stages that are on record: those of which some application has a date."""
    columns = [*(stage.column for stage in (APPLIED, *LATER_STAGES)), WITHDRAWN_ON, DECLINED_ON]
    held = [column for column in columns if column in applications.columns]
    dates = {column for column, count in _counted(applications, held).items() if count}
    if DECLINED_ON in dates and dates & {ACCEPTANCE.column, START.column}:
        dates.add(OFFER.column)
    return Funnel(
        later=tuple(stage for stage in LATER_STAGES if stage.column in dates),
        dated=APPLIED.column in dates,
        withdrawals=WITHDRAWN_ON in dates,
        declines=not dates.isdisjoint({DECLINED_ON, WITHDRAWN_ON}),
    )


def outcome_of(applications: "ibis.Table", funnel: Funnel) -> "ibis.Value":
    """How far each application got and how it ended, as a code of the funnel's variable."""
    import ibis

    withdrew, declined = _withdrew(applications), _has_date(applications, DECLINED_ON)
    nearest_to_offer = funnel.to_offer[-1]
    branches: list[tuple[ibis.Value, str]] = []
    for stage in reversed(funnel.stages):
        there = ibis.literal(True) if stage is APPLIED else _has_date(applications, stage.column)
        if stage is START:
            branches.append((there, stage.reached))
            continue
        there = there | declined if stage is nearest_to_offer else there
        left = withdrew | declined if stage in (nearest_to_offer, ACCEPTANCE) else withdrew
        branches += [(there & left, stage.left), (there, stage.ended)]
    return ibis.cases(*branches, else_=APPLIED.ended).name(OUTCOME)


def _counted(applications: "ibis.Table", columns: list[str]) -> Mapping[str, int]:
    if not columns:
        return {}
    counts = as_arrow(applications.aggregate(**{column: applications[column].count() for column in columns}))
    return {column: counts[column][0].as_py() for column in columns}


def _has_date(applications: "ibis.Table", column: str) -> "ibis.Value":
    import ibis

    return applications[column].notnull() if column in applications.columns else ibis.literal(False)


def _withdrew(applications: "ibis.Table") -> "ibis.Value":
    withdrew = _has_date(applications, WITHDRAWN_ON)
    if not {WITHDRAWN_ON, REJECTED_ON} <= set(applications.columns):
        return withdrew
    rejected = applications[REJECTED_ON]
    return withdrew & (rejected.isnull() | (applications[WITHDRAWN_ON] <= rejected))
