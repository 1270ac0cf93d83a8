"""The units that figures come in, and how many decimals each is published with."""

PEOPLE = "people"
PERCENT = "percent"
PERCENTAGE_POINTS = "percentage points"
POUNDS = "pounds"
RATIO = "ratio"
YEARS = "years"

DECIMALS = {PEOPLE: 0, PERCENT: 1, PERCENTAGE_POINTS: 1, POUNDS: 2, RATIO: 2, YEARS: 1}
