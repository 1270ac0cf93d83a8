"""What can go wrong with reference data, each with a code and the next step."""

from pathlib import Path


class StandardsError(Exception):
    """A problem with reference data: a code, what is wrong and what to do about it."""

    code = "S000"

    def __init__(self, message: str, next_step: str) -> None:
        super().__init__(f"{self.code} · {message} {next_step}")
        self.message = message
        self.next_step = next_step


class UnknownReference(StandardsError):
    """The catalogue holds nothing of that kind under that id."""

    code = "S001"


class NotInForce(StandardsError):
    """The catalogue holds that id, but not yet on the date asked for."""

    code = "S002"


class ReferenceFileFault(StandardsError):
    """A reference file cannot be read, or does not fit the schema of its kind."""

    code = "S003"

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{path.name}: {message}", "Correct the file: docs/reference says what each kind holds.")
        self.path = path


class NotComparable(StandardsError):
    """A benchmark and a classification are of different definitions, so their figures must not be compared."""

    code = "S004"


class DerivationTableFault(StandardsError):
    """A table of occupations to classes, supplied by the user, cannot be used as it is."""

    def __init__(self, code: str, message: str, next_step: str) -> None:
        self.code = code
        super().__init__(message, next_step)
