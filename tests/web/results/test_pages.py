"""The pages of a result say what was released, to whom it may be shown."""

import re

import pytest
from django.urls import reverse

from footing_web.accounts.scoping import in_organisation
from footing_web.results.actions.links import make_link, withdraw_link
from footing_web.results.keeping import assessment_of
from web.conftest import Role, member

pytestmark = pytest.mark.django_db
SHARE = "representation.parental_occupation.by_sex.share"


@pytest.fixture
def address(organisation, result):
    def of(name: str, **more: str) -> str:
        return reverse(f"results:{name}", kwargs={"slug": organisation.slug, "result_id": result.pk} | more)

    return of


def words(response) -> str:
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_the_overview_shows_the_leading_figures_and_findings(viewer, signed_in, result, address):
    page = words(signed_in(viewer).get(address("overview")))
    assert "key-figures" in page
    assert "What stands out" in page
    assert assessment_of(result).findings[0].statement in page
    assert 'class="journey"' in page


def test_every_page_that_the_overview_leads_to_is_there(viewer, signed_in, address):
    client = signed_in(viewer)
    page = words(client.get(address("overview")))
    within = {each.split("#")[0] for each in re.findall(r'href="(/organisations/[^"]+)"', page)}
    within = {each for each in within if "/results/" in each}
    assert len(within) > 10
    for each in sorted(within):
        assert client.get(each).status_code == 200, each


def test_every_section_and_every_measure_has_a_page(analyst, signed_in, result, address):
    client = signed_in(analyst)
    for measure in {table.measure for table in assessment_of(result).tables}:
        page = words(client.get(address("measure", measure=measure)))
        assert "How it is worked out" in page


def test_every_link_within_the_pages_leads_somewhere(viewer, signed_in, address):
    client = signed_in(viewer)
    overview = words(client.get(address("overview")))
    for section in sorted(set(re.findall(r'href="(/organisations/[^"#?]+/sections/[^"#?]+)"', overview))):
        page = words(client.get(section))
        ids = set(re.findall(r'id="([^"]+)"', page))
        for target in set(re.findall(r'href="#([^"]+)"', page)):
            assert target in ids, (section, target)


def test_the_table_group_and_benchmark_of_a_measure_can_be_chosen(viewer, signed_in, address):
    client = signed_in(viewer)
    page = words(client.get(address("measure", measure="background_share"), {"table": SHARE, "group": "professional"}))
    assert re.search(f'<option value="{re.escape(SHARE)}" selected[^>]*>By sex</option>', page)
    assert "Professional" in page
    usual = words(client.get(address("measure", measure="background_share"), {"table": SHARE}))
    assert re.search('<option value="lower" selected[^>]*>Lower socio-economic background</option>', usual)
    none = words(client.get(address("measure", measure="background_share"), {"table": SHARE, "benchmark": "none"}))
    assert "A benchmark says what others look like" not in none
    assert "A benchmark says what others look like" in page


def test_only_benchmarks_of_the_same_definition_can_be_chosen(viewer, signed_in, address):
    page = words(signed_in(viewer).get(address("measure", measure="background_share")))
    assert 'value="uk-parental-occupation-2021"' in page
    assert "uk-parental-occupation-2020" not in page
    assert "uk-independent-school-2020" not in page


def test_a_choice_that_cannot_be_is_the_usual_one(viewer, signed_in, address):
    page = words(signed_in(viewer).get(address("measure", measure="background_share"), {"table": "x", "group": "<"}))
    assert "How it is worked out" in page


def test_a_measure_of_which_nothing_was_released_says_so(viewer, signed_in, address):
    assert "Nothing of this could be released" in words(
        signed_in(viewer).get(address("measure", measure="hiring_stage_rate"))
    )
    assert signed_in(viewer).get(address("measure", measure="no_such_measure")).status_code == 404
    assert signed_in(viewer).get(address("section", section="no-such-section")).status_code == 404


def test_findings_lead_to_their_figures(viewer, signed_in, result, address):
    page = words(signed_in(viewer).get(address("findings")))
    for finding in assessment_of(result).findings:
        assert finding.statement in page.replace("&#x27;", "'").replace("&amp;", "&")


@pytest.mark.parametrize("wanted", ["html", "json", "csv", "pdf", "docx", "xlsx", "ods", "bundle"])
def test_every_format_can_be_downloaded_and_is_made_once(viewer, signed_in, result, address, wanted):
    client = signed_in(viewer)
    first = client.get(address("download", kind="assessment", wanted=wanted))
    assert first.status_code == 200
    assert first["Content-Disposition"].startswith("attachment")
    content = b"".join(first.streaming_content)
    again = client.get(address("download", kind="assessment", wanted=wanted))
    assert b"".join(again.streaming_content) == content
    with in_organisation(result.organisation):
        assert result.files.count() == 1


