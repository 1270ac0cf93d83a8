"""A run ends with releasable tables in the ledger, or with a reason and nothing kept."""

import datetime as dt
import shutil

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from footing.reporting.json_file import assessment_json
from footing_web.accounts.refusals import Refused
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.queries import entries_of
from footing_web.results import running
from footing_web.results.actions import look_after
from footing_web.results.actions.runs import Asked, cancel_run, finish_run, start_run
from footing_web.results.jobs import carry_out_run
from footing_web.results.keeping import assessment_of
from footing_web.results.ledger import LedgerMoved, OrganisationLedger, read_organisation_ledger
from footing_web.results.models import KeptAssessment, LedgerLine, Result, Run, RunState
from footing_web.results.patience import SILENT_SECONDS
from footing_web.uploads.actions import withdraw

pytestmark = pytest.mark.django_db
USUAL = Asked(policy="publish-10")


def test_a_run_ends_with_a_result_and_its_entry_in_the_ledger(organisation, upload, analyst, assess):
    run = assess(upload, analyst)
    with in_organisation(organisation):
        assert (run.state, run.failure_words) == (RunState.DONE, "")
        result = Result.objects.get(run=run)
        assert result.people == 600
        assert assessment_of(result).manifest.organisation == organisation.name
        assert [entry.kind for entry in read_organisation_ledger().entries] == ["release"]
        assert result.ledger_number == 1
        upload.refresh_from_db()
        assert upload.state == "assessed"
        actions = [entry.action for entry in entries_of(organisation.pk)]
    assert {"results.run_started", "results.released", "uploads.assessed"} <= set(actions)


def test_nothing_of_a_person_is_kept_of_a_result(organisation, result):
    with in_organisation(organisation):
        said = assessment_json(assessment_of(result)).decode()
        line = LedgerLine.objects.get().line
    for key in range(100_001, 100_020):
        assert str(key) not in said
        assert str(key) not in line


def test_another_extract_of_the_same_people_gives_the_same_figures(organisation, upload, analyst, assess, keep):
    first = assess(upload, analyst)
    second = assess(keep(organisation, analyst, title="Handed in again"), analyst)
    with in_organisation(organisation):
        one, other = (assessment_of(Result.objects.get(run=run)) for run in (first, second))
        assert [table.id for table in one.tables] == [table.id for table in other.tables]
        shown = {(t.id, r.key): r.value for t in one.tables for r in t.rows if r.value is not None}
        again = {(t.id, r.key): r.value for t in other.tables for r in t.rows if r.value is not None}
        assert {key: again[key] for key in shown if key in again} == {key: shown[key] for key in shown if key in again}
        assert len(read_organisation_ledger().entries) == 2


def test_nothing_is_assessed_twice_in_the_same_way(organisation, upload, analyst, assess):
    assess(upload, analyst)
    with in_organisation(organisation), pytest.raises(Refused, match="in this very way before"):
        start_run(upload=upload, asked=USUAL, by=analyst)


def test_a_release_in_which_a_few_people_differ_is_refused_with_the_reason(  # noqa: PLR0917
    organisation, upload, analyst, assess, keep, sample, tmp_path
):
    assert assess(upload, analyst).state == RunState.DONE
    lines = sample.staff.read_text(encoding="utf-8").splitlines(keepends=True)
    fewer = tmp_path / "staff.csv"
    fewer.write_text("".join(lines[:-3]), encoding="utf-8")
    run = assess(keep(organisation, analyst, title="Three fewer", extract=fewer), analyst)
    assert (run.state, run.failure_code) == (RunState.FAILED, "D008")
    assert "Fewer than 10 people differ" in run.failure_words
    with in_organisation(organisation):
        assert not Result.objects.filter(run=run).exists()
        assert LedgerLine.objects.count() == 1


def test_another_breakdown_of_the_same_people_goes_through_the_ledger(organisation, upload, analyst, assess):
    assess(upload, analyst)
    run = assess(upload, analyst, crossings=(("sex", "contract"),))
    assert run.state == RunState.DONE, run.failure_words
    with in_organisation(organisation):
        assert LedgerLine.objects.count() == 2


def test_characteristics_that_the_extract_does_not_have_are_refused_in_words(upload, analyst, assess):
    run = assess(upload, analyst, crossings=(("sex", "shoe_size"),))
    assert (run.state, run.failure_code) == (RunState.FAILED, "A006")
    assert run.failure_words.startswith("Look at two or more")


def test_a_benchmark_of_another_definition_is_refused_in_words(upload, analyst, assess):
    run = assess(upload, analyst, benchmarks=("uk-parental-occupation-2020",))
    assert run.state == RunState.FAILED
    assert "definition" in run.failure_words


def test_an_extract_that_was_withdrawn_meanwhile_is_not_assessed(organisation, upload, analyst):
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
        withdraw(upload=upload, by=analyst)
    carry_out_run.func(str(run.pk))
    with in_organisation(organisation):
        run.refresh_from_db()
        assert (run.state, run.failure_code) == (RunState.FAILED, "R001")


def test_an_extract_that_is_not_kept_cannot_be_assessed(organisation, upload, analyst):
    with in_organisation(organisation):
        withdraw(upload=upload, by=analyst)
        upload.refresh_from_db()
        with pytest.raises(Refused, match="not kept any more"):
            start_run(upload=upload, asked=USUAL, by=analyst)


