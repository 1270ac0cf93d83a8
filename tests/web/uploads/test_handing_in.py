"""From a file that is handed in to an extract that is kept: checked, decided, confirmed, and never half."""

import datetime as dt
from collections import Counter

import pyarrow.parquet as pq
import pytest
from django.db import connection
from django.utils import timezone
from django_scopes import scopes_disabled

from footing.standards import load_catalogue
from footing.workforce import check_extract
from footing_web.accounts.refusals import Refused
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.models import AuditEntry
from footing_web.records.models import DeletedRecord, Record
from footing_web.uploads import actions, jobs, queries, working
from footing_web.uploads.models import Purpose, State, Upload, UploadRecord
from footing_web.uploads.pseudonyms import Pseudonyms
from web.uploads.conftest import FILES, INPUTS, handed

pytestmark = pytest.mark.django_db

FORMULA = b"Staff no,Grade,Parental occupation\r\n" + b"".join(
    b"%d,%s,Technical and craft occupations\r\n" % (number, b"=HYPERLINK(A1)" if number == 3 else b"Grade 1")
    for number in range(1, 20)
)
BAD_PAY = FORMULA.replace(b"=HYPERLINK(A1)", b"lots").replace(b"Grade,", b"Salary,").replace(b"Grade 1", b"20000")


def purposes(upload: Upload) -> Counter:
    with scopes_disabled():
        return Counter(UploadRecord.objects.filter(upload=upload).values_list("purpose", flat=True))


def states(upload: Upload) -> str:
    with scopes_disabled():
        return Upload.objects.get(pk=upload.pk).state


@pytest.mark.parametrize("name", FILES)
def test_every_export_is_read_without_a_decision_and_kept(hand_in, organisation, name):
    upload = hand_in(name)
    assert (upload.state, upload.error_count) == (State.CHECKED, 0)
    kept = hand_in(name, confirm=True)
    assert kept.state == State.READY
    assert kept.summary["people"] or kept.summary["applications"]
    assert purposes(kept)[Purpose.SHEET] == (2 if name.startswith("trust") else 1)
    assert purposes(kept)[Purpose.HANDED_IN] == 0


@pytest.mark.parametrize("name", FILES[:3])
def test_what_is_kept_is_measured_as_what_was_handed_in(hand_in, organisation, name):
    def counted(path, mapping):
        as_at = timezone.localdate()
        with check_extract(path, mapping=mapping, catalogue=load_catalogue(), as_at=as_at) as result:
            statement = "SELECT * EXCLUDE (person_key) FROM people"
            return Counter(result.extract.connection.execute(statement).fetchall())

    upload = hand_in(name, confirm=True)
    with in_organisation(organisation), queries.workforce_files(upload) as kept:
        assert counted(kept.files.extract, kept.mapping) == counted(INPUTS / name, None)
        folder = kept.files.extract.parent
    assert not folder.exists()


def test_keys_are_kept_as_pseudonyms_of_the_organisation_alone(hand_in, organisation, other_organisation, settings):
    upload = hand_in("council_hr_export.csv", confirm=True)
    pseudonym = Pseudonyms.of_organisation(organisation.pk, settings.PSEUDONYM_KEY).of("100000")
    with in_organisation(organisation), queries.kept_sheets(upload) as sheets:
        keys = pq.read_table(sheets["extract"][0])["Employee Number"].to_pylist()
        assert keys[0] == pseudonym
        assert "100000" not in keys
    assert pseudonym != Pseudonyms.of_organisation(other_organisation.pk, settings.PSEUDONYM_KEY).of("100000")


def test_files_beside_the_extract_are_kept_with_it(hand_in, organisation):
    events = "Employee Number,Event,Date,To grade\r\n" + "".join(
        f"{100_000 + 98 * index},joined,01/02/2021,Grade 1\r\n" for index in range(40)
    )
    upload = hand_in(
        "council_hr_export.csv",
        confirm=True,
        beside={"events": handed("e.csv", events.encode()), "applications": handed("applications_export.csv")},
    )
    assert (upload.summary["events"], upload.summary["applications"]) == (40, 400)
    with in_organisation(organisation), queries.workforce_files(upload) as kept:
        assert kept.files.events is not None
        assert kept.files.applications is not None
        assert kept.files.outreach is None
        assert kept.snapshot_date == dt.date(2024, 3, 31)


def test_nothing_readable_is_stored_before_or_after_it_is_kept(hand_in, files, settings):
    hand_in("council_hr_export.csv")
    hand_in("council_hr_export.csv", confirm=True)
    hand_in("firm_form_responses.csv", BAD_PAY)
    dump = b"".join(path.read_bytes() for path in files.rglob("*") if path.is_file())
    with scopes_disabled(), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {table}")
            dump += "\n".join(map(str, cursor.fetchall())).encode()
    for readable in ("Technical and craft", "Routine", "100000", "Directorate", "council_hr", "lots", "Libraries"):
        assert readable.encode() not in dump
    assert settings.PSEUDONYM_KEY not in dump


