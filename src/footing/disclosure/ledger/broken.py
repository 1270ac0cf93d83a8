"""What is said of a ledger that cannot be relied on."""


class LedgerBroken(ValueError):
    """The ledger was changed, or is no ledger. ``code`` is stable; the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code} · {message}")
        self.code = code
