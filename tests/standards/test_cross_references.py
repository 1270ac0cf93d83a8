"""What one reference file says of another is true."""

import pytest

from footing.standards import coverage, load_catalogue

CATALOGUE = load_catalogue()
CLASSIFICATIONS = CATALOGUE.classifications.every_version()
BENCHMARKS = CATALOGUE.benchmarks.every_version()


@pytest.mark.parametrize("entry", CLASSIFICATIONS, ids=lambda entry: entry.id)
def test_every_classification_follows_a_definition_with_the_same_groups(entry):
    defined = {group.code for group in CATALOGUE.definition(entry.definition).groups}
    assert {group.code for group in entry.own_groups if group.in_base} == defined


@pytest.mark.parametrize("entry", [entry for entry in CLASSIFICATIONS if entry.question], ids=lambda entry: entry.id)
def test_every_answer_of_a_question_has_a_place_in_each_of_its_classifications(entry):
    options = {option.code for option in CATALOGUE.question(entry.question).options}
    assert set(entry.codes) == options
    assert entry.codes["prefer_not_to_say"] == coverage.PREFER_NOT_TO_SAY


@pytest.mark.parametrize("entry", [entry for entry in CLASSIFICATIONS if entry.of], ids=lambda entry: entry.id)
def test_every_finer_class_has_a_place_in_what_collapses_it(entry):
    assert set(entry.codes) == {group.code for group in CATALOGUE.classification(entry.of).own_groups}


@pytest.mark.parametrize("question", [question.id for question in CATALOGUE.questions])
def test_every_question_has_exactly_one_default_classification(question):
    defaults = [entry.id for entry in CATALOGUE.classifications if entry.question == question and entry.default]
    assert defaults == [CATALOGUE.default_classification(question).id]


def test_the_class_schemes_code_nothing_but_their_own_classes():
    schemes = [entry.id for entry in CLASSIFICATIONS if entry.question is None and entry.of is None]
    assert schemes == ["nssec-eight"]


@pytest.mark.parametrize("entry", BENCHMARKS, ids=lambda entry: entry.id)
def test_every_benchmark_follows_a_definition_that_has_its_groups(entry):
    defined = {group.code for group in CATALOGUE.definition(entry.definition).groups}
    assert set(entry.values) <= defined
    if set(entry.values) == defined and len(defined) > 1:
        assert sum(entry.values.values()) == pytest.approx(100, abs=0.2)


def test_whatever_supersedes_a_benchmark_is_there_and_is_newer():
    superseded = [entry for entry in BENCHMARKS if entry.superseded_by]
    assert "uk-parental-occupation-2020" in {entry.id for entry in superseded}
    for entry in superseded:
        assert CATALOGUE.benchmark(entry.superseded_by).start > entry.start


def test_derived_groups_are_what_is_left_of_a_hundred():
    for entry in BENCHMARKS:
        for group in entry.derived_groups:
            rest = sum(value for other, value in entry.values.items() if other != group)
            assert entry.values[group] == pytest.approx(100 - rest), entry.id


def test_every_measure_belongs_to_a_journey_stage():
    stages = {stage.id for stage in CATALOGUE.stages}
    assert {measure.journey_stage for measure in CATALOGUE.measures} <= stages


def test_the_journey_has_one_order():
    orders = [stage.order for stage in CATALOGUE.stages]
    assert sorted(orders) == list(range(1, len(orders) + 1))


def test_every_derivation_names_questions_and_options_that_exist():
    for derivation in CATALOGUE.derivations:
        options = {
            part: {option.code for option in CATALOGUE.question(question).options}
            for part, question in derivation.parts.items()
        }
        for rule in derivation.rules:
            for part, answers in rule.when.items():
                assert set(answers) - {None} <= options[part]
        assert set(derivation.matrix) | set(derivation.whatever_the_status) == options["work_type"]
        classes = {group.code for group in CATALOGUE.classification(derivation.gives).own_groups}
        assert {each for row in derivation.matrix.values() for each in row} <= classes
