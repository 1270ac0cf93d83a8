"""The page of disclosure policies."""

from footing.standards.catalogue import Catalogue
from footing.standards.pages.markdown import bullets, code, page, provenance
from footing.standards.policies import DisclosurePolicy

INTRODUCTION = (
    "A disclosure policy says which figures may be shown and how the others are kept back. Counts are either withheld "
    "or rounded, never both."
)


def policy_page(catalogue: Catalogue) -> str:
    """Every disclosure policy in words."""
    return page("Disclosure policies", INTRODUCTION, *(_policy(each) for each in catalogue.policies))


def _policy(each: DisclosurePolicy) -> str:
    heading = (f"## {each.title}", f"Id: {code(each.id)}", each.suited_to)
    return "\n\n".join((*heading, bullets(_rules(each)), provenance(each)))


def _rules(each: DisclosurePolicy) -> list[str]:
    special = each.averages.special_categories
    averages = f"Means and medians rest on at least {each.averages.minimum_base} people" + (
        f", and on at least {special.minimum_base} in a group by {' or '.join(map(code, special.variables))}."
        if special
        else "."
    )
    dominance = (
        f"A total of amounts is withheld when its largest {each.dominance.n} contributions make up more than "
        f"{each.dominance.k_percent:g} %, or when the second largest could work out the largest to within "
        f"{each.dominance.p_percent:g} %."
    )
    pay = f"Pay is rounded to £{each.rounding.pay}."
    return [*_count_rules(each), averages, dominance, pay]


def _count_rules(each: DisclosurePolicy) -> list[str]:
    counts = each.counts
    if each.rounding.method == "nearest":
        return [
            f"Counts are rounded to the nearest {each.rounding.base}; none is withheld.",
            f"Shares are shown on a rounded base of {counts.threshold} or more.",
        ]
    if each.rounding.method == "controlled":
        return [
            f"Counts are rounded up or down to a multiple of {each.rounding.base} so that parts come to their wholes; "
            "none is withheld.",
            f"Shares are shown on a rounded base of {counts.threshold} or more.",
        ]
    zeros = "Noughts are shown." if counts.zeros == "shown" else "Noughts are withheld too."
    return [
        f"Counts from 1 to {counts.threshold - 1} are withheld. {zeros}",
        f"That everybody in a group is in one and the same part of it is {counts.group_disclosure}.",
        f"For each of them, the range that an outsider can work out goes down to {counts.protection.lower} or less and "
        f"up to {counts.protection.upper} or more; other counts are withheld until it does.",
    ]
