"""What the law on pay gaps asks for beside yearly pay: the pay of the pay period, leave on reduced pay, partners."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footing.samples.columns import words
from footing.samples.draws import Floats, happens
from footing.samples.employers import FULL_TIME_HOURS, Employer

ON_LEAVE = 0.025
"""The chance of anybody to be on reduced pay because of leave."""
MONTHS = 12
DAYS_OF_A_MONTH = 30.44
"""As the regulations count them (SI 2017/172, regulation 6)."""
BONUS_MONTHS = 12
"""A yearly bonus that is paid in the pay period counts for this part of it."""


def pay_of_the_law(random: np.random.Generator, employer: Employer, people: pa.Table) -> dict[str, pa.Array]:
    """Who is on reduced pay and, where the employer has them, partners and the ordinary pay and bonus of a month.

    ``people`` have yearly full-time pay, hours and bonus. Those on leave are paid half.
    """
    on_leave = happens(random, np.full(people.num_rows, ON_LEAVE))
    columns = {"reduced_pay": words(("No", "Yes"), on_leave.astype(np.int64))}
    if employer.partner_grades:
        partners = pc.is_in(people["grade"].cast(pa.string()), pa.array(employer.partner_grades))
        columns["partner"] = words(("No", "Yes"), partners.to_numpy().astype(np.int64))
    if employer.period_pay:
        columns |= _of_a_month(people, np.where(on_leave, 0.5, 1.0))
    return columns


def _of_a_month(people: pa.Table, paid: Floats) -> dict[str, pa.Array]:
    hours, yearly, bonus = (people[name].to_numpy() for name in ("weekly_hours", "annual_pay_pence", "bonus_pence"))
    ordinary = np.round(yearly * (hours / FULL_TIME_HOURS) * paid / MONTHS)
    return {
        "ordinary_pay_pence": pa.array(ordinary.astype(np.int64)),
        "period_bonus_pence": pa.array(np.round(bonus / BONUS_MONTHS).astype(np.int64)),
        "pay_period_days": pa.array(np.full(people.num_rows, DAYS_OF_A_MONTH)),
    }
