"""What a ledger says of the people in an extract."""

from collections.abc import Callable

from footing.disclosure.ledger import History, ReadLedger, fingerprint_of
from footing.measures.staff import STAFF
from footing.workforce import Workforce


def history_of_staff(ledger: ReadLedger, workforce: Workforce, secret: Callable[[], bytes]) -> History:
    """The history with which tables of these people are released; ``secret`` gives the key of their fingerprint."""
    keys = workforce.people.select("person_key").to_pyarrow().column("person_key").to_pylist()
    people = {STAFF: fingerprint_of(map(str, keys), secret())} if keys else {}
    return History(ledger.entries, workforce.snapshot_date.isoformat(), people)
