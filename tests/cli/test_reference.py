"""``footing reference`` lists and shows everything that is held."""

import json

import pytest
from typer.testing import CliRunner

from footing.cli.reference import app
from footing.standards import load_catalogue

CATALOGUE = load_catalogue()


def run(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def test_the_list_holds_every_entry_of_every_kind():
    result = run("list", "--json")
    assert result.exit_code == 0
    listed = {(each["kind"], each["id"]) for each in json.loads(result.stdout)}
    assert listed == {(folder, entry.id) for folder, shelf in CATALOGUE.shelves().items() for entry in shelf}


def test_the_list_of_one_kind_shows_its_status():
    lines = run("list", "policies").stdout.splitlines()
    assert lines[0].split() == ["Kind", "Id", "From", "Status", "Title"]
    assert lines[-1].split()[:4] == ["policies", "publish-10", "2024-01-01", "assumption"]


def test_an_unknown_kind_is_wrong_usage():
    result = run("list", "benchmark")
    assert result.exit_code == 2
    assert "Did you mean benchmarks" in result.stderr


def test_an_entry_is_shown_with_its_source_and_review():
    shown = run("show", "uk-parental-occupation-2021").stdout
    for part in ("definition: smc-three-groups", "lower: 39", "licence: Open Government Licence v3.0", "review:"):
        assert part in shown


def test_one_id_of_two_kinds_shows_both():
    found = json.loads(run("show", "smc-three-groups", "--json").stdout)
    assert [each["kind"] for each in found] == ["classifications", "definitions"]


@pytest.mark.parametrize("unknown", ["publish-11", "benchmarks/../secrets", ""])
def test_an_unknown_entry_is_wrong_usage(unknown):
    result = run("show", unknown)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"S001 · There is no entry called {unknown!r}.")
