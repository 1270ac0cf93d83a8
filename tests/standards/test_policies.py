"""Disclosure policies hold the published thresholds and cannot contradict themselves."""

import pytest
from pydantic import ValidationError

from footing.standards import DisclosurePolicy, load_catalogue

CATALOGUE = load_catalogue()
PUBLISH = CATALOGUE.policy("publish-10").model_dump()


@pytest.mark.parametrize(
    ("policy", "counts", "averages", "rounding"),
    [
        ("civil-service-2023", (5, "shown", 1, 5), 10, ("none", 1, 10)),
        ("civil-service-2023-rounded", (5, "shown", 1, 5), 10, ("nearest", 5, 10)),
        ("civil-service-2023-controlled", (5, "shown", 1, 5), 10, ("controlled", 5, 10)),
        ("publish-10", (10, "shown", 1, 10), 10, ("none", 1, 10)),
        ("acro-defaults", (10, "withheld", 0, 10), 10, ("none", 1, 1)),
    ],
)
def test_a_policy_holds_its_thresholds(policy, counts, averages, rounding):
    rules = CATALOGUE.policy(policy)
    protection = rules.counts.protection
    assert (rules.counts.threshold, rules.counts.zeros, protection.lower, protection.upper) == counts
    assert rules.averages.minimum_base == averages
    assert (rules.rounding.method, rules.rounding.base, rules.rounding.pay) == rounding
    assert (rules.dominance.n, rules.dominance.k_percent, rules.dominance.p_percent) == (2, 90, 10)


@pytest.mark.parametrize("policy", list(CATALOGUE.policies), ids=lambda policy: policy.id)
def test_an_outsider_can_never_tell_that_a_withheld_count_is_small(policy):
    protection = policy.counts.protection
    smallest_possible = 1 if policy.counts.zeros == "shown" else 0
    assert protection.lower == smallest_possible
    assert protection.upper >= policy.counts.threshold


@pytest.mark.parametrize(
    ("rule", "change", "message"),
    [
        ("counts", {"protection": {"lower": 1, "upper": 9}}, "must reach the threshold"),
        ("counts", {"protection": {"lower": 0, "upper": 10}}, "noughts are shown"),
        ("counts", {"zeros": "withheld"}, "must stay possible"),
        ("counts", {"zeros": "withheld", "protection": {"lower": 0, "upper": 10}}, "all in one part"),
        ("counts", {"threshold": 1}, "greater than or equal to 2"),
        ("averages", {"minimum_base": 1}, "greater than or equal to 2"),
        ("dominance", {"k_percent": 100}, "less than 100"),
        ("dominance", {"p_percent": 0}, "greater than 0"),
        ("dominance", {"n": 0}, "greater than or equal to 1"),
        ("rounding", {"base": 5}, "base is 1 when counts are not rounded"),
        ("rounding", {"method": "nearest"}, "and more than 1 when they are"),
        ("rounding", {"method": "random"}, "Input should be"),
        ("rounding", {"pay": 0}, "greater than or equal to 1"),
    ],
)
def test_a_policy_that_contradicts_itself_is_refused(rule, change, message):
    with pytest.raises(ValidationError, match=message):
        DisclosurePolicy.model_validate({**PUBLISH, rule: {**PUBLISH[rule], **change}})


def test_a_rule_changed_on_a_copy_leaves_the_policy_alone():
    policy = CATALOGUE.policy("publish-10")
    stricter = policy.model_copy(update={"averages": policy.averages.model_copy(update={"minimum_base": 30})})
    assert stricter.averages.minimum_base == 30
    assert CATALOGUE.policy("publish-10").averages.minimum_base == 10