def test_a_formula_is_refused_with_its_row(hand_in, organisation):
    upload = hand_in("staff.csv", FORMULA)
    assert upload.state == State.HAS_FAULTS
    with in_organisation(organisation):
        fault = queries.faults_of(upload)["faults"][0]
        assert (fault["code"], fault["row"], fault["column"]) == ("U001", 4, "Grade")
        with pytest.raises(Refused):
            actions.confirm(upload=upload, by=None)


@pytest.mark.parametrize("content", [b"%PDF-1.7 not a table", b"", b"one column\r\nonly\r\n", b"PK\x03\x04broken"])
def test_what_is_no_table_is_refused_and_nothing_of_it_is_kept(hand_in, content):
    upload = hand_in("staff.csv", content)
    assert upload.state == State.REFUSED
    assert upload.refusal["code"].startswith("W0")
    assert upload.refusal["next_step"]
    with scopes_disabled():
        assert not Record.objects.exists()
        assert {evidence.reason for evidence in DeletedRecord.objects.all()} == {"refused"}


def test_a_corrected_file_takes_the_place_of_the_faulty_one(hand_in, organisation, analyst):
    upload = hand_in("staff.csv", BAD_PAY)
    assert upload.state == State.HAS_FAULTS
    good = BAD_PAY.replace(b"lots", b"20000")
    with in_organisation(organisation):
        actions.hand_in_again(upload=upload, files={"extract": handed("staff.csv", good)}, by=analyst)
    assert states(upload) == State.CHECKED
    assert purposes(upload)[Purpose.HANDED_IN] == 1


def test_last_years_mapping_reads_this_years_file(hand_in, organisation):
    last_year = hand_in("council_hr_export.csv", confirm=True)
    renamed = (INPUTS / "council_hr_export.csv").read_bytes().replace(b"Gender,", b"Gender,").replace(b"2024", b"2025")
    with in_organisation(organisation):
        mapping = queries.mapping_of(last_year).model_copy(update={"snapshot": None})
    upload = hand_in("staff_2025.csv", renamed, mapping=mapping)
    assert upload.state == State.CHECKED
    with in_organisation(organisation):
        assert {sheet.sheet for sheet in queries.mapping_of(upload).sheets} == {"staff_2025"}


def test_a_word_that_fits_no_option_needs_a_decision(hand_in, organisation, analyst):
    content = FORMULA.replace(b"=HYPERLINK(A1)", b"Grade 1").replace(
        b"2,Grade 1,Technical and craft occupations", b"2,Grade 1,Steeplejack of renown"
    )
    upload = hand_in("staff.csv", content)
    assert upload.state == State.NEEDS_MAPPING
    with in_organisation(organisation):
        mapping = queries.mapping_of(upload)
        question = mapping.question("parental_occupation")
        assert [each.word for each in question.unplaced] == ["Steeplejack of renown"]
        words = {**question.words, "technical_or_craft": ("Steeplejack of renown",)}
        decided = question.model_copy(update={"words": words, "unplaced": ()})
        actions.change_mapping(
            upload=upload,
            mapping=mapping.model_copy(update={"questions": {"parental_occupation": decided}}),
            by=analyst,
        )
    assert states(upload) == State.CHECKED


@pytest.mark.parametrize("days", [0, -1, 6 * 366 + 1])
def test_the_last_day_must_be_ahead_and_not_too_far(hand_in, days):
    with pytest.raises(Refused, match="last day"):
        hand_in("council_hr_export.csv", retain_until=timezone.localdate() + dt.timedelta(days=days))


def test_what_is_withdrawn_is_gone_with_evidence_and_the_log_says_so(hand_in, organisation, analyst):
    upload = hand_in("trust_staff_and_answers.xlsx", confirm=True)
    with in_organisation(organisation):
        actions.withdraw(upload=upload, by=analyst)
    with scopes_disabled():
        assert not Record.objects.exists()
        withdrawn = DeletedRecord.objects.filter(reason="withdrawn")
        assert {each.kind for each in withdrawn} == {"sheet", "mapping", "faults", "faults_file"}
    assert states(upload) == State.WITHDRAWN
    with scopes_disabled():
        actions_done = list(AuditEntry.objects.values_list("action", flat=True))
    assert actions_done == [
        "uploads.handed_in",
        "uploads.checked",
        "uploads.confirmed",
        "uploads.kept",
        "uploads.withdrawn",
    ]


