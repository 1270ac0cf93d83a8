"""Every page of the toolkit can be read by anybody, as a page, on paper, as Markdown and as JSON."""

import io
import json
import re
import xml.etree.ElementTree as ET

import pytest
from django.core.cache import cache
from django.test import Client
from pypdf import PdfReader

from footing_web.library.models import ActionPage, IndexPage, StudyPage, ToolkitPage
from footing_web.library.views import taking_away

pytestmark = pytest.mark.django_db

ACTION = "/toolkit/actions/structured-interviews/"


def test_every_published_page_answers_and_says_its_title_once(toolkit):
    client = Client()
    for page in ToolkitPage.objects.live():
        response = client.get(page.address)
        assert response.status_code == 200, page.address
        text = response.content.decode()
        assert text.count("<h1") == 1, page.address
        assert '<meta name="robots" content="index">' in text
        assert f'<link rel="canonical" href="http://127.0.0.1:8000{page.address}">' in text


def test_every_link_within_the_toolkit_leads_somewhere(toolkit):
    client = Client()
    addresses = set()
    for page in ToolkitPage.objects.live():
        addresses |= set(re.findall(r'href="(/toolkit[^"#?]*)', client.get(page.address).content.decode()))
    broken = [each for each in sorted(addresses) if not each.endswith((".pdf", ".md", ".json")) and _is_broken(each)]
    assert broken == []


def _is_broken(address: str) -> bool:
    return Client().get(address).status_code not in (200, 302)


def test_an_action_says_everything_that_its_file_says(toolkit):
    page = ActionPage.objects.get(slug="structured-interviews")
    text = Client().get(ACTION).content.decode()
    for heading in ("What it is", "Why it matters", "How to do it", "How good the evidence is", "What goes wrong"):
        assert f">{heading}</h2>" in text
    assert text.count("<li>") >= len(page.steps)
    assert "/toolkit/evidence/" in text
    assert "/toolkit/measures/hiring_stage_rate/" in text


def test_a_page_tells_search_engines_what_it_is(toolkit):
    text = Client().get(ACTION).content.decode()
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1])
    assert said["@type"] == "HowTo"
    assert len(said["step"]) >= 3


def test_words_of_an_editor_are_never_read_as_code(toolkit):
    page = ActionPage.objects.get(slug="structured-interviews")
    page.what = "<script>alert(1)</script>"
    page.title = "</script><b>x"
    page.save_revision().publish()
    text = Client().get(ACTION).content.decode()
    assert "<script>alert" not in text
    assert "<b>x" not in text
    assert Client().get(ACTION.rstrip("/") + ".pdf").status_code == 200
    assert "<script>" not in Client().get(ACTION.rstrip("/") + ".md").content.decode().replace("\\<script\\>", "")


def test_a_page_as_json_says_the_same_words(toolkit):
    said = json.loads(Client().get(ACTION.rstrip("/") + ".json").content)
    (page,) = said["pages"]
    assert page["title"] == ActionPage.objects.get(slug="structured-interviews").title
    assert [part["heading"] for part in page["parts"]][:2] == ["What it is", "Why it matters"]
    assert said["licence"].endswith("/by/4.0/")


def test_a_page_as_markdown_has_one_heading_of_the_first_rank(toolkit):
    text = Client().get(ACTION.rstrip("/") + ".md").content.decode()
    assert re.findall(r"^# .+", text, re.MULTILINE) == [
        f"# {ActionPage.objects.get(slug='structured-interviews').title}"
    ]
    assert "\n1. " in text


def test_a_page_on_paper_is_tagged_and_says_the_same_words(toolkit):
    response = Client().get(ACTION.rstrip("/") + ".pdf")
    assert response["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(response.content))
    assert reader.metadata.title == ActionPage.objects.get(slug="structured-interviews").title
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "How good the evidence is" in words


def test_a_section_and_the_whole_edition_can_be_taken_away(toolkit):
    held = json.loads(Client().get("/toolkit/actions.json").content)
    assert len(held["pages"]) == ActionPage.objects.live().count()
    whole = json.loads(Client().get("/toolkit.json").content)
    assert {page["section"] for page in whole["pages"]} >= {"Actions", "Evidence"}
    assert PdfReader(io.BytesIO(Client().get("/toolkit/evidence.pdf").content)).outline


def test_a_file_of_many_pages_is_made_anew_when_a_page_has_changed(toolkit):
    before = Client().get("/toolkit/actions.md").content
    page = ActionPage.objects.get(slug="structured-interviews")
    page.title = "Ask everybody the same"
    page.save_revision().publish()
    after = Client().get("/toolkit/actions.md").content
    assert before != after
    assert b"Ask everybody the same" in after


def test_only_one_file_of_many_pages_is_made_at_a_time(toolkit):
    cache.add(taking_away.MAKING, "another", 60)
    answered = Client().get("/toolkit/templates.json")
    assert answered.status_code == 503
    assert int(answered["Retry-After"]) > 0
    cache.delete(taking_away.MAKING)
    assert Client().get("/toolkit/templates.json").status_code == 200


@pytest.mark.parametrize(
    "address", ["/toolkit/nothing.pdf", "/toolkit/actions/nothing.pdf", "/toolkit/actions/nothing/"]
)
def test_what_is_not_there_is_not_found(toolkit, address):
    assert Client().get(address).status_code == 404


def test_what_is_no_longer_published_is_nowhere(toolkit):
    ActionPage.objects.get(slug="structured-interviews").unpublish()
    for address in (ACTION, ACTION.rstrip("/") + ".pdf", ACTION.rstrip("/") + ".json"):
        assert Client().get(address).status_code == 404
    for address in ("/toolkit/actions/", "/sitemap.xml", "/toolkit/actions.json", "/toolkit/guides/"):
        assert ACTION not in Client().get(address).content.decode()


def test_the_map_of_the_site_names_every_published_page(toolkit):
    tree = ET.fromstring(Client().get("/sitemap.xml").content)  # noqa: S314 - our own
    found = {each.text.removeprefix("http://127.0.0.1:8000") for each in tree.iterfind(".//{*}loc")}
    assert found > {page.address for page in ToolkitPage.objects.live()}
    assert {"/", "/toolkit/editions/", "/toolkit/advert-helper/"} < found
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in Client().get("/robots.txt").content.decode()


def test_a_list_can_be_narrowed_without_javascript(toolkit):
    text = Client().get("/toolkit/actions/?pillar=hiring&level=building-blocks").content.decode()
    shown = set(re.findall(r'library-items__title" href="/toolkit/actions/([\w-]+)/"', text))
    fits = [page for page in ActionPage.objects.all() if "hiring" in page.pillars and page.level == "building-blocks"]
    assert shown == {page.slug for page in fits}
    assert "Nothing fits" in Client().get("/toolkit/evidence/?design=nothing-of-the-kind").content.decode()


def test_an_empty_section_says_so(toolkit):
    for section in ("videos", "events"):
        IndexPage.objects.get(slug=section)
        text = Client().get(f"/toolkit/{section}/").content.decode()
        assert "govuk-inset-text" in text


def test_a_study_names_the_actions_that_rest_on_it(toolkit):
    study = ActionPage.objects.get(slug="structured-interviews").studies[0].value["study"]
    assert StudyPage.objects.filter(slug=study).exists()
    assert ACTION in Client().get(f"/toolkit/evidence/{study}/").content.decode()
