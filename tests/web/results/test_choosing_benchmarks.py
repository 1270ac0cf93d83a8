"""When an assessment is started on the screen, only benchmarks are offered that the extract can be compared with."""

import re

import pytest
from django.urls import reverse

from footing.standards import load_catalogue
from footing_web.accounts.scoping import in_organisation
from footing_web.results.comparable import comparable_with, not_comparable
from footing_web.results.jobs import carry_out_run
from footing_web.results.keeping import assessment_of
from footing_web.results.models import Result, Run
from footing_web.uploads.models import State, Upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def start(organisation) -> str:
    return reverse("results:start", kwargs={"slug": organisation.slug})


def test_what_is_offered_counts_background_as_the_extract_does(upload, analyst, signed_in, start):
    page = signed_in(analyst).get(start).content.decode()
    offered = set(re.findall(r'name="benchmarks"[^>]*value="([^"]+)"', page))
    catalogue = load_catalogue()
    definitions = {catalogue.default_classification(each).definition for each in upload.summary["questions"]}
    assert offered == {each.id for each in catalogue.benchmarks if each.definition in definitions}
    assert 0 < len(offered) < len(list(catalogue.benchmarks))


def test_the_chosen_benchmark_is_the_one_that_the_result_is_compared_with(
    organisation, upload, analyst, signed_in, start
):
    with in_organisation(organisation):
        chosen = comparable_with([upload])[-1].id
    answer = signed_in(analyst).post(start, {"upload": upload.pk, "policy": "publish-10", "benchmarks": [chosen]})
    assert answer.status_code == 302, answer.content.decode()
    with in_organisation(organisation):
        run = Run.objects.get()
    assert run.benchmarks == [chosen]
    carry_out_run.func(str(run.pk))
    with in_organisation(organisation):
        assert assessment_of(Result.objects.get(run=run)).manifest.benchmarks == (chosen,)


def test_a_benchmark_that_fits_another_extract_alone_is_refused_beside_the_question(
    organisation, upload, analyst, signed_in, start
):
    with in_organisation(organisation):
        other = Upload.objects.create(
            organisation=organisation,
            title="Schools alone",
            state=State.READY,
            retain_until=upload.retain_until,
            summary={"questions": ["school_type"]},
        )
        only_there = not_comparable(other, [each.id for each in comparable_with([upload])])[0]
    sent = {"upload": other.pk, "policy": "publish-10", "benchmarks": [only_there.id]}
    page = signed_in(analyst).post(start, sent).content.decode()
    assert f"This extract cannot be compared with “{only_there.title}”." in page
    with in_organisation(organisation):
        assert not Run.objects.exists()
