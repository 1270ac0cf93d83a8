"""Every template that comes with Footing: there, whole, cited, and filled for whoever uses it."""

import re

import pytest

from footing.standards import load_catalogue
from footing.standards.errors import ReferenceFileFault
from footing_web.library.documents import document_templates, fill
from footing_web.library.documents.blocks import FiguresBlock
from footing_web.library.documents.fields import FIELDS
from footing_web.library.documents.filled import Grid, Line, Listing
from footing_web.library.documents.known import Known
from footing_web.library.documents.shelf import FOLDER
from footing_web.library.documents.wording import worded
from footing_web.library.reading_level import reading_level

PROMISED = {
    "staff-notice", "privacy-notice", "dpia", "champion-role", "board-paper", "outreach-session-plan",
    "outreach-questionnaire", "work-experience-agreement", "advert-checklist", "interview-pack", "assessor-briefing",
    "feedback-letter", "induction-plan", "buddy-guide", "first-90-days-review", "development-conversation",
    "promotion-policy", "work-allocation-log", "sponsorship-scheme", "pay-review-checklist", "exit-interview",
    "supplier-clause", "public-statement", "survey-invitation", "line-manager-briefing", "action-plan",
    "data-retention-schedule", "applicant-notice",
}  # fmt: skip
OLDEST_READER = 16
ROLES = {"senior-leader", "hr-director", "di-lead", "line-manager", "recruiter", "staff-network"}
TEMPLATES = list(document_templates().values())


def words_of(part: object) -> str:
    """Everything that a filled document says."""
    if hasattr(part, "text") and hasattr(part, "to_decide"):
        return part.text
    if isinstance(part, tuple):
        return " ".join(words_of(each) for each in part)
    slots = getattr(part, "__dataclass_fields__", {})
    return " ".join(words_of(getattr(part, name)) for name in slots)


def test_every_template_that_was_promised_is_there():
    assert set(document_templates()) == PROMISED


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_a_template_names_pillars_stages_roles_measures_and_questions_that_exist(template):
    catalogue = load_catalogue()
    pillars = {each.code for each in catalogue.pillar_sets.find("smc-six", None).pillars} | {"collaboration"}
    assert set(template.pillars) <= pillars
    assert set(template.roles) <= ROLES
    assert set(template.stages) <= {stage.id for stage in catalogue.stages}
    measures = {measure.id for measure in catalogue.measures}
    for block in template.blocks:
        if isinstance(block, FiguresBlock):
            assert set(block.measures) <= measures


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_a_template_says_what_it_rests_on(template):
    assert template.sources or template.review.status == "assumption"
    assert "our" in template.judgement
    assert template.summary.endswith(".")
    assert len(template.before) >= 3


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_no_field_or_mark_is_left_unread(template, council, firm):
    for known in (council, firm):
        assert not re.search(r"[{}]|<<|>>", words_of(fill(template, known).blocks))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_an_organisation_of_which_more_is_known_has_less_to_decide(template, council):
    assert fill(template, council).to_decide <= fill(template).to_decide


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_a_template_can_be_read_by_a_sixteen_year_old(template, council):
    sentences = [words_of(each) for each in fill(template, council).blocks if isinstance(each, Line | Listing)]
    assert reading_level(". ".join(sentences)).age <= OLDEST_READER


def test_what_is_not_known_is_marked_and_what_is_known_is_not(council):
    template = document_templates()["staff-notice"]
    blank, filled = fill(template), fill(template, council)
    assert "name of your organisation" in words_of(blank.blocks)
    assert blank.to_decide > filled.to_decide > 0
    assert "Ashmoor Council" in words_of(filled.blocks)
    assert "24 months" in words_of(filled.blocks)


def test_a_part_for_public_authorities_is_left_out_where_it_does_not_apply_and_marked_where_that_is_open(council, firm):
    template = document_templates()["privacy-notice"]
    public, private, open_question = (words_of(fill(template, each).blocks) for each in (council, firm, council))
    assert "Article 6(1)(e)" in public
    assert "Article 6(1)(f)" not in public
    assert "Article 6(1)(f)" in private
    assert "Article 6(1)(e)" not in private
    assert "Keep this part" not in open_question
    blank = words_of(fill(template).blocks)
    assert "Keep this part if you are a public authority" in blank
    assert "Article 6(1)(e)" in blank
    assert "Article 6(1)(f)" in blank


def test_results_are_filled_in_word_for_word_with_where_they_come_from(council, firm):
    template = document_templates()["board-paper"]
    grid = next(each for each in fill(template, council).blocks if isinstance(each, Grid) and len(each.rows) == 1)
    assert [words_of(cell) for cell in grid.rows[0]] == [
        "39.9%",
        "Lower socio-economic background",
        "95% interval 38.4% to 41.4%",
    ]
    assert "Source: the assessment “Staff in March”." in words_of(fill(template, council).blocks)
    assert "We have no figures yet." in words_of(fill(template, firm).blocks)


def test_questions_stand_in_their_published_wording_with_their_source(firm):
    said = words_of(fill(document_templates()["survey-invitation"], firm).blocks)
    question = load_catalogue().question("parental_occupation")
    assert question.wording in said
    for code in question.forms[0].options:
        assert question.option(code).label in said
    assert "Wording: Social Mobility Commission" in said


def test_words_of_an_organisation_take_the_place_of_ours(firm):
    assert words_of(worded("{Staff} and {managers}", firm)) == "Colleagues and partners"


def test_every_field_is_used_by_a_template_or_is_a_word():
    written = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")).lower()
    unused = {name for name in FIELDS if f"{{{name}}}" not in written}
    assert unused <= {"grade", "grades"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ('  - text: "Hello <<name>>"\n    colour: red\n', "colour"),
        (
            "  - table: A\n    columns: [One, Two]\n    rows: [[only one]]\n",
            "a row has 1 cells and the table 2 columns",
        ),
        ("  - picture: a.png\n", "blocks.0"),
    ],
)
def test_a_file_that_does_not_fit_the_schema_is_refused_with_the_place(tmp_path, change, fault):
    good = (FOLDER / "buddy-guide.yaml").read_text(encoding="utf-8")
    head, _, _ = good.partition("blocks:\n")
    rest = good[good.index("judgement:") :]
    (tmp_path / "buddy-guide.yaml").write_text(f"{head}blocks:\n{change}{rest}", encoding="utf-8")
    with pytest.raises(ReferenceFileFault, match=re.escape(fault)):
        document_templates(tmp_path)


def test_a_document_speaks_in_the_words_of_its_edition_but_never_switches_what_somebody_says_themselves():
    nhs, college = Known(edition="nhs"), Known({"organisation": "The Board Game Trust"}, edition="education")
    assert words_of(worded("People in the same {grade}", nhs)) == "People in the same band"
    assert words_of(worded("The {board} of {organisation}", college)) == "The governing body of The Board Game Trust"
    assert fill(document_templates()["board-paper"], college).title == "Paper for the governing body: social mobility"
    said = words_of(fill(document_templates()["survey-invitation"], college).blocks)
    assert load_catalogue().question("parental_occupation").wording in said


def test_an_organisations_own_word_goes_before_that_of_its_edition():
    known = Known({"board": "cabinet", "grade": "step"}, edition="local-government")
    assert fill(document_templates()["board-paper"], known).title == "Paper for the cabinet: social mobility"
    nhs = Known({"grade": "step"}, edition="nhs")
    assert words_of(worded("the same {grade}, the next grade and what patients see", nhs)) == (
        "the same step, the next step and what patients see"
    )
