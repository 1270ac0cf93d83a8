"""What an owner says about the organisation, and the groups that organisations form."""

import re

import pytest

from footing_web.accounts import actions, queries
from footing_web.accounts.models import Grade, GroupPlace, Unit
from footing_web.accounts.refusals import Refused
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.queries import entries_of

SETTINGS = "/organisations/ashmoor/settings"


def test_changed_details_keep_the_address_and_are_named_in_the_log_by_field_alone(owner, organisation, signed_in):
    answers = {
        "name": "Ashmoor & Vale Council", "kind": "council", "sector": "public_administration",
        "region": "north_west", "size_band": "5000_or_more",
    }  # fmt: skip
    signed_in(owner).post(f"{SETTINGS}/details/", answers)
    page = signed_in(owner).get(f"{SETTINGS}/").content.decode()
    assert "Ashmoor &amp; Vale Council" in page
    with in_organisation(organisation):
        assert [entry.facts for entry in entries_of(organisation.pk)] == [{"fields": "name, size_band"}]


def test_grades_are_typed_one_on_each_line_and_stay_the_same_grades_when_they_move(owner, organisation, signed_in):
    client = signed_in(owner)
    client.post(f"{SETTINGS}/grades/", {"grades": "Band 1\nBand 2\n\nDirector *\n"})
    with in_organisation(organisation):
        before = {grade.code: grade.pk for grade in queries.grades()}
        assert [(grade.code, grade.order, grade.senior) for grade in queries.grades()] == [
            ("Band 1", 1, False),
            ("Band 2", 2, False),
            ("Director", 3, True),
        ]
    page = client.get(f"{SETTINGS}/grades/").content.decode()
    assert "Band 1\nBand 2\nDirector *" in page
    client.post(f"{SETTINGS}/grades/", {"grades": "Apprentice\nBand 2\nDirector *"})
    with in_organisation(organisation):
        after = {grade.code: grade.pk for grade in queries.grades()}
    assert list(after) == ["Apprentice", "Band 2", "Director"]
    assert after["Band 2"] == before["Band 2"]


def test_a_grade_that_is_there_twice_is_refused_and_nothing_is_changed(owner, organisation, signed_in):
    page = signed_in(owner).post(f"{SETTINGS}/grades/", {"grades": "Band 1\nBand 1"}).content.decode()
    assert "“Band 1” is in the list twice" in page
    with in_organisation(organisation):
        assert not Grade.objects.exists()


def test_units_are_typed_as_paths_and_make_a_tree(owner, organisation, signed_in):
    client = signed_in(owner)
    client.post(f"{SETTINGS}/units/", {"units": "Adults > Care homes\nAdults > Day centres\nPlaces"})
    with in_organisation(organisation):
        homes = Unit.objects.get(name="Care homes")
        assert homes.parent.name == "Adults"
        assert queries.unit_paths() == [("Adults",), ("Adults", "Care homes"), ("Adults", "Day centres"), ("Places",)]
    client.post(f"{SETTINGS}/units/", {"units": "Adults > Care homes"})
    with in_organisation(organisation):
        assert queries.unit_paths() == [("Adults",), ("Adults", "Care homes")]
        assert Unit.objects.get(name="Care homes") == homes


@pytest.mark.parametrize(
    ("typed", "words"), [("A > ", "Line 1 has a unit with no name"), ("A\nA", "in the list twice")]
)
def test_a_unit_without_a_name_or_twice_is_refused(owner, organisation, signed_in, typed, words):
    assert words in signed_in(owner).post(f"{SETTINGS}/units/", {"units": typed}).content.decode()


def test_a_missing_answer_is_said_above_and_beside_the_question(owner, organisation, signed_in):
    page = signed_in(owner).post(f"{SETTINGS}/details/", {"name": ""}).content.decode()
    assert "<title>Error: " in " ".join(page.split())
    assert 'href="#id_name"' in page
    assert page.count("Enter the name") == 2


def test_a_key_is_shown_once_and_never_again(owner, organisation, signed_in):
    client = signed_in(owner)
    answer = client.post(f"{SETTINGS}/keys/new/", {"name": "Payroll", "role": "analyst", "days": "90"})
    secret = re.search(r"ftg_[\w-]{43}", answer.content.decode())[0]
    assert "no-store" in answer["Cache-Control"]
    page = client.get(f"{SETTINGS}/keys/").content.decode()
    assert secret not in page
    assert "Payroll" in page
    with in_organisation(organisation):
        key = queries.keys().get()
        assert secret not in str(queries.keys().values().get())
    assert key == queries.key_with(secret)
    client.post(f"{SETTINGS}/keys/{key.pk}/withdraw/")
    assert queries.key_with(secret) is None


@pytest.fixture
def group(owner, organisation):
    with in_organisation(organisation):
        return actions.start_group(organisation=organisation, name="The moors", by=owner)


def test_an_organisation_joins_a_group_by_its_code_and_with_the_yes_of_its_lead(
    group, owner, stranger, signed_in, other_organisation
):
    _, code = group
    asking, leading = signed_in(stranger), signed_in(owner)
    asking.post("/organisations/brackwater/settings/groups/ask/", {"code": code})
    waiting = asking.get("/organisations/brackwater/settings/groups/").content.decode()
    assert "The moors" in waiting
    assert "Ashmoor" not in waiting
    assert "Brackwater Trust" in leading.get(f"{SETTINGS}/groups/").content.decode()
    with in_organisation(other_organisation):
        place = GroupPlace.objects.get()
    leading.post(f"{SETTINGS}/groups/places/{place.pk}/admit/")
    assert "Led by Ashmoor Council" in asking.get("/organisations/brackwater/settings/groups/").content.decode()
    asking.post(f"/organisations/brackwater/settings/groups/{place.group_id}/leave/")
    assert "in no group yet" in asking.get("/organisations/brackwater/settings/groups/").content.decode()


def test_a_wrong_or_changed_code_opens_no_group(group, owner, organisation, other_organisation, stranger):
    started, code = group
    with in_organisation(organisation):
        actions.change_code(group=started, by=owner)
    for wrong in (code, "guessed"):
        with in_organisation(other_organisation), pytest.raises(Refused, match="opens no group"):
            actions.ask_for_place(organisation=other_organisation, code=wrong, by=stranger)


def test_the_lead_cannot_leave_a_group_and_closing_it_ends_it_for_all(group, owner, organisation, signed_in):
    started, _ = group
    page = signed_in(owner).post(f"{SETTINGS}/groups/{started.pk}/leave/").content.decode()
    assert "Close the group instead" in page
    signed_in(owner).post(f"{SETTINGS}/groups/{started.pk}/close/")
    with in_organisation(organisation):
        assert not queries.places().exists()