def test_a_format_or_kind_that_there_is_not_is_not_found(viewer, signed_in, address):
    client = signed_in(viewer)
    assert client.get(address("download", kind="assessment", wanted="exe")).status_code == 404
    assert client.get(address("download", kind="gossip", wanted="pdf")).status_code == 404


def test_whoever_may_not_download_is_refused(signed_in, organisation, address):
    survey_owner = member(organisation, Role.SURVEY_OWNER, "surveys@ashmoor.example")
    assert signed_in(survey_owner).get(address("overview")).status_code == 200
    assert signed_in(survey_owner).get(address("files")).status_code == 403


def test_strangers_learn_nothing_not_even_that_a_result_is_there(stranger, signed_in, client, address):
    for name in ("overview", "findings", "measures", "files", "links"):
        assert signed_in(stranger).get(address(name)).status_code == 404
        assert client.get(address(name)).status_code == 302


def test_a_result_is_not_found_under_another_organisation(stranger, other_organisation, signed_in, result):
    kwargs = {"slug": other_organisation.slug, "result_id": result.pk}
    assert signed_in(stranger).get(reverse("results:overview", kwargs=kwargs)).status_code == 404


@pytest.fixture
def shared(result, analyst):
    link, secret = make_link(result=result, purpose="Board", days=7, by=analyst)
    return link, reverse("results:shared_overview", kwargs={"token": secret})


def test_whoever_has_a_link_reads_the_result_and_nothing_else(client, result, shared):
    _, start = shared
    page = words(client.get(start))
    assert assessment_of(result).findings[0].statement in page
    assert "/organisations/" not in page
    for part in ("findings/", "measures/", "measures/background_share/", "sections/representation/"):
        assert "/organisations/" not in words(client.get(start + part))
    assert client.get(start + "files/").status_code == 404
    assert client.post(start).status_code == 405


def test_the_pages_behind_a_link_give_its_secret_to_nobody(client, shared):
    response = client.get(shared[1])
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]


def test_a_link_that_was_withdrawn_or_has_ended_opens_nothing(client, shared, analyst, organisation):
    link, start = shared
    with in_organisation(organisation):
        withdraw_link(link=link, by=analyst)
    assert client.get(start).status_code == 404
    with in_organisation(organisation):
        type(link).objects.update(withdrawn_at=None, expires_at=link.made_at)
    assert client.get(start).status_code == 404
    assert client.get("/shared/" + "x" * 43 + "/").status_code == 404


def test_an_analyst_makes_a_link_and_sees_its_address_once(analyst, signed_in, client, address):
    made = words(signed_in(analyst).post(address("links"), {"purpose": "Board, June", "days": "30"}))
    start = made.split('<code class="result-address">')[1].split("</code>")[0]
    assert client.get(start.removeprefix("http://127.0.0.1:8000")).status_code == 200
    listed = words(signed_in(analyst).get(address("links")))
    assert "Board, June" in listed
    assert start not in listed


def test_a_viewer_cannot_share(viewer, signed_in, address):
    assert signed_in(viewer).get(address("links")).status_code == 403


def test_a_form_with_a_fault_says_so_in_its_title(analyst, signed_in, address):
    page = words(signed_in(analyst).post(address("links"), {"purpose": "", "days": "30"}))
    assert "<title>Error: " in page
    assert 'href="#id_purpose"' in page


def test_the_ledger_lists_the_release(analyst, viewer, signed_in, organisation, result):
    where = reverse("results:ledger", kwargs={"slug": organisation.slug})
    page = words(signed_in(analyst).get(where))
    assert "Release on" in page
    assert result.title in page
    assert signed_in(viewer).get(where).status_code == 403


def test_where_nothing_was_handed_in_the_pages_say_what_to_do_first(analyst, viewer, signed_in, organisation):
    where = {"slug": organisation.slug}
    hand_in = reverse("uploads:hand_in", kwargs=where)
    for name in ("index", "start"):
        assert hand_in in words(signed_in(analyst).get(reverse(f"results:{name}", kwargs=where)))
    assert hand_in not in words(signed_in(viewer).get(reverse("results:index", kwargs=where)))
    assert "not two results to compare" in words(signed_in(viewer).get(reverse("results:compare", kwargs=where)))
