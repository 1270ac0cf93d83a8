"""What actions and studies name is there, and a name that is not there is found."""

from footing.standards import Catalogue, load_catalogue
from footing.standards.catalogue import DATA
from footing.standards.references import unmet_references
from footing.standards.yaml_files import read_yaml
from standards.files import write

CATALOGUE = load_catalogue()


def test_everything_that_an_action_or_a_study_names_is_there():
    assert [str(each) for each in unmet_references(CATALOGUE)] == []


def test_every_name_that_is_not_there_is_found(tmp_path):
    content = read_yaml(DATA / "actions" / "structured-interviews.yaml")
    spoilt = {
        **content,
        "pillars": ["no-pillar"],
        "stages": ["no-stage"],
        "roles": ["no-role"],
        "level": "no-level",
        "measures": ["no_measure"],
        "related": ["no-action"],
        "cost": {**content["cost"], "band": "no-cost"},
        "effort": {**content["effort"], "band": "no-effort"},
        "evidence": {"strength": "no-strength", "words": "Made up.", "studies": [{"study": "no-study", "says": "It."}]},
    }
    for folder in ("vocabularies", "pillars", "stages", "measures", "studies"):
        (tmp_path / folder).symlink_to(DATA / folder)
    write(tmp_path / "actions", "structured-interviews", spoilt)
    found = {each.names for each in unmet_references(Catalogue(tmp_path))}
    kinds = ("pillar", "stage", "role", "level", "action", "cost", "effort", "strength", "study")
    assert found == {"no_measure", *(f"no-{kind}" for kind in kinds)}


def test_it_says_where_the_name_stands(tmp_path):
    study = read_yaml(DATA / "studies" / "sackett-selection-2022.yaml")
    write(tmp_path / "studies", "sackett-selection-2022", {**study, "design": "guess"})
    (tmp_path / "vocabularies").symlink_to(DATA / "vocabularies")
    assert [str(each) for each in unmet_references(Catalogue(tmp_path))] == [
        "sackett-selection-2022, design: there is no 'guess'."
    ]
