"""What was built into a sample, so that a test can ask whether a measure finds it."""

from dataclasses import dataclass

import numpy as np

from footing.samples.answers import response_by_function
from footing.samples.draws import Floats, Integers
from footing.samples.employers import Employer
from footing.samples.gaps import BACKGROUNDS, Gaps
from footing.samples.steady_state import SteadyState


@dataclass(frozen=True, slots=True)
class Truth:
    """The population that a sample is drawn from and that its own figures scatter around."""

    employer: Employer
    gaps: Gaps
    state: SteadyState

    def background_percent(self, group: str, *, grade: str | None = None, function: str | None = None) -> float:
        """The expected share of a background group among those who give a codable answer, in percent."""
        people = self._answering(grade, function).sum(axis=(0, 1))
        return float(100 * people[BACKGROUNDS.index(group)] / people.sum())

    def response_percent(self, *, grade: str | None = None, function: str | None = None) -> float:
        """The expected share of people who answer the question on parental occupation in any way, in percent."""
        people = self.state.share.sum(axis=3)[self._cells(grade, function)]
        return float(100 * self._answering(grade, function).sum() / people.sum())

    def _answering(self, grade: str | None, function: str | None) -> Floats:
        response = response_by_function(self.employer, self.gaps)[None, :, None]
        people: Floats = (self.state.share.sum(axis=3) * response)[self._cells(grade, function)]
        return people

    def _cells(self, grade: str | None, function: str | None) -> tuple[Integers, ...]:
        rows = [number for number, name in enumerate(self.employer.grade_names) if grade in (None, name)]
        columns = [number for number, name in enumerate(self.employer.function_names) if function in (None, name)]
        return np.ix_(rows, columns)