def test_a_check_that_is_cancelled_stops_and_leaves_nothing(hand_in, organisation, monkeypatch):
    checked = working.checked

    def cancelled_meanwhile(paths, **more):
        with scopes_disabled():
            cancelled = Upload.objects.get()
        actions.cancel(upload=cancelled, by=None)
        return checked(paths, **more)

    monkeypatch.setattr(working, "checked", cancelled_meanwhile)
    upload = hand_in("council_hr_export.csv")
    assert upload.state == State.CANCELLED
    with scopes_disabled():
        assert not Record.objects.exists()


def test_a_keeping_that_fails_in_the_middle_keeps_nothing_half(hand_in, organisation, analyst, monkeypatch):
    upload = hand_in("trust_staff_and_answers.xlsx")
    before = purposes(upload)

    def killed(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(working, "summary_of", killed)
    with in_organisation(organisation), pytest.raises(KeyboardInterrupt):
        actions.confirm(upload=upload, by=analyst)
    monkeypatch.undo()
    assert purposes(upload) == before


def test_a_check_whose_worker_was_killed_is_begun_again_and_at_last_given_up(hand_in, organisation, monkeypatch):
    upload = hand_in("council_hr_export.csv")
    long_ago = timezone.now() - dt.timedelta(hours=1)
    with scopes_disabled():
        Upload.objects.update(state=State.CHECKING, heard_of_at=long_ago, attempts=1)
    assert actions.look_after(now=timezone.now())["resumed"] == 1
    assert states(upload) == State.CHECKED
    with scopes_disabled():
        Upload.objects.update(state=State.CHECKING, heard_of_at=long_ago, attempts=3)
    actions.look_after(now=timezone.now())
    assert states(upload) == State.REFUSED
    with scopes_disabled():
        assert not Record.objects.exists()


def test_a_worker_that_was_only_slow_does_not_write_over_the_one_that_took_over(hand_in, organisation):
    hand_in("council_hr_export.csv")
    with in_organisation(organisation):
        Upload.objects.update(state=State.CHECKING, attempts=2)
        slow = Upload.objects.get()
        Upload.objects.update(attempts=3)
        with pytest.raises(working.Stopped):
            working.check(slow)


def test_what_an_unexpected_error_says_is_not_written_to_the_log(hand_in, monkeypatch, caplog):
    def failing(*_, **__):
        raise RuntimeError("100000 answered Routine")

    monkeypatch.setattr(working, "checked", failing)
    upload = hand_in("council_hr_export.csv")
    assert (upload.state, upload.refusal["code"]) == (State.REFUSED, "U005")
    assert "RuntimeError" in caplog.text
    assert "Routine" not in caplog.text


def test_extracts_end_on_their_last_day_and_undecided_ones_after_some_days(hand_in):
    kept = hand_in("council_hr_export.csv", confirm=True)
    waiting = hand_in("firm_form_responses.csv")
    in_four_days = timezone.now() + dt.timedelta(days=4)
    assert actions.look_after(now=in_four_days)["cancelled"] == 1
    assert (states(kept), states(waiting)) == (State.READY, State.CANCELLED)
    in_two_years = timezone.now() + dt.timedelta(days=401)
    assert actions.look_after(now=in_two_years)["expired"] == 1
    assert states(kept) == State.EXPIRED
    with scopes_disabled():
        assert not Record.objects.exists()


def test_one_person_can_be_exported_and_erased_by_the_key_of_the_employer(hand_in, organisation, analyst):
    upload = hand_in("trust_staff_and_answers.xlsx", confirm=True)
    with in_organisation(organisation):
        with queries.handed_in_files(upload) as none_left:
            assert none_left == {}
        key = "200000"
        with check_extract(
            INPUTS / "trust_staff_and_answers.xlsx", catalogue=load_catalogue(), as_at=timezone.localdate()
        ) as result:
            key = result.extract.connection.execute("SELECT min(person_key) FROM people").fetchone()[0]
        asked = {"organisation": organisation, "field": "person_key", "key": key, "by": analyst}
        found = actions.export_person(**asked)
        assert {each["file"] for each in found} == {"extract"}
        assert all(row["Payroll no"] != key for each in found for row in each["rows"])
        assert actions.erase_person(**asked) == sum(len(each["rows"]) for each in found)
        with pytest.raises(Refused, match="No extract"):
            actions.export_person(**asked)
        with queries.workforce_files(upload) as kept:
            checked = check_extract(
                kept.files.extract, mapping=kept.mapping, catalogue=load_catalogue(), as_at=timezone.localdate()
            )
            with checked as result:
                assert result.coded.people.person_count == 899


def test_another_organisation_finds_nothing(hand_in, other_organisation):
    hand_in("council_hr_export.csv", confirm=True)
    with in_organisation(other_organisation):
        assert not queries.uploads().exists()
        assert not UploadRecord.objects.exists()
    jobs.carry_out_check.func("00000000-0000-0000-0000-000000000000")
