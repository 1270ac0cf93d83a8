"""Benchmarks: the published figures, the date they hold from, and never a comparison across definitions."""

import datetime as dt
from itertools import product

import pytest
from pydantic import ValidationError

from footing.standards import Benchmark, Catalogue, NotComparable, comparable, load_catalogue
from standards.files import REVIEW, SOURCE, benchmark, write

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("uk-parental-occupation-2021", {"professional": 37, "intermediate": 24, "lower": 39}),
        ("uk-parental-occupation-2020", {"professional": 34, "intermediate": 38, "lower": 28}),
        ("uk-independent-school-2020", {"independent": 7.5, "state": 92.5}),
        ("uk-free-school-meals-2023", {"eligible": 15, "not_eligible": 85}),
        ("sector-creative-2021", {"professional": 52, "intermediate": 21, "lower": 27}),
        ("sector-retail-2022", {"lower": 44}),
        ("grade-senior-civil-service-2019", {"high": 72, "low": 18}),
        ("grade-financial-services-junior-2024", {"professional": 45}),
        ("occupation-solicitors-2023", {"professional": 57, "intermediate": 25, "lower": 18}),
        ("grade-local-government-chief-executives-school-2014", {"independent": 8}),
        ("region-tle3-2022", {"professional": 27.2, "intermediate": 21.9, "lower": 51.0}),
        ("region-tlj2-2022", {"professional": 43.2, "intermediate": 29.5, "lower": 27.3}),
        (
            "uk-parents-today-2024",
            {
                "higher_professional": 20.2,
                "lower_professional": 25.8,
                "intermediate": 19.9,
                "higher_working": 14.6,
                "lower_working": 19.5,
            },
        ),
    ],
)
def test_a_benchmark_holds_the_published_figures(key, values):
    assert CATALOGUE.benchmark(key).values == values


def test_figures_that_nobody_published_are_marked():
    national = CATALOGUE.benchmark("uk-parental-occupation-2021")
    assert national.derived_groups == ("intermediate",)
    regions = [entry for entry in CATALOGUE.benchmarks if entry.place is not None]
    assert len(regions) == 41
    assert {entry.status for entry in regions} == {"derived"}
    assert all(entry.caveats[0].startswith("Indicative only") for entry in regions)


def test_the_regions_add_up_to_the_sample_they_come_from():
    regions = [entry for entry in CATALOGUE.benchmarks if entry.place is not None]
    whole = CATALOGUE.benchmark("uk-regions-sum-2022")
    people = sum(entry.people for entry in regions)
    assert people == whole.people
    for group, value in whole.values.items():
        weighted = sum(entry.people * entry.values[group] for entry in regions) / people
        assert weighted == pytest.approx(value, abs=0.1)


def test_the_first_national_benchmark_is_kept_dated_and_marked():
    first = CATALOGUE.benchmark("uk-parental-occupation-2020")
    assert first.superseded_by == "uk-parental-occupation-2021"
    assert first.start == dt.date(2020, 11, 24)
    assert "do not use it" in first.caveats[0]


def test_the_national_benchmark_is_the_one_in_force_on_the_day():
    assert CATALOGUE.national_benchmark("smc-three-groups").id == "uk-parental-occupation-2021"
    assert CATALOGUE.national_benchmark("smc-three-groups", dt.date(2021, 4, 30)) is None
    assert CATALOGUE.national_benchmark("smc-three-groups-2020", dt.date(2021, 4, 30)).values["lower"] == 28
    assert CATALOGUE.national_benchmark("smc-three-groups-2020", dt.date(2021, 5, 1)) is None
    assert CATALOGUE.national_benchmark("parental-degree") is None


def test_a_benchmark_of_the_same_definition_is_comparable():
    national = CATALOGUE.benchmark("uk-parental-occupation-2021")
    assert comparable(national, CATALOGUE.classification("smc-three-groups")) is None


@pytest.mark.parametrize(
    ("key", "classification", "instead"),
    [
        ("uk-parental-occupation-2020", "smc-three-groups", "Compare with uk-parental-occupation-2021 or"),
        ("uk-narrow-lower-2022", "smc-three-groups", "Or group the answers by narrow-lower-origins"),
        ("uk-independent-school-2020", "free-school-meals", "Compare with uk-free-school-meals-2023 instead"),
        ("uk-parental-occupation-2021", "scottish-government-groups", "Or group the answers by smc-three-groups to"),
        ("uk-parental-occupation-2021", "self-assessed-background", "No benchmark of this definition is held"),
    ],
)
def test_a_comparison_across_definitions_is_refused_with_what_to_do_instead(key, classification, instead):
    with pytest.raises(NotComparable, match=f"S004 .* cannot be compared .*{instead}") as refused:
        comparable(CATALOGUE.benchmark(key), CATALOGUE.classification(classification))
    assert CATALOGUE.definition(CATALOGUE.benchmark(key).definition).title in str(refused.value)


def test_only_a_shared_definition_ever_makes_two_things_comparable():
    for one, other in product(CATALOGUE.benchmarks, CATALOGUE.classifications):
        if one.definition == other.definition:
            assert comparable(one, other) is None
        else:
            with pytest.raises(NotComparable):
                comparable(one, other)


def test_the_explanation_comes_from_the_catalogue_in_use(tmp_path):
    for key in ("made-up-definition", "another"):
        group = {"code": "one", "label": "One", "meaning": "The first."}
        content = {"id": key, "title": f"Definition {key}", "start": "2024-01-01", "status": "official"}
        write(tmp_path / "definitions", key, content | {"groups": [group], "source": SOURCE, "review": REVIEW})
    write(tmp_path / "benchmarks", "made-up", benchmark())
    classification = CATALOGUE.classification("smc-three-groups").model_copy(update={"definition": "another"})
    catalogue = Catalogue(tmp_path)
    with pytest.raises(NotComparable, match="'Definition made-up-definition', they follow 'Definition another'"):
        comparable(catalogue.benchmark("made-up"), classification, catalogue)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"values": {"one": 101}}, "the value of 'one' is not a percentage"),
        ({"values": {"one": -1}}, "the value of 'one' is not a percentage"),
        ({"values": {"one": 60, "other": 60}}, "add up to more than 100"),
        ({"values": {}}, "at least 1 item"),
        ({"derived_groups": ["third"]}, "'third' is said to be derived but has no value"),
        ({"scope": "galaxy"}, "Input should be"),
    ],
)
def test_percentages_that_cannot_be_are_refused(change, message):
    with pytest.raises(ValidationError, match=message):
        Benchmark.model_validate(benchmark(**change))
