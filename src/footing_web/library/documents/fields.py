"""What a document can be filled with: the fields that its words may name, and what to write where one is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FieldOfDocument:
    """One field: ``prompt`` says what belongs there, and ``usual`` is a word that will do where nothing is known."""

    prompt: str
    usual: str | None = None


FIELDS: Mapping[str, FieldOfDocument] = MappingProxyType(
    {
        "organisation": FieldOfDocument("name of your organisation"),
        "sector": FieldOfDocument("your sector"),
        "region": FieldOfDocument("where most of your staff work"),
        "size": FieldOfDocument("how many people work for you"),
        "champion": FieldOfDocument("name and job title of the senior person who leads on this"),
        "contact": FieldOfDocument("name, team, e-mail and telephone of whoever answers questions"),
        "data_team": FieldOfDocument("the small team that may see individual answers"),
        "data_protection_contact": FieldOfDocument("how to reach your data protection officer or lead"),
        "privacy_address": FieldOfDocument("address of your privacy notice"),
        "retention": FieldOfDocument("how long individual answers are kept"),
        "grade_list": FieldOfDocument("your grades, from the most junior to the most senior"),
        "senior_grades": FieldOfDocument("which of your grades count as senior"),
        "unit_list": FieldOfDocument("the parts of your organisation"),
        "snapshot_date": FieldOfDocument("the day that your figures describe"),
        "staff": FieldOfDocument("your word for staff", "staff"),
        "grade": FieldOfDocument("your word for a grade", "grade"),
        "grades": FieldOfDocument("your word for grades", "grades"),
        "manager": FieldOfDocument("your word for a line manager", "line manager"),
        "managers": FieldOfDocument("your word for line managers", "line managers"),
        "board": FieldOfDocument("your word for those at the top", "board"),
    }
)
