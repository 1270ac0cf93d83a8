"""The sections of a report: each module says one part of it, from protected figures and cited definitions alone."""