def test_no_more_than_three_runs_wait_at_a_time(organisation, upload, analyst):
    with in_organisation(organisation):
        for _ in range(3):
            start_run(upload=upload, asked=USUAL, by=analyst)
        with pytest.raises(Refused, match="under way already"):
            start_run(upload=upload, asked=USUAL, by=analyst)


def test_a_run_that_was_cancelled_is_left_alone_by_the_worker(organisation, upload, analyst):
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
        cancel_run(run=run, by=analyst)
    carry_out_run.func(str(run.pk))
    with in_organisation(organisation):
        run.refresh_from_db()
        assert (run.state, run.attempts) == (RunState.CANCELLED, 0)
        with pytest.raises(Refused, match="ended already"):
            cancel_run(run=run, by=analyst)


def test_a_run_that_is_cancelled_while_it_works_stops_at_its_next_step_and_keeps_nothing(organisation, upload, analyst):
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
        Run.objects.update(state=RunState.RUNNING)
        watcher = running.RunWatcher(run)
        with watcher.reading() as progress:
            progress.start("a file", 100)
            cancel_run(run=run, by=analyst)
        with pytest.raises(running.RunCancelled):
            watcher.begins(running.Step.MEASURING, "600 people")
        assert running.carry_out(run) is None
        assert not Result.objects.exists()
        assert not LedgerLine.objects.exists()


def test_a_run_whose_worker_died_is_taken_up_again_and_ends(
    organisation, upload, analyst, django_capture_on_commit_callbacks
):
    now = timezone.now()
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
        Run.objects.update(
            state=RunState.RUNNING, attempts=1, heard_of_at=now - dt.timedelta(seconds=SILENT_SECONDS + 1)
        )
    with django_capture_on_commit_callbacks(execute=True):
        look_after(now=now)
    with in_organisation(organisation):
        run.refresh_from_db()
        assert (run.state, run.attempts) == (RunState.DONE, 2)
        assert Result.objects.filter(run=run).count() == 1
        assert LedgerLine.objects.count() == 1


def test_a_run_whose_worker_died_before_it_began_is_asked_for_again(
    organisation, upload, analyst, django_capture_on_commit_callbacks
):
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
    with django_capture_on_commit_callbacks(execute=True):
        look_after(now=timezone.now())
    with in_organisation(organisation):
        run.refresh_from_db()
        assert run.state == RunState.QUEUED, "one that has just been started is left to its worker"
    with django_capture_on_commit_callbacks(execute=True):
        look_after(now=timezone.now() + dt.timedelta(seconds=SILENT_SECONDS + 1))
    with in_organisation(organisation):
        run.refresh_from_db()
        assert (run.state, run.attempts) == (RunState.DONE, 1)


def test_a_run_whose_job_still_waits_is_not_asked_for_twice(
    organisation, upload, analyst, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    later = timezone.now() + dt.timedelta(seconds=SILENT_SECONDS + 1)
    with in_organisation(organisation):
        start_run(upload=upload, asked=USUAL, by=analyst)
    for _ in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            look_after(now=later)
    assert DBTaskResult.objects.ready().count() == 1
    DBTaskResult.objects.get().claim("a worker that dies here")
    with django_capture_on_commit_callbacks(execute=True):
        look_after(now=later)
    assert DBTaskResult.objects.ready().count() == 1


def test_a_run_whose_worker_is_heard_of_is_left_alone(organisation, upload, analyst):
    now = timezone.now()
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
        Run.objects.update(state=RunState.RUNNING, attempts=1, heard_of_at=now)
    look_after(now=now)
    with in_organisation(organisation):
        run.refresh_from_db()
        assert (run.state, run.attempts) == (RunState.RUNNING, 1)


def test_a_run_whose_worker_dies_again_and_again_ends_with_a_reason(organisation, upload, analyst):
    now = timezone.now()
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
        Run.objects.update(
            state=RunState.RUNNING, attempts=3, heard_of_at=now - dt.timedelta(seconds=SILENT_SECONDS + 1)
        )
    look_after(now=now)
    with in_organisation(organisation):
        run.refresh_from_db()
        assert (run.state, run.failure_code) == (RunState.FAILED, "R003")
        assert not KeptAssessment.objects.exists()


def test_a_fault_of_ours_is_told_in_words_of_ours(organisation, upload, analyst, files, caplog):
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
    shutil.rmtree(files)
    carry_out_run.func(str(run.pk))
    with in_organisation(organisation):
        run.refresh_from_db()
        assert (run.state, run.failure_code) == (RunState.FAILED, "R004")
        assert run.failure_words.startswith("Something went wrong on our side.")
    assert str(files) not in caplog.text
    assert "FileNotFoundError" in caplog.text


def test_what_was_released_meanwhile_is_noticed_and_nothing_of_the_run_is_kept(organisation, result, upload, analyst):
    with in_organisation(organisation):
        run = start_run(upload=upload, asked=USUAL, by=analyst)
        Run.objects.filter(pk=run.pk).update(state=RunState.RUNNING)
        ledger = OrganisationLedger(organisation, run, line="{}")
        with pytest.raises(LedgerMoved):
            finish_run(run=run, assessment=assessment_of(result), ledger=ledger)
        run.refresh_from_db()
        assert run.state == RunState.RUNNING
        assert Result.objects.count() == 1


def test_a_ledger_that_was_changed_stops_every_release(organisation, result, upload, analyst, assess):
    with in_organisation(organisation), connection.cursor() as cursor:
        cursor.execute("UPDATE results_ledgerline SET line = replace(line, 'release', 'relaxed')")
    run = assess(upload, analyst)
    assert (run.state, run.failure_code) == (RunState.FAILED, "L002")
