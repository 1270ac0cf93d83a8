"""A background is worked out from the four-part question set, person by person as the derivation says."""

from itertools import product

from footing.standards import Answers, load_catalogue, self_coded_class
from workforce.extracts import check, table, write_csv

CATALOGUE = load_catalogue()
DERIVATION = CATALOGUE.derivation("nssec-self-coded")
GROUPS = CATALOGUE.classification("smc-three-groups-from-nssec-five").codes
PARTS = ("work_type", "employment", "size", "supervision")


def rows_of(parts=PARTS):
    """One person for each combination of some answers to the parts, with their option codes."""
    chosen = [
        [None, *CATALOGUE.question(DERIVATION.parts[part]).options][: 5 if part == "work_type" else 4] for part in PARTS
    ]
    for index, options in enumerate(product(*chosen)):
        labels = {part: option.label if option else "" for part, option in zip(PARTS, options, strict=True)}
        row = {"Employee number": f"E{index:04}"} | {
            DERIVATION.parts[part].replace("_", " "): labels[part] for part in parts
        }
        yield (
            row,
            Answers(**{part: option.code if option else None for part, option in zip(PARTS, options, strict=True)}),
        )


def mapping_of(parts=PARTS):
    """The mapping by hand: the headings of the parts are their ids with spaces."""
    from footing.workforce.mapping import ColumnMapping, Mapping, Role, SheetMapping

    fields = [DERIVATION.parts[part] for part in parts]
    columns = [ColumnMapping(heading=field.replace("_", " "), field=field) for field in fields]
    key = ColumnMapping(heading="Employee number", field="person_key")
    return Mapping(sheets=(SheetMapping(sheet="staff", role=Role.PEOPLE, columns=(key, *columns)),))


def test_everybody_has_the_group_of_the_class_that_their_answers_give(tmp_path):
    rows, answers = zip(*rows_of(), strict=True)
    expected = [self_coded_class(DERIVATION, each) for each in answers]
    with check(write_csv(tmp_path / "staff.csv", rows, ()), mapping_of()) as result:
        groups = [row[1] for row in table(result, "person_key, parental_occupation::VARCHAR")]
        assert groups == [GROUPS.get(found, found) for found in expected]
        in_use = {each.question_id: each.classification for each in result.coded.people.questions}
        assert (
            in_use["parental_occupation"].definition
            == CATALOGUE.default_classification("parental_occupation").definition
        )
        assert {"professional", "intermediate", "lower", "not_answered"} <= set(groups)


def test_three_of_the_four_parts_are_not_enough(tmp_path):
    rows = [row for row, _ in rows_of(PARTS[:3])]
    with check(write_csv(tmp_path / "staff.csv", rows, ()), mapping_of(PARTS[:3])) as result:
        assert "parental_occupation" not in {each.question_id for each in result.coded.people.questions}
