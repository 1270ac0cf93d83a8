"""Every export goes through by the screens alone; what is wrong is shown with its row and the way to put it right."""

import datetime as dt
import io
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled

from footing_web.accounts.scoping import in_organisation
from footing_web.records.models import DeletedRecord, Record
from footing_web.uploads import queries
from footing_web.uploads.limits import UploadLimits
from footing_web.uploads.models import State, Upload
from web.uploads.conftest import FILES, INPUTS
from web.uploads.test_handing_in import BAD_PAY, FORMULA

pytestmark = pytest.mark.django_db

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
NEXT_YEAR = timezone.localdate().year + 1
ODD_WORD = BAD_PAY.replace(b"lots", b"20000").replace(b"1,20000,Technical and craft occ", b"1,20000,Steeplejack of occ")


@pytest.fixture
def client(signed_in, analyst) -> Client:
    return signed_in(analyst)


def address(name: str, **more: object) -> str:
    return reverse(f"uploads:{name}", kwargs={"slug": "ashmoor", **more})


def form(**changes: object) -> dict[str, object]:
    """What the form of a new extract sends."""
    day = {"retain_until-day": "1", "retain_until-month": "3", "retain_until-year": str(NEXT_YEAR)}
    return {"title": "Staff in March", "pseudonymise": "on", "what": "hand_in", **day, **changes}


