"""How reading stops: with the one fault that says why."""

from footing.workforce.faults import Fault


class Refused(Exception):
    """The file, or a sheet of it, cannot be read; it never leaves this package."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault
