"""An action says what to do, how, at what cost and on what evidence, or its file is refused."""

import pytest

from footing.standards import Catalogue, ReferenceFileFault, load_catalogue
from footing.standards.catalogue import DATA
from footing.standards.yaml_files import read_yaml
from standards.files import write

CATALOGUE = load_catalogue()
EXAMPLE = read_yaml(DATA / "actions" / "structured-interviews.yaml")


def read(tmp_path, **changes):
    content = {key: value for key, value in {**EXAMPLE, **changes}.items() if value is not None}
    write(tmp_path / "actions", "structured-interviews", content)
    return Catalogue(tmp_path).action("structured-interviews")


@pytest.mark.parametrize("part", ["summary", "what", "why", "steps", "owner", "evidence", "pitfalls", "measuring"])
def test_an_action_without_one_of_its_parts_is_refused(tmp_path, part):
    with pytest.raises(ReferenceFileFault, match=f"at {part}: Field required"):
        read(tmp_path, **{part: None})


def test_evidence_better_than_judgement_names_a_study(tmp_path):
    with pytest.raises(ReferenceFileFault, match="strength is limited, so name at least one study, or say judgement"):
        read(tmp_path, evidence={"strength": "limited", "words": "Some figures."})


def test_judgement_needs_no_study(tmp_path):
    action = read(tmp_path, evidence={"strength": "judgement", "words": "Nobody has tested it."})
    assert action.evidence.studies == ()


@pytest.mark.parametrize("steps", [["One.", "Two."], [f"Step {number}." for number in range(9)]])
def test_an_action_has_three_to_eight_steps(tmp_path, steps):
    with pytest.raises(ReferenceFileFault, match="at steps"):
        read(tmp_path, steps=steps)


def test_an_action_cannot_show_before_it_begins(tmp_path):
    with pytest.raises(ReferenceFileFault, match="months_to is before months_from"):
        read(tmp_path, takes_effect={"months_from": 6, "months_to": 3, "words": "Soon."})


def test_a_title_fits_on_a_line(tmp_path):
    with pytest.raises(ReferenceFileFault, match="at title"):
        read(tmp_path, title="Do " + "very " * 20 + "much")


def test_a_term_is_found_by_its_code():
    assert CATALOGUE.vocabulary("evidence-strength").term("judgement").title == "Judgement"
    with pytest.raises(KeyError):
        CATALOGUE.vocabulary("evidence-strength").term("proof")


def test_an_action_and_its_studies_are_found_by_their_ids():
    action = CATALOGUE.action("structured-interviews")
    assert "sackett-selection-2022" in {CATALOGUE.study(finding.study).id for finding in action.evidence.studies}
