"""Partners, told apart from employees: the regulations leave them out, and firms publish figures with and without them.

Regulation 1(4) of SI 2017/172: a relevant employee does not include a partner in a firm, nor a member of a limited
liability partnership.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from footing.measures.counting import count_cells
from footing.measures.pay.terms import PayTerms
from footing.measures.population import PeopleToCount, Variable
from footing.tables import TOTAL, Coordinate, Hierarchy, coordinate

if TYPE_CHECKING:
    import ibis

PARTNERSHIP, EMPLOYEE, PARTNER = "partnership", "employee", "partner"
PARTNERSHIP_CODES = Variable((EMPLOYEE, PARTNER), Hierarchy(PARTNERSHIP, {EMPLOYEE: TOTAL, PARTNER: TOTAL}))
"""Both codes are named as parts of the total, because tables may show one of them alone."""

PARTNER_COLUMN, IS_PARTNER = "partner", "Partner"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose pay a table is of: everybody's where there are no partners, employees' alone, or employees' and partners'.

    ``only`` restricts the people. ``apart`` are the groups that have partners in them: subtracting the figures of two
    scopes tells what those partners are paid, so a figure of both together rests on the partners as a group, too.
    """

    id_ending: str = ""
    note: str | None = None
    only: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    @property
    def notes(self) -> tuple[str, ...]:
        """What a table says of its scope."""
        return (self.note,) if self.note else ()

    def cells(self, key: Mapping[str, str], variable: str, codes: tuple[str, ...]) -> tuple[Coordinate, ...]:
        """What an average rests on: the people with these codes among those who share the categories of ``key``.

        Partners are among them even where their pay is not: how few they are could otherwise be told by subtraction,
        and every figure would have to be withheld with them.
        """
        everybody = [coordinate(**{**key, variable: code}) for code in codes]
        partners = [coordinate(**{**key, variable: code, PARTNERSHIP: PARTNER}) for code in codes if code in self.apart]
        return (*everybody, *partners)


def one_cell(key: Mapping[str, str], variable: str, codes: tuple[str, ...], hierarchy: Hierarchy) -> Coordinate:
    """People with these codes as one cell; where there are several codes, the roll-up that they are part of."""
    whole = codes[0] if len(codes) == 1 else hierarchy.parent(codes[0])
    return coordinate(**{**key, variable: str(whole)})


EVERYBODY = Scope()
EMPLOYEES = Scope(note="Partners are left out.", only={PARTNERSHIP: EMPLOYEE})


def tell_partners_apart(people: PeopleToCount, terms: PayTerms) -> PeopleToCount:
    """The people with the variable ``partnership``, where the extract or the employer says who is a partner."""
    partner = _is_partner(people.relation, terms)
    if partner is None:
        return people
    relation = people.relation.mutate(partner.ifelse(PARTNER, EMPLOYEE).name(PARTNERSHIP))
    return PeopleToCount(people.name, relation, {**people.variables, PARTNERSHIP: PARTNERSHIP_CODES})


def scopes_of(people: PeopleToCount, variable: str) -> tuple[Scope, ...]:
    """The scopes that figures by ``variable`` have: two where there are partners, the employees' first."""
    if PARTNERSHIP not in people.variables:
        return (EVERYBODY,)
    cells = {coordinate(**{PARTNERSHIP: PARTNER, variable: code}): code for code in people.variables[variable].codes}
    apart = frozenset(cells[cell] for cell, count in count_cells(people, cells).items() if count)
    note = "Partners are counted with employees."
    return (EMPLOYEES, Scope("_with_partners", note, apart=apart)) if apart else (EVERYBODY,)


def _is_partner(people: "ibis.Table", terms: PayTerms) -> "ibis.Value | None":
    tests = []
    if PARTNER_COLUMN in people.columns:
        tests.append(people[PARTNER_COLUMN] == IS_PARTNER)
    if terms.partner_grades and "grade" in people.columns:
        tests.append(people["grade"].isin(sorted(terms.partner_grades)))
    return tests[0] | tests[-1] if tests else None
