"""Pay through disclosure control: what is shown of an ordinary employer, and what never is."""

from footing.disclosure import release
from footing.measures import measure_all
from footing.measures.counting import cells_of
from footing.measures.pay import PayTerms, measure
from footing.standards import load_catalogue
from footing.tables import Status
from footing.tables.raw import Population, RawRelease
from measures.pay.paid_workforce import QUESTION, counts_of, paid_workforce
from measures.pay.test_family import COLUMNS, LISTS, people

CATALOGUE = load_catalogue()
POLICY = CATALOGUE.policy("publish-10")
PARTNERS = PayTerms(partner_grades=frozenset({"Partner"}))


def released(rows, **options):
    """Pay beside the counts of who works there, as in an assessment."""
    workforce = paid_workforce(rows, columns=COLUMNS, lists=LISTS)
    pay, others = (
        measure(workforce, catalogue=CATALOGUE, **options),
        measure_all(workforce, catalogue=CATALOGUE).release,
    )
    (population,) = others.populations
    staff = [table for table in others.tables if not table.measure.startswith("pay_")]
    counts = {cell: population.counts[cell] for cell in cells_of(staff)}
    together = Population(
        population.name,
        {**counts, **counts_of(workforce, pay)},
        {**population.hierarchies, **pay.hierarchies},
    )
    result = release(RawRelease((together,), (*staff, *pay.tables)), policy=POLICY)
    return {table.id.partition(f"pay_gap.{QUESTION}.")[2]: table for table in result.tables}


def shown(table):
    return [row.key for row in table.rows if row.status is Status.SHOWN]


def test_an_ordinary_employers_gaps_are_all_shown():
    tables = released(people())
    for name in ("overall.mean", "overall.median", "by_sex.mean", "by_grade.median", "pounds.mean", "quarters"):
        assert len(shown(tables[name])) == len(tables[name].rows), name


def test_a_few_partners_keep_back_the_figures_with_them_and_no_gap_between_employees():
    """Three partners of lower backgrounds: a gap with them, beside one without, would tell what they are paid."""
    partners = [person for person in people(1) if person["grade"] == "Partner"]
    others = [person for person in people() if person["grade"] != "Partner"]
    tables = released([*others, *partners], terms=PARTNERS)
    assert shown(tables["overall_with_partners.mean"]) == []
    assert shown(tables["overall_with_partners.median"]) == []
    assert len(shown(tables["overall.mean"])) == 4
    assert len(shown(tables["held_equal"])) == len(tables["held_equal"].rows)


def test_many_partners_are_shown_with_and_without():
    tables = released(people(), terms=PARTNERS)
    assert len(shown(tables["overall.mean"])) == len(shown(tables["overall_with_partners.mean"])) == 4


def test_a_mean_that_one_person_makes_up_is_kept_back_and_its_median_is_not():
    """Twenty-nine people on £20,000 and one on fifty million."""
    rows = [person for person in people() if person[QUESTION] != "professional"]
    thirty = [person for person in people() if person[QUESTION] == "professional"][:30]
    rows += [person | {"annual_pay_pence": 2_000_000} for person in thirty[1:]]
    rows += [thirty[0] | {"annual_pay_pence": 5_000_000_000}]
    tables = released(rows)
    assert ("lower_v_professional",) not in shown(tables["overall.mean"])
    assert ("lower_v_professional",) in shown(tables["overall.median"])
    assert ("professional",) not in shown(tables["pounds.mean"])
    assert ("professional",) in shown(tables["pounds.median"])


def test_a_gap_of_nine_people_is_kept_back():
    rows = [person for person in people() if person[QUESTION] != "lower"]
    nine = [person for person in people() if person[QUESTION] == "lower"][:9]
    tables = released([*rows, *nine])
    for name in ("overall.mean", "overall.median", "bonus_overall.mean"):
        assert not [key for key in shown(tables[name]) if key[0].startswith("lower")]
    assert ("lower",) not in shown(tables["pounds.mean"])


def test_a_gap_against_all_others_is_kept_back_with_the_smallest_of_them():
    """Four people of intermediate backgrounds: their pay would follow from the other averages."""
    rows = [person for person in people() if person[QUESTION] != "intermediate"]
    four = [person for person in people() if person[QUESTION] == "intermediate"][:4]
    tables = released([*rows, *four])
    for name in ("overall.mean", "overall.median", "held_equal"):
        assert not [key for key in shown(tables[name]) if "intermediate" in key[-1]]
