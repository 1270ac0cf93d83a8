"""Seeded generators of realistic extracts of fictional employers, with gaps built in that a report should find."""

from footing.samples.built_in import BuiltInFigure, built_in_figures
from footing.samples.gaps import BACKGROUNDS, BUILT_IN_GAPS, NO_GAPS, ByBackground, Gaps
from footing.samples.large import write_large_staff_extract
from footing.samples.sample import Sample, SampleFiles, council, firm
from footing.samples.truth import Truth

__all__ = [
    "BACKGROUNDS",
    "BUILT_IN_GAPS",
    "NO_GAPS",
    "BuiltInFigure",
    "ByBackground",
    "Gaps",
    "Sample",
    "SampleFiles",
    "Truth",
    "built_in_figures",
    "council",
    "firm",
    "write_large_staff_extract",
]
