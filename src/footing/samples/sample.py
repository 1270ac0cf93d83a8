"""Seeded samples of realistic extracts: the same seed gives the same people, every time."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footing.samples.acting_up import acting_up
from footing.samples.applications import draw_applications
from footing.samples.careers import Records, simulate_careers
from footing.samples.draws import Integers
from footing.samples.employers import COUNCIL, FIRM, Employer
from footing.samples.extract import (
    APPLICATION_HEADINGS,
    EVENT_HEADINGS,
    PARTICIPANT_HEADINGS,
    STAFF_HEADINGS,
    in_words,
)
from footing.samples.gaps import BUILT_IN_GAPS, NO_GAPS, Gaps
from footing.samples.histories import histories
from footing.samples.outreach import draw_participants
from footing.samples.people import everyone_in
from footing.samples.steady_state import steady_state
from footing.samples.truth import Truth
from footing.samples.untidy import write_untidy_csv
from footing.samples.writing import WRITERS, Label
from footing.samples.year_before import a_year_before, year_before
from footing.standards import load_catalogue

FIRST_KEY = 100_001


@dataclass(frozen=True, slots=True)
class SampleFiles:
    """Where the files of a written sample are."""

    staff: Path
    events: Path
    applications: Path
    outreach: Path
    year_before: Path


@dataclass(frozen=True, slots=True)
class Sample:
    """A fictional employer's people, the events of five years, applications of one and participants of outreach of two.

    Tables hold codes for answers; ``true_background`` is in every table of staff and applications and in no file.
    ``people`` are those present at the snapshot date, ``everyone`` also those who left, and ``year_before`` those who
    were present a year earlier, under the same keys.
    """

    seed: int
    truth: Truth
    everyone: pa.Table
    events: pa.Table
    applications: pa.Table
    participants: pa.Table
    year_before: pa.Table

    @property
    def snapshot_date(self) -> dt.date:
        """The date that the staff extract is of."""
        return self.truth.employer.snapshot

    @property
    def people(self) -> pa.Table:
        """Those present at the snapshot date, one row each."""
        return present(self.everyone)

    def write(self, folder: Path, *, form: str = "csv", untidy: bool = False) -> SampleFiles:
        """Write the staff extracts of both years and the companions as ``csv``, ``xlsx`` or ``parquet`` files.

        ``untidy`` writes the staff extract as a CSV file with title rows, footers, other spellings and an old encoding.
        """
        catalogue = load_catalogue()
        staff = in_words(self.people, STAFF_HEADINGS, catalogue)
        files = SampleFiles(
            staff=folder / f"staff.{form}",
            events=folder / f"events.{form}",
            applications=folder / f"applications.{form}",
            outreach=folder / f"outreach.{form}",
            year_before=folder / f"staff_year_before.{form}",
        )
        folder.mkdir(parents=True, exist_ok=True)
        if untidy:
            files = replace(files, staff=folder / "staff.csv")
            write_untidy_csv(staff, self._label("workforce extract"), files.staff, np.random.default_rng(self.seed))
        else:
            WRITERS[form](staff, self._label("workforce extract"), files.staff)
        earlier = replace(self._label("workforce extract"), snapshot=a_year_before(self.snapshot_date))
        companions = (
            (self.year_before, STAFF_HEADINGS, earlier, files.year_before),
            (self.events, EVENT_HEADINGS, self._label("events of five years"), files.events),
            (self.applications, APPLICATION_HEADINGS, self._label("applications of one year"), files.applications),
            (self.participants, PARTICIPANT_HEADINGS, self._label("outreach of two years"), files.outreach),
        )
        for table, headings, label, path in companions:
            WRITERS[form](in_words(table, headings, catalogue), label, path)
        return files

    def _label(self, holds: str) -> Label:
        return Label(self.truth.employer.name, holds, self.snapshot_date)


def council(*, seed: int, people: int = COUNCIL.people, gaps: bool = True) -> Sample:
    """A council with staff of eleven grades and nine directorates; works from one person up.

    With ``gaps`` off every group fares alike and the workforce is as the nation.
    """
    return draw_sample(COUNCIL, BUILT_IN_GAPS if gaps else NO_GAPS, seed=seed, people=people)


def firm(*, seed: int, people: int = FIRM.people, gaps: bool = True) -> Sample:
    """A professional firm of five grades in three cities."""
    return draw_sample(FIRM, BUILT_IN_GAPS if gaps else NO_GAPS, seed=seed, people=people)


def draw_sample(employer: Employer, gaps: Gaps, *, seed: int, people: int) -> Sample:
    """A sample of exactly ``people`` people. Raises ``ValueError`` for fewer than one."""
    if people < 1:
        raise ValueError("A sample needs at least one person.")
    streams = (np.random.default_rng(part) for part in np.random.SeedSequence(seed).spawn(4))
    of_people, of_applications, of_outreach, of_year_before = streams
    truth = Truth(employer, gaps, steady_state(employer, gaps))
    everyone, events = draw_people(of_people, truth, people, FIRST_KEY)
    return Sample(
        seed=seed,
        truth=truth,
        everyone=everyone,
        events=events,
        applications=draw_applications(of_applications, truth, people),
        participants=draw_participants(of_outreach, truth, people),
        year_before=year_before(of_year_before, employer, everyone, events),
    )


def draw_people(random: np.random.Generator, truth: Truth, people: int, first_key: int) -> tuple[pa.Table, pa.Table]:
    """Everyone of five years, of whom exactly ``people`` are present at the end, and what happened to them."""
    to_spare = 6 * np.sqrt(people) + 10  # how many are present at the end is left to chance
    drawn, happened = simulate_careers(random, truth.state, people + to_spare)
    kept = _until_enough_are_present(random, drawn, people)
    everyone = everyone_in(random, truth, drawn[kept], first_key)
    happened = _of_those_kept(happened, kept, len(drawn))
    acting = acting_up(random.spawn(1)[0], truth.gaps, drawn["background"][kept], happened)
    return everyone, histories(random, truth.employer, everyone, happened, acting)


def present(everyone: pa.Table) -> pa.Table:
    """Those who had not left by the snapshot date."""
    return everyone.filter(pc.is_null(everyone["left_date"])).drop_columns(["left_date"])


def _until_enough_are_present(random: np.random.Generator, drawn: Records, people: int) -> Integers:
    """In random order, everybody up to the person who makes the number complete: a fair sample of all drawn."""
    order = random.permutation(len(drawn))
    present_so_far = np.cumsum(np.isinf(drawn["left"][order]))
    return order[: int(np.searchsorted(present_so_far, people)) + 1]


def _of_those_kept(happened: Records, kept: Integers, drawn: int) -> Records:
    """The events of the people kept, who are numbered anew in the order of ``kept``."""
    place = np.full(drawn, -1)
    place[kept] = np.arange(len(kept))
    happened["person"] = place[happened["person"]]
    return happened[happened["person"] >= 0]
