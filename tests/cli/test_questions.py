"""``footing questions`` lists and shows the standard questions."""

import json

import pytest
from typer.testing import CliRunner

from footing.cli.questions import app
from footing.standards import Question, load_catalogue

CATALOGUE = load_catalogue()


def run(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def test_the_list_names_every_question():
    result = run("list")
    assert result.exit_code == 0
    listed = [line.split()[0] for line in result.stdout.splitlines()[1:]]
    assert listed == [question.id for question in CATALOGUE.questions]


def test_the_list_can_be_read_by_machines():
    assert [each["id"] for each in json.loads(run("list", "--json").stdout)] == [
        each.id for each in CATALOGUE.questions
    ]


@pytest.mark.parametrize("question", list(CATALOGUE.questions), ids=lambda question: question.id)
def test_a_shown_question_is_the_whole_question(question):
    assert Question.model_validate(json.loads(run("show", question.id, "--json").stdout)) == question


def test_a_question_is_shown_with_its_wording_before_its_source():
    shown = run("show", "self_assessment").stdout
    assert shown.index("wording:") < shown.index("options:") < shown.index("source:")


def test_an_unknown_question_is_wrong_usage_and_says_what_is_near():
    result = run("show", "parental_ocupation")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "S001 · There is no question called 'parental_ocupation'. Did you mean parental_occupation" in result.stderr