def file(content: bytes, name: str = "staff.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def words(response) -> str:
    """What a page says, without its tags."""
    assert response.status_code == 200, response
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def the_upload() -> Upload:
    with scopes_disabled():
        return Upload.objects.select_related("organisation").latest("created_at")


def handed_in(client: Client, content: bytes, name: str = "staff.csv", **changes: object) -> Upload:
    response = client.post(address("hand_in"), form(extract=file(content, name), **changes))
    assert response.status_code == 302, words(response)
    return the_upload()


def suggested(client: Client, upload: Upload) -> dict[str, str]:
    """What the mapping form sends when nothing is changed in it."""
    page = client.get(address("mapping", upload=upload.pk)).content.decode()
    sent = {}
    for select in re.finditer(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', select[2])
        sent[select[1]] = unescape(chosen[1]) if chosen else ""
    for field in re.finditer(r"<input[^>]*>", page):
        name, value = (re.search(rf' {each}="([^"]*)"', field[0]) for each in ("name", "value"))
        if name and ("radio" not in field[0] or " checked" in field[0]):
            sent[name[1]] = unescape(value[1]) if value else ""
    return sent


@pytest.mark.parametrize("name", FILES)
def test_every_export_goes_through_by_the_screens_alone(client, name):
    upload = handed_in(client, (INPUTS / name).read_bytes(), name)
    one = {"upload": upload.pk}
    assert "Ready to confirm" in words(client.get(address("extract", **one)))
    assert "Columns that will be kept" in words(client.get(address("confirm", **one)))
    assert client.post(address("confirm", **one)).status_code == 302
    page = words(client.get(address("extract", **one)))
    assert "Kept" in page
    assert "Run an assessment" in page
    assert "Staff in March" in words(client.get(address("extracts")))


@pytest.mark.parametrize("name", FILES)
def test_the_suggestion_can_be_saved_as_it_is_and_reads_the_file_as_before(client, organisation, name):
    upload = handed_in(client, (INPUTS / name).read_bytes(), name)
    with in_organisation(organisation):
        before, summary = queries.mapping_of(upload), the_upload().summary
    response = client.post(address("mapping", upload=upload.pk), suggested(client, upload))
    assert response.status_code == 302, words(response)
    assert the_upload().state == State.CHECKED
    assert the_upload().summary == summary
    with in_organisation(organisation):
        after = queries.mapping_of(upload)
    fields = [[column.field for column in sheet.columns] for sheet in before.sheets]
    assert [[column.field for column in sheet.columns] for sheet in after.sheets] == fields
    assert {name: each.categories for name, each in after.categories.items()} == {
        name: each.categories for name, each in before.categories.items()
    }


def test_a_word_that_fits_nothing_is_decided_on_the_screen(client):
    upload = handed_in(client, ODD_WORD)
    assert upload.state == State.NEEDS_MAPPING
    page = words(client.get(address("mapping", upload=upload.pk)))
    assert "“Steeplejack of occupations”" in page
    sent = suggested(client, upload)
    assert sent["word-parental_occupation-0"] == ""
    sent["word-parental_occupation-0"] = "technical_or_craft"
    assert client.post(address("mapping", upload=upload.pk), sent).status_code == 302
    assert the_upload().state == State.CHECKED


def test_a_new_grade_of_this_year_is_decided_on_the_screen(client, organisation):
    content = (INPUTS / "council_hr_export.csv").read_bytes()
    handed_in(client, content)
    client.post(address("confirm", upload=the_upload().pk))
    reused = handed_in(client, content.replace(b",Grade 4,", b",Grade 4 plus,", 1), reuse=str(the_upload().pk))
    assert reused.state == State.NEEDS_MAPPING
    sent = suggested(client, reused)
    assert sent["new-grade-0"] == ""
    client.post(address("mapping", upload=reused.pk), sent | {"new-grade-0": "3"})
    assert the_upload().state == State.CHECKED
    with in_organisation(organisation):
        assert queries.mapping_of(reused).categories["grade"].words["Grade 4"] == ("Grade 4 plus",)


def test_a_column_can_be_taken_out_and_grades_put_in_another_order(client, organisation):
    upload = handed_in(client, (INPUTS / "council_hr_export.csv").read_bytes())
    sent = suggested(client, upload)
    gender = next(name for name, value in sent.items() if value == "sex")
    changed = {gender: "", "place-grade-0": "99", "same-grade-9": "8", "place-grade-9": ""}
    assert client.post(address("mapping", upload=upload.pk), sent | changed).status_code == 302
    with in_organisation(organisation):
        mapping = queries.mapping_of(upload)
    assert mapping.sheets[0].heading_of("sex") is None
    grades = mapping.categories["grade"].categories
    assert (grades[0], grades[-1], len(grades)) == ("Grade 2", "Grade 1", 9)
    assert "Gender" in words(client.get(address("confirm", upload=upload.pk))).partition("thrown away")[2]


def test_two_columns_cannot_hold_the_same(client):
    upload = handed_in(client, (INPUTS / "council_hr_export.csv").read_bytes())
    sent = suggested(client, upload)
    response = client.post(address("mapping", upload=upload.pk), sent | {"sheet-0-column-1": "grade"})
    page = words(response)
    assert "There is a problem" in page
    assert "“Directorate” and “Pay Grade” cannot both be it" in page
    assert response.content.decode().count("<title>Error: ") == 1


def test_faults_are_shown_with_row_and_fix_and_can_be_downloaded(client):
    upload = handed_in(client, BAD_PAY)
    page = words(client.get(address("faults", upload=upload.pk)))
    assert "Error W084 Column “Salary” Row 4 The cell holds text that is not an amount in pounds." in page
    assert "Write amounts as 20404.52" in page
    download = client.get(address("faults_file", upload=upload.pk))
    assert download.content.decode("utf-8-sig").splitlines()[1].startswith("W084,error,,4,Salary,")
    assert "attachment" in download["Content-Disposition"]


def test_a_corrected_file_is_handed_in_on_the_screen(client):
    upload = handed_in(client, BAD_PAY)
    nothing = client.post(address("correct", upload=upload.pk), {})
    assert "Choose at least one corrected file." in words(nothing)
    good = {"extract": file(BAD_PAY.replace(b"lots", b"20000"))}
    assert client.post(address("correct", upload=upload.pk), good).status_code == 302
    assert the_upload().state == State.CHECKED


def test_a_file_can_be_tried_without_anything_being_stored(client, files):
    response = client.post(address("hand_in"), form(extract=file(BAD_PAY), what="check"))
    page = words(response)
    assert "Checked, and nothing kept" in page
    assert "W084" in page
    good = client.post(address("hand_in"), form(extract=file((INPUTS / FILES[0]).read_bytes(), FILES[0]), what="check"))
    assert "303 people in post" in words(good)
    with scopes_disabled():
        assert not Upload.objects.exists()
        assert not Record.objects.exists()
    assert not files.exists()


def test_the_faults_of_a_try_are_downloaded_without_anything_being_stored(client, files):
    response = client.post(address("hand_in"), form(extract=file(BAD_PAY), what="check_to_file"))
    assert 'filename="faults.csv"' in response["Content-Disposition"]
    assert response.content.decode("utf-8-sig").splitlines()[1].startswith("W084,error,,4,Salary,")
    nothing = client.post(
        address("hand_in"), form(extract=file((INPUTS / FILES[2]).read_bytes(), FILES[2]), what="check_to_file")
    )
    assert nothing.status_code == 200
    with scopes_disabled():
        assert not Upload.objects.exists()
        assert not Record.objects.exists()
    assert not files.exists()


def test_a_table_of_totals_is_no_extract_and_nothing_of_it_is_kept(client):
    """Beside the exports lie the true shares of each, which somebody may well hand in by mistake."""
    totals = b"Background,People,Share\r\nProfessional,120,0.4\r\nIntermediate,60,0.2\r\nRoutine,120,0.4\r\n"
    handed_in(client, totals, "totals.csv")
    assert the_upload().state not in (State.CHECKED, State.READY)
    assert client.post(address("confirm", upload=the_upload().pk)).status_code == 302
    assert the_upload().state not in (State.KEEPING, State.READY)


def test_saved_mappings_are_listed_downloaded_and_used_again(client):
    assert "Nothing is kept yet." in words(client.get(address("mappings")))
    kept = handed_in(client, (INPUTS / FILES[0]).read_bytes())
    client.post(address("confirm", upload=kept.pk))
    assert "Saved mappings" in words(client.get(address("extracts")))
    page = client.get(address("mappings"))
    assert "Staff in March" in words(page)
    assert re.search(r"\d+ of \d+ used", words(page))
    assert address("mapping_file", upload=kept.pk) in page.content.decode()
    again = client.get(f"{address('hand_in')}?reuse={kept.pk}").content.decode()
    assert re.search(rf'<input[^>]*value="{kept.pk}"[^>]*checked', again)
    client.post(address("withdraw", upload=kept.pk))
    assert "Nothing is kept yet." in words(client.get(address("mappings")))


def test_a_viewer_sees_no_mappings(signed_in, viewer):
    assert signed_in(viewer).get(address("mappings")).status_code == 403


@pytest.mark.parametrize("beginning", [b"", b"Staff no,Note\r\n1,"])
def test_a_virus_is_refused_before_anything_is_stored(client, beginning):
    response = client.post(address("hand_in"), form(extract=file(beginning + EICAR, "eicar.csv")))
    page = words(response)
    assert "the virus scanner found EICAR test string in it" in page
    assert "U002" in page
    with scopes_disabled():
        assert not Upload.objects.exists()
        assert not DeletedRecord.objects.exists()


def test_a_formula_is_refused_with_its_row_on_the_screen(client):
    upload = handed_in(client, FORMULA)
    assert "Error U001 Column “Grade” Row 4" in words(client.get(address("faults", upload=upload.pk)))


def test_what_is_no_table_is_refused_in_plain_words(client):
    upload = handed_in(client, b"%PDF-1.7 a report", "staff.csv")
    page = words(client.get(address("extract", upload=upload.pk)))
    assert "The file is a PDF, not a table. Export the data as CSV, XLSX, XLS, ODS or Parquet." in page
    assert "Nothing was kept. The code of this refusal is W006." in page


def test_a_file_that_is_too_large_is_refused_and_not_written_down(client, monkeypatch):
    small = UploadLimits(file_bytes=1024 * 1024)
    for module in ("forms", "receiving"):
        monkeypatch.setattr(f"footing_web.uploads.{module}.LIMITS", small)
    response = client.post(address("hand_in"), form(extract=file(b"a,b\r\n" * 500_000)))
    assert "The file is 2 MB; this service takes files of up to 1 MB." in words(response)
    assert "U004" in words(response)


def test_what_is_missing_is_said_beside_each_question(client):
    response = client.post(address("hand_in"), {"what": "hand_in", "retain_until-day": "31"})
    page = words(response)
    for message in (
        "Enter a name for the extract.",
        "Choose the file of the staff extract.",
        "must include a month and a year",
    ):
        assert page.count(message) == 2, message
    for link in re.findall(r'href="#([^"]+)"', response.content.decode()):
        assert f'id="{link}"' in response.content.decode()


def test_a_mapping_file_is_downloaded_and_used_again(client):
    upload = handed_in(client, (INPUTS / FILES[0]).read_bytes())
    yaml = client.get(address("mapping_file", upload=upload.pk)).content
    again = handed_in(client, (INPUTS / FILES[0]).read_bytes(), mapping_file=io.BytesIO(yaml))
    assert again.state == State.CHECKED
    broken = client.post(
        address("hand_in"), form(extract=file(BAD_PAY), mapping_file=io.BytesIO(b"sheets: {not: a list}"))
    )
    assert "In the mapping, at sheets" in words(broken)


def test_an_extract_is_cancelled_and_withdrawn_on_the_screen(client):
    waiting = handed_in(client, BAD_PAY)
    assert "Cancel “Staff in March”?" in words(client.get(address("cancel", upload=waiting.pk)))
    client.post(address("cancel", upload=waiting.pk))
    assert the_upload().state == State.CANCELLED
    kept = handed_in(client, (INPUTS / FILES[0]).read_bytes())
    client.post(address("confirm", upload=kept.pk))
    client.post(address("withdraw", upload=kept.pk))
    assert the_upload().state == State.WITHDRAWN
    assert "Withdrawn by the organisation" in words(client.get(address("extracts")))
    with scopes_disabled():
        assert not Record.objects.exists()
    again = client.post(address("withdraw", upload=kept.pk))
    assert "This cannot be done any more: the extract is now “Withdrawn”" in words(again)


def test_the_last_day_is_changed_on_the_screen_for_the_extract_and_all_its_records(client):
    kept = handed_in(client, (INPUTS / FILES[0]).read_bytes())
    client.post(address("confirm", upload=kept.pk))
    page = address("last_day", upload=kept.pk)
    past = {"retain_until-day": "1", "retain_until-month": "1", "retain_until-year": "2020"}
    assert words(client.post(page, past)).count("The last day must be after today and within six years.") == 2
    assert client.post(page, past | {"retain_until-year": str(NEXT_YEAR)}).status_code == 302
    with scopes_disabled():
        days = set(Record.objects.values_list("retain_until", flat=True)) | {the_upload().retain_until}
    assert days == {dt.date(NEXT_YEAR, 1, 1)}


@pytest.mark.parametrize("name", ["mapping", "confirm", "correct", "cancel"])
def test_pages_of_what_is_no_longer_to_be_decided_lead_to_the_extract(client, name):
    kept = handed_in(client, (INPUTS / FILES[0]).read_bytes())
    client.post(address("confirm", upload=kept.pk))
    assert client.get(address(name, upload=kept.pk)).url == address("extract", upload=kept.pk)


def test_one_persons_data_is_downloaded_and_erased_on_the_screen(client):
    kept = handed_in(client, (INPUTS / FILES[0]).read_bytes())
    client.post(address("confirm", upload=kept.pk))
    asked = {"field": "person_key", "key": "100000", "what": "export"}
    download = client.post(address("one_person"), asked)
    assert download["Content-Disposition"].startswith("attachment")
    row = download.json()["kept"][0]["rows"][0]
    assert row["Directorate"].strip() == "Libraries and culture"
    erased = client.post(address("one_person"), asked | {"what": "erase"}, follow=True)
    assert "erased for good" in words(erased)
    assert "No extract that is kept has a row with this number" in words(client.post(address("one_person"), asked))


def test_progress_is_told_as_data_for_the_script(client):
    upload = handed_in(client, BAD_PAY)
    with scopes_disabled():
        Upload.objects.update(
            state=State.CHECKING, step="Reading the rows", done=30, total=120, heard_of_at=timezone.now()
        )
    told = client.get(address("progress", upload=upload.pk)).json()
    assert told == {"working": True, "step": "Reading the rows", "percent": 25}
    page = client.get(address("extract", upload=upload.pk)).content.decode()
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "uploads/progress.js" in page


def test_roles_without_the_permission_are_kept_out(signed_in, viewer, stranger, client):
    upload = handed_in(client, (INPUTS / FILES[0]).read_bytes())
    names = (
        "extract",
        "faults",
        "faults_file",
        "mapping",
        "mapping_file",
        "confirm",
        "cancel",
        "withdraw",
        "correct",
        "last_day",
    )
    pages = [address(name, upload=upload.pk) for name in names] + [address("extracts"), address("hand_in")]
    for page in (*pages, address("one_person")):
        assert signed_in(viewer).get(page).status_code == 403, page
        assert signed_in(stranger).get(page).status_code == 404, page
        assert Client().get(page).status_code == 302, page
