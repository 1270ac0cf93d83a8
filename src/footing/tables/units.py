"""The units that figures come in, and how many decimals each is published with."""

PEOPLE = "people"
APPLICATIONS = "applications"
PERCENT = "percent"
PERCENTAGE_POINTS = "percentage points"
POUNDS = "pounds"
POUNDS_AN_HOUR = "pounds an hour"
RATIO = "ratio"
YEARS = "years"
DAYS = "days"

COUNTS = (PEOPLE, APPLICATIONS)
"""The units of figures that are counts: of people, or of applications, of which a person may make several."""

DECIMALS = {
    PEOPLE: 0,
    APPLICATIONS: 0,
    PERCENT: 1,
    PERCENTAGE_POINTS: 1,
    POUNDS: 2,
    POUNDS_AN_HOUR: 2,
    RATIO: 2,
    YEARS: 1,
    DAYS: 1,
}
"""A penny an hour is about £19 a year, so that policies' rounding of pay to £10 is coarse enough for it already."""
