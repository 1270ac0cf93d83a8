"""The fictional employers that samples are of. No real organisation is meant, and none has these figures."""

import datetime as dt
from dataclasses import dataclass

FULL_TIME_HOURS = 37.0


@dataclass(frozen=True, slots=True)
class Grade:
    """``share`` of the workforce; the middle of its pay range in pounds a year; the shares paid a bonus and female."""

    name: str
    share: float
    salary: float
    bonus: float
    women: float


@dataclass(frozen=True, slots=True)
class Function:
    """``share`` of the workforce; ``manual`` from -1 (desk) to 1 (manual work); ``women`` as odds against the grade's.

    ``sites`` are the places where its people work, the main one first.
    """

    name: str
    share: float
    manual: float
    women: float
    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Employer:
    """A fictional employer. ``leaving_rate`` is a year; ``promoted_share`` of vacancies go to the grade below.

    People of ``partner_grades`` are partners. With ``period_pay``, the staff extract holds the pay of a month, as
    the law on pay gaps asks for; without, yearly pay alone.
    """

    name: str
    people: int
    snapshot: dt.date
    grades: tuple[Grade, ...]
    functions: tuple[Function, ...]
    leaving_rate: float
    promoted_share: float
    response: float
    applications_per_person: float
    participants_per_person: float
    partner_grades: tuple[str, ...] = ()
    period_pay: bool = False

    @property
    def grade_names(self) -> tuple[str, ...]:
        """The grades from the lowest to the highest."""
        return tuple(grade.name for grade in self.grades)

    @property
    def function_names(self) -> tuple[str, ...]:
        """The functions in their own order."""
        return tuple(function.name for function in self.functions)


COUNCIL = Employer(
    name="Aldermere Council",
    people=4200,
    snapshot=dt.date(2025, 3, 31),
    grades=(
        Grade("Grade 1", 0.240, 23_700, 0.02, 0.70),
        Grade("Grade 2", 0.190, 25_600, 0.02, 0.68),
        Grade("Grade 3", 0.155, 28_200, 0.03, 0.66),
        Grade("Grade 4", 0.120, 31_400, 0.03, 0.64),
        Grade("Grade 5", 0.090, 35_200, 0.04, 0.62),
        Grade("Grade 6", 0.070, 39_500, 0.05, 0.59),
        Grade("Grade 7", 0.050, 44_800, 0.06, 0.56),
        Grade("Grade 8", 0.035, 50_900, 0.08, 0.53),
        Grade("Grade 9", 0.025, 58_600, 0.10, 0.50),
        Grade("Grade 10", 0.018, 69_000, 0.12, 0.47),
        Grade("Chief officer", 0.007, 97_000, 0.20, 0.43),
    ),
    functions=(
        Function("Adult social care", 0.20, 0.1, 1.6, ("Market Street", "Hillside House", "Home-based")),
        Function("Children's services", 0.18, -0.2, 1.7, ("Market Street", "Civic Centre", "Home-based")),
        Function("Environment and waste", 0.14, 1.0, 0.25, ("Riverside Depot", "Civic Centre")),
        Function("Highways and transport", 0.09, 0.8, 0.2, ("Riverside Depot", "Civic Centre")),
        Function("Housing", 0.11, 0.2, 0.9, ("Hillside House", "Market Street")),
        Function("Libraries and culture", 0.07, -0.3, 1.3, ("Market Street", "Hillside House")),
        Function("Planning and growth", 0.06, -0.9, 0.7, ("Civic Centre", "Home-based")),
        Function("Public health", 0.04, -0.7, 1.5, ("Civic Centre", "Home-based")),
        Function("Corporate services", 0.11, -0.6, 1.0, ("Civic Centre", "Home-based")),
    ),
    leaving_rate=0.10,
    promoted_share=0.55,
    response=0.78,
    applications_per_person=1.4,
    participants_per_person=0.15,
)

FIRM = Employer(
    name="Larkspur Hale LLP",
    people=650,
    snapshot=dt.date(2025, 4, 5),
    grades=(
        Grade("Trainee", 0.20, 29_000, 0.20, 0.55),
        Grade("Associate", 0.30, 41_000, 0.40, 0.53),
        Grade("Senior associate", 0.24, 58_000, 0.55, 0.50),
        Grade("Director", 0.16, 84_000, 0.70, 0.42),
        Grade("Partner", 0.10, 160_000, 0.80, 0.30),
    ),
    functions=(
        Function("Advisory", 0.36, -0.6, 0.9, ("London", "Leeds", "Bristol")),
        Function("Tax", 0.24, -0.4, 1.0, ("London", "Leeds")),
        Function("Audit", 0.25, -0.2, 0.9, ("London", "Bristol")),
        Function("Business services", 0.15, 0.6, 1.4, ("Leeds", "London")),
    ),
    leaving_rate=0.14,
    promoted_share=0.50,
    response=0.74,
    applications_per_person=3.0,
    participants_per_person=0.4,
    partner_grades=("Partner",),
    period_pay=True,
)
