"""The seal that only ``footing.disclosure.release`` may put on a table.

An import contract keeps every other module from importing ``SEAL``; the check below keeps code that goes around the
contract from making a table by accident. Copying a table with ``dataclasses.replace`` would carry the seal over to
changed figures, so a repository test also refuses ``replace`` on releasable tables.
"""


class UnsealedTable(TypeError):
    """A releasable table was built outside disclosure control."""


class Seal:
    """A mark with no content; there is one of it."""

    __slots__ = ()


SEAL = Seal()


def require_seal(seal: object) -> None:
    """Raise ``UnsealedTable`` unless ``seal`` is the one seal."""
    if seal is not SEAL:
        raise UnsealedTable("Only footing.disclosure.release makes releasable tables. Pass it the raw tables instead.")
